#include "audit/check_sense.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <string_view>

#include "audit/change_subject.h"
#include "audit/pay_bounds.h"
#include "audit/printed_range.h"
#include "audit/sentence_words.h"
#include "base/decimals.h"

namespace careerfacts {
namespace {

constexpr double kYearlyGrowth = 8;  // percent a year: no projection of employment comes near
constexpr int kLongYears = 5;        // a change over so many years is not one of a year
constexpr double kSmallRise = 15;    // percent of itself: no dramatic rise of a share over years
constexpr int kPointYears = 3;
constexpr double kSumSlack = 0.5;  // of each share, for rounding
constexpr std::size_t kSentenceBytes = 300;
constexpr double kMostRatio = 20;  // of two ends of a range; beyond, one of them was read wrongly

std::string number(double value) {
  const std::string digits = with_decimals(value, 1);
  return digits.ends_with(".0") ? digits.substr(0, digits.size() - 2) : digits;
}

Finding implausible(std::string reason) {
  return {Check::sense, Verdict::implausible, std::move(reason), {}, Obstacle::none};
}

const PercentageFields* percentage_of(const Claim& claim) {
  return std::get_if<PercentageFields>(&claim.mention.fields);
}

// Is the period told beside the figure, not taken from far away?
bool tells_period(const SentenceWords& words, Period period) {
  if (!words.has_figure()) return false;
  const std::size_t from = words.before_end() - std::min<std::size_t>(words.before_end(), 4);
  const std::size_t to = std::min(words.words().size(), words.after_begin() + 3);
  const auto beside = [&](std::initializer_list<std::string_view> list) {
    return words.any_of(words.after_begin(), to, list) || words.any_of(from, words.before_end(), list);
  };
  switch (period) {
    case Period::hour:
      return beside({"hour", "hourly", "hr"});
    case Period::day:
      return beside({"day", "daily"});
    case Period::week:
      return beside({"week", "weekly"});
    case Period::month:
      return beside({"month", "monthly"});
    case Period::year:
      return beside({"year", "yearly", "annual", "annually", "annum", "yr"});
    case Period::none:
      return false;
  }
  return false;
}

std::optional<Finding> impossible_pay(const SalaryFields& pay, const SentenceWords& words) {
  const std::optional<PayBounds> bounds = pay_bounds(pay.currency, pay.period);
  if (!bounds || !tells_period(words, pay.period)) return std::nullopt;
  const double low = pay.bounds.min.value_or(pay.bounds.max.value_or(0));
  const double high = pay.bounds.max.value_or(low);
  const std::string a_period =
      std::string(pay.period == Period::hour ? "an " : "a ") + std::string(to_word(pay.period));
  if (low > bounds->most) return implausible("hardly anyone is paid so much " + a_period);
  const bool part = pay.pay == Pay::bonus || pay.pay == Pay::increase;
  if (!part && high < bounds->least && high > 1)  // "a salary of $1 a year" is a gesture
    return implausible("nobody works for so little " + a_period);
  return std::nullopt;
}

// The quote names its larger end first, and nothing says that it fell from there.
std::optional<Finding> turned_range(const Bounds& bounds, const std::string& quote,
                                    const SentenceWords& words) {
  if (!bounds.min || !bounds.max) return std::nullopt;
  const auto printed = printed_range(quote);
  if (!printed || printed->first <= printed->second || printed->first > printed->second * kMostRatio)
    return std::nullopt;
  const auto is = [](double a, double b) { return std::abs(a - b) < 1e-6 * std::max(1.0, std::abs(a)); };
  const double low = std::min(*bounds.min, *bounds.max);
  const double high = std::max(*bounds.min, *bounds.max);
  if (!is(printed->first, high) || !is(printed->second, low)) return std::nullopt;
  if (words.any_of({"drop",     "dropped",   "drops",     "fell",    "fall",     "fallen",   "falls",
                    "decrease", "decreased", "decreases", "decline", "declined", "declines", "down",
                    "cut",      "reduced",   "reduce",    "reduces", "lower",    "lowered",  "shrank",
                    "slid",     "slipped",   "instead",   "versus",  "vs"}))
    return std::nullopt;
  const bool ranges = words.any_of({"range", "ranges", "ranged", "ranging", "between"});
  if (words.has_figure() && words.before_end() > 0 && words.words()[words.before_end() - 1] == "from" &&
      !ranges)
    return std::nullopt;
  return implausible("the range begins with its larger end");
}

// "120% of employers": more than all of them.
std::optional<Finding> over_all(const PercentageFields& share, const SentenceWords& words) {
  if (share.sense != Sense::share || !share.bounds.min || *share.bounds.min <= 100 || !words.has_figure())
    return std::nullopt;
  const std::size_t of = words.after_begin();
  if (of >= words.after_end() || words.words()[of] != "of") return std::nullopt;
  const std::size_t end = std::min(words.after_end(), of + 7);
  if (words.any_of(of, end, {"poverty", "federal", "average",  "median", "salary",   "salaries", "pay",
                             "base",    "wage",    "wages",    "income", "target",   "targets",  "cost",
                             "costs",   "value",   "earnings", "goal",   "goals",    "quota",    "time",
                             "level",   "rate",    "price",    "fees",   "expenses", "tuition",  "sales"}))
    return std::nullopt;
  const bool plural =
      std::any_of(words.words().begin() + static_cast<std::ptrdiff_t>(of) + 1,
                  words.words().begin() + static_cast<std::ptrdiff_t>(end),
                  [](std::string_view word) { return word.size() > 3 && word.ends_with('s'); });
  if (!plural) return std::nullopt;
  return implausible("a share of a whole cannot be over 100%");
}

bool tells_yearly(const SentenceWords& words) {
  const std::size_t begin = words.after_begin();
  const std::size_t end = std::min(words.words().size(), begin + 5);
  if (words.phrase(begin, end, "a year") || words.phrase(begin, end, "per year") ||
      words.phrase(begin, end, "each year") || words.phrase(begin, end, "every year") ||
      words.phrase(begin, end, "per annum") || words.any_of(begin, end, {"annually", "yearly"}))
    return true;
  const std::size_t from = words.before_end() - std::min<std::size_t>(words.before_end(), 5);
  return words.any_of(from, words.before_end(), {"annually", "yearly"}) ||
         words.phrase(from, words.before_end(), "annual rate") ||
         words.phrase(from, words.before_end(), "annual growth") ||
         words.phrase(from, words.before_end(), "each year") || words.phrase(begin, end, "annual growth");
}

// "jobs will grow 22% a year through 2030": what is projected for ten years, told of each of them.
std::optional<Finding> ten_years_as_one(const PercentageFields& change, const SentenceWords& words) {
  if (change.sense != Sense::change || change.direction == Direction::down || !change.bounds.min ||
      *change.bounds.min < kYearlyGrowth || !words.has_figure() || !tells_yearly(words))
    return std::nullopt;
  const bool decade = tells_decade(words);
  const bool dated =
      change.end_year && (!change.start_year || *change.end_year - *change.start_year >= kLongYears);
  if (!decade && !dated) return std::nullopt;
  if (change_subject_of(words, !change.role.name.empty()) != ChangeSubject::employment) return std::nullopt;
  const int years = change.start_year && change.end_year ? *change.end_year - *change.start_year : 10;
  const double times = std::pow(1 + *change.bounds.min / 100, years);
  return implausible(number(*change.bounds.min) + "% a year for " + std::to_string(years) +
                     " years would multiply the jobs by " + number(times) +
                     "; such figures are projected for the whole time, not for each year");
}

bool in_one_sentence(const Claim& a, const Claim& b) {
  return a.document == b.document && a.mention.line == b.mention.line &&
         a.mention.span.end <= b.mention.span.begin &&
         b.mention.span.begin - a.mention.span.end < kSentenceBytes &&
         b.mention.context.find(a.mention.quote) != std::string::npos;
}

// "made up over 20% … in 2019, up 8.6% from 2010", after "has grown dramatically".
std::optional<Finding> points_as_percent(const PercentageFields& share, const PercentageFields& change,
                                         const SentenceWords& words) {
  if (share.sense != Sense::share || change.sense != Sense::change || change.direction != Direction::up)
    return std::nullopt;
  if (!share.bounds.min || !change.bounds.min || *change.bounds.min > kSmallRise || *change.bounds.min <= 0 ||
      *change.bounds.min >= *share.bounds.min || *share.bounds.min > 100)
    return std::nullopt;
  if (change.start_year && change.end_year && *change.end_year - *change.start_year < kPointYears)
    return std::nullopt;
  if (!words.has_figure() || words.any_of({"point", "points"})) return std::nullopt;
  const std::size_t from = words.before_end() - std::min<std::size_t>(words.before_end(), 3);
  const std::size_t to = std::min(words.words().size(), words.after_begin() + 2);
  const bool up = words.any_of(from, words.before_end(), {"up", "rose", "risen", "increased", "increase"});
  const bool since = words.any_of(words.after_begin(), to, {"from", "since"}) && change.start_year;
  const bool much = words.any_of({"dramatically", "dramatic", "sharply", "sharp", "surged", "surge", "soared",
                                  "skyrocketed", "explosive", "exploded", "steep", "steeply", "substantially",
                                  "booming", "boom"});
  if (!up || !since || !much) return std::nullopt;
  const double now = *share.bounds.min;
  const double rise = *change.bounds.min;
  return implausible("percentage points told as percent: a share that rose by " + number(rise) +
                     "% of itself to " + number(now) + "% was " + number(now / (1 + rise / 100)) +
                     "% before, which is no such rise; by " + number(rise) + " points it was " +
                     number(now - rise) + "%");
}

// Shares of one sentence, the last of them of "the remaining" ones: together they are all.
class Rest {
 public:
  Rest(const Claims& claims, std::vector<std::optional<Finding>>& findings)
      : claims_(claims), findings_(findings) {}

  // REQUIRES: claims in order.
  void add(std::size_t index, const SentenceWords& words) {
    const PercentageFields* share = percentage_of(claims_.claims[index]);
    if (share == nullptr || share->sense != Sense::share || !share->bounds.min) return;
    if (!shares_.empty() && !in_one_sentence(claims_.claims[shares_.back()], claims_.claims[index]))
      shares_.clear();
    shares_.push_back(index);
    if (shares_.size() < 2 || !is_rest(words)) return;
    double sum = 0;
    for (const std::size_t at : shares_) sum += *percentage_of(claims_.claims[at])->bounds.min;
    if (sum <= 100 + kSumSlack * static_cast<double>(shares_.size())) return;
    for (const std::size_t at : shares_) {
      if (findings_[at]) continue;
      findings_[at] = implausible("the shares of one whole in this sentence sum to " + number(sum) + "%");
      for (const std::size_t other : shares_)
        if (other != at) findings_[at]->evidence.emplace_back(ClaimEvidence{other});
    }
  }

 private:
  static bool is_rest(const SentenceWords& words) {
    if (!words.has_figure()) return false;
    const std::size_t from = words.before_end() - std::min<std::size_t>(words.before_end(), 3);
    for (std::size_t i = from; i < words.before_end(); ++i)
      if (words.words()[i] == "remaining" || words.words()[i] == "rest" ||
          (words.words()[i] == "other" && i > 0 && words.words()[i - 1] == "the"))
        return !words.any_of(i - std::min<std::size_t>(i, 2), i, {"of"});  // a share of that part
    return false;
  }

  const Claims& claims_;
  std::vector<std::optional<Finding>>& findings_;
  std::vector<std::size_t> shares_;
};

std::optional<Finding> check_one(const Claim& claim, const SentenceWords& words) {
  if (const auto* pay = std::get_if<SalaryFields>(&claim.mention.fields)) {
    if (std::optional<Finding> found = impossible_pay(*pay, words)) return found;
    return turned_range(pay->bounds, claim.mention.quote, words);
  }
  const PercentageFields* percentage = percentage_of(claim);
  if (percentage == nullptr) return std::nullopt;
  if (std::optional<Finding> found = over_all(*percentage, words)) return found;
  if (std::optional<Finding> found = ten_years_as_one(*percentage, words)) return found;
  if (percentage->direction == Direction::down) return std::nullopt;
  return turned_range(percentage->bounds, claim.mention.quote, words);
}

}  // namespace

std::vector<std::optional<Finding>> check_sense(const Claims& claims) {
  std::vector<std::optional<Finding>> findings(claims.claims.size());
  Rest rest(claims, findings);
  for (std::size_t i = 0; i < claims.claims.size(); ++i) {
    const Claim& claim = claims.claims[i];
    const SentenceWords words(claim.mention);
    findings[i] = check_one(claim, words);
    rest.add(i, words);
    const PercentageFields* change = percentage_of(claim);
    if (findings[i] || change == nullptr || i == 0) continue;
    const Claim& before = claims.claims[i - 1];
    const PercentageFields* share = percentage_of(before);
    if (share == nullptr || !in_one_sentence(before, claim)) continue;
    findings[i] = points_as_percent(*share, *change, words);
    if (findings[i]) findings[i]->evidence.emplace_back(ClaimEvidence{i - 1});
  }
  return findings;
}

}  // namespace careerfacts
