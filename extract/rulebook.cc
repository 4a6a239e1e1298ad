#include "extract/rulebook.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/embedded_file.h"
#include "base/error.h"
#include "extract/compile_rules.h"

namespace careerfacts {

extern const EmbeddedFile rulebook_data_files[];  // cmake/embed.cmake
extern const unsigned rulebook_data_count;

namespace {

std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  if (!in) throw Error(ErrorKind::rulebook, path.string(), "cannot be read");
  return std::move(text).str();
}

}  // namespace

std::vector<RulebookFile> builtin_rulebook_files() {
  std::vector<RulebookFile> files;
  for (unsigned i = 0; i < rulebook_data_count; ++i) {
    const EmbeddedFile& file = rulebook_data_files[i];
    files.push_back({file.name, file.text()});
  }
  return files;
}

Rulebook Rulebook::from_folder(const std::string& folder) {
  namespace fs = std::filesystem;
  if (!fs::is_directory(folder))
    throw Error(ErrorKind::rulebook, folder,
                "is not a folder; --rules takes one that holds patterns/ and gazetteers/");
  std::vector<RulebookFile> files = builtin_rulebook_files();
  std::deque<std::string> texts;
  bool any = false;
  for (const auto& [name, ending] : {std::pair("patterns", ".toml"), std::pair("gazetteers", ".tsv")}) {
    const fs::path sub = fs::path(folder) / name;
    if (!fs::is_directory(sub)) continue;
    for (const fs::directory_entry& entry : fs::directory_iterator(sub)) {
      if (entry.path().extension() != ending) continue;
      any = true;
      const std::string key = std::string(name) + "/" + entry.path().filename().string();
      texts.push_back(read_file(entry.path()));
      const auto known =
          std::find_if(files.begin(), files.end(), [&](const RulebookFile& f) { return f.name == key; });
      if (known != files.end())
        known->text = texts.back();
      else
        files.push_back({key, texts.back()});
    }
  }
  if (!any)
    throw Error(ErrorKind::rulebook, folder,
                "holds no patterns/*.toml and no gazetteers/*.tsv; copy the folder extract/ of the source as "
                "a start");
  return Rulebook(compile_rules(std::move(files), std::move(texts)));
}

const std::string& Rulebook::hash() const { return compiled_->hash; }

}  // namespace careerfacts
