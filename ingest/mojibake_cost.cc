#include "ingest/mojibake_cost.h"

#include <string_view>

namespace careerfacts::mojibake {
namespace {

// A letter, or a vowel or tone mark of a script that cannot do without.
bool is_wordy(const Trait& t) { return is_letter(t) || (t.kind == Kind::mark && t.script == Script::other); }

bool is_ascii(const Trait& t) { return t.c < 0x80; }

int letters_cost(const Trait& a, const Trait& b) {
  if (a.script != b.script || (a.script == Script::other && a.block != b.block)) {
    const auto either = [&](Script s) { return a.script == s || b.script == s; };
    if (either(Script::latin) && either(Script::cjk)) return 4;
    const auto is_plain_greek = [](const Trait& t) {
      return (t.c >= 0x391 && t.c <= 0x3A9) || (t.c >= 0x3B1 && t.c <= 0x3C9);
    };
    if (either(Script::latin) && (is_plain_greek(a) || is_plain_greek(b))) return 6;  // μm, Δx
    return 10;
  }
  // In a script other than Latin a second letter is no surprise after the first.
  if (a.script != Script::latin) return a.kind == Kind::lower && b.kind == Kind::upper ? 4 : -3;
  if (a.kind == Kind::lower && b.kind == Kind::upper) return is_ascii(b) ? 7 : 10;
  constexpr std::u32string_view kConsonants = U"bcdfghjklmnpqrstvwxzBCDFGHJKLMNPQRSTVWXZ";
  if (b.c == U'ß' && kConsonants.find(a.c) != std::u32string_view::npos) return 6;  // it follows vowels
  if (is_ascii(a) || is_ascii(b)) return 0;
  if (a.c == b.c || a.c + 0x20 == b.c) return -4;  // letters drawn out: Ôôô
  if (a.kind == Kind::upper && b.kind == Kind::upper && a.c != U'Ã') return 0;
  return a.c == U'Ã' ? 4 : a.c == U'Ă' ? 0 : 2;  // Romanian has words like "Ăştia"
}

int after_letter_cost(const Trait& a, const Trait& b) {
  switch (b.kind) {
    case Kind::open:
      return 7;
    case Kind::low_quote:
      return 8;
    case Kind::guillemet:
      return 3;
    case Kind::currency:
      return a.kind == Kind::upper ? 3 : 5;  // capitals are spelt with £ and ¥ for fun
    case Kind::symbol:
      return 5;
    case Kind::trade:
    case Kind::replacement:
    case Kind::pictograph:
      return 1;
    case Kind::raised:  // ² and ³ mark footnotes
      return b.c == U'²' || b.c == U'³' || b.c == U'¹' ? 2 : 4;
    case Kind::math:
      return 4;
    case Kind::box:
      return std::u32string_view(U"│║─═").find(b.c) != std::u32string_view::npos ? 4 : 7;
    case Kind::digit:
      return 2;
    default:
      return 0;
  }
}

int before_letter_cost(const Trait& a, const Trait& b) {
  switch (a.kind) {
    case Kind::math:
      return b.script != Script::latin ? 3 : is_ascii(b) ? 6 : 9;
    case Kind::guillemet:
    case Kind::digit:
      return 3;
    case Kind::raised:
      return a.c == U'°' && (b.c == U'C' || b.c == U'F') ? 0 : 6;
    case Kind::close:
      return 5;
    case Kind::stop:
      return std::u32string_view(U"….,;:!?").find(a.c) != std::u32string_view::npos ? 3 : 0;
    case Kind::currency:
    case Kind::symbol:
      return 4;
    case Kind::trade:
      return 6;
    case Kind::box:
      return 4;
    case Kind::pictograph:
    case Kind::replacement:
      return 1;
    default:
      return 0;
  }
}

// Which line, if any (0 none, 1 single, 2 double), a box-drawing character sends to the left and to the
// right.
struct Stubs {
  char left;
  char right;
};

Stubs stubs_of(char32_t c) {
  constexpr std::u32string_view kSingle = U"─│┌┐└┘├┤┬┴┼", kDouble = U"═║╒╓╔╕╖╗╘╙╚╛╜╝╞╟╠╡╢╣╤╥╦╧╨╩╪╫╬";
  constexpr std::string_view kSingleLeft = "10010101111", kSingleRight = "10101010111";
  constexpr std::string_view kDoubleLeft = "20000212000212000212212212212";
  constexpr std::string_view kDoubleRight = "20212000212000212000212212212";
  if (const std::size_t at = kSingle.find(c); at != std::u32string_view::npos) {
    return {kSingleLeft[at], kSingleRight[at]};
  }
  if (const std::size_t at = kDouble.find(c); at != std::u32string_view::npos) {
    return {kDoubleLeft[at], kDoubleRight[at]};
  }
  return {'?', '?'};  // blocks and rarer lines: joined to nothing
}

// Real line art joins up: there, the next character is hardly a surprise.
int boxes_cost(const Trait& a, const Trait& b) {
  if (a.c == b.c) return 1 - b.cost;
  const char right = stubs_of(a.c).right;
  const char left = stubs_of(b.c).left;
  if (right != left || right == '?') return 3;
  return right == '0' ? -4 : -12;
}

int signs_cost(const Trait& a, const Trait& b) {
  const auto is_space = [](const Trait& t) { return t.kind == Kind::space; };
  const auto is_soft = [](const Trait& t) {
    return t.kind == Kind::stop || t.kind == Kind::dash || t.kind == Kind::open || t.kind == Kind::close ||
           t.kind == Kind::apostrophe || t.kind == Kind::guillemet || t.kind == Kind::pictograph;
  };
  if (a.kind == Kind::box && b.kind == Kind::box) return boxes_cost(a, b);
  if (b.kind == Kind::mark) return is_letter(a) || a.kind == Kind::mark ? 0 : is_ascii(a) ? 3 : 6;
  if (a.c == b.c) return is_ascii(a) ? 0 : 2 - b.cost;      // rows of signs: ……, ★★★
  if (a.kind == Kind::guillemet && b.c == 0xA0) return -4;  // as French sets them
  if (a.c == 0xA0 && b.kind == Kind::guillemet) return -4;
  if (is_space(a) || is_space(b)) return 0;
  if (a.kind == Kind::digit)
    return b.kind == Kind::symbol || b.kind == Kind::trade || b.kind == Kind::box ? 2 : 0;
  if (b.kind == Kind::digit)
    return a.kind == Kind::symbol || a.kind == Kind::trade || a.kind == Kind::box ? 2 : 0;
  constexpr std::u32string_view kFootnote = U"*†‡§¶";
  const auto is_footnote = [&](const Trait& t) { return kFootnote.find(t.c) != std::u32string_view::npos; };
  if (is_footnote(a) && is_footnote(b)) return -5;  // marks that come in a row
  if (a.kind == Kind::trade && b.kind == Kind::guillemet) return 2;
  if (a.kind == Kind::currency && b.kind == Kind::currency) return 0;  // "£€¥"
  if (is_soft(a) || is_soft(b)) return a.kind == Kind::close && b.kind == Kind::open ? 4 : 0;
  if (is_ascii(a) || is_ascii(b)) return 1;
  return a.c == U'√' && b.kind != Kind::math ? 6 : 4;
}

int pair_cost(const Trait& a, const Trait& b) {
  if (is_ascii(a) && is_ascii(b)) return 0;  // the same before and after
  if (is_wordy(a) && is_wordy(b)) return letters_cost(a, b);
  if (is_letter(a) && b.kind != Kind::mark) return after_letter_cost(a, b);
  if (is_letter(b)) return before_letter_cost(a, b);
  return signs_cost(a, b);
}

// A letter that makes a word of its own, between `a` and `c`.
int lone_letter_cost(const Trait& b) {
  constexpr std::u32string_view kWords = U"àáéèóòíøåæœýÀÁÉÈÓÒÍØÅ";
  if (b.script == Script::cjk) return 20;
  if (b.script != Script::latin) return b.script == Script::other ? 9 : 1;
  if (b.c == U'Ã' || b.c == U'Â') return 7;
  return kWords.find(b.c) != std::u32string_view::npos ? 1 : 5;
}

// What only shows with both neighbours in view.
int triple_cost(const Trait& a, const Trait& b, const Trait& c) {
  if (is_ascii(b)) return 0;
  if (is_letter(b)) {
    if (b.script == Script::cjk && a.script != Script::cjk && c.script != Script::cjk)
      return lone_letter_cost(b);
    if (!is_letter(a) && !is_letter(c) && a.kind != Kind::mark && c.kind != Kind::mark)
      return lone_letter_cost(b);
    return 0;
  }
  if (!is_letter(a) || !is_letter(c)) return 0;
  switch (b.kind) {
    case Kind::apostrophe:
    case Kind::dash:
    case Kind::mark:
    case Kind::control:
    case Kind::pictograph:
      return 0;
    case Kind::space:
      // A no-break space between a word in capitals and a small letter.
      return b.c == 0xA0 && a.kind == Kind::upper && c.kind == Kind::lower ? 3 : 0;
    default:
      return b.c == U'·' ? 0 : 4;
  }
}

// AHř, ZURüCK: a small letter after two capitals.
int case_cost(const Trait& a, const Trait& b, const Trait& c) {
  return a.kind == Kind::upper && b.kind == Kind::upper && c.kind == Kind::lower && !is_ascii(c) ? 5 : 0;
}

}  // namespace

long cost_of(std::span<const Trait> text, std::size_t begin, std::size_t end) {
  const Trait beyond;
  const auto at = [&](std::size_t i) -> const Trait& { return i < text.size() ? text[i] : beyond; };
  long bits = 0;
  for (std::size_t i = begin; i < end; ++i) bits += text[i].cost;
  // Pairs and triples that hold at least one character of the range; i − 1 wraps around to `beyond` at 0.
  for (std::size_t i = begin; i <= end; ++i) bits += pair_cost(at(i - 1), at(i));
  for (std::size_t i = begin - 1; i != end + 1; ++i) bits += triple_cost(at(i - 1), at(i), at(i + 1));
  for (std::size_t i = begin; i <= end; ++i) bits += case_cost(at(i - 2), at(i - 1), at(i));
  return bits;
}

}  // namespace careerfacts::mojibake
