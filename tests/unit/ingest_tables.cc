// Tables: with pipes, with tabs, and pasted one cell a line.
#include "ingest/blocks.h"
#include "tests/support/catch.h"

namespace careerfacts {
namespace {

// "a,b;c,d" for the cells of a table.
std::string grid(const Structure& found, std::size_t table) {
  std::string result;
  std::uint32_t row = 0;
  for (std::uint32_t b = found.tables[table].first_block; b < found.tables[table].last_block; ++b) {
    const Block& cell = found.blocks[b];
    REQUIRE(cell.kind == BlockKind::cell);
    REQUIRE(cell.table == table);
    if (b != found.tables[table].first_block) result += cell.row == row ? "," : ";";
    row = cell.row;
    result += found.text.text.substr(cell.span.begin, cell.span.size());
  }
  return result;
}

TEST_CASE("a pipe table with a ruled head") {
  const Structure found =
      find_structure("| Job | Pay |\n|---|---|\n| Nurse | **$90,000** |\n| Aide | $34,000 |");
  REQUIRE(found.tables.size() == 1);
  CHECK(grid(found, 0) == "Job,Pay;Nurse,$90,000;Aide,$34,000");
  CHECK((found.tables[0].rows == 3 && found.tables[0].columns == 2 && found.tables[0].header_rows == 1));
}

TEST_CASE("empty cells and escaped pipes keep their places") {
  const Structure found = find_structure("| a | | c |\n| d \\| e | f | |");
  CHECK(grid(found, 0) == "a,,c;d | e,f,");
}

TEST_CASE("rows without outer pipes") {
  CHECK(grid(find_structure("Job | Pay\n--- | ---\nNurse | $90,000"), 0) == "Job,Pay;Nurse,$90,000");
}

TEST_CASE("an empty line may part the head from its rows") {
  const std::string_view expected = "Badge,Fee,Passed;Tiler,$405 members,about 65%;Roofer,$225,75%";
  const Structure bare =
      find_structure("Badge | Fee | Passed\n\nTiler | $405 members | about 65%\nRoofer | $225 | 75%\n");
  CHECK((bare.tables.size() == 1 && grid(bare, 0) == expected && bare.tables[0].header_rows == 1));
  const Structure piped = find_structure(
      "| Badge | Fee | Passed |\n\n| Tiler | $405 members | about 65% |\n| Roofer | $225 | 75% |\n");
  CHECK((piped.tables.size() == 1 && grid(piped, 0) == expected && piped.tables[0].header_rows == 1));
  // A line of links above a table with a head of its own.
  const Structure links = find_structure("Home | News\n\nJob | Pay\n--- | ---\nNurse | $90,000");
  CHECK(grid(links, 0) == "Job,Pay;Nurse,$90,000");
}

TEST_CASE("lines whose dots lead to a figure are items of a list") {
  const Structure found = find_structure(
      "# Cooks\n\nPay by kitchen (median)\n\nHospitals .......... $31,720\nSchools; state and local .... "
      "$29,490\n");
  REQUIRE(found.blocks.size() >= 2);
  CHECK(found.blocks.back().kind == BlockKind::list_item);
  CHECK(found.blocks[found.blocks.size() - 2].kind == BlockKind::list_item);
  CHECK(find_structure("# Cooks\n\nShe waited .... and left.\n1999.... it was 12\n").blocks.back().kind ==
        BlockKind::paragraph);
}

TEST_CASE("cells that three spaces part, though they do not stand below each other") {
  const std::string_view rows = "Bookkeeper   $46,500   $62,000   +3.0%\nCook   $9,750   n/a   -0.5%";
  const Structure headed =
      find_structure("Title   Low   High   Year-on-year\n\n" + std::string(rows) + "\n\nMore below.");
  REQUIRE(headed.tables.size() == 1);
  CHECK(grid(headed, 0) ==
        "Title,Low,High,Year-on-year;Bookkeeper,$46,500,$62,000,+3.0%;Cook,$9,750,n/a,-0.5%");
  CHECK(headed.tables[0].header_rows == 1);
  const Structure alone = find_structure(std::string(rows) + "\nRoofer   $41,000   $57,500   +11.0%\n");
  REQUIRE(alone.tables.size() == 1);
  CHECK((alone.tables[0].rows == 3 && alone.tables[0].header_rows == 0));
  // Sentences with two spaces between them.
  CHECK(find_structure(
            "We met at 10.  He said 3.\n\nPay fell.  Some 12 left the mill.\nIt hurt us all a lot.  In 2020 "
            "nobody said so.\nTwo.  Then 3 more of them.")
            .tables.empty());
}

TEST_CASE("labels above figures are a head without a rule") {
  const Structure found = find_structure("Job\tPay\nNurse\t$90,000\nAide\t$34,000");
  REQUIRE(found.tables.size() == 1);
  CHECK(grid(found, 0) == "Job,Pay;Nurse,$90,000;Aide,$34,000");
  CHECK(found.tables[0].header_rows == 1);
  CHECK(find_structure("Nurse\t$90,000\nAide\t$34,000").tables[0].header_rows == 0);
}

TEST_CASE("a table pasted one cell a line") {
  const Structure found = find_structure(
      "Job\nSalary\nYear\nNurse\n$90,000\n2024\nAide\n$34,000\n2024\nClerk\n$41,000\n2023\nPorter\n$33,"
      "000\n2023");
  REQUIRE(found.tables.size() == 1);
  CHECK(found.tables[0].columns == 3);
  CHECK(found.tables[0].header_rows == 1);
  CHECK(grid(found, 0) ==
        "Job,Salary,Year;Nurse,$90,000,2024;Aide,$34,000,2024;Clerk,$41,000,2023;Porter,$33,000,2023");
}

TEST_CASE("a rule under each row does not make them all heads") {
  const Structure found =
      find_structure("| a | b |\n|---|---|\n| c | $1 |\n|---|---|\n| d | $2 |\n|---|---|");
  REQUIRE(found.tables.size() == 1);
  CHECK((found.tables[0].rows == 3 && found.tables[0].header_rows == 1));
}

TEST_CASE("a line of hundreds of bars is no row") {
  std::string line;
  for (int i = 0; i < 300; ++i) line += "| x ";
  const Structure found = find_structure("| a | b |\n" + line + "\n| c | d |");
  REQUIRE(found.tables.size() == 2);
  CHECK(grid(found, 0) == "a,b");
  CHECK(grid(found, 1) == "c,d");
}

TEST_CASE("two amounts a line apart are no table") {
  CHECK(find_structure("Nurse\n$90,000\nAide\n$34,000").tables.empty());
}

TEST_CASE("a blank line ends a pipe table, and what stands under it is its note") {
  const Structure found =
      find_structure("# T\n\nPay:\n\n| a | $1 |\n| b | $2 |\n\nSource: BLS\n\n| c | $3 |\n| d | $4 |");
  REQUIRE(found.tables.size() == 2);
  REQUIRE(found.tables[0].note != kNone);
  const Block& note = found.blocks[found.tables[0].note];
  CHECK(found.text.text.substr(note.span.begin, note.span.size()) == "Source: BLS");
  CHECK(found.blocks[found.tables[0].first_block].lead == 1);
  CHECK(found.tables[1].note == kNone);
}

TEST_CASE("a caption before a table leads all its cells") {
  const Structure found =
      find_structure("# T\n\n*Table 1: pay of nurses:*\n\n| a | b |\n|---|---|\n| c | $2 |");
  REQUIRE(found.tables.size() == 1);
  for (std::uint32_t b = found.tables[0].first_block; b < found.tables[0].last_block; ++b)
    CHECK(found.blocks[b].lead == 1);
}

TEST_CASE("one cell a line, with plain numbers, percentages and a gap in the last column") {
  const Structure found = find_structure(
      "Industry\n\nAverage salary (USD)\n\nTypical "
      "bonus\n\nPharma\n\n127,300\n\n12%\n\nSoftware\n\n124,800\n\n"
      "10%\n\nTowns\n\n83,600\n\nnone\n\nConstruction deserves a word of its own.\n");
  REQUIRE(found.tables.size() == 1);
  CHECK(grid(found, 0) ==
        "Industry,Average salary (USD),Typical "
        "bonus;Pharma,127,300,12%;Software,124,800,10%;Towns,83,600,none");
}

TEST_CASE("columns that spaces line up are a table") {
  const Structure found = find_structure(
      "Job                 Average pay   Openings\n"
      "-------------------------  -------------\n"
      "Registered nurse        $90,000        120\n"
      "Caf\u00e9 owner              $41,000\n"
      "Aide                    $34,000         15\n"
      "\nNurses are wanted.\n");
  REQUIRE(found.tables.size() == 1);
  CHECK(grid(found, 0) ==
        "Job,Average pay,Openings;Registered nurse,$90,000,120;Caf\u00e9 owner,$41,000,;Aide,$34,000,15");
  CHECK((found.tables[0].header_rows == 1 && found.tables[0].rows == 4 && found.tables[0].columns == 3));
  CHECK(found.blocks.back().kind == BlockKind::paragraph);
}

TEST_CASE("spaced columns under a rule, and without a header") {
  const Structure ruled = find_structure(
      "Grade            North      South\n"
      "---------------------------------\n"
      "Fitter           $41,000    $39,500\n"
      "Chargehand       $52,000    $50,000\n"
      "---------------------------------\n"
      "Source: Pay Board\n");
  REQUIRE(ruled.tables.size() == 1);
  CHECK(grid(ruled, 0) == "Grade,North,South;Fitter,$41,000,$39,500;Chargehand,$52,000,$50,000");
  CHECK((ruled.tables[0].header_rows == 1 && ruled.tables[0].note != kNone));
  const Structure bare = find_structure(
      "    1st year fitter   $20.10\n"
      "    2nd year          $24.80\n"
      "    Chargehand        $51.00\n");
  REQUIRE(bare.tables.size() == 1);
  CHECK(grid(bare, 0) == "1st year fitter,$20.10;2nd year,$24.80;Chargehand,$51.00");
  CHECK(bare.tables[0].header_rows == 0);
}

TEST_CASE("rows parted by slashes") {
  const Structure found = find_structure(
      "Job / Years / Pay\nFitter and/or turner / 3 / $52,000\nWelder / 10+ / $61,000\n\nPay is good.");
  REQUIRE(found.tables.size() == 1);
  CHECK(grid(found, 0) == "Job,Years,Pay;Fitter and/or turner,3,$52,000;Welder,10+,$61,000");
  CHECK(found.tables[0].header_rows == 1);
  CHECK(find_structure("A / B / C\nred / green / blue\nhere / there / $3").tables.empty());
}

TEST_CASE("spaces that line nothing up are no table") {
  // Too few rows, no header, columns that cross, one column, sentences with two spaces between them.
  const std::string text = GENERATE(
      as<std::string>(), "Job     Pay\nNurse   $90,000\n", "Job     Pay\nNurse   good\nAide    bad\n",
      "Nurse   $90,000\nAide    $34,000\nClerk   $41,000\nCook    unknown\n",
      "Job   Pay\nRegistered nurse   $90,000\nAide of a nurse in a ward   $34,000\nCook   $1\n",
      "  Job\n  Nurse\n  Aide\n  Cook\n",
      "Pay is good.  It rises.\nWe like it so much.  Do you?\nNo.  Not at all, said he.\nWell then. "
      " Goodbye.\n");
  INFO(text);
  CHECK(find_structure(text).tables.empty());
}

}  // namespace
}  // namespace careerfacts
