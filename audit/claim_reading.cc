#include "audit/claim_reading.h"

#include <algorithm>
#include <cctype>
#include <variant>

#include "audit/claim_text.h"
#include "extract/key_set.h"
#include "extract/rulebook.h"
#include "extract/tsv.h"

namespace careerfacts {
namespace {

// Bodies whose figures are those of the Bureau, or that articles name in its place.
constexpr std::string_view kLaborNames[] = {kLaborStatistics, "U.S. Bureau of Labor and Statistics",
                                            "U.S. Department of Labor", "O*NET OnLine",
                                            "Projections Central"};

constexpr std::uint32_t kBesideTokens = 6;
constexpr std::uint32_t kSameSentence = 1000;

bool is_outlook(Meaning meaning) { return Meaning::much_faster <= meaning && meaning <= Meaning::slower; }

// The article's date: what it states, else a year that its title begins or ends with ("2026 Guide to …").
std::string date_of(const ClaimDocument& document) {
  if (document.published.size() >= 4 && std::isdigit(static_cast<unsigned char>(document.published[0])))
    return document.published;
  std::vector<Token> tokens;
  tokenize(document.title, 0, document.title.size(), tokens);
  for (const Token& token : tokens) {
    const std::string word = document.title.substr(token.begin, token.end - token.begin);
    if (token.is_number() && word.size() == 4 && word.starts_with("20")) return word;
  }
  return {};
}

// What a percentage of change is about: the nearest word that says so.
Measure change_of(const ClaimText& text) {
  struct Row {
    Meaning meaning;
    Measure measure;
  };
  constexpr Row kMeasures[] = {
      {Meaning::postings, Measure::postings},
      {Meaning::pay, Measure::pay_change},
      {Meaning::elsewhere, Measure::other},
      {Meaning::employment, Measure::employment_change},
      {Meaning::occupation, Measure::employment_change},
  };
  Measure best = Measure::other;
  std::uint32_t nearest = UINT32_MAX;
  for (const Row& row : kMeasures)
    for (const Phrase& phrase : text.phrases) {
      if (phrase.meaning != row.meaning || text.is_parted(phrase)) continue;
      // The name of an occupation says less than a word that measures.
      const std::uint32_t far = text.distance(phrase) + (row.meaning == Meaning::occupation ? 8 : 0);
      // "job" of "job postings" is part of that phrase.
      const bool is_part = std::any_of(text.phrases.begin(), text.phrases.end(), [&](const Phrase& other) {
        return other.meaning != row.meaning && other.meaning <= Meaning::elsewhere &&
               other.first <= phrase.first && other.last >= phrase.last &&
               other.last - other.first > phrase.last - phrase.first;
      });
      if (is_part || far >= nearest) continue;
      nearest = far;
      best = row.measure;
    }
  return best;
}

// Does a percentage tell of jobs of another kind? "office support jobs" in a sentence about data scientists.
bool is_of_others(const std::string& subject, const std::string& role) {
  static const KeySet kJobs{"job", "position", "role", "worker", "occupation"};
  static const KeySet kAtLarge{"the",   "these",  "those",   "this",    "such", "its",
                               "their", "new",    "all",     "of",      "in",   "for",
                               "and",   "number", "related", "similar", "more", "total"};
  std::vector<Token> told, job;
  tokenize(subject, 0, subject.size(), told);
  tokenize(role, 0, role.size(), job);
  if (told.size() < 2 || !kJobs.contains(told.back())) return false;
  const auto is_of_job = [&](const Token& token) {
    return kAtLarge.contains(token) || kJobs.contains(token) ||
           std::any_of(job.begin(), job.end(), [&](const Token& part) { return part.key == token.key; });
  };
  return !std::any_of(told.begin(), told.end(), [&](const Token& token) {
    return std::any_of(job.begin(), job.end(), [&](const Token& part) { return part.key == token.key; });
  }) && !std::all_of(told.begin(), told.end(), is_of_job);
}

Measure measure_of(const Mention& mention, const ClaimText& text, const ClaimReading& reading,
                   bool is_edition) {
  if (const auto* pay = std::get_if<SalaryFields>(&mention.fields))
    return pay->level == Level::entry || text.has_near(Meaning::starting) ? Measure::starting_pay
                                                                          : Measure::pay;
  const auto& figure = std::get<PercentageFields>(mention.fields);
  if (figure.sense == Sense::share || figure.sense == Sense::rate || figure.sense == Sense::other) {
    if (text.has(Meaning::degree) && text.has(Meaning::require)) return Measure::required_degree;
    if (text.has_near(Meaning::postings)) return Measure::postings;
    if (text.has_near(Meaning::employers)) return Measure::employers;
    if (text.has(Meaning::degree) && text.has(Meaning::hold)) return Measure::held_degree;
    return Measure::other;
  }
  if (figure.sense != Sense::change) return Measure::other;
  Measure measure = change_of(text);
  // "is projected to grow 31% through 2030": of jobs, where a job or a field is all that is spoken of.
  if (measure == Measure::other && (!figure.role.name.empty() || text.has(Meaning::nearest)) &&
      !text.has(Meaning::elsewhere))
    measure = Measure::employment_change;
  if (measure != Measure::employment_change) return measure;
  const bool is_projected = is_edition || text.has(Meaning::projected) || text.has(Meaning::decade) ||
                            reading.publisher == Publisher::tabled;
  const bool is_past = text.has_near(Meaning::past) && reading.end_year == 0 && !reading.is_decade &&
                       !text.has(Meaning::projected);
  return is_projected && !is_past ? Measure::employment_change : Measure::past_employment;
}

}  // namespace

ClaimReader::ClaimReader(const Reference& reference, const Vocabulary& vocabulary)
    : reference_(reference), vocabulary_(vocabulary) {
  for (const RulebookFile& file : builtin_rulebook_files()) {
    if (file.name != "gazetteers/publishers.tsv") continue;
    read_tsv(file.name, file.text, {"name", "aliases", "kind", "country", "parent", "policy", "case"},
             [&](const TsvRow& row) {
               bodies_.push_back(
                   {std::string(row.cells[0]), std::string(row.cells[2]), std::string(row.cells[4])});
             });
  }
  std::sort(bodies_.begin(), bodies_.end(), [](const Body& a, const Body& b) { return a.name < b.name; });
}

void ClaimReader::read_publisher(const Attribution& attribution, ClaimReading& reading) const {
  if (attribution.grade == SourceGrade::none) return;
  reading.publisher = Publisher::vague;
  if (attribution.grade == SourceGrade::vague) return;
  reading.publisher = Publisher::other;
  const auto find = [&](std::string_view name) {
    const auto at = std::lower_bound(bodies_.begin(), bodies_.end(), name,
                                     [](const Body& body, std::string_view key) { return body.name < key; });
    return at != bodies_.end() && at->name == name ? &*at : nullptr;
  };
  // "BLS and Salary.com": the official one can be held to its word.
  for (const std::string_view name : kLaborNames)
    if (attribution.source.find(name) != std::string::npos) reading.body = kLaborStatistics;
  const auto is_labor = [&](std::string_view name) {
    return std::find(std::begin(kLaborNames), std::end(kLaborNames), name) != std::end(kLaborNames) ||
           name.starts_with(kLaborStatistics);
  };
  const Body* named = find(attribution.canonical);
  int up = 0;
  for (const Body* body = named; body != nullptr && reading.body.empty() && up < 4;
       body = find(body->parent), ++up)
    if (is_labor(body->name) || is_labor(body->parent)) reading.body = kLaborStatistics;
  if (!reading.body.empty()) {
    reading.publisher = Publisher::tabled;
    return;
  }
  reading.body = named != nullptr                ? named->name
                 : attribution.canonical.empty() ? attribution.source
                                                 : attribution.canonical;
  if (reference_.has_rows_of(reading.body)) {
    reading.publisher = Publisher::tabled;
    return;
  }
  if (named == nullptr) return;
  if (named->kind == "government") reading.publisher = Publisher::other_official;
  if (named->kind == "jobsite") reading.publisher = Publisher::job_site;
}

void ClaimReader::read_occupation(const RoleReference& role, const ClaimText& text, const Mention& mention,
                                  ClaimReading& reading) const {
  const auto take = [&](const Phrase& phrase, Fit fit, std::string name) {
    reading.fit = fit;
    reading.occupation = std::move(name);
    reading.socs.clear();
    for (const std::string_view soc : vocabulary_.socs_of(phrase)) reading.socs.emplace_back(soc);
  };
  const auto words = [&](const Phrase& phrase) {
    const std::size_t begin = text.tokens[phrase.first].begin;
    return std::string(text.sentence.substr(begin, text.tokens[phrase.last - 1].end - begin));
  };
  // "the average for all occupations, 4%": whatever job the sentence is about. But not what a job is compared
  // with: "36%, far faster than the average for all occupations".
  const bool is_pay = mention.kind() == Kind::salary;
  for (const Phrase& phrase : text.phrases) {
    if (phrase.meaning != (is_pay ? Meaning::all_workers : Meaning::all_occupations)) continue;
    if (text.is_parted(phrase) ||
        text.distance(phrase) > (is_pay && role.name.empty() ? kSameSentence : kBesideTokens))
      continue;
    if (std::any_of(text.phrases.begin(), text.phrases.end(), [&](const Phrase& other) {
          return is_outlook(other.meaning) && other.first <= phrase.first && phrase.first <= other.last;
        }))
      continue;
    reading.fit = Fit::everyone;
    reading.occupation = words(phrase);
    reading.socs = {"00-0000"};
    return;
  }
  if (const auto* figure = std::get_if<PercentageFields>(&mention.fields);
      figure != nullptr && !role.name.empty() && is_of_others(figure->subject, role.name)) {
    reading.occupation = figure->subject;
    return;
  }
  if (!role.name.empty()) {
    std::vector<Token> tokens;
    tokenize(role.name, 0, role.name.size(), tokens);
    // "airline and commercial pilots": the profile, where only its last part was read as the job.
    for (const Phrase& phrase : text.phrases)
      if (phrase.meaning == Meaning::occupation && phrase.last - phrase.first > tokens.size() &&
          std::equal(tokens.rbegin(), tokens.rend(),
                     text.tokens.rbegin() + static_cast<std::ptrdiff_t>(text.tokens.size() - phrase.last),
                     [](const Token& a, const Token& b) { return a.key == b.key; }))
        return take(phrase, Fit::same, words(phrase));
    for (const Phrase& phrase : vocabulary_.find(tokens)) {
      if (phrase.first != 0 || phrase.last != tokens.size()) continue;
      if (phrase.meaning == Meaning::occupation) return take(phrase, Fit::same, role.name);
      if (phrase.meaning == Meaning::nearest) take(phrase, Fit::nearest, role.name);
    }
    if (reading.fit == Fit::none && !role.soc_code.empty()) {
      reading.fit = Fit::alternate;
      reading.socs = {role.soc_code};
      reading.occupation = role.name;
    }
    if (reading.fit != Fit::none) return;
    reading.occupation = role.name;
  }
  // No job is named that has an official name: an official name in the sentence where it is the only one,
  // else a field.
  std::optional<Phrase> official;
  bool is_only = true;
  for (const Phrase& phrase : text.phrases) {
    if (phrase.meaning != Meaning::occupation) continue;
    // "models", but not "model deployment": a single word is a job in the plural only.
    if (phrase.last == phrase.first + 1 && !words(phrase).ends_with('s')) continue;
    if (official && vocabulary_.socs_of(*official) != vocabulary_.socs_of(phrase)) is_only = false;
    official = phrase;
  }
  if (official && is_only) return take(*official, Fit::same, words(*official));
  if (const auto field = text.nearest(Meaning::nearest); field && role.name.empty()) {
    take(*field, Fit::field, words(*field));
    static const std::uint64_t kOccupation = word_key("occupation");
    reading.is_group = field->last < text.tokens.size() && text.tokens[field->last].key == kOccupation;
  }
}

// The innermost heading that names an occupation or a field.
void ClaimReader::read_heading(const Mention& mention, ClaimReading& reading) const {
  for (auto heading = mention.section.rbegin(); heading != mention.section.rend(); ++heading) {
    std::vector<Token> tokens;
    tokenize(*heading, 0, heading->size(), tokens);
    for (const Phrase& phrase : vocabulary_.find(tokens)) {
      if (phrase.meaning != Meaning::occupation && phrase.meaning != Meaning::nearest) continue;
      const std::size_t begin = tokens[phrase.first].begin;
      reading.fit = Fit::heading;
      reading.occupation = heading->substr(begin, tokens[phrase.last - 1].end - begin);
      reading.socs.clear();
      for (const std::string_view soc : vocabulary_.socs_of(phrase)) reading.socs.emplace_back(soc);
      return;
    }
  }
}

ClaimReading ClaimReader::read(const Claim& claim, const ClaimDocument& document) const {
  const Mention& mention = claim.mention;
  ClaimReading reading;
  const RoleReference* role = nullptr;
  const Attribution* attribution = nullptr;
  if (const auto* pay = std::get_if<SalaryFields>(&mention.fields)) {
    role = &pay->role;
    attribution = &pay->attribution;
  } else {
    const auto& figure = std::get<PercentageFields>(mention.fields);
    role = &figure.role;
    attribution = &figure.attribution;
    reading.start_year = figure.start_year.value_or(0);
    reading.end_year = figure.end_year.value_or(0);
  }
  const ClaimText text(mention.context, mention.quote, attribution->source, vocabulary_);
  read_publisher(*attribution, reading);
  reading.year = attribution->year.value_or(0);
  if (const ClaimText::Year beside = text.year(); beside.year != 0 && mention.kind() == Kind::salary) {
    reading.year = beside.year;
    reading.is_may = beside.is_may;
  }
  // "By 2029 … 16 percent higher than it was in 2019": the other year of the sentence.
  if ((reading.start_year == 0) != (reading.end_year == 0))
    if (const std::vector<int> years = text.years(); years.size() == 2) {
      reading.start_year = years.front();
      reading.end_year = years.back();
    }
  reading.is_yearly = text.has_near(Meaning::yearly);
  reading.is_decade = text.has(Meaning::decade);
  // Ten years that are those of an edition are a projection's, whatever the words.
  const std::span<const Edition> editions = reference_.editions();
  const bool is_edition = std::any_of(editions.begin(), editions.end(), [&](const Edition& edition) {
    return edition.start_year == reading.start_year && edition.end_year == reading.end_year;
  });
  reading.measure = measure_of(mention, text, reading, is_edition);
  read_occupation(*role, text, mention, reading);
  if (mention.kind() == Kind::salary && reading.socs.empty()) read_heading(mention, reading);
  constexpr std::pair<Meaning, Metric> kPercentiles[] = {{Meaning::p10, Metric::p10_annual},
                                                         {Meaning::p25, Metric::p25_annual},
                                                         {Meaning::p75, Metric::p75_annual},
                                                         {Meaning::p90, Metric::p90_annual}};
  if (mention.kind() == Kind::salary) {
    std::uint32_t nearest = UINT32_MAX;
    for (const auto& [meaning, metric] : kPercentiles)
      if (const auto phrase = text.nearest(meaning);
          phrase && !text.is_parted_by_money(*phrase) && text.distance(*phrase) < nearest) {
        nearest = text.distance(*phrase);
        reading.percentiles = {metric};
      }
  }
  for (const Phrase& phrase : text.phrases)
    if (is_outlook(phrase.meaning) && !text.is_parted(phrase)) reading.outlook.push_back(phrase.meaning);
  reading.date = date_of(document);
  return reading;
}

}  // namespace careerfacts
