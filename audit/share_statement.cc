#include "audit/share_statement.h"

#include <set>
#include <string_view>
#include <unordered_map>

#include "audit/audit_data.h"

namespace careerfacts {
namespace {

constexpr std::size_t kLeast = 3;  // words

const std::unordered_map<std::string_view, std::string_view>& meanings() {
  static const std::unordered_map<std::string_view, std::string_view> words = [] {
    std::unordered_map<std::string_view, std::string_view> map;
    read_audit_data("vocabulary/share_words.tsv", {"word", "meaning"},
                    [&](const TsvRow& row) { map[row.cells[0]] = row.cells[1]; });
    return map;
  }();
  return words;
}

std::string_view folded(std::string_view word) {
  if (const auto known = meanings().find(word); known != meanings().end()) return known->second;
  if (word.size() > 4 && word.ends_with("'s")) word.remove_suffix(2);
  if (word.size() > 4 && word.ends_with('s') && !word.ends_with("ss")) word.remove_suffix(1);
  return word;
}

}  // namespace

std::string share_statement(const SentenceWords& sentence) {
  if (!sentence.has_figure() ||
      sentence.any_of(sentence.before_begin(), sentence.before_end(), {"among", "for", "those"}))
    return {};
  std::set<std::string_view> words;
  for (std::size_t i = sentence.after_begin(); i < sentence.after_end(); ++i) {
    const std::string_view word = sentence.words()[i];
    if (word == "according" || word == "compared" || (word == "," && words.size() >= kLeast)) break;
    if (is_mark(word)) continue;
    const std::string_view meaning = folded(word);
    if (!meaning.empty()) words.insert(meaning);
  }
  if (words.size() < kLeast) return {};
  std::string text;
  for (const std::string_view word : words) text += (text.empty() ? "" : " ") + std::string(word);
  return text;
}

}  // namespace careerfacts
