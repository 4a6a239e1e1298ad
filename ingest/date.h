// Dates as articles write them. Pure.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace careerfacts {

// The date that `text` begins with, as YYYY-MM-DD; as it is written where the day is not plain ("January
// 2025", "03/04/2025"); empty where there is none. `size`: its bytes.
std::string date_at(std::string_view text, std::size_t* size = nullptr);

}  // namespace careerfacts
