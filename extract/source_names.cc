#include "extract/source_names.h"

#include <algorithm>
#include <unordered_map>

#include "extract/key_bits.h"
#include "extract/key_set.h"

namespace careerfacts {
namespace {

constexpr std::uint32_t kLongestName = 9;  // tokens of a name that no list knows

// Words that begin a sentence, a heading, a clause or a date, and no name.
bool opens_no_name(const Token& token) {
  static const KeySet kWords{
      "a",       "according", "after",     "all",     "also",    "although", "an",      "and",     "another",
      "april",   "as",        "at",        "august",  "average", "based",    "because", "before",  "but",
      "by",      "data",      "december",  "dr",      "even",    "february", "for",     "from",    "how",
      "however", "if",        "in",        "indeed",  "is",      "it",       "its",     "january", "july",
      "june",    "many",      "march",     "median",  "more",    "moreover", "most",    "mr",      "mrs",
      "ms",      "note",      "november",  "october", "of",      "on",       "one",     "our",     "per",
      "prof",    "recent",    "september", "several", "since",   "so",       "some",    "source",  "sources",
      "still",   "that",      "the",       "their",   "there",   "these",    "this",    "those",   "to",
      "what",    "when",      "while"};
  return kWords.contains(token);
}

bool ends_site_name(const Token& token) {
  static const KeySet kWords{"com", "org", "net", "io",  "co",  "ai",  "fyi",
                             "me",  "gov", "edu", "app", "dev", "jobs"};
  return kWords.contains(token);
}

bool ends_company_name(const Token& token) {
  static const KeySet kWords{"inc", "ltd", "llc", "llp", "plc", "corp", "gmbh"};
  return kWords.contains(token);
}

bool joins_names(const Token& token) {
  static const KeySet kWords{"of", "for", "and", "the", "on", "&", "in"};
  return kWords.contains(token);
}

}  // namespace

class SourceNames::Finder {
 public:
  Finder(const Scan& scan, SourceNames& out) : scan_(scan), out_(out) {}

  void run() {
    out_.first_of_block_.reserve(scan_.blocks.size() + 1);
    for (std::uint32_t b = 0; b < scan_.blocks.size(); ++b) {
      out_.first_of_block_.push_back(static_cast<std::uint32_t>(out_.names_.size()));
      find_in(b);
    }
    out_.first_of_block_.push_back(static_cast<std::uint32_t>(out_.names_.size()));
    resolve_short_forms();
  }

 private:
  // Whether the case of a publisher's surface allows it here.
  bool allowed(const Hit& hit) const {
    const PublisherSurface& surface = scan_.rules->publishers[hit.entry];
    if (surface.exact_case && scan_.text({hit.first, hit.last}) != surface.surface) return false;
    return scan_.tokens[hit.first].upper_first || surface.surface[0] < 'A' || surface.surface[0] > 'Z';
  }

  // The next token from `i` on that a name no list knows may begin with; `limit` where none does before it.
  std::uint32_t next_capital(std::uint32_t i, std::uint32_t limit) {
    for (; next_capital_ < scan_.capitals.size(); ++next_capital_) {
      const std::uint32_t at = scan_.capitals[next_capital_];
      if (at >= limit) break;
      if (at >= i && !opens_no_name(scan_.tokens[at])) return at;
    }
    return limit;
  }

  void find_in(std::uint32_t block) {
    const ScannedBlock& scanned = scan_.blocks[block];
    std::uint32_t h = scanned.first_hit;
    const auto next_hit = [&](std::uint32_t from) {
      while (h < scanned.last_hit && (scan_.hits[h].first < from ||
                                      scan_.hits[h].list != ListKind::publisher || !allowed(scan_.hits[h])))
        ++h;
      return h < scanned.last_hit ? scan_.hits[h].first : scanned.tokens.last;
    };
    std::uint32_t listed = next_hit(scanned.tokens.first);  // where the next one is
    for (std::uint32_t i = scanned.tokens.first;;) {
      if (listed < i) listed = next_hit(i);
      i = next_capital(i, listed);
      if (i >= scanned.tokens.last) return;
      if (listed == i) {
        const Hit& hit = scan_.hits[h];
        const PublisherSurface& surface = scan_.rules->publishers[hit.entry];
        // "The Bureau of Labor Statistics" is named without its article.
        const bool article = hit.last > hit.first + 1 && scan_.word(hit.first) == "The";
        const TokenRange at{hit.first + (article ? 1 : 0), hit.last};
        out_.names_.push_back({at, surface.needs_cue ? Trust::listed : Trust::clear, surface.name,
                               surface.publishes_figures, at});
        i = hit.last;
      } else {
        i = add_run(i, listed);
      }
    }
  }

  // A run of capitalised words, with the small words that join them; it ends before `limit`.
  std::uint32_t add_run(std::uint32_t first, std::uint32_t limit) {
    limit = std::min(limit, first + kLongestName);
    const auto capital = [&](std::uint32_t t) {
      return t < limit && scan_.tokens[t].is_word() && scan_.tokens[t].upper_first;
    };
    std::uint32_t last = first + 1;
    while (last < limit) {
      const Token& token = scan_.tokens[last];
      if (capital(last)) {
        ++last;
      } else if (token.is('.') && !token.space_before && last + 1 < limit &&
                 !scan_.tokens[last + 1].space_before &&
                 (capital(last + 1) || ends_site_name(scan_.tokens[last + 1]))) {
        last += 2;  // "U.S", "Salary.com" is one word
      } else if (capital(last + 1)) {
        // "Larkspur, Inc"; "Bureau of Labor"
        if (token.is(',') ? !ends_company_name(scan_.tokens[last + 1])
                          : !joins_names(token) && !scan_.is_possessive(last))
          break;
        last += 2;
      } else if (capital(last + 2) && joins_names(token) && scan_.word(last + 1) == "the") {
        last += 3;
      } else {
        break;
      }
    }
    const TokenRange at{first, last};
    out_.names_.push_back({at, is_body(at) ? Trust::body : Trust::plain, {}, false, at});
    return last;
  }

  // "… Institute", "Council of …": a word that bodies and reports are called by, at the end or before "of".
  bool is_body(TokenRange run) const {
    if (run.last - run.first < 2) return false;
    for (const CueHit& cue : scan_.cues(Feature::citing, run)) {
      if (static_cast<Citing>(cue.value) != Citing::body) continue;
      if (cue.at.last > run.last || !scan_.tokens[cue.at.first].upper_first) continue;
      if (cue.at.last == run.last || !scan_.tokens[cue.at.last].upper_first) return true;
    }
    return false;
  }

  // "Quillon" after "Quillon Partners", "AGR" after "Association of Graduate Recruiters (AGR)", "the Council"
  // after "the Great Lakes Builders' Council".
  void resolve_short_forms() {
    std::unordered_map<std::uint64_t, std::uint32_t> by_word;  // a word of a name → the name, the last one
    std::unordered_map<std::uint64_t, std::uint32_t> by_start;  // its first word or abbreviation → that token
    KeyBits known;                                              // the keys of both
    const std::vector<std::uint32_t> kinds = words_for_bodies();
    for (std::uint32_t n = 0; n < out_.names_.size(); ++n) {
      SourceName& name = out_.names_[n];
      const Token& first = scan_.tokens[name.at.first];
      const bool one = name.at.last == name.at.first + 1;
      if (name.trust == Trust::plain && one) {
        if (!known.may_hold(first.key)) continue;
        const auto whole = by_start.find(first.key);
        if (whole != by_start.end() && scan_.word(whole->second) == scan_.word(name.at.first)) {
          name.trust = Trust::body;
        } else if (const auto said = by_word.find(first.key);
                   said != by_word.end() && name.at.first > 0 &&
                   to_lower(scan_.word(name.at.first - 1)) == "the") {
          const SourceName& other = out_.names_[said->second];
          name.trust = Trust::body;
          name.canonical = other.canonical;
          name.full = other.full;
        }
        continue;
      }
      if (name.trust != Trust::body && name.trust != Trust::clear) continue;
      for (std::uint32_t t = name.at.first; t < name.at.last; ++t)
        if (scan_.tokens[t].upper_first && std::binary_search(kinds.begin(), kinds.end(), t)) {
          by_word[scan_.tokens[t].key] = n;
          known.add(scan_.tokens[t].key);
        }
      const auto starts = [&](std::uint32_t token) {
        by_start[scan_.tokens[token].key] = token;
        known.add(scan_.tokens[token].key);
      };
      if (name.trust == Trust::body && name.full.first == name.at.first && !one && !is_place(name.at.first))
        starts(name.at.first);
      if (name.at.last + 2 < scan_.tokens.size() && scan_.tokens[name.at.last].is('(') &&
          scan_.tokens[name.at.last + 1].all_upper && scan_.tokens[name.at.last + 2].is(')'))
        starts(name.at.last + 1);
    }
  }

  // "Canada" in "the Canada Salary Guide"
  bool is_place(std::uint32_t token) {
    hits_.clear();
    scan_.rules->lexicon_names.find_at(scan_.tokens, token, token + 1, hits_);
    return std::any_of(hits_.begin(), hits_.end(),
                       [&](const Hit& hit) { return static_cast<Citing>(hit.value) == Citing::place; });
  }

  // Tokens that are words for bodies and reports, in order.
  std::vector<std::uint32_t> words_for_bodies() const {
    std::vector<std::uint32_t> tokens;
    for (const CueHit& cue : scan_.cues(Feature::citing))
      if (static_cast<Citing>(cue.value) == Citing::body) tokens.push_back(cue.at.first);
    return tokens;
  }

  const Scan& scan_;
  SourceNames& out_;
  std::size_t next_capital_ = 0;  // of Scan::capitals
  std::vector<Hit> hits_;         // of is_place
};

SourceNames::SourceNames(const Scan& scan) { Finder(scan, *this).run(); }

const SourceName* SourceNames::first_in(std::uint32_t block, TokenRange range) const {
  const auto begin = names_.begin() + first_of_block_[block],
             end = names_.begin() + first_of_block_[block + 1];
  const auto at = std::lower_bound(begin, end, range.first,
                                   [](const SourceName& n, std::uint32_t t) { return n.at.first < t; });
  return at != end && at->at.first < range.last ? &*at : nullptr;
}

const SourceName* SourceNames::last_before(std::uint32_t block, std::uint32_t token,
                                           std::uint32_t from) const {
  const auto begin = names_.begin() + first_of_block_[block],
             end = names_.begin() + first_of_block_[block + 1];
  const auto after =
      std::upper_bound(begin, end, token, [](std::uint32_t t, const SourceName& n) { return t < n.at.last; });
  if (after == begin || (after - 1)->at.first < from) return nullptr;
  return &*(after - 1);
}

}  // namespace careerfacts
