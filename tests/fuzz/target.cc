#include "tests/fuzz/target.h"

#include <cstdint>
#include <cstdlib>
#include <iostream>

namespace careerfacts::fuzz {

void demand_no_fault(const std::string& fault) {
  if (fault.empty()) return;
  std::cerr << "fault: " << fault << '\n';
  std::abort();
}

}  // namespace careerfacts::fuzz

// What libFuzzer calls, and replay.cc too.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  // Bytes are chars here; there is no other way from the one to the other without a copy.
  careerfacts::fuzz::run_one({reinterpret_cast<const char*>(data), size});
  return 0;
}
