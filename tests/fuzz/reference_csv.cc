// A user's file of figures is read, or refused with an Error that tells file, line and column; and its rows
// can be asked for.
#include "audit/reference.h"
#include "audit/row_words.h"
#include "base/error.h"
#include "tests/fuzz/target.h"

namespace careerfacts::fuzz {

void run_one(std::string_view input) {
  Reference reference;
  try {
    reference.add_csv("own.csv", std::string(input));
  } catch (const Error& error) {
    const std::string& place = error.place();
    if (!place.starts_with("own.csv:") || place.find(':', 8) == std::string::npos)
      demand_no_fault("refused without line and column: " + place);
    return;
  }
  for (const ReferenceRow& row : reference.rows()) {
    if (reference.rows_of(row.soc, row.metric).empty()) demand_no_fault("a row that cannot be found");
    if (!reference.has_rows_of(row.publisher)) demand_no_fault("a publisher that is not known");
    if (words_of(row).empty()) demand_no_fault("a row without words");
  }
}

}  // namespace careerfacts::fuzz
