// For tests of what happens where permissions are missing: root has all of them.
#pragma once

#include <unistd.h>

#include <cstdlib>

#include "tests/support/catch.h"

namespace careerfacts::test {

// While it lives, the process acts as the user "nobody" when it is root's.
class Unprivileged {
 public:
  Unprivileged() : was_(::geteuid()) {
    if (was_ == 0) REQUIRE(::seteuid(65534) == 0);
  }
  ~Unprivileged() {
    if (was_ == 0 && ::seteuid(was_) != 0) std::abort();
  }
  Unprivileged(const Unprivileged&) = delete;
  Unprivileged& operator=(const Unprivileged&) = delete;

 private:
  uid_t was_;
};

}  // namespace careerfacts::test
