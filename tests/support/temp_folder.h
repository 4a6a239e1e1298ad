// A fresh folder that is gone, with all in it, when the test is over.
#pragma once

#include <string>
#include <string_view>

namespace careerfacts::test {

class TempFolder {
 public:
  TempFolder();
  ~TempFolder();
  TempFolder(const TempFolder&) = delete;
  TempFolder& operator=(const TempFolder&) = delete;

  const std::string& path() const { return path_; }
  std::string at(std::string_view name) const { return path_ + "/" + std::string(name); }
  // Writes a file (and the folders above it), and gives its path.
  std::string write(std::string_view name, std::string_view bytes) const;
  std::string make_folder(std::string_view name) const;

 private:
  std::string path_;
};

// The whole file; fails the test when it cannot be read.
std::string read_file(const std::string& path);

}  // namespace careerfacts::test
