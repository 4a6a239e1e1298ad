// The words of title_modifiers.tsv where they stand beside a title. They are looked up there only: most words
// of a text stand beside none.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "extract/scan.h"

namespace careerfacts {

// One user at a time: it keeps what it found last.
class TitleWords {
 public:
  struct Modifier {
    TokenRange at;
    TitleModifier::Class cls = TitleModifier::Class::open;
  };

  // REQUIRES: `scan` outlives it.
  explicit TitleWords(const Scan& scan) : scan_(scan) {}

  // The modifier whose last token is the one before `token`; it begins at `begin` or later.
  std::optional<Modifier> before(std::uint32_t token, std::uint32_t begin) const;
  // "AI-focused engineer" is all title; "PMP-certified manager" says what the manager holds, and "non-union
  // plumber" what he is not.
  enum class Compound : std::uint8_t { none, field, holder };
  // Of three tokens that end before `token`.
  Compound compound_before(std::uint32_t token, std::uint32_t begin) const;

  // One that holds `token`, lies within `range` and may belong to a title.
  bool is_open(std::uint32_t token, TokenRange range) const;
  // The longest that begins at `token` and ends at `end` or before.
  std::optional<Modifier> at(std::uint32_t token, std::uint32_t end) const;

 private:
  void find(std::uint32_t first, std::uint32_t last) const;

  const Scan& scan_;
  mutable std::vector<Hit> found_;
};

}  // namespace careerfacts
