#include "publish/document_json.h"

#include "ingest/utf8.h"
#include "publish/json_writer.h"

namespace careerfacts {
namespace {

std::string diagnostics_of(const ExtractedDocument& document) {
  std::string list = "[";
  for (const Diagnostic& diagnostic : document.diagnostics) {
    if (list.size() > 1) list += ',';
    JsonWriter json(list);
    json.text("severity", to_word(diagnostic.severity));
    json.text("code", diagnostic.code);
    json.text("message", diagnostic.message);
    json.number("start", diagnostic.where.begin);
    json.number("end", diagnostic.where.end);
    json.end_line();
    list.pop_back();  // the line end
  }
  return list + "]";
}

}  // namespace

void append_document_json(std::string& out, const ExtractedDocument& document, const Provenance& provenance) {
  JsonWriter json(out);
  json.text("document", document.path);
  if (find_invalid_utf8(document.path) < document.path.size())
    json.text("document_base64", base64(document.path));
  json.text_or_null("document_sha256", document.sha256);
  json.text("record", "document");
  json.number("bytes", document.bytes);
  json.text_or_null("encoding", document.encoding);
  json.text_or_null("title", document.title);
  json.text_or_null("author", document.author);
  json.text_or_null("published", document.published);
  json.text_or_null("updated", document.updated);
  json.text_or_null("publisher", document.publisher);
  json.text_or_null("language", document.language);
  if (document.fingerprint) json.text("fingerprint", base64(*document.fingerprint));
  json.text("program_version", provenance.program_version);
  json.text("rulebook_hash", provenance.rulebook_hash);
  json.number("mentions", document.mentions.size());
  json.raw("diagnostics", diagnostics_of(document));
  json.end_line();
}

}  // namespace careerfacts
