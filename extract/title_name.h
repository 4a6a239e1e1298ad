// How a job title is written down: lower case, singular, without the abbreviation it carries.
#pragma once

#include <string>
#include <string_view>

namespace careerfacts {

// "Machine  Learning Engineers" → "machine learning engineer"; hyphens stay.
std::string title_name(std::string_view text);

// The same of somebody who is head of a field, which stays as it is: "Directors of Sales" → "director of
// sales", "VP Sales" → "vp sales".
std::string head_name(std::string_view text);

// "machine learning (ML) engineer" → "machine learning engineer"
std::string without_bracket(std::string_view title);

// Whether `given` ("SRE", "NQTs", "RN") stands for words with these initials, in capitals.
bool abbreviates(std::string_view given, std::string_view initials);

}  // namespace careerfacts
