// Any bytes become a sound Document: the text is UTF-8, the map goes both ways, the blocks lie in it; and the
// repairs that are told for `normalize --explain` lie in the file.
#include "ingest/ingest.h"

#include "tests/fuzz/target.h"
#include "tests/support/soundness.h"

namespace careerfacts::fuzz {

void run_one(std::string_view input) {
  const Document document = ingest("fuzz", std::string(input), {.explain = true});
  demand_no_fault(test::fault_of(document));
  if (document.text.empty()) return;
  // What maps into the file and back only widens.
  const std::size_t third = document.text.size() / 3;
  const TextSpan span{third, document.text.size() - third};
  const RawSpan there = document.map.to_raw(span);
  const TextSpan back = document.map.to_text(there);
  if (back.begin > span.begin || back.end < span.end) demand_no_fault("a span that shrinks");
}

}  // namespace careerfacts::fuzz
