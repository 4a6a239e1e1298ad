#include "audit/measure.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <unordered_map>

#include "audit/embedded_tables.h"
#include "extract/tsv.h"

namespace careerfacts {
namespace {

constexpr std::array<std::string_view, 7> kMeasures{"none",  "employment", "postings", "pay",
                                                    "study", "market",     "demand"};

const std::unordered_map<std::string_view, Measure>& cues() {
  static const std::unordered_map<std::string_view, Measure> words = [] {
    std::unordered_map<std::string_view, Measure> map;
    const std::string file = "audit/tables/measures.tsv";
    read_tsv(file, embedded_table("tables/measures.tsv"), {"word", "measure"}, [&](const TsvRow& row) {
      map[row.cells[0]] = one_of<Measure>(kMeasures, row.cells[1], file, row.line);
    });
    return map;
  }();
  return words;
}

// Of the measures that the words speak of, the one that says most: "job postings" are postings, "the demand
// for jobs" is employment.
Measure strongest(const SentenceWords& sentence, std::size_t begin, std::size_t end) {
  constexpr std::array kByStrength{Measure::postings, Measure::pay,        Measure::study,
                                   Measure::market,   Measure::employment, Measure::demand};
  std::array<bool, kMeasures.size()> seen{};
  for (std::size_t i = begin; i < end; ++i)
    if (const auto cue = cues().find(sentence.words()[i]); cue != cues().end())
      seen[static_cast<std::size_t>(cue->second)] = true;
  for (const Measure measure : kByStrength)
    if (seen[static_cast<std::size_t>(measure)]) return measure;
  return Measure::none;
}

}  // namespace

Measure measure_of(const SentenceWords& sentence, bool has_role) {
  if (!sentence.has_figure()) return Measure::none;
  // "Employment … grows 22% by 2030, highlighting demand": what comes after a comma speaks last.
  std::size_t comma = sentence.after_begin();
  while (comma < sentence.after_end() && sentence.words()[comma] != ",") ++comma;
  Measure measure = strongest(sentence, sentence.after_begin(), comma);
  if (measure == Measure::none) measure = strongest(sentence, sentence.before_begin(), sentence.before_end());
  if (measure == Measure::none) measure = strongest(sentence, comma, sentence.after_end());
  if (measure == Measure::none && has_role &&
      strongest(sentence, 0, sentence.words().size()) == Measure::none)
    return Measure::employment;
  return measure;
}

bool tells_decade(const SentenceWords& sentence) {
  return sentence.any_of({"decade"}) || sentence.phrase("ten years") || sentence.phrase("10 years") ||
         sentence.phrase("ten year") || sentence.phrase("10 year");
}

}  // namespace careerfacts
