#include "publish/doccano.h"

#include "publish/annotated_text.h"
#include "publish/json_writer.h"

namespace careerfacts {
namespace {

void separate(std::string& list) {
  if (list.size() > 1) list += ',';
}

}  // namespace

void DoccanoWriter::append(std::string& out, const StoredDocument& document,
                           const std::vector<Citation>& citations, const PlainText& text) {
  const AnnotatedText annotated = annotate(citations, Overlaps::left_out);
  std::string entities = "[";
  for (std::size_t i = 0; i < annotated.spans.size(); ++i) {
    const CharSpan where = text.characters(annotated.spans[i].span);
    separate(entities);
    JsonWriter json(entities);
    json.number("id", next_span_ + i);
    json.text("label", to_word(annotated.spans[i].label));
    json.number("start_offset", where.begin);
    json.number("end_offset", where.end);
    json.end();
  }
  std::string relations = "[";
  for (const SpanRelation& relation : annotated.relations) {
    separate(relations);
    JsonWriter json(relations);
    json.number("id", next_relation_++);
    json.number("from_id", next_span_ + relation.from);
    json.number("to_id", next_span_ + relation.to);
    json.text("type", to_word(relation.label));
    json.end();
  }
  next_span_ += annotated.spans.size();

  JsonWriter json(out);
  json.text("text", text.text());
  json.raw("entities", entities += ']');
  json.raw("relations", relations += ']');
  json.text("document", document.path);  // this and the next become doccano's metadata
  json.text("document_sha256", document.sha256);
  json.end_line();
}

}  // namespace careerfacts
