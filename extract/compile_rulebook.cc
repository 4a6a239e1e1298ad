// compile_rulebook FILE: run by the build; writes the image of the built-in rulebook.
#include <cstdio>
#include <exception>
#include <fstream>

#include "extract/compile_rules.h"

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fputs("Usage: compile_rulebook FILE\n", stderr);
    return 2;
  }
  try {
    const careerfacts::RulebookImage image =
        careerfacts::image_of(*careerfacts::compile_rules(careerfacts::builtin_rulebook_files()));
    std::ofstream out(argv[1], std::ios::binary);
    out.write(reinterpret_cast<const char*>(image.data()),
              static_cast<std::streamsize>(image.size() * sizeof(careerfacts::CacheLine)));
    out.close();
    if (out) return 0;
    std::fprintf(stderr, "compile_rulebook: %s: cannot be written\n", argv[1]);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "compile_rulebook: %s\n", error.what());
  }
  return 2;
}
