#include "extract/credential_names.h"

#include <algorithm>
#include <array>

#include "extract/compiled_rules.h"
#include "extract/token.h"
#include "extract/tsv.h"

namespace careerfacts {
namespace {

// Lower-case words with one space between them; signs are left out, "²" is 2.
std::string words_of(std::string_view text, bool spaces) {
  std::string out;
  bool gap = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
    if (text.substr(i).starts_with("²")) {
      c = '2';
      ++i;
    }
    const bool word = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+';
    if (word) {
      if (gap && spaces && !out.empty()) out += ' ';
      out += c;
    }
    gap = !word;
  }
  return out;
}

std::string_view first_word(std::string_view text) {
  const std::size_t end = text.find_first_of(" :-");
  return end == std::string_view::npos ? std::string_view{} : text.substr(0, end);
}

// "TensorFlow", "AWS", "PRINCE2": a word that nothing else than a product or a body is called.
bool is_coined(std::string_view word) {
  const auto upper = static_cast<std::size_t>(
      std::count_if(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; }));
  return upper >= 2;
}

bool is_initials_of(std::string_view word, std::string_view issuer) {
  std::string initials;
  bool start = true;
  for (const char c : issuer) {
    if (start && c >= 'A' && c <= 'Z') initials += c;
    start = c == ' ' || c == '-';
  }
  return initials == word;
}

// Do the letters read as the first letters of the name's words? Small words and "Certified" may be left out,
// and a capital inside a word may give a letter (CyberOps).
bool are_initials(std::string_view letters, std::string_view name) {
  if (name.empty()) return letters.empty();
  const std::size_t end = std::min(name.find(' '), name.size());
  const std::string_view word = name.substr(0, end), rest = end < name.size() ? name.substr(end + 1) : "";
  const auto is_upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (word.empty() || !is_upper(word[0]) || word.starts_with("Certified"))
    if (are_initials(letters, rest)) return true;
  if (word.empty() || letters.empty() || letters[0] != word[0]) return false;
  if (are_initials(letters.substr(1), rest)) return true;
  return letters.size() > 1 && is_upper(letters[1]) && word.find(letters[1], 1) != word.npos &&
         are_initials(letters.substr(2), rest);
}

constexpr std::size_t kEnoughRows = 8;  // so many names of one issuer make their first word its own

}  // namespace

void CredentialNames::build(const std::vector<Credential>& credentials,
                            const std::vector<CredentialSurface>& surfaces) {
  struct Tally {
    std::string_view word;
    std::unordered_map<std::string_view, std::size_t> rows;  // by issuer
    std::size_t all = 0;
  };
  std::unordered_map<std::uint64_t, Tally> tallies;
  for (const CredentialSurface& surface : surfaces) {
    const Credential& credential = credentials[surface.credential];
    if (!surface.is_abbreviation) {
      by_words_.emplace(words_of(surface.surface, true), surface.credential);
      names_of_[credential.issuer].emplace_back(surface.surface, surface.credential);
    }
    const std::string_view word = first_word(surface.surface);
    if (word.size() < 3 || credential.issuer.empty()) continue;
    Tally& tally = tallies[word_key(word)];
    tally.word = word;
    ++tally.rows[credential.issuer];
    ++tally.all;
  }
  for (const Credential& credential : credentials) {
    if (credential.issuer.empty()) continue;
    issuers_.emplace(words_of(credential.issuer, false), credential.issuer);
    if (credential.other_issuer_names.empty()) continue;
    const auto [names, is_new] = other_names_.try_emplace(credential.issuer);
    if (is_new) names->second = split(credential.other_issuer_names, '|');
    for (const std::string_view other : names->second)
      issuers_.emplace(words_of(other, false), credential.issuer);
  }
  for (const auto& [key, tally] : tallies) {
    const auto most =
        std::max_element(tally.rows.begin(), tally.rows.end(), [](const auto& a, const auto& b) {
          return a.second != b.second ? a.second < b.second : a.first > b.first;
        });
    const auto own = tally.rows.find(tally.word);
    const std::string_view issuer = own != tally.rows.end() ? own->first : most->first;
    if (own == tally.rows.end() && most->second * 4 < tally.all * 3) continue;
    const bool named = issuer.starts_with(tally.word) || is_initials_of(tally.word, issuer);
    if (named || (is_coined(tally.word) && tally.all >= 2) || tally.all >= kEnoughRows)
      vendors_.emplace(key, issuer);
  }
}

std::uint32_t CredentialNames::credential(std::string_view name) const {
  const auto found = by_words_.find(words_of(name, true));
  return found == by_words_.end() ? kUnknown : found->second;
}

std::uint32_t CredentialNames::by_initials(std::string_view initials, std::string_view issuer) const {
  const auto names = names_of_.find(issuer);
  if (names == names_of_.end() || initials.size() < 4) return kUnknown;
  std::uint32_t found = kUnknown;
  for (const auto& [name, credential] : names->second) {
    if (credential == found || !are_initials(initials, name)) continue;
    if (found != kUnknown) return kUnknown;
    found = credential;
  }
  return found;
}

std::string_view CredentialNames::vendor(std::uint64_t first_word) const {
  const auto found = vendors_.find(first_word);
  return found == vendors_.end() ? std::string_view{} : found->second;
}

std::string_view CredentialNames::issuer(std::string_view name) const {
  const auto found = issuers_.find(words_of(name, false));
  return found == issuers_.end() ? std::string_view{} : found->second;
}

std::string_view CredentialNames::issuer_as_written(std::string_view issuer, std::string_view text) const {
  const auto others = other_names_.find(issuer);
  if (others == other_names_.end() || text.find(issuer) != std::string_view::npos) return issuer;
  for (const std::string_view other : others->second)
    if (text.find(other) != std::string_view::npos) return other;
  return issuer;
}

}  // namespace careerfacts
