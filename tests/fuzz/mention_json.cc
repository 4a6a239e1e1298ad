// A line of JSON is a mention or a problem with words; a mention that was read, written and read again says
// the same.
#include "publish/mention_json.h"

#include "tests/fuzz/target.h"

namespace careerfacts::fuzz {

void run_one(std::string_view input) {
  std::string problem;
  const std::optional<MentionRecord> once = read_mention_json(input, problem);
  if (!once) {
    if (problem.empty()) demand_no_fault("refused without a reason");
    return;
  }
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
