// CHECK(condition): a bug in this program, never a fault of the input. Prints the place and aborts.
#pragma once

namespace careerfacts {
[[noreturn]] void check_failed(const char* condition, const char* file, int line);
}

#define CHECK(condition) ((condition) ? void(0) : ::careerfacts::check_failed(#condition, __FILE__, __LINE__))
