// The sample articles, and accidents that happen to files.
#pragma once

#include <algorithm>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include "tests/support/program.h"
#include "tests/support/temp_folder.h"

namespace careerfacts::test {

using Random = std::mt19937;

inline std::size_t below(Random& random, std::size_t n) { return n == 0 ? 0 : random() % n; }

inline std::vector<std::string> articles() {
  std::vector<std::string> paths;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(tree_path("corpus/articles")))
    if (entry.is_regular_file()) paths.push_back(entry.path().string());
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> texts;
  for (const std::string& path : paths) texts.push_back(read_file(path));
  return texts;
}

// A stretch of an article of about n bytes, from the begin of a line on.
inline std::string stretch(const std::vector<std::string>& articles, Random& random, std::size_t n) {
  const std::string& article = articles[below(random, articles.size())];
  std::size_t at = below(random, article.size());
  at = std::min(article.find('\n', at), article.size() - 1) + 1;
  return article.substr(at, n);
}

inline std::string random_bytes(Random& random, std::size_t n) {
  std::string bytes;
  for (std::size_t i = 0; i < n; ++i) bytes += static_cast<char>(random() & 0xff);
  return bytes;
}

inline void shuffle_lines(std::string& raw, Random& random) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < raw.size();) {
    const std::size_t end = std::min(raw.find('\n', at), raw.size() - 1) + 1;
    lines.push_back(raw.substr(at, end - at));
    at = end;
  }
  for (std::size_t i = lines.size(); i > 1; --i) std::swap(lines[i - 1], lines[below(random, i)]);
  raw.clear();
  for (const std::string& line : lines) raw += line;
}

// One accident.
inline void damage(std::string& raw, Random& random) {
  static const std::vector<std::string> kPieces{"\xef\xbb\xbf",
                                                "\xff",
                                                "\xc2\xa0",
                                                "\xe2\x80\x8b",
                                                "\xc3\xa2\xe2\x82\xac\xe2\x80\x9c",  // mojibake of a dash
                                                "\r\n",
                                                "\r",
                                                "e\xcc\x81",
                                                "\xcc\x81",
                                                "\xf0\x9f\x98\x80",
                                                "&nbsp;",
                                                "&#8211;",
                                                "\xef\xac\x83",
                                                "\xe2",
                                                "\xf0\x9f",
                                                "\xed\xa0\xbd",  // a lone surrogate
                                                "\xed\xb8\x80",
                                                "%",
                                                "$",
                                                " to ",
                                                "|",
                                                "\n\n# ",
                                                "\xef\xbc\x84\xef\xbc\x91\xef\xbc\x90",
                                                "(",
                                                "\xc2\xad",
                                                "\xe2\x80\x93",
                                                "<b>",
                                                "</p>",
                                                "<!--",
                                                "**",
                                                "](",
                                                "\t",
                                                "```\n",
                                                "---\n",
                                                "$90,000-$120,000",
                                                std::string(1, '\0')};
  const std::size_t at = below(random, raw.size() + 1);
  switch (random() % 8) {
    case 0:
      if (at < raw.size()) raw[at] = static_cast<char>(random() & 0xff);
      break;
    case 1:
    case 2:
      raw.insert(at, kPieces[below(random, kPieces.size())]);
      break;
    case 3:
      raw.erase(at, below(random, 20));
      break;
    case 4:
      raw.insert(at, std::string(raw, below(random, raw.size()), below(random, 200)));
      break;
    case 5:
      raw.insert(at, random_bytes(random, below(random, 12)));
      break;
    case 6:
      if (random() % 4 == 0) std::replace(raw.begin(), raw.end(), '\n', ' ');  // one huge line
      break;
    default:
      raw.resize(raw.size() - below(random, std::min<std::size_t>(raw.size(), 30)));
  }
}

}  // namespace careerfacts::test
