#include "audit/verdict.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace careerfacts {
namespace {

constexpr std::array<std::string_view, 11> kVerdicts = {
    "broken_citation", "contradicted", "no_such_series", "implausible", "disputed",   "relabelled",
    "superseded",      "plausible",    "corroborated",   "supported",   "uncheckable"};
constexpr std::array<std::string_view, 8> kChecks = {"citation", "attribution", "projection", "wage",
                                                     "outlook",  "official",    "comparison", "sense"};
constexpr std::array<std::string_view, 9> kObstacles = {"",
                                                        "no publisher is named",
                                                        "the source is private",
                                                        "no official occupation is named",
                                                        "the period of the pay is not plain",
                                                        "official figures are of another kind",
                                                        "pay of another country",
                                                        "no comparable row",
                                                        "no official series measures this"};

}  // namespace

std::string_view to_word(Verdict verdict) { return kVerdicts.at(static_cast<std::size_t>(verdict)); }
std::string_view to_word(Check check) { return kChecks.at(static_cast<std::size_t>(check)); }
std::string_view to_word(Obstacle obstacle) { return kObstacles.at(static_cast<std::size_t>(obstacle)); }

std::optional<Verdict> verdict_from(std::string_view word) {
  const auto at = std::find(kVerdicts.begin(), kVerdicts.end(), word);
  if (at == kVerdicts.end()) return std::nullopt;
  return static_cast<Verdict>(at - kVerdicts.begin());
}

std::span<const std::string_view> verdict_words() { return kVerdicts; }

}  // namespace careerfacts
