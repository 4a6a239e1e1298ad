// An article as one JSON object a line: what `extract --stdin-format jsonl` reads, described by
// schemas/article.schema.json.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace careerfacts {

struct ArticleRecord {
  std::string path;   // what the document is called in everything that is written about it
  std::string bytes;  // of the article
};

// Reads one line. Fields that this version does not know are passed over. Nothing when the line cannot be
// used; then `problem` says why, for people: "'path' is missing".
std::optional<ArticleRecord> read_article_json(std::string_view line, std::string& problem);

}  // namespace careerfacts
