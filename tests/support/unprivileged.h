// For tests of what happens where permissions are missing: root has all of them.
#pragma once

#include <unistd.h>

#include <cstdlib>
#include <string>

#include "tests/support/catch.h"

namespace careerfacts::test {

// Why programs cannot be run so here; empty: they can. LeakSanitizer cannot look into a process that has
// changed its user, and such a process does not read its options either.
inline std::string no_unprivileged_programs() {
#if defined(__SANITIZE_ADDRESS__)
  if (::geteuid() == 0) return "LeakSanitizer does not work in a program that root runs as another user";
#endif
  return {};
}

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
