// What an audit found out about a citation, as it is stored.
#pragma once

#include <string>

#include "base/span.h"
#include "store/identity.h"

namespace careerfacts {

// The words are those of the audit (audit/verdict.h), which comes after the store.
struct StoredFinding {
  FactKey fact = 0;
  std::string document;  // the citation: path and place
  RawSpan span;
  std::string check;
  std::string verdict;
  std::string reason;
  std::string evidence;  // a JSON list; empty where there is none
};

}  // namespace careerfacts
