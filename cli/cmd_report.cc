// careerfacts report: a page to look at.
#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>

#include "base/error.h"
#include "cli/command.h"
#include "cli/options.h"
#include "publish/report.h"

namespace careerfacts::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kHelp =
    R"(Usage: careerfacts report --out FILE.html [OPTIONS]

Writes a page to look at in a browser: what the database holds, how much of it has a source, and the facts with their
citations in their sentences, to be searched and narrowed. The page is one file; it needs no network and no program.
A page that is there already is replaced when the new one is whole.

Options:
  --out FILE        the page
  --db FILE         the database (facts.db)
  --title TEXT      its title
  --limit N         list the first N facts (5000), by kind and name; all are counted
  --help            this text

Exit status: 0 all well; 2 the database cannot be used, the page cannot be written, or the options are wrong.

Examples:
  careerfacts report --out report.html
  careerfacts report --db pay.db --out pay.html --title 'Pay, spring 2026'
)";

[[noreturn]] void fail(const std::string& path, const std::string& reason) {
  throw Error(ErrorKind::io, path,
              "the page cannot be written: " + reason + "; name another file with --out");
}

// A file that takes its name when it is whole. Links and what is no regular file (/dev/stdout) are written to
// as they are: a new file in their place would cut them off.
class NewFile {
 public:
  explicit NewFile(const std::string& path) : path_(path) {
    std::error_code error;
    if (fs::is_directory(path, error)) fail(path, "this is a folder");
    const fs::file_type type = fs::symlink_status(path, error).type();
    if (type == fs::file_type::not_found || type == fs::file_type::regular) temporary_ = path + ".part";
    const std::string& name = temporary_.empty() ? path_ : temporary_;
    descriptor_ = ::open(name.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (descriptor_ < 0) {
      const int reason = errno;
      temporary_.clear();
      fail(path_, std::strerror(reason));
    }
  }
  ~NewFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
    if (!temporary_.empty()) ::unlink(temporary_.c_str());
  }
  NewFile(const NewFile&) = delete;
  NewFile& operator=(const NewFile&) = delete;

  int descriptor() const { return descriptor_; }
  void finish() {
    const int closed = ::close(descriptor_);
    descriptor_ = -1;
    if (closed != 0 || (!temporary_.empty() && std::rename(temporary_.c_str(), path_.c_str()) != 0))
      fail(path_, std::strerror(errno));
    temporary_.clear();
  }

 private:
  std::string path_;
  std::string temporary_;
  int descriptor_ = -1;
};

Exit run(const std::vector<std::string>& words, Console&) {
  std::string database = "facts.db";
  std::string path;
  ReportOptions report;
  report.program_version = program_version();
  Options options("report");
  options.text("out", path);
  options.text("db", database);
  options.text("title", report.title);
  options.number("limit", report.facts, 1, Options::kAny);
  options.parse(words);
  if (path.empty())
    throw Error(ErrorKind::usage, "report",
                "needs a file to write, --out FILE.html; see 'careerfacts report --help'");

  Reader reader(database);
  NewFile file(path);
  {
    Output page(file.descriptor(), path);
    write_report(reader, report, [&page](std::string_view text) { page.write(text); });
    page.flush();
  }
  file.finish();
  return Exit::ok;
}

}  // namespace

Command report_command() { return {"report", "a page to look at in a browser, one HTML file", kHelp, run}; }

}  // namespace careerfacts::cli
