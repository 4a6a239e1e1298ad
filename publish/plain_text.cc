#include "publish/plain_text.h"

#include "base/check.h"
#include "ingest/decode.h"
#include "ingest/utf8.h"
#include "publish/named.h"

namespace careerfacts {
namespace {

constexpr std::size_t kStretch = 1024;

Rewriter::Result line_feeds(std::string_view text) {
  Rewriter out(text);
  for (std::size_t at = text.find('\r'); at != std::string_view::npos; at = text.find('\r', at)) {
    const std::size_t size = text.substr(at, 2) == "\r\n" ? 2 : 1;
    out.copy_to(at);
    out.replace(size, "\n");
    at += size;
  }
  return out.finish();
}

bool starts_character(char byte) { return (static_cast<unsigned char>(byte) & 0xc0) != 0x80; }

bool is_gap(char byte) { return byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t'; }

}  // namespace

std::string with_line_feeds(std::string_view text) { return line_feeds(text).text; }

PlainText::PlainText(std::string_view raw, LineEnds ends) : ends_(ends), raw_size_(raw.size()) {
  Decoded decoded = decode(raw);
  text_ = std::move(decoded.text);
  if (!decoded.map.is_identity()) maps_.push_back(std::move(decoded.map));
  if (ends == LineEnds::line_feed && text_.find('\r') != std::string::npos) {
    Rewriter::Result made = line_feeds(text_);
    text_ = std::move(made.text);
    maps_.push_back(std::move(made.map));
  }
  code_points_.reserve(text_.size() / kStretch + 1);
  std::size_t before = 0;
  for (std::size_t at = 0; at <= text_.size(); at += kStretch) {
    code_points_.push_back(before);
    before += count_code_points(std::string_view(text_).substr(at, kStretch));
  }
}

TextSpan PlainText::in_text(RawSpan raw) const {
  CHECK(raw.end <= raw_size_);
  for (const SourceMap& map : maps_) {
    const TextSpan text = map.to_text(raw);
    raw = {text.begin, text.end};  // of the next map
  }
  return {raw.begin, raw.end};
}

std::size_t PlainText::code_points_before(std::size_t byte) const {
  const std::size_t stretch = byte / kStretch;
  const std::size_t begin = stretch * kStretch;
  return code_points_[stretch] + count_code_points(std::string_view(text_).substr(begin, byte - begin));
}

CharSpan PlainText::characters(RawSpan raw) const {
  const TextSpan span = in_text(raw);
  const std::size_t begin = code_points_before(span.begin);
  return {begin, begin + count_code_points(std::string_view(text_).substr(span.begin, span.size()))};
}

std::string_view PlainText::at(RawSpan raw) const {
  const TextSpan span = in_text(raw);
  return std::string_view(text_).substr(span.begin, span.size());
}

std::string_view PlainText::before(RawSpan raw, std::size_t most) const {
  const std::size_t end = in_text(raw).begin;
  std::size_t begin = end;
  for (std::size_t n = 0; n < most && begin > 0; ++n)
    while (--begin > 0 && !starts_character(text_[begin])) continue;
  if (begin > 0) {
    std::size_t space = begin;
    while (space < end && !is_gap(text_[space])) ++space;
    if (space + 1 < end) begin = space + 1;
  }
  return std::string_view(text_).substr(begin, end - begin);
}

std::string_view PlainText::after(RawSpan raw, std::size_t most) const {
  const std::size_t begin = in_text(raw).end;
  std::size_t end = begin;
  for (std::size_t n = 0; n < most && end < text_.size(); ++n)
    while (++end < text_.size() && !starts_character(text_[end])) continue;
  if (end < text_.size()) {
    std::size_t space = end;
    while (space > begin && !is_gap(text_[space - 1])) --space;
    if (space > begin + 1) end = space - 1;
  }
  return std::string_view(text_).substr(begin, end - begin);
}

bool PlainText::is_text(RawSpan raw) const {
  if (raw.begin > raw.end || raw.end > raw_size_) return false;
  const std::string_view text = at(raw);
  return find_invalid_utf8(text) == text.size();  // it is, but where a span cuts a character
}

bool PlainText::holds(const Mention& mention) const {
  if (!is_text(mention.span)) return false;
  const Named named = named_by(mention);
  for (const std::optional<RawSpan>& place : {named.role_place(), named.source_place()})
    if (place && !is_text(*place)) return false;
  const std::string_view found = at(mention.span);
  return found == mention.quote || (ends_ == LineEnds::line_feed && found == with_line_feeds(mention.quote));
}

}  // namespace careerfacts
