// Every example and counter-example of the rulebook holds: this is the test of the rules.
#include "extract/rulebook.h"
#include "tests/support/catch.h"

namespace careerfacts {
namespace {

TEST_CASE("every rule of the rulebook keeps its examples", "[rules]") {
  const RuleCheck check = check_rulebook(Rulebook::builtin());
  for (const RuleProblem& problem : check.problems)
    FAIL_CHECK("extract/" << problem.file << ":" << problem.line << ": " << problem.rule << ": "
                          << problem.message);
  CHECK(check.rules > 20);
  CHECK(check.examples >= 2 * check.rules);
}

}  // namespace
}  // namespace careerfacts
