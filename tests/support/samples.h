// Mentions made by hand, one of each kind and with every field filled, for tests of what comes after
// extraction.
#pragma once

#include "extract/mention.h"

namespace careerfacts::test {

Mention sample_salary();
Mention sample_percentage();
Mention sample_role();
Mention sample_certification();
// All of them in one document, in order.
ExtractedDocument sample_document();

}  // namespace careerfacts::test
