#include "publish/audit_words.h"

#include <array>

namespace careerfacts {
namespace {

struct Words {
  std::string_view meaning;
  std::string_view advice;
};

constexpr std::array<Words, 11> kWords{{
    {"The cited bytes no longer say it, or the file is gone.",
     "Read the file again with 'careerfacts ingest', from the folder that it was first read from."},
    {"A comparable official figure (same occupation, metric and period) has another value.",
     "Compare with the row that is shown, and correct the figure or what it is said to be of."},
    {"The publisher that is named publishes no such figure.",
     "Find out where the figure comes from, and name that source, or leave it out."},
    {"It lies outside what the official distribution allows, or is impossible in itself.",
     "Look for a slip: a digit, a unit, a period, percent for percentage points."},
    {"Comparable claims, here or in other articles, disagree, and no reference settles it.",
     "Look at all the sides that are shown; keep the one whose source can be named."},
    {"An official figure fits, but for another occupation or scope than the claim names.",
     "Name the occupation that the figure is published for."},
    {"Right for its edition; a newer edition says otherwise.",
     "Take the newer figure, or say which years it is for."},
    {"A pay range that lies within the official distribution of the role or its nearest occupation.",
     "Nothing needs to be done."},
    {"Independent articles agree; there is nothing official to compare with.", "Nothing needs to be done."},
    {"A comparable official figure agrees, and is current.", "Nothing needs to be done."},
    {"It could not be checked; the reason says why.", "Check it by hand where it matters."},
}};

}  // namespace

std::string reason_of(const AuditedClaim& audited) {
  if (!audited.reason.empty()) return audited.reason;
  for (const Finding& finding : audited.findings)
    if (finding.obstacle != Obstacle::none) return std::string(to_word(finding.obstacle));
  return "there is nothing to compare it with";
}

std::string_view meaning_of(Verdict verdict) { return kWords.at(static_cast<std::size_t>(verdict)).meaning; }
std::string_view advice_on(Verdict verdict) { return kWords.at(static_cast<std::size_t>(verdict)).advice; }

bool wants_look(Verdict verdict) { return verdict <= Verdict::superseded; }

}  // namespace careerfacts
