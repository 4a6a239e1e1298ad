// Numbers as the project's formats write them: "112992", "97.64"; never an exponent, never needless decimals.
// The same in every locale.
#pragma once

#include <cstddef>
#include <string>

namespace careerfacts {

// The shortest digits that read back as the same double. REQUIRES: value is finite.
void append_number(std::string& out, double value);
void append_number(std::string& out, std::size_t value);

// Writes the digits of `value` and gives their end. REQUIRES: room for 20 characters at `to`.
char* write_number(char* to, std::size_t value);

// Whether a std::size_t has the same digits, which are much faster to find.
bool is_whole(double value);

}  // namespace careerfacts
