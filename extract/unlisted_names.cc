#include "extract/unlisted_names.h"

#include <algorithm>

#include "extract/word_set.h"

namespace careerfacts {
namespace {

constexpr std::size_t kLowerBits = 1 << 15;  // most keys that are none of the words' are told by one
constexpr std::size_t kFewAsked = 8;         // words of a document that are looked for without them
constexpr std::uint32_t kShortSentence = 5;  // words; of fewer nothing can be told by their capitals
constexpr std::uint32_t kShortCell = 8;      // tokens of a cell that says no sentence
constexpr std::uint32_t kPronounReach = 14;  // tokens behind a name in which "she" means it
constexpr std::uint32_t kAppositionReach = 10;

constexpr WordSet kPrepositions{"in", "at", "from", "of", "near", "with", "on", "across"};
constexpr WordSet kAfterJobs{"at",  "in",  "of", "for",   "with",  "from",
                             "who", "and", "to", "based", "whose", "on"};
constexpr WordSet kPersonWords{"who", "whose", "aged", "PhD", "MD", "Jr", "MBA", "Esq"};
constexpr WordSet kPersonPronouns{"he", "she", "his", "her"};

}  // namespace

UnlistedNames::UnlistedNames(const Scan& scan, const SourceNames& names) : scan_(scan), names_(names) {}

// What the words at `token` are besides names of bodies, by the longest phrase; `end` is behind it.
unsigned UnlistedNames::kinds_at(std::uint32_t token, std::uint32_t last, std::uint32_t* end) {
  hits_.clear();
  scan_.rules->lexicon_names.find_at(scan_.tokens, token, last, hits_);
  unsigned kinds = 0;
  *end = token + 1;
  for (const Hit& hit : hits_) {
    switch (static_cast<Citing>(hit.value)) {
      case Citing::person:
        kinds |= person;
        break;
      case Citing::place:
        kinds |= place;
        break;
      default:
        kinds |= no_body;
    }
    *end = std::max(*end, hit.last);
  }
  return kinds;
}

std::optional<TokenRange> UnlistedNames::body_in(std::uint32_t block, TokenRange sentence, TokenRange name,
                                                 Slot slot) {
  const bool vouched = slot == Slot::vouched;
  const BlockKind kind = scan_.document->blocks[block].kind;
  if (kind == BlockKind::heading || is_title_case(sentence)) return std::nullopt;
  // A page's own name is no source.
  const Metadata& page = scan_.document->metadata;
  if (const std::string_view own = scan_.text(name); page.publisher == own || page.author == own)
    return std::nullopt;
  if (kind == BlockKind::cell && sentence.last - sentence.first < kShortCell) return std::nullopt;
  if (is_code(name.last, sentence.last)) return std::nullopt;
  // "PMs in the Larkspur (census)"
  for (std::uint32_t i = name.last; i-- > name.first + 1;)
    if ((scan_.word(i) == "in" || scan_.word(i) == "on") && i + 1 < name.last) {
      name.first = scan_.word(i + 1) == "the" ? i + 2 : i + 1;
      break;
    }
  const bool opens = opens_sentence(sentence, name.first);
  if (opens && vouched_before(sentence, name.first + 1) && name.last > name.first + 1)
    ++name.first;  // "Recruiter Larkspur"
  for (std::uint32_t i = name.first + 1; i < name.last; ++i)
    if (scan_.is_possessive(i)) {
      if (is_other_word({i + 1, name.last})) return std::nullopt;  // "Moore's Law"
      name.last = i;                                               // "Larkspur's Jane Roe"
    }
  if (slot == Slot::speaker && name.first > sentence.first &&
      kPrepositions.contains(scan_.word(name.first - 1)))
    return std::nullopt;  // "firms in Ohio", "recruiters from Pune"
  if (opens) name.first = without_opening(name);
  if (!is_site(name) && (is_other_word(name) || holds_title(block, name))) return std::nullopt;
  if (!vouched && is_person(block, sentence, name)) return std::nullopt;
  const bool one = name.last == name.first + 1;
  if (one && opens && !vouched && !scan_.tokens[name.first].all_upper) {
    const std::string_view word = scan_.word(name.first);
    const bool inner_capital =
        std::any_of(word.begin() + 1, word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    if (!inner_capital && (word.size() < 3 || stands_in_lower_case(scan_.tokens[name.first].key)))
      return std::nullopt;
  }
  return name;
}

// "Caterer.com"
bool UnlistedNames::is_site(TokenRange name) const {
  return name.last >= name.first + 3 && scan_.tokens[name.last - 2].is('.') &&
         !scan_.tokens[name.last - 1].space_before;
}

// "PL" in "PL-300"
bool UnlistedNames::is_code(std::uint32_t behind, std::uint32_t end) const {
  return behind + 1 < end && scan_.tokens[behind].is('-') && !scan_.tokens[behind].space_before &&
         scan_.tokens[behind + 1].is_number() && !scan_.tokens[behind + 1].space_before;
}

// Where a name begins without a word that only opens its sentence: "Today Larkspur".
std::uint32_t UnlistedNames::without_opening(TokenRange name) {
  std::uint32_t end = 0;
  if ((kinds_at(name.first, name.last, &end) & no_body) == 0 || end >= name.last) return name.first;
  return is_other_word({end, name.last}) ? name.first : end;
}

// "Ohio", "Gen Z", "Management", "Hyderabad and Pune"; but "Statistics Canada" is a name, though both its
// words are on the lists.
bool UnlistedNames::is_other_word(TokenRange name) {
  std::uint32_t phrases = 0;
  bool only_places = true, only_capitals = true;
  for (std::uint32_t i = name.first; i < name.last;) {
    std::uint32_t end = i + 1;
    if (scan_.tokens[i].is_word() && scan_.tokens[i].upper_first) {
      const unsigned kinds = kinds_at(i, name.last, &end);
      if ((kinds & (place | no_body)) == 0) return false;
      ++phrases;
      only_places = only_places && (kinds & place) != 0;
      only_capitals = only_capitals && scan_.tokens[i].all_upper;
    }
    i = end;
  }
  return phrases < 2 || only_places || only_capitals;
}

bool UnlistedNames::vouched_before(TokenRange sentence, std::uint32_t token) const {
  const std::uint32_t from = token - std::min(token - sentence.first, std::uint32_t{4});
  for (const CueHit& cue : scan_.cues(Feature::citing, {from, token}))
    if (static_cast<Citing>(cue.value) == Citing::kind && cue.at.last == token) return true;
  return false;
}

bool UnlistedNames::vouched_between(TokenRange between) const {
  if (between.last < between.first + 3 || !scan_.tokens[between.first].is(',') ||
      !scan_.tokens[between.last - 1].is(','))
    return false;
  if (scan_.word(between.first + 1) == "which") return true;
  // "Jane Roe, chief executive of the hospital group, said"
  static constexpr WordSet kOfficers{"chief",      "director",  "president", "founder", "CEO",
                                     "co-founder", "economist", "head",      "vice",    "professor",
                                     "manager",    "chair",     "managing",  "senior",  "partner",
                                     "spokesman",  "CFO",       "executive"};
  for (std::uint32_t i = between.first + 1; i + 1 < between.last && i < between.first + 4; ++i)
    if (kOfficers.contains(scan_.word(i))) return false;
  for (const CueHit& cue : scan_.cues(Feature::citing, between)) {
    const auto value = static_cast<Citing>(cue.value);
    if (value == Citing::kind || value == Citing::body) return true;
  }
  return false;
}

// "Ten Things Harborview Says About Pay"
bool UnlistedNames::is_title_case(TokenRange sentence) const {
  std::uint32_t words = 0, capitals = 0;
  for (std::uint32_t i = sentence.first; i < sentence.last && words < 40; ++i) {
    if (!scan_.tokens[i].is_word() || scan_.tokens[i].end < scan_.tokens[i].begin + 3) continue;
    ++words;
    capitals += scan_.tokens[i].upper_first ? 1 : 0;
  }
  // "In Larkspur's Pay and Skills Report, CISSP holders in North America averaged $168,060." has a verb.
  const bool stops = sentence.last > sentence.first && scan_.tokens[sentence.last - 1].is('.');
  return words >= kShortSentence && (stops ? capitals == words : capitals * 3 > words * 2);
}

bool UnlistedNames::is_person(std::uint32_t block, TokenRange sentence, TokenRange name) {
  std::uint32_t end = 0;
  if ((kinds_at(name.first, name.last, &end) & person) != 0) {
    bool joined = false;  // "Mark & Spence"
    for (std::uint32_t i = name.first; i < name.last; ++i)
      joined = joined || scan_.tokens[i].is('&') || scan_.word(i) == "and";
    if (!joined) return true;
  }
  // "Dr. Roe", "By Jane Roe"
  std::uint32_t before = name.first;
  if (before > sentence.first && scan_.tokens[before - 1].is('.')) --before;
  if (before > sentence.first && before < name.first + 1 &&
      (kinds_at(before - 1, before, &end) & person) != 0)
    return true;
  if (name.last - name.first <= 2 && is_surname(scan_.tokens[name.last - 1].key) &&
      !scan_.tokens[name.last - 1].all_upper)
    return true;
  return is_followed_as_person(block, sentence, name.last) || is_meant_by_pronoun(block, sentence, name.last);
}

// "… she says", in its clause or at the begin of the sentence after.
bool UnlistedNames::is_meant_by_pronoun(std::uint32_t block, TokenRange sentence, std::uint32_t after) const {
  for (std::uint32_t i = after; i < sentence.last && i < after + kPronounReach; ++i)
    if (kPersonPronouns.contains(scan_.word(i))) return true;
  return sentence.last < scan_.blocks[block].tokens.last &&
         kPersonPronouns.contains(to_lower(scan_.word(sentence.last)));
}

// ", who runs a crew", ", 29,", ", a welder", ", PhD,"
bool UnlistedNames::is_followed_as_person(std::uint32_t block, TokenRange sentence,
                                          std::uint32_t after) const {
  if (after < sentence.last && scan_.word(after) == "who") return true;
  if (after + 1 < sentence.last && scan_.tokens[after].is(',')) {
    const std::uint32_t next = after + 1;
    const std::string_view word = scan_.word(next);
    if (kPersonWords.contains(word)) return true;
    if (scan_.tokens[next].is_number() && scan_.tokens[next].end < scan_.tokens[next].begin + 3 &&
        next + 1 < sentence.last && scan_.tokens[next + 1].is(','))
      return true;
    std::uint32_t end = next;
    while (end < sentence.last && end < next + kAppositionReach && !scan_.tokens[end].is(',')) ++end;
    if (vouched_between({after, std::min(end + 1, sentence.last)})) return false;
    const bool article = word == "a" || word == "an" || word == "the" || word == "our" || word == "my";
    for (std::uint32_t h = scan_.hit_from(block, next); h < scan_.blocks[block].last_hit; ++h) {
      if (scan_.hits[h].first >= (article ? end : next + 2)) break;
      if (scan_.hits[h].list != ListKind::title && scan_.hits[h].list != ListKind::title_head) continue;
      // "Per Larkspur, a welder earns …": a verb behind the job makes it a sentence of its own.
      const std::uint32_t behind = scan_.hits[h].last;
      if (behind >= sentence.last || !scan_.tokens[behind].is_word() ||
          kAfterJobs.contains(scan_.word(behind)) || scan_.tokens[behind].upper_first)
        return true;
    }
  }
  return false;
}

bool UnlistedNames::opens_sentence(TokenRange sentence, std::uint32_t token) const {
  if (token == sentence.first) return true;
  const Token& before = scan_.tokens[token - 1];
  return !before.is_word() && !before.is_number() && !before.is(',') && !before.is('(') && !before.is(';') &&
         scan_.word(token - 1) != "'s";
}

// Whether a part of it is a job or a credential.
bool UnlistedNames::holds_title(std::uint32_t block, TokenRange name) const {
  for (std::uint32_t h = scan_.hit_from(block, name.first); h < scan_.blocks[block].last_hit; ++h) {
    if (scan_.hits[h].first >= name.last) break;
    if (scan_.hits[h].list == ListKind::title || scan_.hits[h].list == ListKind::title_head ||
        scan_.hits[h].list == ListKind::credential)
      return true;
  }
  return false;
}

bool UnlistedNames::stands_in_lower_case(std::uint64_t key) {
  const auto bit = [](std::uint64_t of) { return static_cast<std::size_t>(of >> 24) % kLowerBits; };
  if (asked_++ >= kFewAsked && lower_.empty()) {
    lower_.resize(kLowerBits, false);
    for (const Token& token : scan_.tokens)
      if (token.is_word() && !token.upper_first) lower_[bit(token.key)] = true;
  }
  return (lower_.empty() || lower_[bit(key)]) &&
         std::any_of(scan_.tokens.begin(), scan_.tokens.end(), [&](const Token& token) {
           return token.key == key && token.is_word() && !token.upper_first;
         });
}

bool UnlistedNames::is_surname(std::uint64_t key) {
  learn_surnames();
  return std::binary_search(surnames_.begin(), surnames_.end(), key);
}

void UnlistedNames::learn_surnames() {
  if (learned_) return;
  learned_ = true;
  std::uint32_t block = 0;
  for (const SourceName& name : names_.all()) {
    if (name.trust != Trust::plain || name.at.last < name.at.first + 2 || name.at.last > name.at.first + 3)
      continue;
    while (scan_.blocks[block].tokens.last <= name.at.first) ++block;
    std::uint32_t end = 0;
    if (((kinds_at(name.at.first, name.at.last, &end) & person) != 0 && end < name.at.last) ||
        is_followed_as_person(block, scan_.sentence_at(block, name.at.first), name.at.last))
      surnames_.push_back(scan_.tokens[name.at.last - 1].key);
  }
  std::sort(surnames_.begin(), surnames_.end());
}

}  // namespace careerfacts
