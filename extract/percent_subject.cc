#include "extract/percent_subject.h"

#include <algorithm>

#include "extract/key_set.h"

namespace careerfacts {
namespace {

constexpr std::uint32_t kLongest = 12;  // tokens of a noun phrase

// Words of a verb's group: behind the subject and before what it does.
bool is_auxiliary(const Token& token) {
  static const KeySet kWords{
      "is",           "are",           "was",          "were",      "be",       "been",     "being",
      "will",         "would",         "can",          "could",     "may",      "might",    "must",
      "should",       "shall",         "has",          "have",      "had",      "do",       "does",
      "did",          "not",           "to",           "projected", "expected", "forecast", "forecasted",
      "predicted",    "estimated",     "anticipated",  "set",       "slated",   "poised",   "likely",
      "said",         "reported",      "thought",      "also",      "only",     "still",    "even",
      "already",      "typically",     "usually",      "generally", "often",    "now",      "currently",
      "recently",     "actually",      "never",        "always",    "alone",    "itself",   "themselves",
      "collectively", "significantly", "considerably", "rapidly",   "steadily", "just"};
  return token.is_word() && kWords.contains(token);
}

// Words that neither begin nor end a noun phrase, and are none by themselves.
bool is_grammar(const Token& token) {
  static const KeySet kWords{
      "the",     "a",      "an",      "this",   "that",    "these",    "those",   "of",    "in",
      "on",      "at",     "by",      "for",    "from",    "with",     "and",     "or",    "but",
      "while",   "as",     "if",      "so",     "when",    "where",    "who",     "which", "than",
      "it",      "its",    "we",      "our",    "you",     "your",     "they",    "their", "them",
      "he",      "she",    "his",     "her",    "i",       "my",       "us",      "all",   "there",
      "about",   "around", "nearly",  "almost", "roughly", "some",     "another", "up",    "over",
      "within",  "during", "because", "since",  "though",  "although", "however", "then",  "meanwhile",
      "overall", "yet",    "both",    "each",   "every",   "any",      "no"};
  return !token.is_word() || kWords.contains(token) || is_auxiliary(token);
}

// What ends the phrase behind "of": the verb of its people or things, or what begins a clause.
bool begins_predicate(const Token& token) {
  static const KeySet kVerbs{
      "say",      "said",       "report",     "reported",  "require",  "required",  "listed",    "earn",
      "earned",   "used",       "planned",    "expect",    "worked",   "find",      "found",     "mandate",
      "prefer",   "prioritize", "prioritise", "see",       "feel",     "felt",      "think",     "believe",
      "consider", "want",       "seek",       "offered",   "paid",     "receive",   "received",  "get",
      "got",      "take",       "took",       "make",      "made",     "move",      "moved",     "pursue",
      "enter",    "entered",    "highlight",  "emphasize", "hold",     "held",      "hire",      "hired",
      "ask",      "asked",      "struggle",   "fail",      "passed",   "go",        "went",      "come",
      "came",     "live",       "own",        "left",      "quit",     "become",    "became",    "begin",
      "started",  "finish",     "complete",   "completed", "secure",   "secured",   "land",      "landed",
      "accept",   "accepted",   "choose",     "chose",     "agree",    "agreed",    "cite",      "cited",
      "named",    "rated",      "called",     "describe",  "admit",    "lack",      "include",   "involve",
      "spend",    "spent",      "ran",        "rely",      "tend",     "fell",      "rose",      "give",
      "gave",     "don't",      "doesn't",    "won't",     "respond",  "responded", "apply",     "applied",
      "enroll",   "enrolled",   "switch",     "switched",  "declined", "offering",  "requiring", "looking",
      "saying",   "using",      "working"};
  return is_auxiliary(token) || kVerbs.contains(token);
}

bool ends_phrase(const Token& token) {
  static const KeySet kWords{"that", "which", "who",  "whose",   "and",  "but", "while", "by",
                             "with", "than",  "from", "because", "when", "if",  "as"};
  if (!token.is_word()) return !token.is_number() && !token.is('-') && !token.is('/') && token.first != '\'';
  return kWords.contains(token);
}

// "U.S. states", "Ph.D. students"
bool is_stop_of_abbreviation(const Scan& scan, std::uint32_t i) {
  if (i == 0 || !scan.tokens[i].is('.') || scan.tokens[i].space_before) return false;
  const Token& letter = scan.tokens[i - 1];
  return letter.is_word() && letter.upper_first && letter.end - letter.begin <= 2;
}

void trim(const Scan& scan, TokenRange& range) {
  while (!range.empty() && is_grammar(scan.tokens[range.last - 1])) --range.last;
  while (!range.empty() && is_grammar(scan.tokens[range.first])) ++range.first;
}

}  // namespace

TokenRange noun_phrase_behind(const Scan& scan, std::uint32_t first, std::uint32_t last) {
  static const std::uint64_t kTo = word_key("to");
  TokenRange range{first, first};
  while (range.last < last && range.last < first + kLongest) {
    const Token& token = scan.tokens[range.last];
    if (ends_phrase(token) && !is_stop_of_abbreviation(scan, range.last)) break;
    // "use cases", "work visas": a phrase has a noun before its verb.
    const bool has_noun = range.last > first && !is_grammar(scan.tokens[range.last - 1]);
    const bool has_to = range.last + 1 < last && scan.tokens[range.last + 1].key == kTo;  // "firms plan to"
    if (has_noun && (begins_predicate(token) || has_to)) break;
    ++range.last;
  }
  trim(scan, range);
  return range;
}

TokenRange noun_phrase_before(const Scan& scan, std::uint32_t first, std::uint32_t last) {
  while (last > first && is_auxiliary(scan.tokens[last - 1])) --last;
  TokenRange range{last, last};
  while (range.first > first && last - range.first < kLongest) {
    const std::uint32_t before = range.first - 1;
    // "LinkedIn says UK adverts …": what is told of begins behind the verb.
    if (ends_phrase(scan.tokens[before]) && !is_stop_of_abbreviation(scan, before)) break;
    if (begins_predicate(scan.tokens[before])) break;
    --range.first;
  }
  trim(scan, range);
  return range;
}

}  // namespace careerfacts
