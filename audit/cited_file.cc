#include "audit/cited_file.h"

#include <algorithm>
#include <filesystem>

#include "base/content_hash.h"
#include "ingest/source.h"
#include "ingest/utf8.h"

namespace careerfacts {
namespace {

constexpr std::size_t kMaxBytes = std::size_t{4} << 30;  // whatever limit the file was stored under

bool starts_character(char byte) { return (static_cast<unsigned char>(byte) & 0xc0) != 0x80; }

void put_on_one_line(std::string& text) {
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
}

}  // namespace

CitedFile::CitedFile(const std::string& path, const std::string& sha256) : path_(path) {
  std::error_code error;
  if (path == "-") {
    problem_ = "it was standard input, which cannot be read again";
    return;
  }
  if (!std::filesystem::exists(path, error)) {
    problem_ = "the file is gone";
    return;
  }
  if (!std::filesystem::is_regular_file(path, error)) {
    problem_ = "it is no regular file any more";
    return;
  }
  RawFile raw = read_source({path, {}}, kMaxBytes);
  for (const Diagnostic& diagnostic : raw.diagnostics)
    if (diagnostic.severity == Severity::error) problem_ = diagnostic.message;
  if (!problem_.empty()) return;
  bytes_ = std::move(raw.bytes);
  changed_ = sha256_hex(bytes_) != sha256;
}

bool CitedFile::holds(const Mention& mention) const {
  const std::string& quote = mention.quote_bytes ? *mention.quote_bytes : mention.quote;
  return problem_.empty() && mention.span.end <= bytes_.size() && bytes(mention.span) == quote;
}

std::string_view CitedFile::bytes(RawSpan span) const {
  const std::size_t begin = std::min(span.begin, bytes_.size());
  const std::size_t end = std::clamp(span.end, begin, bytes_.size());
  return std::string_view(bytes_).substr(begin, end - begin);
}

CitedFile::Line CitedFile::line(RawSpan span, std::size_t most) const {
  const std::string_view text = bytes_;
  const std::size_t line_end = text.substr(0, span.begin).rfind('\n');
  std::size_t begin = line_end == std::string_view::npos ? 0 : line_end + 1;
  std::size_t end = std::min(text.find('\n', span.end), text.size());
  const bool cut_before = span.begin - begin > most;
  const bool cut_after = end - span.end > most;
  if (cut_before) begin = span.begin - most;
  if (cut_after) end = span.end + most;
  while (cut_before && begin < span.begin && !starts_character(text[begin])) ++begin;
  while (cut_after && end > span.end && !starts_character(text[end])) --end;
  if (find_invalid_utf8(text.substr(begin, end - begin)) < end - begin) return {};

  Line line{std::string(text.substr(begin, span.begin - begin)),
            std::string(text.substr(span.begin, span.size())),
            std::string(text.substr(span.end, end - span.end))};
  for (std::string* part : {&line.before, &line.marked, &line.after}) put_on_one_line(*part);
  line.before.erase(0, std::min(line.before.find_first_not_of(' '), line.before.size()));
  line.after.erase(line.after.find_last_not_of(' ') + 1);
  if (cut_before) line.before.insert(0, "…");
  if (cut_after) line.after += "…";
  return line;
}

}  // namespace careerfacts
