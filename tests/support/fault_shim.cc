// Faults of the system, for a program that is started with this library in LD_PRELOAD. The variable
// CAREERFACTS_FAULTS lists them, parted by spaces:
//
//   short-reads    read() of an article gives 7 bytes at most, and every third call is interrupted (EINTR)
//   bad-disk       read() of an article whose name holds "bad" fails with EIO after its first bytes
//   short-writes   write() to standard output takes 7 bytes at most, and every third call is interrupted
//   bad-output     write() to standard output fails with EIO after 100 bytes
//   full-disk=N    the N-th write to a database, and every later one, fails with ENOSPC
//   bad-store=N    the N-th write to a database, and every later one, fails with EIO
//
// An article is a file whose name ends in ".md"; a database one whose name holds ".db".
#include <dlfcn.h>
#include <sys/types.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <string>

namespace {

std::string faults() {
  const char* list = std::getenv("CAREERFACTS_FAULTS");
  return list == nullptr ? std::string() : " " + std::string(list) + " ";
}

bool has(const char* fault) {
  static const std::string list = faults();
  return list.find(std::string(" ") + fault + " ") != std::string::npos;
}

// N of "full-disk=N"; 0 where it is not asked for.
long number_of(const char* fault) {
  static const std::string list = faults();
  const std::size_t at = list.find(std::string(" ") + fault + "=");
  return at == std::string::npos ? 0 : std::atol(list.c_str() + at + std::strlen(fault) + 2);
}

std::string name_of(int descriptor) {
  char name[4096];
  const std::string link = "/proc/self/fd/" + std::to_string(descriptor);
  const ssize_t n = ::readlink(link.c_str(), name, sizeof name);
  return n < 0 ? std::string() : std::string(name, static_cast<std::size_t>(n));
}

bool is_article(int descriptor) { return name_of(descriptor).ends_with(".md"); }
bool is_database(int descriptor) { return name_of(descriptor).find(".db") != std::string::npos; }

template <class Function>
Function next(const char* name) {
  // The standard's only way from an object pointer to a function pointer.
  void* const found = ::dlsym(RTLD_NEXT, name);
  Function function;
  static_assert(sizeof function == sizeof found);
  std::memcpy(&function, &found, sizeof function);
  return function;
}

ssize_t fail(int reason) {
  errno = reason;
  return -1;
}

// Whether this write to a database is to fail; `reason` is the errno then.
bool store_fails(int descriptor, int& reason) {
  static const long full = number_of("full-disk"), bad = number_of("bad-store");
  if ((full == 0 && bad == 0) || !is_database(descriptor)) return false;
  static long writes = 0;
  ++writes;
  reason = full != 0 ? ENOSPC : EIO;
  return writes >= (full != 0 ? full : bad);
}

}  // namespace

extern "C" {

ssize_t read(int descriptor, void* to, std::size_t n) {
  static const auto real = next<ssize_t (*)(int, void*, std::size_t)>("read");
  static thread_local int calls = 0;
  if (has("bad-disk") && is_article(descriptor) && name_of(descriptor).find("bad") != std::string::npos)
    return ++calls % 2 == 1 ? real(descriptor, to, n < 10 ? n : 10) : fail(EIO);
  if (has("short-reads") && is_article(descriptor)) {
    if (++calls % 3 == 0) return fail(EINTR);
    n = n < 7 ? n : 7;
  }
  return real(descriptor, to, n);
}

ssize_t write(int descriptor, const void* from, std::size_t n) {
  static const auto real = next<ssize_t (*)(int, const void*, std::size_t)>("write");
  static thread_local int calls = 0;
  int reason = 0;
  if (store_fails(descriptor, reason)) return fail(reason);
  if (descriptor == STDOUT_FILENO) {
    static std::size_t written = 0;
    if (has("bad-output")) {
      if (written >= 100) return fail(EIO);
      n = n < 100 ? n : 100;
      written += n;
    }
    if (has("short-writes")) {
      if (++calls % 3 == 0) return fail(EINTR);
      n = n < 7 ? n : 7;
    }
  }
  return real(descriptor, from, n);
}

ssize_t pwrite64(int descriptor, const void* from, std::size_t n, off64_t at) {
  static const auto real = next<ssize_t (*)(int, const void*, std::size_t, off64_t)>("pwrite64");
  int reason = 0;
  return store_fails(descriptor, reason) ? fail(reason) : real(descriptor, from, n, at);
}

ssize_t pwrite(int descriptor, const void* from, std::size_t n, off_t at) {
  static const auto real = next<ssize_t (*)(int, const void*, std::size_t, off_t)>("pwrite");
  int reason = 0;
  return store_fails(descriptor, reason) ? fail(reason) : real(descriptor, from, n, at);
}

}  // extern "C"
