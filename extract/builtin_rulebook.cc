// The built-in rulebook: its files, and the image that compile_rulebook made of them.
#include "base/embedded_file.h"
#include "extract/compile_rules.h"
#include "extract/rulebook.h"

namespace careerfacts {

extern const EmbeddedFile rulebook_image_files[];  // cmake/embed.cmake, which aligns it

Rulebook Rulebook::builtin() {
  static const std::shared_ptr<const CompiledRules> compiled = [] {
    const std::string_view bytes = rulebook_image_files[0].text();
    return compile_rules(builtin_rulebook_files(), std::span(reinterpret_cast<const CacheLine*>(bytes.data()),
                                                             bytes.size() / sizeof(CacheLine)));
  }();
  return Rulebook(compiled);
}

}  // namespace careerfacts
