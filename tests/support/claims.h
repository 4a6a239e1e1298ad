// Claims as the audit takes them, out of articles written in a test.
#pragma once

#include <string>
#include <vector>

#include "audit/claim.h"

namespace careerfacts::test {

struct Article {
  std::string path;
  std::string text;
  std::string published{};
  std::size_t copy_of = static_cast<std::size_t>(-1);  // the number of the article that it is a copy of
};

// Every salary and percentage in them, read by the built-in rules.
Claims claims_of(const std::vector<Article>& articles);

}  // namespace careerfacts::test
