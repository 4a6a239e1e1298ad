#include "publish/annotated_text.h"

#include <algorithm>
#include <array>
#include <map>

#include "publish/named.h"

namespace careerfacts {
namespace {

// Spans by place. Spans of one label never overlap.
class Places {
 public:
  // The first span that overlaps `span`, of this label or, without one, of any; spans.size() when none does.
  std::size_t overlapping(RawSpan span, const SpanLabel* label,
                          const std::vector<LabelledSpan>& spans) const {
    for (std::size_t i = 0; i < by_label_.size(); ++i) {
      if (label != nullptr && static_cast<std::size_t>(*label) != i) continue;
      const auto after = by_label_[i].lower_bound(span.end);
      if (after == by_label_[i].begin()) continue;
      const std::size_t found = std::prev(after)->second;
      if (spans[found].span.overlaps(span)) return found;
    }
    return spans.size();
  }

  void add(std::size_t index, const LabelledSpan& span) {
    by_label_[static_cast<std::size_t>(span.label)].emplace(span.span.begin, index);
  }

 private:
  std::array<std::map<std::size_t, std::size_t>, 5> by_label_;  // first byte → index
};

}  // namespace

std::string_view to_word(SpanLabel label) {
  return label == SpanLabel::source ? "source" : to_word(static_cast<Kind>(label));
}

std::string_view to_word(RelationLabel label) {
  return label == RelationLabel::for_role ? "for_role" : "says_source";
}

AnnotatedText annotate(const std::vector<Citation>& citations, Overlaps overlaps) {
  AnnotatedText text;
  Places places;
  const auto add = [&](const LabelledSpan& span) {
    places.add(text.spans.size(), span);
    text.spans.push_back(span);
    return text.spans.size() - 1;
  };
  for (const Citation& citation : citations)
    add({citation.mention.span, static_cast<SpanLabel>(citation.mention.kind()), &citation});

  const auto relate = [&](std::size_t from, const std::optional<RawSpan>& place, SpanLabel label,
                          RelationLabel relation) {
    const RawSpan where = place.value_or(RawSpan());
    if (where.empty()) return;
    std::size_t to = places.overlapping(where, &label, text.spans);
    if (to == text.spans.size()) {
      if (overlaps == Overlaps::left_out &&
          places.overlapping(where, nullptr, text.spans) < text.spans.size())
        return;
      to = add({where, label, nullptr});
    }
    text.relations.push_back({from, to, relation});
  };
  for (std::size_t i = 0; i < citations.size(); ++i) {
    const Named named = named_by(citations[i].mention);
    relate(i, named.role_place(), SpanLabel::role, RelationLabel::for_role);
    relate(i, named.source_place(), SpanLabel::source, RelationLabel::says_source);
  }
  return text;
}

}  // namespace careerfacts
