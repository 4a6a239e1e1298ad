// careerfacts verify: reads every cited file again; each citation's bytes must be its quote.
#include "audit/cited_file.h"
#include "cli/command.h"
#include "cli/options.h"
#include "publish/mention_text.h"
#include "store/reader.h"

namespace careerfacts::cli {
namespace {

constexpr std::string_view kHelp =
    R"(Usage: careerfacts verify [OPTIONS]

Reads every cited file again and holds each citation against it: the bytes that it names must be its quote. Prints a
line for each citation that is broken, one for each file that cannot be read, and a summary. Paths are taken as they
were given to 'ingest', so run it from the same folder.

Options:
  --db FILE         the database (facts.db)
  --help            this text

Exit status: 0 every citation holds; 1 one is broken, or its file is gone; 2 the database cannot be used, or the options
are wrong.

Examples:
  careerfacts verify
  careerfacts verify --db pay.db
)";

struct Tally {
  std::size_t documents = 0;  // that are cited
  std::size_t citations = 0;
  std::size_t broken = 0;
  std::size_t unread_documents = 0;
  std::size_t unread_citations = 0;
  std::size_t changed_documents = 0;  // all of whose citations hold
};

constexpr std::size_t kShownBytes = 60;

// For a message: in quotation marks, not too long, nothing that moves the cursor.
std::string shown(std::string_view bytes) {
  const bool cut = bytes.size() > kShownBytes;
  std::string text = visible(bytes.substr(0, kShownBytes));
  for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos;) text.replace(at, 1, "\\n");
  return "\"" + text + "\"" + (cut ? "…" : "");
}

void write_broken(Output& out, const Citation& citation, const CitedFile& file) {
  const Mention& mention = citation.mention;
  out.write(citation.document + ":" + std::to_string(mention.line) + ":" + std::to_string(mention.column) +
            ": broken citation of " + fact_id(citation.fact) + ": bytes " +
            std::to_string(mention.span.begin) + "-" + std::to_string(mention.span.end) + " are " +
            shown(file.bytes(mention.span)) + ", not " + shown(mention.quote) + "\n");
}

void check(const StoredDocument& document, const std::vector<Citation>& citations, Tally& tally,
           Output& out) {
  if (citations.empty()) return;
  ++tally.documents;
  tally.citations += citations.size();
  const CitedFile file(document.path, document.sha256);
  if (!file.problem().empty()) {
    ++tally.unread_documents;
    tally.unread_citations += citations.size();
    out.write(document.path + ": " + file.problem() + "; its citations cannot be checked (" +
              std::to_string(citations.size()) + ")\n");
    return;
  }
  std::size_t broken = 0;
  for (const Citation& citation : citations) {
    if (file.holds(citation.mention)) continue;
    ++broken;
    write_broken(out, citation, file);
  }
  tally.broken += broken;
  if (file.changed() && broken == 0) ++tally.changed_documents;
}

std::string count(std::size_t number, const std::string& noun) {
  return grouped(static_cast<double>(number)) + " " + noun + (number == 1 ? "" : "s");
}

void write_summary(const Tally& tally, Output& out) {
  out.write(count(tally.citations, "citation") + " in " + count(tally.documents, "document") + ": ");
  if (tally.broken == 0 && tally.unread_citations == 0) {
    out.write("all hold\n");
  } else {
    out.write(grouped(static_cast<double>(tally.broken)) + " broken, " +
              grouped(static_cast<double>(tally.unread_citations)) + " that cannot be checked\n");
  }
  if (tally.changed_documents > 0)
    out.write(count(tally.changed_documents, "file") +
              " changed since, in places that are not cited; 'careerfacts ingest' reads them again\n");
}

Exit run(const std::vector<std::string>& words, Console& console) {
  std::string database = "facts.db";
  Options options("verify");
  options.text("db", database);
  options.parse(words);

  Tally tally;
  Reader(database).all_documents([&](const StoredDocument& document, const std::vector<Citation>& citations) {
    check(document, citations, tally, console.out);
    return !console.out.closed();
  });
  write_summary(tally, console.out);
  console.out.flush();
  return tally.broken == 0 && tally.unread_documents == 0 ? Exit::ok : Exit::look;
}

}  // namespace

Command verify_command() {
  return {"verify", "reads every cited file again: does each citation still say it?", kHelp, run};
}

}  // namespace careerfacts::cli
