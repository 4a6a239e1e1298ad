#include "audit/comparable.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <set>
#include <string_view>

#include "audit/change_subject.h"
#include "audit/name_table.h"
#include "audit/sentence_words.h"
#include "audit/share_statement.h"
#include "store/canonical_name.h"

namespace careerfacts {
namespace {

constexpr std::size_t kSentenceWords = 6;
constexpr int kFieldYears = 2;  // how far apart the years of two projections for a field may lie
constexpr double kSurveys = 0.10;
constexpr double kSameSurvey = 0.02;

// Words that make pay that of a part of a profession, so that other pay of it is no other opinion.
constexpr std::array<std::string_view, 52> kNarrow{
    "experience",  "experienced", "certified", "certification", "certifications", "certificate", "degree",
    "degrees",     "bachelor's",  "master's",  "doctorate",     "doctoral",       "ph.d",        "ph.d.",
    "phd",         "mba",         "women",     "men",           "female",         "male",        "top",
    "highest",     "lowest",      "remote",    "freelance",     "freelancers",    "part",        "union",
    "federal",     "government",  "private",   "public",        "nonprofit",      "overtime",    "industry",
    "industries",  "sector",      "sectors",   "startup",       "startups",       "company",     "companies",
    "employer",    "employers",   "city",      "cities",        "state",          "states",      "specialty",
    "specialties", "some",        "travel"};

bool is_sentence(const SentenceWords& words, const Mention& mention) {
  const std::string& text = mention.context;
  const bool ends = text.ends_with('.') || text.ends_with('!') || text.ends_with('?') ||
                    text.ends_with("…") || text.ends_with(")") || text.ends_with("\"");
  return ends && words.words().size() >= kSentenceWords;
}

// "AI" and "artificial intelligence" are one.
std::string folded_role(const std::string& role) {
  std::string text = ' ' + canonical_name(role) + ' ';
  const std::array<std::array<std::string_view, 2>, 2> longer{
      {{" ai ", " artificial intelligence "}, {" ml ", " machine learning "}}};
  for (const auto& [brief, full] : longer)
    if (const std::size_t at = text.find(brief); at != std::string::npos)
      text.replace(at, brief.size(), full);
  return text.substr(1, text.size() - 2);
}

std::optional<int> year_published(const ClaimDocument& document) {
  const int year = year_of(std::string_view(document.published).substr(0, 4));
  return year > 0 ? std::optional<int>(year) : std::nullopt;
}

// The places that the sentence, its headings or the article's title names. "" where it is of the whole
// country.
std::string places_of(const SentenceWords& words, const Claim& claim, const ClaimDocument& document,
                      bool in_dollars) {
  std::set<std::string_view> places;
  const auto add = [&](const SentenceWords& text) {
    for (const std::string_view place : NameTable::places().find(text)) places.insert(place);
  };
  add(words);
  for (const std::string& heading : claim.mention.section) add(SentenceWords(heading));
  if (!document.title.empty()) add(SentenceWords(document.title));
  if (in_dollars) places.erase("US");
  std::string text;
  for (const std::string_view place : places) text += (text.empty() ? "" : ", ") + std::string(place);
  return text;
}

bool is_narrow(const SentenceWords& words) {
  for (std::size_t i = 0; i < words.words().size(); ++i) {
    const std::string_view word = words.words()[i];
    if (std::find(kNarrow.begin(), kNarrow.end(), word) != kNarrow.end()) return true;
    // "at Google"
    if (word == "at" && i + 1 < words.words().size() && words.capital(i + 1)) return true;
  }
  return false;
}

std::string in_place(const std::string& places) { return places.empty() ? "" : " (" + places + ")"; }

// Pay of a role, with all that pay may depend on.
void add_pay(std::vector<Comparable>& list, const Claim& claim, const ClaimDocument& document,
             const SalaryFields& pay) {
  if (pay.role.name.empty() || pay.currency.empty() || pay.period == Period::none ||
      pay.pay == Pay::increase || pay.statistic == Statistic::percentile)
    return;
  const FigureRange range = FigureRange::of_pay(pay.bounds);
  if (std::isinf(range.low) || std::isinf(range.high)) return;
  const SentenceWords words(claim.mention);
  if (is_narrow(words) ||
      std::any_of(claim.mention.section.begin(), claim.mention.section.end(),
                  [](const std::string& heading) { return is_narrow(SentenceWords(heading)); }))
    return;
  const std::string places = places_of(words, claim, document, pay.currency == "USD");
  const std::string role = folded_role(pay.role.name);
  Comparable one;
  one.about = pay.statistic == Statistic::none ? "" : std::string(to_word(pay.statistic)) + " ";
  if (pay.level != Level::none) one.about += std::string(to_word(pay.level)) + "-level ";
  if (pay.pay != Pay::none) one.about += std::string(to_word(pay.pay)) + " ";
  one.about += (pay.pay == Pay::bonus ? "of " : "pay of ") + role + in_place(places);
  one.key = "pay|" + one.about + "|" + pay.currency + "|" + std::string(to_word(pay.period)) +
            (range.is_point() ? "" : "|range");
  one.range = range;
  one.pay = true;
  // Ranges, and figures that are no statistic of anything, may differ without contradiction.
  one.sentence = range.is_point() && pay.statistic != Statistic::none && is_sentence(words, claim.mention);
  one.year = pay.attribution.year ? pay.attribution.year : year_published(document);
  list.push_back(std::move(one));
}

std::string way_of(Direction direction) {
  if (direction == Direction::up) return "growth";
  return direction == Direction::down ? "decline" : "change";
}

// What all percentages have, whatever they are of.
Comparable of_percentage(const SentenceWords& words, const Claim& claim, const ClaimDocument& document,
                         const PercentageFields& figure) {
  Comparable one;
  one.range = FigureRange::of_percent(figure.bounds);
  one.sentence = is_sentence(words, claim.mention);
  one.start = figure.start_year;
  one.end = figure.end_year;
  one.year = figure.attribution.year ? figure.attribution.year : year_published(document);
  return one;
}

// A change over several years, of a role or, where none is named, of a field.
void add_change(std::vector<Comparable>& list, const Claim& claim, const ClaimDocument& document,
                const PercentageFields& change) {
  const SentenceWords words(claim.mention);
  const ChangeSubject subject = change_subject_of(words, !change.role.name.empty());
  if (subject != ChangeSubject::employment && subject != ChangeSubject::postings) return;
  const bool decade = tells_decade(words) ||
                      (change.start_year && change.end_year && *change.end_year - *change.start_year == 10);
  if (!change.end_year && !decade) return;

  Comparable one = of_percentage(words, claim, document, change);
  const std::string places = places_of(words, claim, document, true);
  const std::string what = subject == ChangeSubject::postings ? " job postings" : " jobs";
  const auto add = [&](const std::string& whose, bool field) {
    one.about = way_of(change.direction) + " of " + whose + what + in_place(places);
    one.key = (field ? "field|" : "role|") + one.about;
    one.field = field;
    list.push_back(one);
  };
  if (!change.role.name.empty()) {
    add(folded_role(change.role.name), false);
  } else if (subject == ChangeSubject::employment) {
    for (const std::string_view field : NameTable::fields().find(words)) add(std::string(field), true);
  }
}

// A share, rate or difference: comparable when the statement around it is the same.
void add_share(std::vector<Comparable>& list, const Claim& claim, const ClaimDocument& document,
               const PercentageFields& share) {
  const SentenceWords words(claim.mention);
  std::string statement = share_statement(words);
  if (statement.empty()) return;
  Comparable one = of_percentage(words, claim, document, share);
  one.about = std::string(to_word(share.sense)) + " of \"" + statement + "\"";
  one.key = "share|" + std::string(to_word(share.direction)) + "|" + one.about + "|" +
            places_of(words, claim, document, true);
  list.push_back(std::move(one));
}

// The same fact says the same by itself (store/identity.h); it disagrees with none.
void add_fact(std::vector<Comparable>& list, const Claim& claim, const ClaimDocument& document,
              const Bounds& bounds) {
  if (!bounds.min || !bounds.max) return;
  Comparable one;
  one.key =
      "fact|" + fact_id(claim.fact) + "|" + places_of(SentenceWords(claim.mention), claim, document, true);
  list.push_back(std::move(one));
}

bool differ(const std::optional<int>& a, const std::optional<int>& b, int slack) {
  return a && b && std::abs(*a - *b) > slack;
}

}  // namespace

std::vector<Comparable> comparables_of(const Claim& claim, const ClaimDocument& document) {
  std::vector<Comparable> list;
  if (const auto* pay = std::get_if<SalaryFields>(&claim.mention.fields)) {
    add_pay(list, claim, document, *pay);
  } else if (const auto* percentage = std::get_if<PercentageFields>(&claim.mention.fields)) {
    if (percentage->sense == Sense::change)
      add_change(list, claim, document, *percentage);
    else if (percentage->sense != Sense::other)
      add_share(list, claim, document, *percentage);
    add_fact(list, claim, document, percentage->bounds);
  }
  return list;
}

bool years_differ(const Comparable& a, const Comparable& b) {
  const int slack = a.field ? kFieldYears : 0;
  if (differ(a.end, b.end, slack) || differ(a.start, b.start, slack)) return true;
  if (a.end && b.end) return false;
  // "through 2031" against "over the next decade": of one field they may meet, of one role each has its
  // edition.
  if (a.end.has_value() != b.end.has_value() && !a.field) return true;
  return differ(a.year, b.year, slack);
}

bool in_one_passage(const Claim& a, const Claim& b, bool pay) {
  if (a.document != b.document || a.mention.section != b.mention.section) return false;
  const std::size_t lines =
      std::max(a.mention.line, b.mention.line) - std::min(a.mention.line, b.mention.line);
  return lines <= (pay ? 2U : 1U) || a.mention.context == b.mention.context;
}

bool disagree(const Comparable& a, const Comparable& b, bool same_survey) {
  const double between = gap(a.range, b.range);
  if (!a.pay) return between > std::max(a.range.step, b.range.step) + 1e-9;
  const double larger = std::max(std::abs(a.range.low), std::abs(b.range.low));
  return between > larger * (same_survey ? kSameSurvey : kSurveys);
}

}  // namespace careerfacts
