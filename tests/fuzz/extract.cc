// Any bytes: every citation's bytes are its quote, and the mention comes back the same from its line of JSON.
#include "extract/extract.h"

#include "ingest/ingest.h"
#include "publish/mention_json.h"
#include "tests/fuzz/target.h"
#include "tests/support/soundness.h"

namespace careerfacts::fuzz {

void run_one(std::string_view input) {
  static const Rulebook rulebook = Rulebook::builtin();
  const std::string raw(input);
  const ExtractedDocument found = extract(ingest("fuzz", raw), rulebook);
  demand_no_fault(test::fault_of(found, raw));
  for (const Mention& mention : found.mentions) {
    std::string line, problem;
    append_mention_json(line, found, mention);
    const auto read = read_mention_json(line, problem);
    if (!read) demand_no_fault(problem + " in " + line);
    if (read->mention.quote != mention.quote || read->mention.span != mention.span)
      demand_no_fault("another mention came back from " + line);
  }
}

}  // namespace careerfacts::fuzz
