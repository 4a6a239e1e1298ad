#include "extract/plain_number_cells.h"

#include <algorithm>

#include "extract/key_set.h"
#include "extract/pay_evidence.h"

namespace careerfacts {
namespace {

constexpr std::uint32_t kFirstCells = 400;  // of a table: a column shows its currency in them or never
constexpr std::uint32_t kMostTokens = 8;    // a cell that is a number, not a sentence that holds one

// "Salary", or "Average" alone.
bool heads_pay(const Scan& scan, const CueHit& cue) {
  return says_pay(cue) || scan.first_cue(Feature::statistic, cue.at) != nullptr;
}

}  // namespace

const CurrencySurface* currency_sign(const Scan& scan, TokenRange range) {
  for (std::uint32_t i = range.first; i < range.last; ++i) {
    if (scan.tokens[i].is_word()) continue;
    if (const auto found = scan.rules->currencies.at(scan.document->text, scan.tokens, i, range.last))
      return found->surface;
  }
  return nullptr;
}

const CurrencySurface* currency_named(const Scan& scan, TokenRange range) {
  for (std::uint32_t i = range.first; i < range.last; ++i) {
    const auto found = scan.rules->currencies.at(scan.document->text, scan.tokens, i, range.last);
    if (!found || found->surface->kind == CurrencySurface::Kind::minor) continue;
    const Token& first = scan.tokens[found->first];
    const bool lone_letter = first.is_word() && first.end - first.begin == 1 && found->last == i + 1;
    if (lone_letter || (found->surface->cue && !first.all_upper)) continue;
    return found->surface;
  }
  return nullptr;
}

namespace {

// "Low", "Senior", "Median": what columns of pay are headed where something else says that they are pay.
bool ranks_pay(const Scan& scan, TokenRange header) {
  static const KeySet kRanks{"low", "high", "min", "max",      "minimum", "maximum", "bottom",
                             "top", "from", "to",  "starting", "start",   "lowest",  "highest"};
  return kRanks.contains(scan.tokens[header.first]) ||
         scan.first_cue(Feature::statistic, header) != nullptr ||
         scan.first_cue(Feature::level, header) != nullptr;
}

// "Median base (USD)": a part of pay and what money it is in, where no word for pay stands.
bool names_part_of_pay(const Scan& scan, TokenRange header) {
  const CueHit* cue = scan.first_cue(Feature::pay, header);
  return cue != nullptr && cue->place == Place::any && static_cast<Pay>(cue->value) != Pay::none &&
         currency_named(scan, header) != nullptr;
}

// "Annual salary by level (USD):" above a table, "All salaries in US dollars." below it.
bool is_table_of_pay(const Scan& scan, const Block& cell) {
  const Document& document = *scan.document;
  const Table& table = document.tables[cell.table];
  bool pay = false, currency = false;
  for (const std::uint32_t block : {cell.lead, table.note, document.sections[cell.section].heading}) {
    if (block == kNone || scan.blocks[block].tokens.empty()) continue;
    const CueHit* cue = first_evidence(scan, scan.blocks[block].tokens);
    pay = pay || (cue != nullptr && says_pay(*cue));
    currency = currency || currency_named(scan, scan.blocks[block].tokens) != nullptr;
  }
  return pay && currency;
}

bool holds_plain_pay(const Scan& scan, std::uint32_t block) {
  const Document& document = *scan.document;
  const Block& cell = document.blocks[block];
  const TokenRange range = scan.blocks[block].tokens;
  if (range.last - range.first > kMostTokens || !scan.tokens[range.first].is_number()) return false;
  const Table& table = document.tables[cell.table];
  if (cell.row < table.header_rows) return false;
  bool pay = false;
  bool named_currency = false, table_of_pay = false;
  std::uint32_t headed = kNone;  // the nearest header at or left of the column
  for (std::uint32_t b = table.first_block;
       b < table.last_block && document.blocks[b].row < table.header_rows; ++b) {
    const Block& header = document.blocks[b];
    const CueHit* any = scan.blocks[b].tokens.empty() ? nullptr : first_evidence(scan, scan.blocks[b].tokens);
    table_of_pay = table_of_pay ||
                   (any != nullptr ? heads_pay(scan, *any) : names_part_of_pay(scan, scan.blocks[b].tokens));
    if (header.column == cell.column && any == nullptr)
      named_currency = currency_named(scan, scan.blocks[b].tokens) != nullptr;
    if (header.column > cell.column || scan.blocks[b].tokens.empty()) continue;
    if (header.column == cell.column || table.header_rows > 1) headed = b;
    if (header.column == cell.column || (table.header_rows > 1 && headed == b && header.row == 0)) {
      const CueHit* cue = first_evidence(scan, scan.blocks[b].tokens);
      if (cue == nullptr) continue;
      pay = heads_pay(scan, *cue);
    } else if (headed == b) {
      pay = false;
    }
  }
  if (named_currency && table_of_pay) return true;  // "Low (USD)" beside "Average salary (USD)"
  if (headed != kNone && document.blocks[headed].column == cell.column &&
      is_rate_of_pay(scan, scan.blocks[headed].tokens))
    return true;
  if (!pay && !table_of_pay && headed != kNone && document.blocks[headed].column == cell.column &&
      ranks_pay(scan, scan.blocks[headed].tokens) && is_table_of_pay(scan, cell))
    return true;
  if (pay || table.header_rows > 0) return pay;
  // Without a header: the same column has an amount with its sign in an earlier row.
  for (std::uint32_t b = table.first_block; b < std::min(block, table.first_block + kFirstCells); ++b)
    if (document.blocks[b].column == cell.column && currency_sign(scan, scan.blocks[b].tokens) != nullptr)
      return true;
  return false;
}

// "(₹ LPA)", "(in lakhs)", "($000)", "£k", "in thousands of dollars": behind a sign, a bracket or "in".
void read_scale(const Scan& scan, TokenRange header, MoneyReading& reading) {
  static const std::uint64_t kIn = word_key("in");
  for (std::uint32_t i = header.first; i < header.last; ++i) {
    if (scan.word(i) == "000" || scan.word(i) == "000s") {
      reading.scale = 1000;
      return;
    }
    const NumberWord* word =
        scan.rules->number_words.magnitude(scan.document->text, scan.tokens, i, header.last);
    if (word == nullptr || i == header.first) continue;
    const Token& before = scan.tokens[i - 1];
    const bool named = before.is_word() && currency_named(scan, {i - 1, i}) != nullptr;
    if (before.is_word() && before.key != kIn && !named && word->cls != NumberWord::Class::magnitude_a_year)
      continue;
    reading.scale = word->value;
    reading.per_annum = word->cls == NumberWord::Class::magnitude_a_year;
    reading.currency = word->currency;
    return;
  }
}

}  // namespace

bool is_rate_of_pay(const Scan& scan, TokenRange header) {
  return ranks_pay(scan, header) && scan.first_cue(Feature::period, header) != nullptr &&
         (currency_sign(scan, header) != nullptr || currency_named(scan, header) != nullptr);
}

MoneyReading reading_of(const Scan& scan, std::uint32_t block) {
  MoneyReading reading;
  const Document& document = *scan.document;
  const Block& cell = document.blocks[block];
  if (cell.kind != BlockKind::cell) return reading;
  reading.plain_numbers = holds_plain_pay(scan, block);
  const Table& table = document.tables[cell.table];
  if (cell.row < table.header_rows) return reading;
  for (std::uint32_t b = table.first_block;
       b < table.last_block && document.blocks[b].row < table.header_rows; ++b)
    if (document.blocks[b].column == cell.column) read_scale(scan, scan.blocks[b].tokens, reading);
  return reading;
}

}  // namespace careerfacts
