// Holds JSON against the schemas of the project (JSON Schema 2020-12, the part of it that they use: type,
// enum, const, pattern, minimum, properties, required, additionalProperties, items, allOf, oneOf, if/then,
// $ref to #/$defs).
#pragma once

#include <boost/json.hpp>
#include <string>

namespace careerfacts::test {

// Empty when `value` fits; else where it does not, and why: "/min: is not number or null".
std::string schema_fault(const boost::json::value& schema, const boost::json::value& value);

}  // namespace careerfacts::test
