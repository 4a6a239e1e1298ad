#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string>

#include "ingest/fold.h"
#include "ingest/utf8.h"

namespace careerfacts {
namespace {

struct Entity {
  std::string_view name;
  char32_t value;
};

// https://html.spec.whatwg.org/multipage/named-characters.html, those that articles hold; sorted by name.
constexpr std::array kEntities = {
    Entity{"AMP", '&'},      Entity{"Aacute", 0xC1},   Entity{"Agrave", 0xC0},   Entity{"Auml", 0xC4},
    Entity{"Ccedil", 0xC7},  Entity{"Eacute", 0xC9},   Entity{"Egrave", 0xC8},   Entity{"GT", '>'},
    Entity{"Iacute", 0xCD},  Entity{"LT", '<'},        Entity{"Ntilde", 0xD1},   Entity{"Oacute", 0xD3},
    Entity{"Ouml", 0xD6},    Entity{"QUOT", '"'},      Entity{"Uacute", 0xDA},   Entity{"Uuml", 0xDC},
    Entity{"aacute", 0xE1},  Entity{"acirc", 0xE2},    Entity{"acute", 0xB4},    Entity{"agrave", 0xE0},
    Entity{"amp", '&'},      Entity{"apos", '\''},     Entity{"aring", 0xE5},    Entity{"asymp", 0x2248},
    Entity{"atilde", 0xE3},  Entity{"auml", 0xE4},     Entity{"bull", 0x2022},   Entity{"ccedil", 0xE7},
    Entity{"cent", 0xA2},    Entity{"check", 0x2713},  Entity{"copy", 0xA9},     Entity{"darr", 0x2193},
    Entity{"deg", 0xB0},     Entity{"divide", 0xF7},   Entity{"dollar", '$'},    Entity{"eacute", 0xE9},
    Entity{"ecirc", 0xEA},   Entity{"egrave", 0xE8},   Entity{"emsp", 0x2003},   Entity{"ensp", 0x2002},
    Entity{"euml", 0xEB},    Entity{"euro", 0x20AC},   Entity{"frac12", 0xBD},   Entity{"frac14", 0xBC},
    Entity{"frac34", 0xBE},  Entity{"ge", 0x2265},     Entity{"gt", '>'},        Entity{"hellip", 0x2026},
    Entity{"iacute", 0xED},  Entity{"icirc", 0xEE},    Entity{"iexcl", 0xA1},    Entity{"iquest", 0xBF},
    Entity{"iuml", 0xEF},    Entity{"laquo", 0xAB},    Entity{"larr", 0x2190},   Entity{"ldquo", 0x201C},
    Entity{"le", 0x2264},    Entity{"lsaquo", 0x2039}, Entity{"lsquo", 0x2018},  Entity{"lt", '<'},
    Entity{"mdash", 0x2014}, Entity{"middot", 0xB7},   Entity{"minus", 0x2212},  Entity{"nbsp", 0xA0},
    Entity{"ndash", 0x2013}, Entity{"ne", 0x2260},     Entity{"num", '#'},       Entity{"ntilde", 0xF1},
    Entity{"oacute", 0xF3},  Entity{"ocirc", 0xF4},    Entity{"ograve", 0xF2},   Entity{"oslash", 0xF8},
    Entity{"ouml", 0xF6},    Entity{"percnt", '%'},    Entity{"plus", '+'},      Entity{"plusmn", 0xB1},
    Entity{"pound", 0xA3},   Entity{"quot", '"'},      Entity{"raquo", 0xBB},    Entity{"rarr", 0x2192},
    Entity{"rdquo", 0x201D}, Entity{"reg", 0xAE},      Entity{"rsaquo", 0x203A}, Entity{"rsquo", 0x2019},
    Entity{"sbquo", 0x201A}, Entity{"sect", 0xA7},     Entity{"shy", 0xAD},      Entity{"sup1", 0xB9},
    Entity{"sup2", 0xB2},    Entity{"sup3", 0xB3},     Entity{"szlig", 0xDF},    Entity{"thinsp", 0x2009},
    Entity{"times", 0xD7},   Entity{"trade", 0x2122},  Entity{"uacute", 0xFA},   Entity{"uarr", 0x2191},
    Entity{"ucirc", 0xFB},   Entity{"ugrave", 0xF9},   Entity{"uuml", 0xFC},     Entity{"yen", 0xA5},
    Entity{"zwj", 0x200D},   Entity{"zwnj", 0x200C},
};

constexpr std::size_t kLongestReference = 10;  // "&#x1F4B0;" and every name above

std::optional<char32_t> named(std::string_view name) {
  const auto at =
      std::find_if(kEntities.begin(), kEntities.end(), [&](const Entity& e) { return e.name == name; });
  if (at == kEntities.end()) return std::nullopt;
  return at->value;
}

std::optional<char32_t> numbered(std::string_view digits) {
  const bool hex = !digits.empty() && (digits[0] == 'x' || digits[0] == 'X');
  if (hex) digits.remove_prefix(1);
  std::uint32_t value = 0;
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), value, hex ? 16 : 10);
  if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
  if (value == 0 || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) return std::nullopt;
  // HTML reads the numbers 128 to 159 as windows-1252; the ones that texts use.
  switch (value) {
    case 0x80:
      return 0x20AC;
    case 0x85:
      return 0x2026;
    case 0x91:
      return 0x2018;
    case 0x92:
      return 0x2019;
    case 0x93:
      return 0x201C;
    case 0x94:
      return 0x201D;
    case 0x95:
      return 0x2022;
    case 0x96:
      return 0x2013;
    case 0x97:
      return 0x2014;
    case 0x99:
      return 0x2122;
    default:
      return value;
  }
}

struct Reference {
  char32_t value;
  std::size_t end;
};

// What the '&' at `at` begins. "&amp;amp;" was escaped twice: a name that gives '&' again is followed as far
// as it goes.
std::optional<Reference> reference_at(std::string_view text, std::size_t at) {
  std::optional<Reference> found;
  for (std::size_t name = at + 1;;) {
    const std::size_t semicolon = text.substr(name, kLongestReference).find(';');
    if (semicolon == std::string_view::npos || semicolon == 0) return found;
    const std::string_view body = text.substr(name, semicolon);
    const std::optional<char32_t> here = body[0] == '#' ? numbered(body.substr(1)) : named(body);
    if (!here) return found;
    name += semicolon + 1;
    found = {*here, name};
    if (*here != '&') return found;
  }
}

}  // namespace

bool has_entities(std::string_view text) {
  std::size_t at = text.find('&');
  while (at != std::string_view::npos && !reference_at(text, at)) at = text.find('&', at + 1);
  return at != std::string_view::npos;
}

Rewriter::Result decode_entities(std::string_view text) {
  Rewriter out(text);
  for (std::size_t at = text.find('&'); at != std::string_view::npos; at = text.find('&', at)) {
    const std::optional<Reference> reference = reference_at(text, at);
    if (!reference) {
      ++at;
      continue;
    }
    std::string by;
    append_utf8(by, reference->value);
    out.copy_to(at);
    out.replace(reference->end - at, by);
    at = reference->end;
  }
  return out.finish();
}

}  // namespace careerfacts
