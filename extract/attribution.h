// Who says so: the source that the article itself names for a figure.
//
// A source (source_binding.h) holds for the figures of its sentence, for the list or table that its sentence
// introduces, for a table or list above its "Source:" line or in whose Source column it stands, for what
// stands under a heading that names it, and for the next sentence where that goes on about the same data, or
// where the sentence that names it gives no figure.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "extract/figure_context.h"
#include "extract/scan.h"
#include "extract/source_binding.h"
#include "extract/source_names.h"
#include "extract/unlisted_names.h"

namespace careerfacts {

class Attributor {
 public:
  // `figures` are all figures of the document, in order. REQUIRES: outlived by scan.
  Attributor(const Scan& scan, const std::vector<Figure>& figures);

  // The source of the figure whose tokens are `figure`, in `block`.
  SourceFound source_of(std::uint32_t block, TokenRange figure) const;

  // Names of publishers, for what must not be read as a title.
  std::vector<TokenRange> publisher_names() const;

 private:
  static constexpr std::uint32_t kSameReach = 2;  // blocks looked back at for "the same"

  std::vector<bool> blocks_asked(const std::vector<Figure>& figures) const;
  bool speaks_for_page(const BoundSource& bound) const;
  std::uint32_t same_from(std::uint32_t block) const;
  void date_by_edition(std::uint32_t first);
  bool holds_pay(TokenRange range) const;
  void date_by_pay(std::uint32_t first);
  void carry_over(std::uint32_t block);
  void label_blocks(std::uint32_t block);
  bool speaks_of_below(TokenRange sentence) const;
  bool label_topic(std::uint32_t label);
  void label_below();
  void label_tables(UnlistedNames& unlisted);
  SourceFound in_label(std::uint32_t block, UnlistedNames& unlisted) const;
  void label_columns(const Table& table);
  bool names_in_labels(const Table& table) const;
  std::vector<std::uint64_t> groups_in(TokenRange sentence, std::uint32_t reach) const;
  bool shares_of_the_same(TokenRange one, TokenRange other) const;
  bool heads_block(std::uint32_t sentence) const;
  bool is_told_by_us(TokenRange before) const;
  std::uint32_t work_named_before(std::uint32_t first, std::uint32_t last) const;
  void date_by_same(std::uint32_t bound);
  bool follows_same(const BoundSource& bound) const;
  bool states(const BoundSource& bound) const;
  bool introduces(std::uint32_t s) const;
  bool goes_on_above(const BoundSource& bound) const;
  bool continues(TokenRange one, TokenRange other) const;
  std::uint32_t source_column_of(const Table& table) const;
  template <std::size_t n>
  std::uint32_t column_headed(const Table& table, const std::array<std::string_view, n>& heads) const;
  SourceFound find_source(std::uint32_t block, TokenRange figure) const;
  std::optional<int> year_behind_pay(TokenRange sentence, std::uint32_t figure) const;
  std::optional<int> year_of_label(TokenRange sentence, TokenRange figure) const;
  std::uint32_t in_sentence(std::uint32_t block, TokenRange sentence, TokenRange figure) const;
  std::uint32_t first_in_sentence(std::uint32_t block, TokenRange sentence) const;
  const BoundSource* introducing(std::uint32_t block) const;
  const BoundSource* of_lead(std::uint32_t block) const;
  const BoundSource* of_caption(std::uint32_t block) const;
  bool is_year_and_bracket(TokenRange range) const;
  const BoundSource* of_section(std::uint32_t section) const;
  bool semicolon_in(TokenRange range) const;
  bool goes_on_behind_semicolon(TokenRange range) const;
  bool last_is_percent(std::uint32_t token) const;
  bool touches(TokenRange between) const;
  bool is_told_by_page(TokenRange after, TokenRange figure) const;
  bool is_aside(TokenRange at) const;
  bool is_from_own_survey(TokenRange before) const;
  bool is_of_own(TokenRange sentence, std::uint32_t behind) const;
  bool opens_clause(TokenRange at, TokenRange sentence) const;

  const Scan& scan_;
  SourceNames names_;
  std::vector<std::uint32_t> figures_;         // first tokens
  std::vector<bool> percent_;                  // of each figure: whether it is a percentage
  std::vector<BoundSource> bound_;             // in text order
  std::vector<std::uint32_t> first_of_block_;  // into bound_, one more than there are blocks
  std::uint32_t of_page_ = kNone;              // into bound_: what speaks of the whole page
  // Into bound_, or kNone:
  std::vector<std::uint32_t> last_of_sentence_;  // the source that a next sentence may go on with
  std::vector<std::uint32_t> carried_;           // the source of a sentence that goes on
  std::vector<std::uint32_t> label_of_block_;    // the "Source:" line that speaks for it
  std::vector<std::uint32_t> label_of_table_;
  std::vector<SourceFound> row_source_;       // of the rows and columns that have one
  std::vector<std::uint32_t> row_source_of_;  // by block: into row_source_
};

}  // namespace careerfacts
