// A Document: one raw file, its normalised text, the map between them, and the structure of the text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/span.h"
#include "ingest/source_map.h"

namespace careerfacts {

inline constexpr std::uint32_t kNone = 0xffffffff;  // no such block, section or table

enum class BlockKind : std::uint8_t { title, heading, paragraph, list_item, cell, code };

// A stretch of text that is read as one: its marks (#, bullets, pipes) are not in its span.
struct Block {
  BlockKind kind = BlockKind::paragraph;
  TextSpan span;
  std::uint32_t section =
      0;  // index into Document::sections: the heading that it stands under; its own for headings
  std::uint32_t level = 0;       // headings: 1 (title) to 6; list items: depth from 0
  std::uint32_t lead = kNone;    // list items and cells: the block that introduces the list or table, if any
  std::uint32_t parent = kNone;  // nested list items: the item above
  std::uint32_t table = kNone;   // cells: index into Document::tables
  std::uint32_t row = 0;         // cells: 0-based, header rows included
  std::uint32_t column = 0;
  bool chrome = false;  // navigation, share lines, related articles …
};

// A heading and what stands under it, up to the next heading of the same or a higher level.
// Section 0 is the document itself and has no heading.
struct Section {
  std::uint32_t heading = kNone;  // block
  std::uint32_t parent = 0;       // section
  std::uint32_t level = 0;
};

struct Table {
  std::uint32_t first_block = 0;  // its cells are blocks [first_block, last_block), row by row
  std::uint32_t last_block = 0;
  std::uint32_t rows = 0;
  std::uint32_t columns = 0;
  std::uint32_t header_rows = 0;  // 0 or 1 in most tables
  std::uint32_t note = kNone;     // the block after it that speaks of it ("Source: …")
};

// One thing that decoding or normalising changed, for `normalize --explain`.
struct Repair {
  RawSpan where;
  std::string before;  // UTF-8
  std::string after;
  std::string step;   // decode, mojibake, entity, nfc, fold, markup
  std::string codec;  // "utf-8 read as windows-1252"; empty where it does not apply
};

// What a document says of itself; empty where it does not. Dates are YYYY-MM-DD where they are plain, else as
// the text states them ("January 2025", "03/04/2025").
struct Metadata {
  std::string title;
  std::string author;
  std::string published;
  std::string updated;
  std::string publisher;
  std::string language;  // ISO 639-1
};

// A block that is page chrome, and why, for `normalize --explain`.
struct ChromeMark {
  std::uint32_t block = 0;
  std::string reason;  // "related articles: after 'you may also like'"
};

struct Document {
  std::string path;    // as given
  std::string raw;     // the bytes of the file
  std::string sha256;  // of raw
  std::string encoding;
  std::string text;  // normalised, UTF-8, lines end in '\n'
  SourceMap map;
  std::vector<Block> blocks;      // in text order, not overlapping
  std::vector<Section> sections;  // at least one
  std::vector<Table> tables;
  std::vector<Repair> repairs;     // only when they were asked for
  std::vector<ChromeMark> chrome;  // in order; blocks say themselves that they are chrome
  std::vector<Diagnostic> diagnostics;
  Metadata metadata;

  std::string_view at(TextSpan span) const { return std::string_view(text).substr(span.begin, span.size()); }
  std::string_view at(const Block& block) const { return at(block.span); }
};

}  // namespace careerfacts
