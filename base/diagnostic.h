// What is imperfect about one input. Diagnostics are stored and counted; they never stop a batch.
#pragma once

#include <string>

#include "base/span.h"

namespace careerfacts {

enum class Severity { note, warning, error };

struct Diagnostic {
  Severity severity = Severity::warning;  // error: the document could not be used at all
  std::string code;     // kebab-case and stable: "invalid-utf-8", "binary-file", "too-large" …
  std::string message;  // a sentence for people: what was found, what was done about it
  RawSpan where;        // empty when it concerns the whole file
};

}  // namespace careerfacts
