// careerfacts rules check: runs the examples that stand beside the rules.
#include "base/error.h"
#include "cli/command.h"
#include "cli/options.h"
#include "extract/rulebook.h"

namespace careerfacts::cli {
namespace {

constexpr std::string_view kHelp =
    R"(Usage: careerfacts rules check [--rules DIR]

Runs every example and counter-example of every rule through the whole of the extraction, and names file, line
and rule of each that does not hold. A rule without examples is a problem too.

Options:
  --rules DIR  a folder with patterns/*.toml and gazetteers/*.tsv; files that it lacks are the built-in ones
  --help       this text

Exit status: 0 all examples hold; 1 some do not; 2 a file of the rulebook cannot be read.

Examples:
  careerfacts rules check
  careerfacts rules check --rules my-rules/
)";

Exit run(const std::vector<std::string>& arguments, Console& console) {
  std::vector<std::string> words;
  std::string rules;
  Options options("rules");
  options.operands(words, 1, 1, "word: check");
  options.text("rules", rules);
  options.parse(arguments);
  if (words.front() != "check")
    throw Error(ErrorKind::usage, words.front(),
                "is nothing that 'rules' can do; try 'careerfacts rules check'");

  const RuleCheck check = check_rulebook(rules.empty() ? Rulebook::builtin() : Rulebook::from_folder(rules));
  const std::string folder = rules.empty() ? "" : rules + (rules.ends_with('/') ? "" : "/");
  for (const RuleProblem& problem : check.problems)
    console.out.write(folder + problem.file + ":" + std::to_string(problem.line) + ": " + problem.rule +
                      ": " + problem.message + "\n");
  console.out.write(std::to_string(check.rules) + " rules, " + std::to_string(check.examples) +
                    " examples, " + std::to_string(check.problems.size()) + " problems\n");
  return check.problems.empty() ? Exit::ok : Exit::look;
}

}  // namespace

Command rules_command() { return {"rules", "'rules check' runs the examples of every rule", kHelp, run}; }

}  // namespace careerfacts::cli
