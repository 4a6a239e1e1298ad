// Which inputs a list of paths names, and in which order.
#include <sys/stat.h>

#include <filesystem>

#include "ingest/source.h"
#include "tests/support/catch.h"
#include "tests/support/temp_folder.h"
#include "tests/support/unprivileged.h"

namespace careerfacts {
namespace {

using test::TempFolder;

// The paths, without the folder in front.
std::vector<std::string> names(const std::vector<Source>& sources, const TempFolder& folder) {
  std::vector<std::string> names;
  for (const Source& source : sources)
    names.push_back(source.path.starts_with(folder.path() + "/")
                        ? source.path.substr(folder.path().size() + 1)
                        : source.path);
  return names;
}

std::string code(const Source& source) {
  return source.diagnostics.empty() ? "" : source.diagnostics.front().code;
}

using Names = std::vector<std::string>;

TEST_CASE("a folder is walked depth first, in bytewise order of the names", "[source]") {
  const TempFolder folder;
  for (const char* name : {"b.txt", "a/z.txt", "a/B.txt", "a/a/deep.txt", "C.txt", "a.txt", "é.txt"})
    folder.write(name, "x");
  CHECK(names(list_sources({folder.path()}), folder) ==
        Names{"C.txt", "a/B.txt", "a/a/deep.txt", "a/z.txt", "a.txt", "b.txt", "é.txt"});
}

TEST_CASE("hidden files and folders are left out, unless they are named", "[source]") {
  const TempFolder folder;
  folder.write(".hidden", "x");
  folder.write(".git/config", "x");
  folder.write("seen", "x");
  CHECK(names(list_sources({folder.path()}), folder) == Names{"seen"});
  CHECK(names(list_sources({folder.at(".hidden")}), folder) == Names{".hidden"});
}

TEST_CASE("a file that is named twice is taken once, where it was named first", "[source]") {
  const TempFolder folder;
  folder.write("a.txt", "x");
  folder.write("b.txt", "x");
  const auto sources =
      list_sources({folder.at("b.txt"), folder.path() + "/", folder.path() + "/./b.txt", "-", "-"});
  CHECK(names(sources, folder) == Names{"b.txt", "a.txt", "-"});
}

TEST_CASE("symbolic links that lead in a circle end", "[source]") {
  const TempFolder folder;
  folder.write("a/file.txt", "x");
  std::filesystem::create_directory_symlink(folder.path(), folder.at("a/up"));
  std::filesystem::create_symlink("round", folder.at("round"));
  const auto sources = list_sources({folder.path()});
  CHECK(names(sources, folder) == Names{"a/file.txt"});
  CHECK(code(list_sources({folder.at("round")}).at(0)) == "symlink-loop");
}

TEST_CASE("a link whose target is gone is told, a link to a file is taken", "[source]") {
  const TempFolder folder;
  folder.write("file.txt", "x");
  std::filesystem::create_symlink("file.txt", folder.at("link.txt"));
  std::filesystem::create_symlink("nothing", folder.at("gone.txt"));
  const auto sources = list_sources({folder.path()});
  CHECK(names(sources, folder) == Names{"file.txt", "gone.txt", "link.txt"});
  CHECK(code(sources.at(1)) == "missing-path");
}

TEST_CASE("what cannot be used is told by its place in the list", "[source]") {
  const TempFolder folder;
  folder.write("file.txt", "x");
  folder.make_folder("empty/below");
  const auto sources =
      list_sources({folder.at("missing"), folder.at("empty"), "", folder.at("file.txt/below")});
  REQUIRE(sources.size() == 4);
  CHECK(code(sources[0]) == "missing-path");
  CHECK(code(sources[1]) == "empty-folder");
  CHECK(code(sources[2]) == "missing-path");
  CHECK(code(sources[3]) == "missing-path");
  for (const Source& source : sources) CHECK(source.diagnostics.front().severity == Severity::error);
}

TEST_CASE("names may hold anything but a slash", "[source]") {
  const TempFolder folder;
  const Names odd{"\x80\xff.txt", "a\nb.txt", "quote\"'`$(x).txt"};
  for (const std::string& name : odd) folder.write(name, "x");
  Names found = names(list_sources({folder.path()}), folder);
  CHECK(found == Names{"a\nb.txt", "quote\"'`$(x).txt", "\x80\xff.txt"});
  for (const Source& source : list_sources({folder.path()})) CHECK(read_source(source).bytes == "x");
}

TEST_CASE("only regular files of a folder are taken", "[source]") {
  const TempFolder folder;
  folder.write("file.txt", "x");
  REQUIRE(::mkfifo(folder.at("pipe").c_str(), 0600) == 0);
  CHECK(names(list_sources({folder.path()}), folder) == Names{"file.txt"});
}

TEST_CASE("a folder that may not be read is told, its neighbours are taken", "[source]") {
  const TempFolder folder;
  folder.write("closed/file.txt", "x");
  folder.write("open.txt", "x");
  std::filesystem::permissions(folder.path(), std::filesystem::perms::all);
  std::filesystem::permissions(folder.at("closed"), std::filesystem::perms::none);
  const test::Unprivileged nobody;
  const auto sources = list_sources({folder.path()});
  CHECK(names(sources, folder) == Names{"closed", "open.txt"});
  CHECK(code(sources.at(0)) == "unreadable");
}

}  // namespace
}  // namespace careerfacts
