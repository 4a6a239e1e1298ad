#include "extract/certifications.h"

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>
#include <unordered_set>

namespace careerfacts {
namespace {

std::string lower_joined(std::string_view text) {
  std::string out;
  for (const char c : to_lower(text)) {
    const bool space = c == ' ' || c == '\n' || c == '\t';
    if (space && (out.empty() || out.back() == ' ')) continue;
    out += space ? ' ' : c;
  }
  return out;
}

class CertificationFinder {
 public:
  explicit CertificationFinder(const Scan& scan) : scan_(scan), rules_(*scan.rules) {}

  std::vector<CertificationMention> run() {
    learn_abbreviations();
    for (block_ = 0; block_ < scan_.blocks.size(); ++block_) {
      range_ = scan_.blocks[block_].tokens;
      if (range_.empty()) continue;
      candidates_.clear();
      collect_listed();
      collect_open();
      choose();
    }
    return std::move(found_);
  }

 private:
  static constexpr std::uint32_t kOpen = 0xffffffff;  // no credential of the gazetteer

  struct Candidate {
    TokenRange at;
    std::uint32_t credential = kOpen;
    bool is_abbreviation = false;
    std::string_view issuer;
    std::string_view rule;
  };

  const Token& token(std::uint32_t i) const { return scan_.tokens[i]; }
  bool exists(std::uint32_t i) const { return range_.contains(i); }

  // Credentials that the document names in full: their abbreviations are safe in it.
  void learn_abbreviations() {
    for (const Hit& hit : scan_.hits)
      if (hit.list == ListKind::credential) {
        const CredentialSurface& surface = rules_.credential_surfaces[hit.entry];
        if (!surface.is_abbreviation && surface.policy == Policy::anywhere && hit.last > hit.first + 1)
          named_.insert(surface.credential);
      }
  }

  // "PMP certification", "NCLEX exam": the noun behind an abbreviation is not part of its name.
  TokenRange without_noun(TokenRange at, const CredentialSurface& surface) const {
    const Credential& credential = rules_.credentials[surface.credential];
    if (at.last < at.first + 2 || credential.abbreviation.empty() || !is_generic_noun(at.last - 1)) return at;
    const TokenRange name{at.first, at.last - 1};
    return scan_.text(name) == credential.abbreviation ? name : at;
  }

  bool is_generic_noun(std::uint32_t i) const {
    static const std::array<std::uint64_t, 9> kNouns{
        word_key("charterholder"), word_key("certification"), word_key("exam"),
        word_key("certificate"),   word_key("examination"),   word_key("program"),
        word_key("license"),       word_key("credential"),    word_key("licence")};
    return std::find(kNouns.begin(), kNouns.end(), token(i).key) != kNouns.end();
  }

  void collect_listed() {
    const ScannedBlock& block = scan_.blocks[block_];
    for (std::uint32_t h = block.first_hit; h < block.last_hit; ++h) {
      const Hit& hit = scan_.hits[h];
      if (hit.list != ListKind::credential) continue;
      const CredentialSurface& surface = rules_.credential_surfaces[hit.entry];
      const TokenRange at = without_noun({hit.first, hit.last}, surface);
      if (accepts(surface, at))
        candidates_.push_back({at, surface.credential, surface.is_abbreviation,
                               rules_.credentials[surface.credential].issuer, "certification.gazetteer"});
    }
    n_listed_ = candidates_.size();
  }

  bool accepts(const CredentialSurface& surface, TokenRange at) const {
    if (surface.is_abbreviation && inside_publisher(at)) return false;  // "CFA Institute"
    const std::string_view text = scan_.text(at);
    const bool exact = text == surface.surface || (text.size() == surface.surface.size() + 1 &&
                                                   text.back() == 's' && text.starts_with(surface.surface));
    switch (surface.policy) {
      case Policy::anywhere:
        return surface.is_abbreviation ? exact : is_proper(at);
      case Policy::exact_case:
        return exact;
      case Policy::cue:
        if (surface.is_abbreviation && !exact) return false;
        return named_.contains(surface.credential) || has_cue(at) ||
               (!surface.is_abbreviation && is_proper(at) && cue_in_headings());
      case Policy::never:
        return false;
    }
    return false;
  }

  bool inside_publisher(TokenRange at) const {
    const ScannedBlock& block = scan_.blocks[block_];
    const std::uint32_t near = at.first >= kLongestPhrase ? at.first - kLongestPhrase : 0;
    for (std::uint32_t h = scan_.hit_from(block_, near);
         h < block.last_hit && scan_.hits[h].first <= at.first; ++h)
      if (scan_.hits[h].list == ListKind::publisher && scan_.hits[h].first <= at.first &&
          scan_.hits[h].last > at.last)
        return true;
    return false;
  }

  // A name is written with capitals somewhere: "certified analytics professional" in running text is a
  // phrase.
  bool is_proper(TokenRange at) const {
    for (std::uint32_t i = at.first; i < at.last; ++i)
      if (token(i).upper_first) return true;
    return false;
  }

  // Words beside it that only a credential has: "… certification", "pass the … exam", "certified …".
  bool has_cue(TokenRange at) const {
    const std::uint32_t near_first = at.first >= range_.first + 3 ? at.first - 3 : range_.first;
    const TokenRange before{near_first, at.first};
    const TokenRange after{at.last, std::min(at.last + 3, range_.last)};
    const CueHit* left = scan_.last_cue(block_, Feature::credential_cue, before);
    const CueHit* right = scan_.first_cue(block_, Feature::credential_cue, after);
    return (left != nullptr && left->value == 1) || (right != nullptr && right->value == 1) ||
           in_list_of_credentials(at);
  }

  // "Certifications: CISSP, CISM and CRISC"
  bool in_list_of_credentials(TokenRange at) const {
    const TokenRange sentence = scan_.sentence_at(block_, at.first);
    for (std::uint32_t i = at.first; i > sentence.first + 1; --i)
      if (token(i - 1).is(':')) return is_generic_noun(i - 2);
    return false;
  }

  bool cue_in_headings() const {
    const Document& document = *scan_.document;
    for (std::uint32_t s = document.blocks[block_].section;; s = document.sections[s].parent) {
      const std::uint32_t heading = document.sections[s].heading;
      if (heading != kNone && heading != block_ &&
          scan_.first_cue(heading, Feature::credential_cue, scan_.blocks[heading].tokens) != nullptr)
        return true;
      if (s == 0) return false;
    }
  }

  bool is_name_word(std::uint32_t i) const {
    return exists(i) && ((token(i).is_word() && token(i).upper_first) || token(i).is_number() ||
                         token(i).is('-') || token(i).is('/') || token(i).is('+') || token(i).is('&'));
  }

  void collect_open() {
    static const std::uint64_t kCertified = word_key("certified"), kCertificate = word_key("certificate");
    for (std::uint32_t i = range_.first; i < range_.last; ++i) {
      if (!token(i).is_word() || !token(i).upper_first) continue;
      if (token(i).key == kCertified)
        collect_certified(i);
      else if (token(i).key == kCertificate)
        collect_certificate(i);
      else if (token(i).all_upper && token(i).end - token(i).begin >= 3 &&
               in_list_of_credentials({i, i + 1}) && stands_in_list(i))
        candidates_.push_back({{i, i + 1}, kOpen, true, issuer_of_list(i), "certification.list"});
    }
  }

  // "<Vendor> Certified <Name> - <Level>", "Certified <Name> (ABBR)"
  void collect_certified(std::uint32_t i) {
    if (titled_from(i)) return;  // "Certified Pharmacy Technician" is a job
    static const std::array<std::uint64_t, 3> kJoins{word_key("in"), word_key("of"), word_key("for")};
    std::uint32_t end = i + 1;
    while (end < i + 9) {
      if (is_name_word(end))
        ++end;
      else if (exists(end + 1) && end > i + 1 &&
               std::find(kJoins.begin(), kJoins.end(), token(end).key) != kJoins.end() &&
               token(end + 1).is_word() && token(end + 1).upper_first)
        end += 2;
      else
        break;
    }
    while (end > i + 1 && !token(end - 1).is_word()) --end;
    std::uint32_t begin = i;
    std::string_view issuer;
    for (std::uint32_t vendor = i; vendor > range_.first && i - vendor < 3 && token(vendor - 1).is_word() &&
                                   token(vendor - 1).upper_first;) {
      --vendor;
      if (const std::string_view found = issuer_in({vendor, i}); !found.empty()) {
        begin = vendor;
        issuer = found;
      }
    }
    const bool bracketed = exists(end) && token(end).is('(') && exists(end + 1) && token(end + 1).all_upper;
    if (begin < i || (end - i >= 3 && bracketed) || end - i >= 4)
      candidates_.push_back({{begin, end}, kOpen, false, issuer, "certification.certified"});
  }

  // "<Name> Professional Certificate"
  void collect_certificate(std::uint32_t i) {
    std::uint32_t begin = i;
    while (begin > range_.first && token(begin - 1).is_word() && token(begin - 1).upper_first &&
           i - begin < 8)
      --begin;
    while (begin < i && is_article(begin)) ++begin;
    if (i - begin < 2) return;
    candidates_.push_back({{begin, i + 1}, kOpen, false, issuer_in({begin, i}), "certification.certificate"});
  }

  // Does the list of titles know a job that begins here?
  bool titled_from(std::uint32_t i) const {
    const ScannedBlock& block = scan_.blocks[block_];
    for (std::uint32_t h = scan_.hit_from(block_, i); h < block.last_hit && scan_.hits[h].first == i; ++h) {
      const Hit& hit = scan_.hits[h];
      if (hit.list == ListKind::title && hit.last > i + 2 && rules_.titles[hit.entry].policy != Policy::never)
        return true;
    }
    return false;
  }

  bool stands_in_list(std::uint32_t i) const {
    static const std::uint64_t kAnd = word_key("and");
    const bool before = token(i - 1).is(':') || token(i - 1).is(',') || token(i - 1).key == kAnd;
    const bool after =
        i + 1 == range_.last || token(i + 1).is(',') || token(i + 1).key == kAnd || token(i + 1).is('.');
    return before && after;
  }

  // "Mosse Cyber Security Institute Certifications: MOIS, …": the name before the noun.
  std::string_view issuer_of_list(std::uint32_t i) const {
    const std::uint32_t begin_of_list = scan_.sentence_at(block_, i).first;
    std::uint32_t colon = i;
    while (colon > begin_of_list && !token(colon).is(':')) --colon;
    if (colon < range_.first + 2) return {};
    const std::uint32_t noun = colon - 1;
    std::uint32_t begin = noun;
    while (begin > range_.first && token(begin - 1).is_word() && token(begin - 1).upper_first &&
           noun - begin < 6 && !starts_sentence(begin - 1) && begin - 1 != range_.first)
      --begin;
    return begin < noun ? scan_.text({begin, noun}) : std::string_view{};
  }

  bool is_article(std::uint32_t i) const {
    static const std::array<std::uint64_t, 8> kWords{word_key("the"),  word_key("a"),   word_key("an"),
                                                     word_key("your"), word_key("our"), word_key("this"),
                                                     word_key("top"),  word_key("best")};
    return std::find(kWords.begin(), kWords.end(), token(i).key) != kWords.end();
  }

  bool starts_sentence(std::uint32_t i) const {
    return scan_.sentence_at(block_, i).first == i && i != range_.first;
  }

  // The issuer of listed credentials whose name begins the credential's.
  std::string_view issuer_in(TokenRange at) const {
    const auto listed = candidates_.begin() + static_cast<std::ptrdiff_t>(n_listed_);
    const auto found =
        std::lower_bound(candidates_.begin(), listed, at.first,
                         [](const Candidate& c, std::uint32_t first) { return c.at.first < first; });
    if (found != listed && found->at.first == at.first) return found->issuer;
    if (at.empty() || !token(at.first).upper_first) return {};
    if (issuers_.empty())
      for (const Credential& credential : rules_.credentials)
        if (const std::size_t space = credential.name.find(' '); space != std::string_view::npos)
          issuers_.emplace(credential.name.substr(0, space), credential.issuer);
    const auto issuer = issuers_.find(scan_.word(at.first));
    return issuer == issuers_.end() ? std::string_view{} : issuer->second;
  }

  // "Name (ABBR)", "ABBR (Name)" and "ABBR: Name" are one mention.
  void merge_expansions(std::vector<Candidate>& chosen) const {
    std::size_t kept = 0;  // chosen[0, kept] are settled, but for the last of them
    for (std::size_t i = 1; i < chosen.size(); ++i) {
      Candidate& a = chosen[kept];
      const Candidate b = chosen[i];
      const bool same = a.credential == b.credential && a.credential != kOpen;
      const bool abbreviates =
          a.is_abbreviation != b.is_abbreviation && (same || a.credential == kOpen || b.credential == kOpen);
      const bool bracket = b.at.first == a.at.last + 1 && token(a.at.last).is('(') && exists(b.at.last) &&
                           token(b.at.last).is(')');
      const bool colon =
          b.at.first == a.at.last + 1 && (token(a.at.last).is(':') || token(a.at.last).is('-'));
      if ((same || abbreviates) && (bracket || (colon && a.is_abbreviation))) {
        a.at.last = b.at.last + (bracket ? 1 : 0);
        if (a.credential == kOpen) a.credential = b.credential;
        a.is_abbreviation = false;
      } else {
        chosen[++kept] = b;
      }
    }
    if (!chosen.empty()) chosen.resize(kept + 1);
  }

  // "(ABBR)" behind a name that no list knows.
  void take_bracket(Candidate& candidate) const {
    const std::uint32_t end = candidate.at.last;
    if (candidate.is_abbreviation || !exists(end + 2) || !token(end).is('(') || !token(end + 1).is_word() ||
        !token(end + 1).all_upper)
      return;
    std::uint32_t close = end + 2;
    while (exists(close) && !token(close).is(')') && close < end + 5) ++close;
    if (!exists(close) || !token(close).is(')')) return;
    if (token(end + 1).first != token(candidate.at.first).first) return;
    candidate.at.last = close + 1;
  }

  void choose() {
    std::sort(candidates_.begin(), candidates_.end(), [](const Candidate& a, const Candidate& b) {
      if (a.at.first != b.at.first) return a.at.first < b.at.first;
      if (a.at.last != b.at.last) return a.at.last > b.at.last;
      return a.credential < b.credential;
    });
    std::vector<Candidate> chosen;
    for (const Candidate& candidate : candidates_) {
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
    for (Candidate& candidate : chosen) {
      CertificationMention mention;
      mention.name = candidate.credential == kOpen ? lower_joined(scan_.text(candidate.at))
                                                   : to_lower(rules_.credentials[candidate.credential].name);
      take_bracket(candidate);
      mention.at = candidate.at;
      mention.block = block_;
      if (candidate.credential != kOpen)
        mention.abbreviation = rules_.credentials[candidate.credential].abbreviation;
      mention.issuer = candidate.issuer;
      mention.rule = candidate.rule;
      found_.push_back(std::move(mention));
    }
  }

  const Scan& scan_;
  const CompiledRules& rules_;
  std::unordered_set<std::uint32_t> named_;
  std::uint32_t block_ = 0;
  TokenRange range_;
  std::vector<Candidate> candidates_;
  std::size_t n_listed_ = 0;  // those of the gazetteer stand first in candidates_, in order
  mutable std::unordered_map<std::string_view, std::string_view> issuers_;  // by a credential's first word
  std::vector<CertificationMention> found_;
};

}  // namespace

std::vector<CertificationMention> find_certifications(const Scan& scan) {
  return CertificationFinder(scan).run();
}

}  // namespace careerfacts
