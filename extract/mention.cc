#include "extract/mention.h"

#include <array>

namespace careerfacts {
namespace {

// The words of each enumeration, in the order of its enumerators.
template <class Enum>
struct Words;
template <>
struct Words<Modifier> {
  static constexpr std::array<std::string_view, 5> list{"none", "about", "over", "under", "up_to"};
};
template <>
struct Words<Period> {
  static constexpr std::array<std::string_view, 6> list{"", "year", "month", "week", "day", "hour"};
};
template <>
struct Words<Statistic> {
  static constexpr std::array<std::string_view, 4> list{"none", "average", "median", "percentile"};
};
template <>
struct Words<Pay> {
  static constexpr std::array<std::string_view, 5> list{"none", "base", "total", "bonus", "increase"};
};
template <>
struct Words<Level> {
  static constexpr std::array<std::string_view, 4> list{"none", "entry", "mid", "senior"};
};
template <>
struct Words<Sense> {
  static constexpr std::array<std::string_view, 5> list{"other", "share", "change", "difference", "rate"};
};
template <>
struct Words<Direction> {
  static constexpr std::array<std::string_view, 3> list{"none", "up", "down"};
};
template <>
struct Words<SourceGrade> {
  static constexpr std::array<std::string_view, 3> list{"none", "vague", "named"};
};
template <>
struct Words<Kind> {
  static constexpr std::array<std::string_view, 4> list{"salary", "percentage", "role", "certification"};
};
template <>
struct Words<Severity> {
  static constexpr std::array<std::string_view, 3> list{"note", "warning", "error"};
};

template <class Enum>
std::string_view word_of(Enum value) {
  return Words<Enum>::list[static_cast<std::size_t>(value)];
}

}  // namespace

std::string_view to_word(Modifier value) { return word_of(value); }
std::string_view to_word(Period value) { return word_of(value); }
std::string_view to_word(Statistic value) { return word_of(value); }
std::string_view to_word(Pay value) { return word_of(value); }
std::string_view to_word(Level value) { return word_of(value); }
std::string_view to_word(Sense value) { return word_of(value); }
std::string_view to_word(Direction value) { return word_of(value); }
std::string_view to_word(SourceGrade value) { return word_of(value); }
std::string_view to_word(Kind value) { return word_of(value); }
std::string_view to_word(Severity value) { return word_of(value); }

template <class Enum>
std::span<const std::string_view> words_of() {
  return Words<Enum>::list;
}

template std::span<const std::string_view> words_of<Modifier>();
template std::span<const std::string_view> words_of<Period>();
template std::span<const std::string_view> words_of<Statistic>();
template std::span<const std::string_view> words_of<Pay>();
template std::span<const std::string_view> words_of<Level>();
template std::span<const std::string_view> words_of<Sense>();
template std::span<const std::string_view> words_of<Direction>();
template std::span<const std::string_view> words_of<SourceGrade>();

template <class Enum>
std::optional<Enum> from_word(std::string_view word) {
  for (std::size_t i = 0; i < Words<Enum>::list.size(); ++i)
    if (Words<Enum>::list[i] == word) return static_cast<Enum>(i);
  return std::nullopt;
}

template std::optional<Modifier> from_word(std::string_view);
template std::optional<Period> from_word(std::string_view);
template std::optional<Statistic> from_word(std::string_view);
template std::optional<Pay> from_word(std::string_view);
template std::optional<Level> from_word(std::string_view);
template std::optional<Sense> from_word(std::string_view);
template std::optional<Direction> from_word(std::string_view);
template std::optional<SourceGrade> from_word(std::string_view);
template std::optional<Kind> from_word(std::string_view);
template std::optional<Severity> from_word(std::string_view);

}  // namespace careerfacts
