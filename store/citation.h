// What the store gives back.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "extract/mention.h"
#include "store/identity.h"

namespace careerfacts {

// One place in one document that states a fact. The mention is as it was put in, but for names of roles and
// certifications (folded) and numbers (rounded), which are the fact's.
struct Citation {
  FactKey fact = 0;
  std::string document;         // path
  std::string document_sha256;  // of the bytes that were read
  std::string origin;           // path of the first of the documents that are copies of this one, or its own
  Mention mention;
};

// A fact and how often it is stated.
struct CitedFact {
  Fact fact;
  std::size_t citation_count = 0;
  std::size_t document_count = 0;
  std::size_t origin_count = 0;  // of the documents; copies of one article count once
  Citation example;              // the best one to show: schemas/README.md, view `example`
};

// What became of a fact since some moment: it is as told here, or it is gone.
struct FactChange {
  FactKey key = 0;
  std::optional<Fact> fact;         // nothing: it is gone
  std::vector<Citation> citations;  // all of them, by path, then place
};

struct StoredDocument {
  std::string path;
  std::string sha256;  // empty: never read
  std::size_t bytes = 0;
  std::string encoding;
  std::string title;  // this and the next five: what the article says of itself, empty where it does not
  std::string author;
  std::string published;
  std::string updated;
  std::string publisher;
  std::string language;
  bool unread = false;  // the last run could not read it; what is stored is from an earlier one
};

}  // namespace careerfacts
