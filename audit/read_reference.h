// The tables of audit/reference and users' CSV files, read into rows. Formats: audit/reference/README.md,
// schemas/reference.schema.json. The built-in files are compiled in: views into them live for ever.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "audit/reference.h"

namespace careerfacts {

void read_wages(std::vector<ReferenceRow>& rows);
void read_projections(std::vector<ReferenceRow>& rows);
void read_attainment(std::vector<ReferenceRow>& rows);
std::vector<Edition> read_editions();
std::vector<OutlookBand> read_outlook_bands();
std::vector<OfficialFigure> read_official();
void read_soc_history(
    const std::function<void(std::string_view soc, std::string_view edition, std::string_view then)>& give);
void read_direct_titles(const std::function<void(std::string_view soc, std::string_view title)>& give);

// Appends the rows of a user's file; they are views into `text`. Throws Error(io) with file:line:column.
void read_reference_csv(const std::string& file, std::string_view text, std::vector<ReferenceRow>& rows);

}  // namespace careerfacts
