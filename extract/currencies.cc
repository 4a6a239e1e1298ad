#include "extract/currencies.h"

#include <algorithm>

namespace careerfacts {
namespace {

bool is_letters(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
  });
}

bool holds(const std::vector<std::string_view>& list, std::string_view code) {
  return std::find(list.begin(), list.end(), code) != list.end();
}

}  // namespace

bool Currencies::add(const CurrencySurface& surface) {
  bool leads = surface.kind == CurrencySurface::Kind::sign;
  for (const CurrencySurface& known : surfaces_) {
    if (known.code != surface.code) {
      if (known.text == surface.text) return false;
      continue;
    }
    // "usd 20", "Eur 20": a code in other letters than capitals.
    leads = leads || (known.kind == CurrencySurface::Kind::sign && known.text.size() == surface.text.size() &&
                      to_lower(known.text) == surface.text);
  }
  const auto entry = static_cast<std::uint32_t>(surfaces_.size());
  surfaces_.push_back(surface);
  surfaces_.back().leads = leads;
  phrases_.add(surface.text, entry);
  if (surface.kind != CurrencySurface::Kind::sign) return true;
  if (surface.text.find('$') != std::string_view::npos && !holds(dollars_, surface.code))
    dollars_.push_back(surface.code);
  const bool ascii = !surface.text.empty() && static_cast<unsigned char>(surface.text[0]) < 0x80;
  if (ascii && is_letters(surface.text)) glued_.add(surface.text, surface.cue);
  return true;
}

bool Currencies::fits(std::string_view text, const std::vector<Token>& tokens,
                      const TokenPhrases::Match& match) const {
  const CurrencySurface& surface = surfaces_[match.entry];
  if (surface.kind != CurrencySurface::Kind::sign) return true;
  const Token& first = tokens[match.first];
  return text.substr(first.begin, tokens[match.last - 1].end - first.begin) == surface.text;
}

std::optional<CurrencyMatch> Currencies::find_at(std::string_view text, const std::vector<Token>& tokens,
                                                 std::uint32_t at, std::uint32_t last) const {
  const auto found = phrases_.at(tokens, at, last,
                                 [&](const TokenPhrases::Match& match) { return fits(text, tokens, match); });
  if (!found) return std::nullopt;
  return CurrencyMatch{&surfaces_[found->entry], found->first, found->last};
}

std::optional<CurrencyMatch> Currencies::before(std::string_view text, const std::vector<Token>& tokens,
                                                std::uint32_t first, std::uint32_t end) const {
  const auto found = phrases_.before(tokens, first, end, [&](const TokenPhrases::Match& match) {
    return surfaces_[match.entry].leads && fits(text, tokens, match);
  });
  if (!found) return std::nullopt;
  return CurrencyMatch{&surfaces_[found->entry], found->first, found->last};
}

bool Currencies::is_dollar(std::string_view code) const { return holds(dollars_, code); }

}  // namespace careerfacts
