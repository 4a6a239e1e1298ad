// What the store holds: a snapshot, taken when the Reader is made. A writer in another process is neither
// seen nor blocked.
//
// Everything comes in an order of stable keys (paths, offsets, fact ids), never of rows: the same facts are
// given in the same order whatever the runs that stored them. Every function throws Error(store) when the
// store cannot be read. A callback returns false when it has seen enough; it must not call the same Reader.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "store/citation.h"
#include "store/finding.h"
#include "store/summary.h"

namespace careerfacts {

// Both ends are in it.
struct YearRange {
  int first = 0;
  int last = 9999;
};

// Which facts; empty fields let everything pass. Texts may hold the wildcards * and ?; letters of ASCII match
// in either case, but for paths.
struct FactFilter {
  std::optional<Kind> kind{};
  std::string role{};      // the role of a salary or percentage, the name of a role; the whole of it
  std::string source{};    // part of the source's name, as the text has it or as it is listed
  std::string document{};  // path, or its end after a '/'
  std::optional<SourceGrade> grade{};
  std::string currency{};  // ISO 4217
  std::optional<Period> period{};
  std::optional<YearRange> years{};  // of its source, or that the figure is about
  std::string search{};              // words of the sentence, item or cell: search_words.h
  // With the citations that stand in page chrome, and the facts that only chrome states. Else counts and
  // examples are those of the articles' text.
  bool include_chrome = false;
};

// Not for use from two threads at once.
class Reader {
 public:
  // Throws Error(store) where there is no store at `path`, or one that cannot be used.
  explicit Reader(const std::string& path);
  ~Reader();
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;

  // Facts that have a citation which the filter lets pass; that one is their example. Ordered for people: by
  // kind, role or name, currency, period, numbers, id.
  void facts(const FactFilter& filter, const std::function<bool(const CitedFact&)>& give);

  // Facts whose id begins with `prefix`, in order, `at_most` of them.
  std::vector<FactKey> keys_beginning_with(const std::string& prefix, std::size_t at_most);

  std::optional<CitedFact> fact(FactKey key);

  // All of one fact, in page chrome too, by path, then place.
  std::vector<Citation> citations(FactKey fact);

  // What the last audit found out about the citations of one fact, by path, then place, then as it was
  // stored.
  std::vector<StoredFinding> findings(FactKey fact);

  // Every fact with all its citations, by fact id; what stands in page chrome only when it is asked for.
  void all_facts(const std::function<bool(const Fact&, const std::vector<Citation>&)>& give,
                 bool include_chrome = false);

  // What is to be done to a copy of the store's facts, made when run `run` had finished, to have them as they
  // are now: every fact that was added, or changed in any of its citations, whole; every fact that is gone.
  // Each once, by id, so that the changes can be made in this order and made again. May name facts that are
  // as they were, and such that the copy never had. `run` 0: since the store was made. Throws Error(usage)
  // where there is no such run, or it has not finished. `include_chrome`: as for all_facts() when the copy
  // was made.
  void changes_since(std::size_t run, const std::function<bool(const FactChange&)>& give,
                     bool include_chrome = false);

  // What the article says of itself; nothing where there is no such document.
  std::optional<StoredDocument> document(const std::string& path);

  // Every citation of every fact, by fact id, then path and place; the citation is the `example`. One at a
  // time, so that memory does not grow with how often a fact is stated. The counts are those of all that are
  // given.
  void all_citations(const std::function<bool(const CitedFact&)>& give, bool include_chrome = false);

  // What every article says of itself, by path.
  void documents(const std::function<bool(const StoredDocument&)>& give);

  // Every document with all its citations, in page chrome too, by place, then kind; by path.
  void all_documents(const std::function<bool(const StoredDocument&, const std::vector<Citation>&)>& give);

  Summary summary(bool include_chrome = false);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace careerfacts
