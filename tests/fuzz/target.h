// One fuzz target: a file that defines run_one(). With the preset `fuzz` it becomes a libFuzzer program, with
// every other one a program that runs the files that it is given, so that the seeds are ordinary tests.
#pragma once

#include <string>
#include <string_view>

namespace careerfacts::fuzz {

// Runs one input; a fault ends the program.
void run_one(std::string_view input);

// Prints `fault` and aborts, unless it is empty.
void demand_no_fault(const std::string& fault);

}  // namespace careerfacts::fuzz
