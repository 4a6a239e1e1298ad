#include "extract/compile_rules.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>

#include "base/check.h"
#include "base/content_hash.h"
#include "extract/read_gazetteers.h"
#include "extract/read_patterns.h"
#include "extract/rule_phrases.h"
#include "extract/tsv.h"

namespace careerfacts {
namespace {

bool is_pattern(const RulebookFile& file) { return file.name.ends_with(".toml"); }

std::vector<RulebookFile> sorted(std::vector<RulebookFile> files) {
  std::sort(files.begin(), files.end(),
            [](const RulebookFile& a, const RulebookFile& b) { return a.name < b.name; });
  return files;
}

std::string hash_of(const std::vector<RulebookFile>& files) {
  Sha256 hash;
  for (const RulebookFile& file : files) {
    hash.update(file.name);
    hash.update(std::string_view("\0", 1));
    hash.update(file.text);
    hash.update(std::string_view("\0", 1));
  }
  return hash.finish_hex();
}

// What is read from the gazetteers, and made of it.
void add_gazetteers(CompiledRules& rules, RulePhrases& phrases) {
  std::vector<RulebookFile> gazetteers = rules.files;
  std::erase_if(gazetteers, is_pattern);
  read_gazetteers(gazetteers, rules, phrases);
  rules.figure_words.add(rules.money_words.begins());
  rules.figure_words.add(rules.amount_words.begins(AmountWord::percent));
  rules.credential_names.build(rules.credentials, rules.credential_surfaces);
}

// An image: these, a text, the lexicons. The text is the hash, and a line of id, file and line for each rule.
struct ImageParts {
  std::uint64_t text_bytes = 0;
  std::array<std::uint64_t, 3> lexicon_lines{};
};
static_assert(sizeof(ImageParts) <= sizeof(CacheLine));

std::string text_of(const CompiledRules& rules) {
  std::string text = rules.hash + "\n";
  for (const Rule& rule : rules.rules)
    text += rule.id + "\t" + rule.file + "\t" + std::to_string(rule.line) + "\n";
  return text;
}

void read_text(std::string_view text, CompiledRules& rules) {
  const std::vector<std::string_view> lines = split(text, '\n');
  rules.hash = lines.front();
  rules.rules.reserve(lines.size() - 1);
  for (const std::string_view line : std::span(lines).subspan(1)) {
    const std::vector<std::string_view> cells = split(line, '\t');
    CHECK(cells.size() == 3);
    Rule& rule = rules.rules.emplace_back(Rule{std::string(cells[0]), std::string(cells[1])});
    std::from_chars(cells[2].data(), cells[2].data() + cells[2].size(), rule.line);
  }
}

}  // namespace

std::shared_ptr<const CompiledRules> compile_rules(std::vector<RulebookFile> files,
                                                   std::deque<std::string> texts) {
  auto rules = std::make_shared<CompiledRules>();
  rules->texts = std::move(texts);
  rules->files = sorted(std::move(files));
  rules->hash = hash_of(rules->files);
  RulePhrases phrases(RulePhrases::Use::build);
  for (const RulebookFile& file : rules->files)
    if (is_pattern(file)) read_patterns(file.name, file.text, *rules, phrases);
  add_gazetteers(*rules, phrases);
  phrases.finish(*rules);
  return rules;
}

std::shared_ptr<const CompiledRules> compile_rules(std::vector<RulebookFile> files,
                                                   std::span<const CacheLine> image) {
  auto rules = std::make_shared<CompiledRules>();
  rules->files = sorted(std::move(files));
  CHECK(!image.empty());
  const ImageParts& parts = *reinterpret_cast<const ImageParts*>(image.data());
  const auto take = [&](std::size_t lines) {
    CHECK(lines <= image.size());
    const std::span<const CacheLine> taken = image.first(lines);
    image = image.subspan(lines);
    return taken;
  };
  take(1);
  read_text({reinterpret_cast<const char*>(take(cache_lines(parts.text_bytes)).data()), parts.text_bytes},
            *rules);
  rules->lexicon = Lexicon(take(parts.lexicon_lines[0]));
  rules->lexicon_beside = Lexicon(take(parts.lexicon_lines[1]));
  rules->lexicon_names = Lexicon(take(parts.lexicon_lines[2]));
  RulePhrases phrases(RulePhrases::Use::ignore);
  add_gazetteers(*rules, phrases);
  return rules;
}

RulebookImage image_of(const CompiledRules& rules) {
  const std::array<std::span<const CacheLine>, 3> lexicons{
      rules.lexicon.image(), rules.lexicon_beside.image(), rules.lexicon_names.image()};
  const std::string text = text_of(rules);
  const ImageParts parts{text.size(), {lexicons[0].size(), lexicons[1].size(), lexicons[2].size()}};
  RulebookImage image(1 + cache_lines(text.size()));
  std::memcpy(image[0].bytes.data(), &parts, sizeof parts);
  std::memcpy(image[1].bytes.data(), text.data(), text.size());
  for (const std::span<const CacheLine> lexicon : lexicons)
    image.insert(image.end(), lexicon.begin(), lexicon.end());
  return image;
}

}  // namespace careerfacts
