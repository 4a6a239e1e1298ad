#include "tests/support/soundness.h"

#include <array>
#include <cstddef>
#include <optional>
#include <tuple>
#include <variant>
#include <vector>

#include "ingest/utf8.h"

namespace careerfacts::test {
namespace {

// What is wrong with the mentions of a file; empty when nothing is.
class Judge {
 public:
  Judge(const std::string& raw, const ExtractedDocument& found) : raw_(raw), found_(found) {}

  std::string fault() const {
    const Mention* before = nullptr;
    std::array<std::size_t, 4> end{};
    for (const Mention& mention : found_.mentions) {
      const std::string wrong = fault_of(mention);
      if (!wrong.empty())
        return wrong + ": " + mention.quote + " by " + mention.rule + " at " +
               std::to_string(mention.span.begin);
      if (before != nullptr && place(*before) > place(mention)) return "not in order";
      before = &mention;
      std::size_t& stop = end[static_cast<std::size_t>(mention.kind())];
      if (mention.span.begin < stop) return "two of a kind overlap at " + std::to_string(mention.span.begin);
      stop = mention.span.end;
    }
    return "";
  }

 private:
  static std::tuple<std::size_t, std::size_t, Kind> place(const Mention& mention) {
    return {mention.span.begin, mention.span.end, mention.kind()};
  }
  bool lies_inside(const std::optional<RawSpan>& span) const {
    return !span || (span->begin < span->end && span->end <= raw_.size());
  }
  std::string fault_of(const Mention& mention) const {
    if (!lies_inside(mention.span)) return "outside of the file";
    if (raw_.compare(mention.span.begin, mention.span.size(), mention.quote_bytes.value_or(mention.quote)) !=
        0)
      return "other bytes";
    if (mention.quote_bytes == mention.quote) return "needless quote_bytes";
    if (find_invalid_utf8(mention.quote) < mention.quote.size()) return "a quote that is not UTF-8";
    if (find_invalid_utf8(mention.context) < mention.context.size()) return "a context that is not UTF-8";
    if (mention.line < 1 || mention.column < 1) return "no line or column";
    if (const auto* salary = std::get_if<SalaryFields>(&mention.fields))
      if (!lies_inside(salary->role.citation) || !lies_inside(salary->attribution.citation))
        return "a role or source outside of the file";
    if (const auto* percentage = std::get_if<PercentageFields>(&mention.fields))
      if (!lies_inside(percentage->role.citation) || !lies_inside(percentage->attribution.citation))
        return "a role or source outside of the file";
    return "";
  }

  const std::string& raw_;
  const ExtractedDocument& found_;
};

}  // namespace

std::string fault_of(const Document& document) {
  const SourceMap& map = document.map;
  if (find_invalid_utf8(document.text) < document.text.size()) return "text that is not UTF-8";
  if (map.raw_size() != document.raw.size() || map.text_size() != document.text.size())
    return "map of a wrong size";
  if (document.text.find('\r') != std::string::npos || document.text.find('\0') != std::string::npos)
    return "a control character in the text";
  const std::vector<SourceMap::Run>& runs = map.runs();
  for (std::size_t i = 0; i < runs.size(); ++i) {
    const std::size_t text_end = i + 1 < runs.size() ? runs[i + 1].text_begin : map.text_size();
    const std::size_t raw_end = i + 1 < runs.size() ? runs[i + 1].raw_begin : map.raw_size();
    if (text_end < runs[i].text_begin || raw_end < runs[i].raw_begin) return "a map that goes back";
    if (!runs[i].copied) continue;
    if (text_end - runs[i].text_begin != raw_end - runs[i].raw_begin) return "a copied run of two lengths";
    if (document.encoding == "utf-8" &&
        document.text.compare(runs[i].text_begin, text_end - runs[i].text_begin, document.raw,
                              runs[i].raw_begin, raw_end - runs[i].raw_begin) != 0)
      return "a copied run of other bytes";
  }
  std::size_t end = 0;
  for (const Block& block : document.blocks) {
    if (block.span.begin < end || block.span.end < block.span.begin || block.span.end > document.text.size())
      return "blocks that overlap or lie outside";
    end = block.span.end;
    if (block.section >= document.sections.size()) return "a section that is not there";
    if (block.kind == BlockKind::cell && block.table >= document.tables.size())
      return "a table that is not there";
    for (const std::uint32_t other : {block.lead, block.parent})
      if (other != kNone && other >= document.blocks.size()) return "a lead or parent that is not there";
    const auto starts = [&](std::size_t at) {
      return at == document.text.size() || (static_cast<unsigned char>(document.text[at]) & 0xC0U) != 0x80U;
    };
    if (!starts(block.span.begin) || !starts(block.span.end)) return "a block that cuts a character";
  }
  for (std::size_t s = 1; s < document.sections.size(); ++s)
    if (document.sections[s].parent >= s) return "a section under a later one";
  for (const Repair& repair : document.repairs)
    if (repair.where.end < repair.where.begin || repair.where.end > document.raw.size())
      return "a repair outside";
  return "";
}

std::string fault_of(const ExtractedDocument& found, const std::string& raw) {
  return Judge(raw, found).fault();
}

}  // namespace careerfacts::test
