// Mentions for people to read.
#pragma once

#include <string>
#include <string_view>

#include "extract/mention.h"

namespace careerfacts {

// What the mention says, without its place: "USD 90,000 to 120,000 a year, median, base pay, senior level,
// for data scientist, says Glassdoor (2024)".
std::string describe(const Mention& mention);

// "PATH:LINE:COLUMN: KIND: QUOTE — DESCRIPTION [RULE]" and a line end; line ends in a quote become spaces.
void append_mention_text(std::string& out, const ExtractedDocument& document, const Mention& mention);

// "90,000 to 120,000", "over 150,000", "up to 25.5"; digits in groups of three, decimals as they are.
std::string describe(const Bounds& bounds);

// 1234567 as "1,234,567"; 97.64 stays.
std::string grouped(double value);

}  // namespace careerfacts
