// What stands in a stretch of text that tells of a source: its year, a figure, a publisher in a cell.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "extract/scan.h"
#include "extract/source_binding.h"
#include "extract/source_names.h"

namespace careerfacts {

// A cell of a Source column: any name, or words for a source without one.
SourceFound source_in_cell(const Scan& scan, const SourceNames& names, std::uint32_t block);

// Whether the block begins with the name of a publisher of the gazetteer; `clear`: that nothing else bears.
bool begins_with_publisher(const Scan& scan, const SourceNames& names, std::uint32_t block, bool clear);

// Whether what stands before `token` in its sentence only opens a note: "(All average" in "(All average
// salaries: X)".
bool opens_note(const Scan& scan, TokenRange sentence, std::uint32_t token);

// Whether one of `figures` begins in `range`.
bool holds_figure(std::span<const std::uint32_t> figures, TokenRange range);

// The first year in `range`; those that bound a span of time ("from 2023 to 2033") do not count.
std::optional<int> year_in(const Scan& scan, TokenRange range);

// The year of "in the 2023 edition", or with `months` an edition as below.
std::optional<int> year_of_edition(const Scan& scan, TokenRange range, bool months);

// The year of the first month and year in `range`: "in May 2024".
std::optional<int> edition_in(const Scan& scan, TokenRange range);

}  // namespace careerfacts
