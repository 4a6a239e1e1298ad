// The language of a text, as far as it is plain.
#pragma once

#include <string>
#include <string_view>

namespace careerfacts {

// "en" where the words at the beginning of `text` are plainly English, else empty. Pure.
std::string language_of(std::string_view text);

}  // namespace careerfacts
