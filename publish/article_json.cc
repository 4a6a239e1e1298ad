#include "publish/article_json.h"

#include "publish/json_fields.h"

namespace careerfacts {

std::optional<ArticleRecord> read_article_json(std::string_view line, std::string& problem) {
  problem.clear();
  JsonLine parsed;
  const JsonValue* object = parsed.parse(line, problem);
  if (object == nullptr) return std::nullopt;
  parsed.drop_doubles();
  JsonFields fields(*object, problem);
  ArticleRecord article;
  article.path = fields.text("path");
  if (!fields.failed() && (article.path.empty() || article.path.find('\0') != std::string::npos))
    fields.fail("path", "is no path: it is empty or holds a NUL character");
  const bool has_text = fields.has("text");
  const bool has_bytes = fields.has("bytes_base64");
  if (has_text == has_bytes) {
    fields.fail("text", has_text ? "and 'bytes_base64' are both there; one of them is enough"
                                 : "is missing, and so is 'bytes_base64'");
  } else if (has_text) {
    article.bytes = fields.text("text");
  } else if (auto bytes = fields.bytes_if_there("bytes_base64")) {
    article.bytes = std::move(*bytes);
  }
  if (!problem.empty()) return std::nullopt;
  return article;
}

}  // namespace careerfacts
