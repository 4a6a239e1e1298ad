#include "publish/audit_text.h"

#include <algorithm>
#include <numeric>
#include <string_view>

#include "publish/audit_words.h"
#include "publish/mention_text.h"

namespace careerfacts {
namespace {

constexpr std::string_view kIndent = "    ";

std::string count(std::size_t number) { return grouped(static_cast<double>(number)); }

std::string count(std::size_t number, const std::string& noun) {
  return count(number) + " " + noun + (number == 1 ? "" : "s");
}

struct Line {
  std::string what;
  std::size_t number;
};

// Two columns, the numbers flush right.
void append_table(std::string& out, const std::vector<Line>& lines) {
  std::size_t what = 0;
  std::size_t digits = 0;
  for (const Line& line : lines) {
    what = std::max(what, line.what.size());
    digits = std::max(digits, count(line.number).size());
  }
  for (const Line& line : lines) {
    const std::string number = count(line.number);
    out += "  " + line.what + std::string(what - line.what.size() + 2 + digits - number.size(), ' ') +
           number + "\n";
  }
}

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U; }));
}

void append_wrapped(std::string& out, std::string_view text, std::size_t columns) {
  std::size_t width = 0;
  bool first = true;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    const std::string_view word = text.substr(at, end - at);
    const std::size_t size = characters(word);
    if (!first && columns > 0 && width + 1 + size > columns) {
      out += '\n';
      out += kIndent;
      width = kIndent.size();
    } else if (!first) {
      out += ' ';
      ++width;
    }
    out += word;
    width += size;
    first = false;
    at = end + 1;
  }
  out += '\n';
}

}  // namespace

std::vector<std::size_t> worst_first(std::span<const AuditedClaim> audited) {
  std::vector<std::size_t> order(audited.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return audited[a].verdict < audited[b].verdict; });
  return order;
}

void append_coverage_text(std::string& out, const Coverage& coverage, std::size_t documents) {
  out += count(coverage.claims, "claim") + " in " + count(documents, "document") + ": " +
         count(coverage.checked) + " checked, " + count(coverage.claims - coverage.checked) +
         " not checked\n";
  std::vector<Line> verdicts;
  for (std::size_t i = 0; i < coverage.by_verdict.size(); ++i)
    if (const auto verdict = static_cast<Verdict>(i);
        coverage.by_verdict[i] > 0 && verdict != Verdict::uncheckable)
      verdicts.push_back({std::string(to_word(verdict)), coverage.by_verdict[i]});
  if (!verdicts.empty()) {
    out += "\nChecked, with the verdict\n\n";
    append_table(out, verdicts);
  }
  std::vector<Line> reasons;
  for (const auto& [obstacle, number] : coverage.unchecked)
    reasons.push_back(
        {std::string(obstacle == Obstacle::none ? "there is nothing to compare with" : to_word(obstacle)),
         number});
  std::stable_sort(reasons.begin(), reasons.end(),
                   [](const Line& a, const Line& b) { return a.number > b.number; });
  if (!reasons.empty()) {
    out += "\nNot checked, because\n\n";
    append_table(out, reasons);
  }
}

void append_audited_claim_text(std::string& out, const Claims& claims, const AuditedClaim& audited,
                               std::size_t columns) {
  const Claim& claim = claims.claims[audited.claim];
  const Mention& mention = claim.mention;
  std::string text = claims.document_of(claim).path + ":" + std::to_string(mention.line) + ":" +
                     std::to_string(mention.column) + ": " + std::string(to_word(audited.verdict)) + ": " +
                     describe(mention) + " — " + reason_of(audited);
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  append_wrapped(out, text, columns);
}

}  // namespace careerfacts
