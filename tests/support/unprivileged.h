// For tests of what happens where permissions are missing: root has all of them.
#pragma once

#include <unistd.h>

#include <cstdlib>
#include <string>

#include "tests/support/catch.h"

namespace careerfacts::test {

// While it lives, the process acts as the user "nobody" when it is root's.
class Unprivileged {
 public:
  Unprivileged() : was_(::geteuid()) {
    // LeakSanitizer cannot look into a process that has changed its user; it would call that a failure.
    if (const char* options = std::getenv("ASAN_OPTIONS"); options != nullptr) sanitizer_options_ = options;
    ::setenv("ASAN_OPTIONS", (sanitizer_options_ + ":detect_leaks=0").c_str(), 1);
    if (was_ == 0) REQUIRE(::seteuid(65534) == 0);
  }
  ~Unprivileged() {
    ::setenv("ASAN_OPTIONS", sanitizer_options_.c_str(), 1);
    if (was_ == 0 && ::seteuid(was_) != 0) std::abort();
  }
  Unprivileged(const Unprivileged&) = delete;
  Unprivileged& operator=(const Unprivileged&) = delete;

 private:
  uid_t was_;
  std::string sanitizer_options_;
};

}  // namespace careerfacts::test
