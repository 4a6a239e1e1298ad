// A page to look at: what a store holds, as one HTML file that needs nothing else, no network and no program.
//
// First what there is and how much of it has a source, then what was imperfect, then the facts with their
// citations in their sentences. A small script narrows the list; without it the page shows everything.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "store/reader.h"

namespace careerfacts {

struct ReportOptions {
  std::string title = "Facts in career articles";
  std::string program_version;
  std::size_t facts = 5'000;            // are listed; all are counted
  std::size_t citations_of_fact = 100;  // are listed of each
};

// Gives the page to `write` piece by piece, valid UTF-8. The same store gives the same page. Throws
// Error(store) when the store cannot be read.
void write_report(Reader& reader, const ReportOptions& options,
                  const std::function<void(std::string_view)>& write);

}  // namespace careerfacts
