#include "base/check.h"

#include <cstdio>
#include <cstdlib>

namespace careerfacts {

void check_failed(const char* condition, const char* file, int line) {
  std::fprintf(stderr,
               "%s:%d: CHECK(%s) failed. This is a bug in careerfacts: please report it with the input.\n",
               file, line, condition);
  std::abort();
}

}  // namespace careerfacts
