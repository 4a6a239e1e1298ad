// A line of JSON is a mention or a problem with words; a mention that was read, written and read again says
// the same.
#include "publish/mention_json.h"

#include <charconv>
#include <optional>
#include <variant>

#include "tests/fuzz/target.h"

namespace careerfacts::fuzz {
namespace {

// To 15 digits: those come back exactly. Of more, Boost.JSON loses the last one.
void round_number(std::optional<double>& number) {
  if (!number) return;
  char digits[32];
  const auto end = std::to_chars(digits, digits + sizeof digits, *number, std::chars_format::general, 15).ptr;
  double rounded = *number;
  std::from_chars(digits, end, rounded);
  number = rounded;
}

void round_numbers(Mention& mention) {
  if (auto* salary = std::get_if<SalaryFields>(&mention.fields)) {
    round_number(salary->bounds.min);
    round_number(salary->bounds.max);
  }
  if (auto* percentage = std::get_if<PercentageFields>(&mention.fields)) {
    round_number(percentage->bounds.min);
    round_number(percentage->bounds.max);
  }
}

}  // namespace

void run_one(std::string_view input) {
  std::string problem;
  std::optional<MentionRecord> once = read_mention_json(input, problem);
  if (!once) {
    if (problem.empty()) demand_no_fault("refused without a reason");
    return;
  }
  round_numbers(once->mention);
  ExtractedDocument document;
  document.path = once->document;
  document.sha256 = once->document_sha256;
  std::string line, line_again;
  append_mention_json(line, document, once->mention);
  const std::optional<MentionRecord> twice = read_mention_json(line, problem);
  if (!twice) demand_no_fault(problem + " in its own " + line);
  append_mention_json(line_again, document, twice->mention);
  if (line != line_again) demand_no_fault("written, read and written again, " + line + " is " + line_again);
}

}  // namespace careerfacts::fuzz
