// The test framework, behind one include, and a way to say that a test could not be run.
#pragma once

#include <catch2/catch.hpp>
#include <string>

namespace careerfacts::test {

// Marks the running test case as skipped. The caller returns right after:
//   if (!have_it) return skip("it is not installed");
void skip(const std::string& reason);

}  // namespace careerfacts::test
