#include "publish/brat.h"

#include <algorithm>
#include <array>

#include "base/content_hash.h"
#include "ingest/utf8.h"
#include "publish/annotated_text.h"
#include "publish/mention_text.h"

namespace careerfacts {
namespace {

// One attribute line of a span after another: "A1<TAB>period T1 year".
class Attributes {
 public:
  Attributes(std::string& out, std::size_t& next) : out_(out), next_(next) {}

  void of(std::size_t span) { span_ = std::to_string(span); }
  // What the text does not say is no attribute.
  void add(std::string_view name, std::string_view value) {
    if (value.empty() || value == "none") return;
    start(name);
    out_ += ' ';
    out_ += value;
    out_ += '\n';
  }
  void flag(std::string_view name) {
    start(name);
    out_ += '\n';
  }

 private:
  void start(std::string_view name) {
    out_ += "A" + std::to_string(next_++) + "\t";
    out_ += name;
    out_ += " T" + span_;
  }

  std::string& out_;
  std::size_t& next_;
  std::string span_;
};

struct AddFields {
  Attributes& attributes;

  void operator()(const SalaryFields& salary) const {
    attributes.add("modifier", to_word(salary.bounds.modifier));
    attributes.add("period", to_word(salary.period));
    attributes.add("statistic", to_word(salary.statistic));
    attributes.add("pay", to_word(salary.pay));
    attributes.add("level", to_word(salary.level));
    attributes.add("source_grade", to_word(salary.attribution.grade));
  }
  void operator()(const PercentageFields& percentage) const {
    attributes.add("modifier", to_word(percentage.bounds.modifier));
    attributes.add("sense", to_word(percentage.sense));
    attributes.add("direction", to_word(percentage.direction));
    attributes.add("source_grade", to_word(percentage.attribution.grade));
  }
  void operator()(const RoleFields&) const {}
  void operator()(const CertificationFields&) const {}
};

template <class Enum>
void configure(std::string& out, std::string_view name, std::string_view labels) {
  out += name;
  out += "\tArg:";
  out += labels;
  out += ", Value:";
  bool first = true;
  for (const std::string_view word : words_of<Enum>()) {
    if (word.empty() || word == "none") continue;
    if (!first) out += '|';
    first = false;
    out += word;
  }
  out += '\n';
}

// Ends a line for one program or another that reads .ann files: Python's splitlines() among them.
bool ends_line(char32_t c) {
  return (c >= 0x0a && c <= 0x0d) || (c >= 0x1c && c <= 0x1e) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

// "T1<TAB>salary 5 12<TAB>$93,600"; over a line end "salary 5 9;10 12<TAB>over $1".
void append_span(std::string& out, std::size_t number, const LabelledSpan& labelled, const PlainText& text) {
  const CharSpan where = text.characters(labelled.span);
  const std::string_view quote = text.at(labelled.span);
  out += "T" + std::to_string(number) + "\t";
  out += to_word(labelled.label);
  std::string parts;
  std::size_t position = where.begin, begin = where.begin, begin_byte = 0;
  bool first = true;
  const auto part = [&](std::size_t end_byte) {
    if (end_byte == begin_byte) return;
    out += first ? " " : ";";
    out += std::to_string(begin) + " " + std::to_string(position);
    if (!first) parts += ' ';
    parts += quote.substr(begin_byte, end_byte - begin_byte);
    first = false;
  };
  for (std::size_t at = 0; at < quote.size();) {
    const CodePoint point = code_point_at(quote, at);
    if (ends_line(point.value)) {
      part(at);
      begin = position + 1;
      begin_byte = at + point.size;
    }
    ++position;
    at += point.size;
  }
  part(quote.size());
  out += "\t" + parts + "\n";
}

void append_note(std::string& out, std::size_t number, std::size_t span, const Citation& citation) {
  const std::size_t begin = out.size();
  out += "#" + std::to_string(number) + "\tAnnotatorNotes T" + std::to_string(span) + "\tfact " +
         fact_id(citation.fact) + ": " + describe(citation.mention);
  std::string line;
  for (std::size_t at = begin; at < out.size();) {
    const CodePoint point = code_point_at(out, at);
    if (ends_line(point.value)) {
      line += ' ';
    } else {
      line.append(out, at, point.size);
    }
    at += point.size;
  }
  out.replace(begin, out.size() - begin, line);
  out += '\n';
}

bool is_plain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

}  // namespace

std::string brat_configuration() {
  std::string out = "[entities]\n";
  for (const SpanLabel label : {SpanLabel::salary, SpanLabel::percentage, SpanLabel::role,
                                SpanLabel::certification, SpanLabel::source})
    out += std::string(to_word(label)) + "\n";
  out += "\n[relations]\n";
  out += std::string(to_word(RelationLabel::for_role)) + "\tArg1:salary|percentage, Arg2:role\n";
  out += std::string(to_word(RelationLabel::says_source)) + "\tArg1:salary|percentage, Arg2:source\n";
  out += "<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>\n";
  out += "\n[events]\n\n[attributes]\n";
  configure<Modifier>(out, "modifier", "salary|percentage");
  configure<Period>(out, "period", "salary");
  configure<Statistic>(out, "statistic", "salary");
  configure<Pay>(out, "pay", "salary");
  configure<Level>(out, "level", "salary");
  configure<Sense>(out, "sense", "percentage");
  configure<Direction>(out, "direction", "percentage");
  configure<SourceGrade>(out, "source_grade", "salary|percentage");
  out += "chrome\tArg:<ENTITY>\n";
  return out;
}

std::string brat_annotations(const std::vector<Citation>& citations, const PlainText& text) {
  const AnnotatedText annotated = annotate(citations, Overlaps::allowed);
  std::string out;
  for (std::size_t i = 0; i < annotated.spans.size(); ++i) append_span(out, i + 1, annotated.spans[i], text);
  std::size_t next = 1;
  Attributes attributes(out, next);
  for (std::size_t i = 0; i < annotated.spans.size(); ++i) {
    const Citation* citation = annotated.spans[i].citation;
    if (citation == nullptr) continue;
    attributes.of(i + 1);
    std::visit(AddFields{attributes}, citation->mention.fields);
    if (citation->mention.chrome) attributes.flag("chrome");
  }
  next = 1;
  for (const SpanRelation& relation : annotated.relations)
    out += "R" + std::to_string(next++) + "\t" + std::string(to_word(relation.label)) + " Arg1:T" +
           std::to_string(relation.from + 1) + " Arg2:T" + std::to_string(relation.to + 1) + "\n";
  next = 1;
  for (std::size_t i = 0; i < annotated.spans.size(); ++i)
    if (const Citation* citation = annotated.spans[i].citation; citation != nullptr)
      append_note(out, next++, i + 1, *citation);
  return out;
}

std::string brat_name(std::string_view path) {
  std::string name;
  bool same = true;
  for (std::size_t at = 0; at <= path.size();) {
    const std::size_t end = std::min(path.find('/', at), path.size());
    const std::string_view part = path.substr(at, end - at);
    at = end + 1;
    if (part.empty() || part == "." || part == "..") {
      same = false;
      continue;
    }
    if (!name.empty()) name += '/';
    for (std::size_t i = 0; i < part.size(); ++i) {
      const char c = part[i];
      const bool plain = is_plain(c) || (c == '.' && i > 0);
      name += plain ? c : '_';
      same = same && plain;
    }
  }
  if (!same || name.empty()) name += "-" + sha256_hex(path).substr(0, 8);
  return name;
}

}  // namespace careerfacts
