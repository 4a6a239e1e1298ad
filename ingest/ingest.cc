#include "ingest/ingest.h"

#include <utility>

#include "base/content_hash.h"
#include "ingest/blocks.h"
#include "ingest/chrome.h"
#include "ingest/decode.h"
#include "ingest/fold.h"
#include "ingest/html.h"
#include "ingest/metadata.h"
#include "ingest/repair.h"
#include "ingest/utf8.h"

namespace careerfacts {
namespace {

// Keeps the text, the way back to the file, and what was changed, through one step after another.
class Steps {
 public:
  Steps(Document& document, bool explain) : document_(document), explain_(explain) {}

  void apply(Rewriter::Result made, const char* step) {
    if (explain_) note_repairs(made, step);
    keep(std::move(made));
  }

  // A step that tells its repairs itself.
  void repair() {
    std::vector<Repair> repairs;
    Rewriter::Result made = repair_mojibake(document_.text, explain_ ? &repairs : nullptr);
    for (Repair& repair : repairs) {
      repair.where = document_.map.to_raw(TextSpan{repair.where.begin, repair.where.end});
      document_.repairs.push_back(std::move(repair));
    }
    keep(std::move(made));
  }

 private:
  void keep(Rewriter::Result made) {
    if (made.map.is_identity()) return;
    document_.map = made.map.after(document_.map);
    document_.text = std::move(made.text);
  }

  void note_repairs(const Rewriter::Result& made, const char* step) {
    const std::vector<SourceMap::Run>& runs = made.map.runs();
    for (std::size_t i = 0; i < runs.size(); ++i) {
      if (runs[i].copied) continue;
      const bool last = i + 1 == runs.size();
      const TextSpan before{runs[i].raw_begin, last ? made.map.raw_size() : runs[i + 1].raw_begin};
      const TextSpan after{runs[i].text_begin, last ? made.map.text_size() : runs[i + 1].text_begin};
      document_.repairs.push_back({document_.map.to_raw(before),
                                   document_.text.substr(before.begin, before.size()),
                                   made.text.substr(after.begin, after.size()), step, ""});
    }
  }

  Document& document_;
  bool explain_;
};

// REQUIRES: the document's text is still what the Markdown was made of.
void tell_unclosed(Document& document, const Markdown& markdown) {
  for (const Markdown::Unclosed& unclosed : markdown.unclosed)
    document.diagnostics.push_back({Severity::warning, "unclosed-html",
                                    "'" + unclosed.mark + "' is never closed; the text after it was kept",
                                    document.map.to_raw(unclosed.where)});
}

}  // namespace

Document ingest(std::string path, std::string raw, const IngestOptions& options) {
  Document document;
  document.path = std::move(path);
  document.raw = std::move(raw);
  document.sha256 = sha256_hex(document.raw);

  Decoded decoded = decode(document.raw);
  document.encoding = std::move(decoded.encoding);
  document.text = std::move(decoded.text);
  document.map = std::move(decoded.map);
  document.diagnostics = std::move(decoded.diagnostics);

  Steps steps(document, options.explain);
  if (find_non_ascii(document.text) < document.text.size()) steps.repair();
  Metadata head;
  std::vector<RawSpan> navigation;
  if (has_html(document.text)) {
    head = read_html_head(document.text);
    Markdown markdown = html_to_markdown(document.text);
    for (const TextSpan& span : markdown.navigation) navigation.push_back(document.map.to_raw(span));
    tell_unclosed(document, markdown);
    steps.apply(std::move(markdown), "html");
  }
  if (has_entities(document.text)) steps.apply(decode_entities(document.text), "entity");
  if (!is_nfc(document.text)) steps.apply(to_nfc(document.text), "nfc");
  steps.apply(fold(document.text), "fold");
  // A zero-width character may have stood between a letter and its accent.
  if (!is_nfc(document.text)) steps.apply(to_nfc(document.text), "nfc");

  Structure structure = find_structure(document.text);
  steps.apply(std::move(structure.text), "markup");
  document.blocks = std::move(structure.blocks);
  document.sections = std::move(structure.sections);
  document.tables = std::move(structure.tables);
  document.metadata = std::move(structure.metadata);
  mark_chrome(document, navigation);
  complete_metadata(document, head);
  return document;
}

}  // namespace careerfacts
