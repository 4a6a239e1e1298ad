// Supported claims made from the reference tables, with errors planted in some: does the audit find them, and
// does it leave the right ones alone?
#include <algorithm>
#include <fstream>
#include <iostream>
#include <map>
#include <random>

#include "audit/audit.h"
#include "extract/extract.h"
#include "extract/token.h"
#include "ingest/ingest.h"
#include "publish/mention_text.h"
#include "tests/support/catch.h"
#include "tests/support/program.h"

namespace careerfacts::test {
namespace {

struct Phrasing {
  std::string kind;
  std::string sentence;
};

std::vector<Phrasing> phrasings(const std::string& set) {
  std::ifstream table(tree_path("tests/golden/audit_phrasings.tsv"));
  std::vector<Phrasing> list;
  for (std::string line; std::getline(table, line);) {
    if (!line.starts_with(set + "\t")) continue;
    const std::size_t kind = set.size() + 1, sentence = line.find('\t', kind) + 1;
    list.push_back({line.substr(kind, sentence - kind - 1), line.substr(sentence)});
  }
  return list;
}

enum class Planted { nothing, value, years, occupation, publisher };

struct Statement {
  std::string text;
  Planted planted = Planted::nothing;
};

std::string replaced(std::string text, const std::map<std::string, std::string>& values) {
  for (const auto& [name, value] : values)
    for (std::size_t at; (at = text.find("{" + name + "}")) != std::string::npos;)
      text.replace(at, name.size() + 2, value);
  return text;
}

std::string dollars(double value) { return "$" + grouped(value); }

// Occupations that articles write of: one name, without exceptions.
std::vector<std::string_view> plain_occupations(const Reference& reference) {
  std::vector<std::string_view> codes;
  for (const ReferenceRow& row : reference.rows()) {
    if (row.metric != Metric::employment_change || row.kind != RowKind::occupation ||
        row.edition != "2024-34")
      continue;
    const std::string title(row.occupation);
    if (title.find_first_of(",/()") == std::string::npos && title.find(" and ") == std::string::npos &&
        title.find("other") == std::string::npos && title.find("--") == std::string::npos &&
        title.ends_with("s"))
      codes.push_back(row.soc);
  }
  return codes;
}

class Planter {
 public:
  explicit Planter(const Reference& reference)
      : reference_(reference), codes_(plain_occupations(reference)) {}

  Statement plant(const Phrasing& phrasing, Planted planted) {
    return phrasing.kind == "projection" ? projection(phrasing, planted) : wage(phrasing, planted);
  }

 private:
  std::size_t below(std::size_t n) { return random_() % n; }
  const ReferenceRow& any(Metric metric) {
    while (true) {
      const auto rows = reference_.rows_of(codes_[below(codes_.size())], metric);
      if (!rows.empty()) return rows[below(rows.size())];
    }
  }
  static std::map<std::string, std::string> names(const ReferenceRow& row, bool is_wrong_publisher,
                                                  std::size_t which) {
    constexpr std::string_view kOthers[] = {"National Science Foundation",
                                            "National Center for Education Statistics", "U.S. Census Bureau"};
    const std::string lower = to_lower(row.occupation);
    std::string upper = lower;
    upper[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(upper[0])));
    return {{"Occupations", upper},
            {"occupations", lower},
            {"publisher",
             is_wrong_publisher ? std::string(kOthers[which % 3]) : "U.S. Bureau of Labor Statistics"}};
  }

  Statement projection(const Phrasing& phrasing, Planted planted) {
    while (true) {
      const ReferenceRow& row = any(Metric::employment_change);
      const ReferenceRow* said = &row;  // whose value is told
      if (row.kind != RowKind::occupation || row.soc.find(';') != std::string_view::npos || row.value < 1)
        continue;
      double value = row.value;
      if (planted == Planted::value) value += (below(2) == 0 ? 4.0 : 9.0) + static_cast<double>(below(12));
      if (planted == Planted::occupation || planted == Planted::years) {
        said = &any(Metric::employment_change);
        if (planted == Planted::years) {
          const auto rows = reference_.rows_of(row.soc, Metric::employment_change);
          said = &rows[below(rows.size())];
        }
        value = said->value;
      }
      value = std::round(value);
      if (value < 1) continue;
      const bool is_wrong =
          std::none_of(reference_.rows().begin(), reference_.rows().end(), [&](const ReferenceRow& other) {
            return other.metric == Metric::employment_change && other.edition == row.edition &&
                   other.soc.find(row.soc) != std::string_view::npos && std::fabs(other.value - value) <= 1.6;
          });
      if (is_wrong != (planted != Planted::nothing && planted != Planted::publisher)) continue;
      auto values = names(row, planted == Planted::publisher, below(3));
      values["n"] = plain(value);
      values["start"] = std::to_string(row.start_year);
      values["end"] = std::to_string(row.end_year);
      return {replaced(phrasing.sentence, values), planted};
    }
  }

  Statement wage(const Phrasing& phrasing, Planted planted) {
    const bool is_mean = phrasing.sentence.find("{mean}") != std::string::npos;
    const Metric metric = is_mean ? Metric::mean_annual : Metric::median_annual;
    while (true) {
      const ReferenceRow& row = any(metric);
      double value = row.value;
      if (row.or_more) continue;
      if (planted == Planted::value) value = std::round(value * (below(2) == 0 ? 0.82 : 1.17) / 10) * 10;
      if (planted == Planted::occupation) value = any(metric).value;
      if (planted == Planted::years) {
        const auto rows = reference_.rows_of(row.soc, metric);
        value = rows[below(rows.size())].value;
      }
      const auto is_near = [&](Metric one, int year) {
        for (const ReferenceRow& other : reference_.rows_of(row.soc, one))
          if (other.end_year == year && std::fabs(other.value - value) <= value * 0.02) return true;
        return false;
      };
      // Of a year without "May" the survey before is right too, and an average may be the median.
      const bool is_right = is_near(metric, row.end_year) || is_near(metric, row.end_year - 1) ||
                            (is_mean && (is_near(Metric::median_annual, row.end_year) ||
                                         is_near(Metric::median_annual, row.end_year - 1)));
      if (is_right == (planted != Planted::nothing && planted != Planted::publisher)) continue;
      auto values = names(row, planted == Planted::publisher, 1);
      values[is_mean ? "mean" : "median"] = dollars(value);
      values["year"] = std::to_string(row.end_year);
      return {replaced(phrasing.sentence, values), planted};
    }
  }

  static std::string plain(double value) { return grouped(value); }

  const Reference& reference_;
  std::vector<std::string_view> codes_;
  std::mt19937 random_{20260101};
};

struct Score {
  std::size_t planted = 0, found = 0;
  std::size_t contradicted = 0, rightly = 0;
  std::string misses;
};

bool is_error(Verdict verdict) {
  return verdict == Verdict::contradicted || verdict == Verdict::no_such_series ||
         verdict == Verdict::implausible || verdict == Verdict::relabelled;
}

Score measure(const std::string& set, std::size_t rounds) {
  const Reference reference = Reference::built_in();
  const Rulebook rulebook = Rulebook::builtin();
  Planter planter(reference);
  Claims claims;
  std::vector<Planted> planted;
  std::vector<std::string> texts;
  Score score;
  for (std::size_t round = 0; round < rounds; ++round)
    for (const Phrasing& phrasing : phrasings(set))
      for (const Planted kind : {Planted::nothing, Planted::nothing, Planted::value, Planted::years,
                                 Planted::occupation, Planted::publisher}) {
        // Who else publishes wages is no question of occupation statistics alone.
        if (kind == Planted::publisher && phrasing.kind == "wage") continue;
        // Without its first year a projection to another edition's end is a projection of that edition.
        const Statement statement = planter.plant(phrasing, kind);
        score.planted += kind != Planted::nothing;
        const ExtractedDocument found = extract(ingest("x", statement.text + "\n"), rulebook);
        const Mention* figure = nullptr;
        for (const Mention& mention : found.mentions)
          if (mention.kind() <= Kind::percentage) figure = &mention;
        if (figure == nullptr) {
          score.misses += "not extracted: " + statement.text + "\n";
          continue;
        }
        claims.claims.push_back({fact_of(*figure, found.sha256).key, claims.documents.size(), *figure});
        claims.documents.push_back({"x", "", "", "", claims.documents.size()});
        planted.push_back(kind);
        texts.push_back(statement.text);
      }
  const std::vector<AuditedClaim> audited = audit(claims, reference, {});
  for (std::size_t i = 0; i < audited.size(); ++i) {
    const bool is_wrong = planted[i] != Planted::nothing;
    const bool found = is_error(audited[i].verdict);
    score.found += is_wrong && found;
    if (audited[i].verdict == Verdict::contradicted) {
      ++score.contradicted;
      score.rightly += is_wrong;
    }
    if (is_wrong != found)
      score.misses +=
          (is_wrong ? "missed (" + std::to_string(static_cast<int>(planted[i])) + "): " : "wrongly: ") +
          std::string(to_word(audited[i].verdict)) + ": " + texts[i] + " — " + audited[i].reason + "\n";
  }
  return score;
}

void check(const std::string& set) {
  const Score score = measure(set, 12);
  INFO(score.misses);
  INFO(set << ": " << score.found << " of " << score.planted << " planted errors found; " << score.rightly
           << " of " << score.contradicted << " contradictions are right");
  REQUIRE(score.planted > 100);
  CHECK(score.found * 100 >= score.planted * 95);
  CHECK(score.rightly * 100 >= score.contradicted * 98);
  if (std::getenv("CAREERFACTS_SHOW_SCORES") != nullptr)
    std::cout << set << ": found " << score.found << "/" << score.planted << ", contradicted rightly "
              << score.rightly << "/" << score.contradicted << "\n"
              << score.misses;
}

TEST_CASE("errors planted in phrasings that no rule was written with are found", "[golden]") {
  check("unread");
}

TEST_CASE("errors planted in phrasings that were read once are found", "[golden]") { check("held_out"); }

TEST_CASE("errors planted in phrasings of the development set are found", "[golden]") {
  check("development");
}

}  // namespace
}  // namespace careerfacts::test
