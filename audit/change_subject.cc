#include "audit/change_subject.h"

#include <array>
#include <string>
#include <string_view>
#include <unordered_map>

#include "audit/audit_data.h"

namespace careerfacts {
namespace {

constexpr std::array<std::string_view, 7> kSubjects{"none",  "employment", "postings", "pay",
                                                    "study", "market",     "demand"};

const std::unordered_map<std::string_view, ChangeSubject>& cues() {
  static const std::unordered_map<std::string_view, ChangeSubject> words = [] {
    std::unordered_map<std::string_view, ChangeSubject> map;
    const std::string file = "vocabulary/change_subjects.tsv";
    read_audit_data(file, {"word", "subject"}, [&](const TsvRow& row) {
      map[row.cells[0]] = one_of<ChangeSubject>(kSubjects, row.cells[1], file, row.line);
    });
    return map;
  }();
  return words;
}

// Of the subjects that the words speak of, the one that says most: "job postings" are postings, "the demand
// for jobs" is employment.
ChangeSubject strongest(const SentenceWords& sentence, std::size_t begin, std::size_t end) {
  constexpr std::array kByStrength{ChangeSubject::postings, ChangeSubject::pay,        ChangeSubject::study,
                                   ChangeSubject::market,   ChangeSubject::employment, ChangeSubject::demand};
  std::array<bool, kSubjects.size()> seen{};
  for (std::size_t i = begin; i < end; ++i)
    if (const auto cue = cues().find(sentence.words()[i]); cue != cues().end())
      seen[static_cast<std::size_t>(cue->second)] = true;
  for (const ChangeSubject subject : kByStrength)
    if (seen[static_cast<std::size_t>(subject)]) return subject;
  return ChangeSubject::none;
}

}  // namespace

ChangeSubject change_subject_of(const SentenceWords& sentence, bool has_role) {
  if (!sentence.has_figure()) return ChangeSubject::none;
  // "Employment … grows 22% by 2030, highlighting demand": what comes after a comma speaks last.
  std::size_t comma = sentence.after_begin();
  while (comma < sentence.after_end() && sentence.words()[comma] != ",") ++comma;
  ChangeSubject subject = strongest(sentence, sentence.after_begin(), comma);
  if (subject == ChangeSubject::none)
    subject = strongest(sentence, sentence.before_begin(), sentence.before_end());
  if (subject == ChangeSubject::none) subject = strongest(sentence, comma, sentence.after_end());
  if (subject == ChangeSubject::none && has_role &&
      strongest(sentence, 0, sentence.words().size()) == ChangeSubject::none)
    return ChangeSubject::employment;
  return subject;
}

bool tells_decade(const SentenceWords& sentence) {
  return sentence.any_of({"decade"}) || sentence.phrase("ten years") || sentence.phrase("10 years") ||
         sentence.phrase("ten year") || sentence.phrase("10 year");
}

}  // namespace careerfacts
