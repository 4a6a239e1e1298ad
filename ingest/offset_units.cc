#include "ingest/offset_units.h"

#include <algorithm>

#include "base/check.h"
#include "ingest/decode.h"
#include "ingest/utf8.h"

namespace careerfacts {
namespace {

constexpr std::string_view kMark = "\xEF\xBB\xBF";

// The code points that take two units of UTF-16 are those of four bytes in UTF-8.
std::size_t count_pairs(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0xF0; }));
}

}  // namespace

UnitCounter::UnitCounter(std::string_view raw) : text_(raw) {
  if (find_invalid_utf8(raw) == raw.size()) {
    if (raw.starts_with(kMark)) done_ = kMark.size();
    return;
  }
  Decoded decoded = decode(raw);
  decoded_ = std::move(decoded.text);
  map_ = std::move(decoded.map);
  mapped_ = true;
  text_ = decoded_;
}

UnitOffset UnitCounter::at(std::size_t raw) {
  const std::size_t end = mapped_ ? map_.to_text({raw, raw}).begin : std::max(raw, done_);
  CHECK(done_ <= end && end <= text_.size());
  const std::string_view part = text_.substr(done_, end - done_);
  const std::size_t code_points = count_code_points(part);
  offset_.code_points += code_points;
  offset_.utf16 += code_points + count_pairs(part);
  done_ = end;
  return offset_;
}

}  // namespace careerfacts
