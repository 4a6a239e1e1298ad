// What a person wants to know first about a store.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "extract/mention.h"

namespace careerfacts {

struct KindCount {
  std::size_t facts = 0;
  std::size_t mentions = 0;  // citations
};

// The pay of one role in one currency and period: base, total or unsaid pay, not bonuses and raises.
struct RolePay {
  std::string role;
  std::string currency;  // empty: not known
  Period period = Period::none;
  std::size_t facts = 0;
  double min = 0;  // the lowest and the highest number of any fact
  double max = 0;
  double median = 0;  // of the facts' midpoints; a fact with one open end counts by its other
};

struct DiagnosticCount {
  std::string code;
  Severity severity = Severity::warning;
  std::size_t count = 0;
  std::size_t documents = 0;
};

struct Summary {
  std::size_t documents = 0;
  std::size_t unread = 0;                    // of these: could not be read by the last run
  std::size_t sources = 0;                   // publishers that are named
  std::array<KindCount, 4> kinds;            // by Kind
  std::size_t chrome = 0;                    // citations that stand in page chrome, counted or not
  std::vector<RolePay> pay;                  // most facts first, then by role, currency, period
  std::vector<DiagnosticCount> diagnostics;  // by code, then severity
};

}  // namespace careerfacts
