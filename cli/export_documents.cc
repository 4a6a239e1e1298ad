#include "cli/export_documents.h"

#include <algorithm>

#include "audit/cited_file.h"

namespace careerfacts::cli {
namespace {

Diagnostic left_out(std::string code, std::string message) {
  return {Severity::error, std::move(code), std::move(message) + "; the document is left out", {}};
}

}  // namespace

void export_documents(
    Reader& reader, const DocumentChoice& choice, Diagnostics& diagnostics,
    const std::function<bool(const StoredDocument&, const std::vector<Citation>&, const PlainText&)>& give) {
  reader.all_documents([&](const StoredDocument& document, const std::vector<Citation>& all) {
    if (document.sha256.empty()) return true;  // never read: 'ingest' has told
    std::vector<Citation> chosen;
    if (!choice.include_chrome)
      std::copy_if(all.begin(), all.end(), std::back_inserter(chosen),
                   [](const Citation& citation) { return !citation.mention.chrome; });
    const std::vector<Citation>& citations = choice.include_chrome ? all : chosen;
    if (citations.empty() && !choice.without_citations) return true;

    const CitedFile file(document.path, document.sha256);
    const auto refuse = [&](std::string code, std::string message) {
      diagnostics.add(document.path, false, {left_out(std::move(code), std::move(message))});
      return true;
    };
    if (!file.problem().empty()) return refuse("unreadable-file", file.problem());
    if (file.changed())
      return refuse("changed-file", "the file is not what was stored; 'careerfacts ingest' reads it again");
    const PlainText text(file.bytes(), choice.line_ends);
    const auto broken = std::find_if(citations.begin(), citations.end(),
                                     [&](const Citation& citation) { return !text.holds(citation.mention); });
    if (broken != citations.end())
      return refuse("broken-citation", "bytes " + std::to_string(broken->mention.span.begin) + "-" +
                                           std::to_string(broken->mention.span.end) +
                                           " are not the quote of fact " + fact_id(broken->fact) +
                                           "; 'careerfacts verify' tells more");
    if (text.text().empty()) return true;  // no text: 'ingest' has told
    diagnostics.add(document.path, true, {});
    return give(document, citations, text);
  });
}

}  // namespace careerfacts::cli
