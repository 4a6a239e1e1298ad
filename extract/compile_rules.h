// Rulebook files → CompiledRules, with lexicons of their own or with those of an image.
//
// To build the lexicons is most of the work, so that the built-in ones are built once, when the program is: a
// RulebookImage holds them, the hash and the ids of the rules, and is compiled in (extract/CMakeLists.txt).
#pragma once

#include <deque>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "extract/compiled_rules.h"
#include "extract/lexicon.h"
#include "extract/rulebook.h"

namespace careerfacts {

using RulebookImage = std::vector<CacheLine>;

// All of it. `texts` owns what `files` view, unless that lives as long as the program. Throws Error(rulebook)
// with file:line.
std::shared_ptr<const CompiledRules> compile_rules(std::vector<RulebookFile> files,
                                                   std::deque<std::string> texts = {});

// The same from the files and the image made of them. REQUIRES: both live as long as the result.
std::shared_ptr<const CompiledRules> compile_rules(std::vector<RulebookFile> files,
                                                   std::span<const CacheLine> image);

// In the byte order of the machine; the same rules give the same bytes.
RulebookImage image_of(const CompiledRules& rules);

}  // namespace careerfacts
