// A document as annotation tools (brat, doccano) want it: labelled spans, and relations between them.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "store/citation.h"

namespace careerfacts {

enum class SpanLabel { salary, percentage, role, certification, source };  // the kinds, in their order, and …
enum class RelationLabel { for_role, says_source };

std::string_view to_word(SpanLabel label);
std::string_view to_word(RelationLabel label);

struct LabelledSpan {
  RawSpan span;
  SpanLabel label = SpanLabel::salary;
  const Citation* citation = nullptr;  // nullptr: a role or source that a figure names and no citation covers
};

// From a figure to the role that it is for, or to the source that says it.
struct SpanRelation {
  std::size_t from = 0;  // indices of spans
  std::size_t to = 0;
  RelationLabel label = RelationLabel::for_role;
};

// Points into the citations that it was made of.
struct AnnotatedText {
  std::vector<LabelledSpan> spans;  // the citations first, in order; then what they name
  std::vector<SpanRelation> relations;
};

enum class Overlaps { allowed, left_out };

// `citations`: of one document, by place. The role or source of a figure is the span of that label that
// stands there already, if only in part; else it gets a span of its own. Where that would overlap a span of
// another label ("CompTIA" in "CompTIA Security+") and overlaps are left out, neither the span nor the
// relation is there.
AnnotatedText annotate(const std::vector<Citation>& citations, Overlaps overlaps);

}  // namespace careerfacts
