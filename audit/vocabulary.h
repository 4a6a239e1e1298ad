// The words that the audit goes by, in one lexicon: what is measured, how, of whom; and the names of
// occupations. Data: audit/vocabulary/*.tsv and the official tables.
//
// Built once, then read by any number of threads. Holds views into the Reference it was made from.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "audit/reference.h"
#include "extract/lexicon.h"
#include "extract/lexicon_builder.h"

namespace careerfacts {

// What a phrase of vocabulary/words.tsv speaks of, in the order of its words there.
enum class Meaning : std::uint8_t {
  employment,  // what is measured: jobs
  postings,    // advertised jobs
  pay,
  elsewhere,        // something that is no job and no pay: enrollment, markets, prices
  degree,           // of shares: "master's degree"
  require,          // … "require", "mandate"
  hold,             // … "hold", "have earned"
  employers,        // … whose opinion or practice is told
  starting,         // pay of those who begin
  projected,        // it is a projection
  past,             // it is about years that are over
  decade,           // "over the next ten years"
  yearly,           // "per year"
  all_occupations,  // the whole economy's jobs
  all_workers,      // the whole country's pay
  p10,
  p25,
  p75,
  p90,
  much_faster,  // phrases of the outlook
  faster,
  as_fast,
  slower,
  little_change,
  decline,
  occupation,  // an official name, or one that says the same
  nearest,     // a field or a job that official lists have only near relatives of
};

// Where a phrase of a text stands: its tokens [first, last).
struct Phrase {
  Meaning meaning{};
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::uint32_t entry = 0;  // for socs_of(), of an occupation or a nearest one
};

class Vocabulary {
 public:
  explicit Vocabulary(const Reference& reference);

  // Every phrase in `tokens`, in order; of two occupations that begin together the longer.
  std::vector<Phrase> find(const std::vector<Token>& tokens) const;

  // The codes of the 2018 SOC that a name stands for: the usual one first.
  const std::vector<std::string_view>& socs_of(const Phrase& phrase) const {
    return entries_[phrase.entry].socs;
  }

 private:
  struct Entry {
    Meaning meaning{};
    std::vector<std::string_view> socs;
  };
  void add(LexiconBuilder& lexicon, std::string_view phrase, Meaning meaning,
           std::vector<std::string_view> socs = {});
  void add_official_names(LexiconBuilder& lexicon, const Reference& reference);

  Lexicon lexicon_;
  std::vector<Entry> entries_;
};

}  // namespace careerfacts
