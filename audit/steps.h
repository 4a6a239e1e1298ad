// What a check did, a line a step, for people who ask why (--explain); nobody asks most of the time.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace careerfacts {

using Steps = std::vector<std::string>;

// `steps` may be null: then nothing is kept.
inline void note(Steps* steps, std::string step) {
  if (steps != nullptr) steps->push_back(std::move(step));
}

}  // namespace careerfacts
