#include "extract/certifications.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "extract/credential_context.h"
#include "extract/key_set.h"
#include "extract/listed_credentials.h"
#include "extract/open_credentials.h"

namespace careerfacts {
namespace {

// "SCRUM" for "certified scrum master"? No: the letters of the abbreviation must begin words or follow in
// them, in order, and the first of both must be one.
bool abbreviates(std::string_view abbreviation, std::string_view name) {
  const std::string letters = to_lower(abbreviation), words = to_lower(name);
  if (letters.empty() || words.empty() || letters[0] != words[0]) return false;
  std::size_t at = 0;
  for (const char letter : letters) {
    if (letter < 'a' || letter > 'z') continue;
    at = words.find(letter, at);
    if (at == std::string::npos) return false;
    ++at;
  }
  return true;
}

class CertificationFinder {
 public:
  explicit CertificationFinder(const Scan& scan)
      : scan_(scan),
        rules_(*scan.rules),
        context_(scan),
        listed_(scan, context_, known_),
        open_(scan, context_) {}

  // Twice: what the first walk is sure of (full names, abbreviations beside a cue) settles the rest.
  std::vector<CertificationMention> run() {
    walk();
    if (found_.empty()) return {};
    found_.clear();
    walk();
    name_issuers();
    return std::move(found_);
  }

 private:
  using Candidate = CredentialCandidate;
  static constexpr std::uint32_t kOpen = CredentialCandidate::kOpen;

  const Token& token(std::uint32_t i) const { return scan_.tokens[i]; }
  bool exists(std::uint32_t i) const { return range_.contains(i); }
  bool is_dash(std::uint32_t i) const { return token(i).is('-') || scan_.word(i) == "—"; }

  void walk() {
    const bool again = !opened_from_.empty();
    for (block_ = 0; block_ < scan_.blocks.size(); ++block_) {
      range_ = scan_.blocks[block_].tokens;
      if (!again) {
        opened_from_.push_back(opened_.size());
        open_.find(block_, opened_);
      }
      const bool opened = opened_from_[block_] < opened_until(block_);
      if (!opened && !listed_.may_be_in(block_) && known_.learned.empty()) continue;
      candidates_.clear();
      listed_.find(block_, candidates_);
      collect_open();
      collect_learned();
      choose();
    }
  }

  std::size_t opened_until(std::uint32_t block) const {
    return block + 1 < opened_from_.size() ? opened_from_[block + 1] : opened_.size();
  }

  // What is learned changes none of the open names: the second walk takes those of the first.
  void collect_open() {
    for (std::size_t i = opened_from_[block_]; i < opened_until(block_); ++i) {
      const OpenCredential& open = opened_[i];
      candidates_.push_back({open.at, kOpen, open.is_abbreviation, open.issuer, open.rule, {}, {}});
    }
  }

  // Abbreviations that the document itself explains: "Certified Widget Builder (CWB)" … "CWB".
  void collect_learned() {
    if (known_.learned.empty()) return;
    const std::vector<std::uint32_t>& capitals = scan_.capitals;
    for (auto at = std::lower_bound(capitals.begin(), capitals.end(), range_.first);
         at != capitals.end() && *at < range_.last; ++at) {
      const std::uint32_t i = *at;
      if (!token(i).all_upper) continue;
      const auto learned = known_.learned.find(scan_.word(i));
      if (learned == known_.learned.end()) continue;
      const auto& [name, issuer] = learned->second;
      candidates_.push_back({{i, i + 1}, kOpen, true, issuer, "certification.learned", {}, name});
    }
  }

  // "Name (ABBR)", "ABBR (Name)", "ABBR: Name" and "Name - ABBR" are one mention.
  void merge_expansions(std::vector<Candidate>& chosen) {
    std::size_t kept = 0;  // chosen[0, kept] are settled, but for the last of them
    for (std::size_t i = 1; i < chosen.size(); ++i) {
      Candidate& a = chosen[kept];
      const Candidate b = chosen[i];
      const bool same = a.credential == b.credential && a.credential != kOpen;
      const bool one_open =
          a.is_abbreviation != b.is_abbreviation && (a.credential == kOpen || b.credential == kOpen);
      const Candidate& name = a.is_abbreviation ? b : a;
      const Candidate& letters = a.is_abbreviation ? a : b;
      const bool expands = one_open && abbreviates(scan_.text(letters.at), scan_.text(name.at));
      const std::uint32_t gap = b.at.first - a.at.last;
      const bool open = gap >= 1 && gap <= 2 && token(b.at.first - 1).is('(');
      std::uint32_t close = b.at.last;  // "(CEH v12)"
      while (exists(close) && close < b.at.last + 3 && !token(close).is(')')) ++close;
      const bool bracket = open && exists(close) && token(close).is(')');
      const bool colon = gap == 1 && (token(a.at.last).is(':') || is_dash(a.at.last));
      const bool dash = gap == 1 && is_dash(a.at.last) && !token(a.at.last - 1).is(')');
      if ((same || expands) &&
          (bracket || (colon && a.is_abbreviation) || (same && dash && b.is_abbreviation))) {
        if (one_open && name.credential == kOpen)
          learn(scan_.text(letters.at), scan_.text(name.at), name.issuer);
        if (a.credential == kOpen) a.credential = b.credential;
        if (a.issuer.empty()) a.issuer = b.issuer;
        if (a.credential == kOpen) {
          const std::string_view abbreviation = scan_.text(letters.at), full = scan_.text(name.at);
          a.abbreviation = abbreviation;
          a.learned = full;
        }
        a.at.last = bracket ? close + 1 : b.at.last;
        a.is_abbreviation = false;
      } else {
        chosen[++kept] = b;
      }
    }
    if (!chosen.empty()) chosen.resize(kept + 1);
  }

  void learn(std::string_view abbreviation, std::string_view name, std::string_view issuer) {
    if (abbreviation.size() >= 3)
      known_.learned.insert_or_assign(abbreviation, KnownCredentials::Learned{name, issuer});
  }

  // "(ABBR)" behind a name, or "ABBR (" before it.
  void take_bracket(Candidate& candidate) {
    const std::uint32_t end = candidate.at.last;
    if (candidate.is_abbreviation) return;
    if (!exists(end + 2) || !token(end).is('(') || !token(end + 1).is_word() || !token(end + 1).all_upper)
      return;
    std::uint32_t close = end + 2;
    while (exists(close) && !token(close).is(')') && close < end + 5) ++close;
    if (!exists(close) || !token(close).is(')')) return;
    if (token(end + 1).first != token(candidate.at.first).first) return;
    if (candidate.credential == kOpen && close == end + 2 &&
        abbreviates(scan_.word(end + 1), scan_.text(candidate.at)))
      learn(scan_.word(end + 1), scan_.text(candidate.at), candidate.issuer);
    candidate.at.last = close + 1;
  }

  void choose() {
    if (candidates_.empty()) return;
    std::sort(candidates_.begin(), candidates_.end(), [](const Candidate& a, const Candidate& b) {
      if (a.at.first != b.at.first) return a.at.first < b.at.first;
      if (a.at.last != b.at.last) return a.at.last > b.at.last;
      return a.credential < b.credential;
    });
    std::vector<Candidate> chosen;
    for (Candidate& candidate : candidates_) {
      if (candidate.rule == "certification.certificate" && is_listed_and_noun(candidate)) continue;
      if (candidate.credential == kOpen) candidate.credential = listed_as(candidate);
      if (!chosen.empty() && candidate.at.first < chosen.back().at.last) {
        // A listed name inside a longer open one gives it its issuer.
        if (chosen.back().credential == kOpen && chosen.back().issuer.empty() &&
            candidate.credential != kOpen)
          chosen.back().issuer = candidate.issuer;
        continue;
      }
      chosen.push_back(candidate);
    }
    merge_expansions(chosen);
    for (Candidate& candidate : chosen) write(candidate);
  }

  // "IICRC WRT certification" is the listed IICRC WRT.
  bool is_listed_and_noun(const Candidate& open) const {
    return std::any_of(candidates_.begin(), candidates_.end(), [&](const Candidate& c) {
      return c.credential != kOpen && c.at.last + 1 == open.at.last && c.at.first >= open.at.first;
    });
  }

  // An open name that is a listed one in other signs ("AWS Certified Security — Specialty"), or the initials
  // of one of the issuer that the text names.
  std::uint32_t listed_as(Candidate& candidate) const {
    if (!candidate.learned.empty()) return kOpen;
    const std::uint32_t known =
        candidate.is_abbreviation
            ? rules_.credential_names.by_initials(scan_.text(candidate.at), candidate.issuer)
            : rules_.credential_names.credential(scan_.text(candidate.at));
    if (known != kOpen) candidate.issuer = rules_.credentials[known].issuer;
    return known;
  }

  void write(Candidate& candidate) {
    CertificationMention mention;
    const bool listed = candidate.credential != kOpen;
    if (!candidate.alias.empty())
      mention.name = to_lower(candidate.alias);
    else if (listed)
      mention.name = to_lower(rules_.credentials[candidate.credential].name);
    else
      mention.name =
          to_lower_one_line(candidate.learned.empty() ? scan_.text(candidate.at) : candidate.learned);
    if (listed)
      mention.abbreviation = rules_.credentials[candidate.credential].abbreviation;
    else if (candidate.is_abbreviation && !candidate.learned.empty())
      mention.abbreviation = scan_.text(candidate.at);
    else
      mention.abbreviation = candidate.abbreviation;
    if (candidate.rule == "certification.list" && candidate.at.last == candidate.at.first + 1)
      learn(scan_.text(candidate.at),
            listed ? rules_.credentials[candidate.credential].name : scan_.text(candidate.at),
            candidate.issuer);
    if (listed) settle(candidate);
    take_bracket(candidate);
    mention.at = candidate.at;
    mention.block = block_;
    mention.issuer = candidate.issuer.empty() ? issuer_behind(candidate.at.last) : candidate.issuer;
    mention.rule = candidate.rule;
    found_.push_back(std::move(mention));
  }

  // "… from ASQ", "…, offered by the Harbour Board of Tilers": who grants what the list gives no issuer for.
  std::string_view issuer_behind(std::uint32_t i) const {
    constexpr std::uint32_t kLongest = 8;  // words of a body
    static const KeySet kGiven{"offered", "granted",     "awarded",       "issued",
                               "given",   "certificate", "certification", "exam"};
    static const KeySet kBy{"from", "by"};
    static const KeySet kJoins{"of", "for", "and"};
    static const std::uint64_t kThe = word_key("the");
    if (exists(i) && token(i).is(',')) ++i;
    if (exists(i) && kGiven.contains(token(i))) ++i;
    if (!exists(i) || !kBy.contains(token(i))) return {};
    ++i;
    if (exists(i) && token(i).key == kThe) ++i;
    const auto capital = [&](std::uint32_t t) {
      return exists(t) && token(t).is_word() && token(t).upper_first;
    };
    std::uint32_t end = i;
    while (end < i + kLongest &&
           (capital(end) || (end > i && exists(end) && kJoins.contains(token(end)) && capital(end + 1))))
      ++end;
    for (std::uint32_t last = end; last > i; --last)
      if (const std::string_view known = rules_.credential_names.issuer(scan_.text({i, last}));
          !known.empty())
        return known;
    // A body that no list knows has a word of bodies.
    for (const CueHit& cue : scan_.cues(Feature::title_cue, {i, end}))
      if (end > i + 1 && static_cast<TitleCue>(cue.value) == TitleCue::name && cue.at.last <= end)
        return scan_.text({i, end});
    return {};
  }

  void name_issuers() {
    std::unordered_map<std::string_view, std::string_view> written;
    for (CertificationMention& mention : found_) {
      const auto [name, is_new] = written.try_emplace(mention.issuer);
      if (is_new)
        name->second = rules_.credential_names.issuer_as_written(mention.issuer, scan_.document->text);
      mention.issuer = name->second;
    }
  }

  void settle(const Candidate& candidate) {
    known_.settled.insert(candidate.credential);
    if (!candidate.is_abbreviation && candidate.alias.empty())
      known_.spelled_out.emplace(rules_.credentials[candidate.credential].abbreviation, candidate.credential);
    const auto list = list_of_item(*scan_.document, block_);
    if (candidate.at.first == range_.first && list.first != kNone) known_.lists.insert(list);
  }

  const Scan& scan_;
  const CompiledRules& rules_;
  KnownCredentials known_;
  CredentialContext context_;
  ListedCredentials listed_;
  OpenCredentials open_;
  std::uint32_t block_ = 0;
  TokenRange range_;
  std::vector<Candidate> candidates_;
  std::vector<OpenCredential> opened_;
  std::vector<std::size_t> opened_from_;  // by block: into opened_
  std::vector<CertificationMention> found_;
};

}  // namespace

std::vector<CertificationMention> find_certifications(const Scan& scan) {
  return CertificationFinder(scan).run();
}

}  // namespace careerfacts
