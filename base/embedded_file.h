// A file that cmake/embed.cmake compiled in. Its text lives as long as the program.
#pragma once

#include <cstddef>
#include <string_view>

namespace careerfacts {

struct EmbeddedFile {
  const char* name;  // its path below BASE, with a null at its end
  const char* begin;
  const char* end;

  std::string_view text() const { return {begin, static_cast<std::size_t>(end - begin)}; }
};

}  // namespace careerfacts
