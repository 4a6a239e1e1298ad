#include "publish/annotated_text.h"

#include <algorithm>
#include <array>
#include <map>

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

struct Named {
  const RoleReference* role = nullptr;
  const Attribution* attribution = nullptr;
};

Named named_by(const Mention& mention) {
  if (const auto* salary = std::get_if<SalaryFields>(&mention.fields))
    return {&salary->role, &salary->attribution};
  if (const auto* percentage = std::get_if<PercentageFields>(&mention.fields))
    return {&percentage->role, &percentage->attribution};
  return {};
}

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

  const auto relate = [&](std::size_t from, RawSpan where, SpanLabel label, RelationLabel relation) {
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
    if (named.role == nullptr) continue;
    if (named.role->citation) relate(i, *named.role->citation, SpanLabel::role, RelationLabel::for_role);
    if (named.attribution->citation)
      relate(i, *named.attribution->citation, SpanLabel::source, RelationLabel::says_source);
  }
  return text;
}

}  // namespace careerfacts
