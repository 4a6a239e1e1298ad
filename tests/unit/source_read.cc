// Reading the bytes of one input.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <thread>

#include "ingest/source.h"
#include "tests/support/catch.h"
#include "tests/support/temp_folder.h"
#include "tests/support/unprivileged.h"

namespace careerfacts {
namespace {

using test::TempFolder;

RawFile read(const std::string& path, std::size_t max_bytes = kDefaultMaxBytes) {
  return read_source(Source{path, {}}, max_bytes);
}

std::string code(const RawFile& file) {
  return file.diagnostics.empty() ? "" : file.diagnostics.front().code;
}

TEST_CASE("the bytes of a file come as they are", "[source]") {
  const TempFolder folder;
  const std::string bytes("a\0\xff\r\n", 5);
  CHECK(read(folder.write("odd", bytes)).bytes == bytes);
  CHECK(read(folder.write("empty", "")).bytes.empty());
  CHECK(code(read(folder.at("empty"))).empty());
  const std::string large(3'000'000, 'x');
  CHECK(read(folder.write("large", large)).bytes == large);
}

TEST_CASE("the limit is exact", "[source]") {
  const TempFolder folder;
  const std::string path = folder.write("ten", "0123456789");
  CHECK(read(path, 10).bytes.size() == 10);
  const RawFile refused = read(path, 9);
  CHECK(code(refused) == "too-large");
  CHECK(refused.bytes.empty());
  CHECK(refused.diagnostics.front().message.find("--max-bytes") != std::string::npos);
}

TEST_CASE("files that tell no size are read to their end, up to the limit", "[source]") {
  CHECK(read("/proc/self/status").bytes.find("Name:") == 0);
  CHECK(read("/dev/null").bytes.empty());
  CHECK(code(read("/dev/zero", 100'000)) == "too-large");
}

TEST_CASE("a pipe is read in the pieces that it comes in", "[source]") {
  const TempFolder folder;
  const std::string pipe = folder.at("pipe");
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  std::thread writer([&] {
    const int descriptor = ::open(pipe.c_str(), O_WRONLY);
    for (int i = 0; i < 50; ++i) static_cast<void>(::write(descriptor, "0123456789", 10));
    ::close(descriptor);
  });
  const RawFile file = read(pipe);
  writer.join();
  CHECK(file.bytes.size() == 500);
  CHECK(file.diagnostics.empty());
}

TEST_CASE("what is no file is refused", "[source]") {
  const TempFolder folder;
  CHECK(code(read(folder.path())) == "not-a-file");
  CHECK(code(read(folder.at("missing"))) == "missing-path");
  CHECK(code(read(std::string(5000, 'x'))) == "unreadable");
}

TEST_CASE("a file that may not be read is told", "[source]") {
  const TempFolder folder;
  const std::string path = folder.write("closed", "x");
  std::filesystem::permissions(folder.path(), std::filesystem::perms::all);
  std::filesystem::permissions(path, std::filesystem::perms::none);
  const test::Unprivileged nobody;
  CHECK(code(read(path)) == "unreadable");
}

TEST_CASE("what was known when the source was listed is told again, and nothing is read", "[source]") {
  const RawFile file = read_source(Source{"/dev/zero", {{Severity::error, "empty-folder", "Empty.", {}}}});
  CHECK(code(file) == "empty-folder");
  CHECK(file.bytes.empty());
}

TEST_CASE("a file that shrinks or grows while it is read is used as it was read", "[source]") {
  // The size is asked before the bytes are: a file whose size is wrong on purpose stands for one that
  // changes.
  const TempFolder folder;
  const std::string path = folder.write("changing", std::string(1'000'000, 'x'));
  std::thread changer([&] {
    for (int i = 0; i < 2000; ++i) {
      std::filesystem::resize_file(path, 10);
      std::filesystem::resize_file(path, 1'000'000);
    }
  });
  for (int i = 0; i < 200; ++i) {
    const RawFile file = read(path);
    REQUIRE(file.bytes.size() <= 1'000'000);
    if (!file.diagnostics.empty()) REQUIRE(code(file) == "changed-while-read");
  }
  changer.join();
}

}  // namespace
}  // namespace careerfacts
