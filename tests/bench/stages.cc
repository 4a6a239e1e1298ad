// Times the stages of the program over the files of a folder, one thread, with Google Benchmark:
// stages FOLDER [--benchmark_filter=REGEX] [--benchmark_repetitions=N] [--benchmark_format=json] …
//
// Each stage gets what the stage before it made of all files, which are read and kept first; so the times of
// the stages add up to the way of a document through the program. Those named "normalise: …" are the steps
// inside "decode and normalise". One iteration is all files once. scripts/bench reads the JSON: its context
// has the numbers of files, bytes and mentions, and a benchmark's label says which of "bytes" (of the
// articles) or "lines" (of mentions as JSON) it works on.
//
// For a profiler: --benchmark_filter='^extract$' --benchmark_min_time=10
#include <benchmark/benchmark.h>

#include <unistd.h>

#include <filesystem>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include "base/content_hash.h"
#include "base/error.h"
#include "cli/line_chunks.h"
#include "cli/shard_group.h"
#include "extract/extract.h"
#include "ingest/blocks.h"
#include "ingest/chrome.h"
#include "ingest/decode.h"
#include "ingest/fold.h"
#include "ingest/html.h"
#include "ingest/ingest.h"
#include "ingest/metadata.h"
#include "ingest/repair.h"
#include "ingest/source.h"
#include "ingest/utf8.h"
#include "publish/mention_json.h"
#include "store/writer.h"

namespace careerfacts {
namespace {

namespace fs = std::filesystem;

bool all_ascii(std::string_view text) { return find_non_ascii(text) == text.size(); }

// What `f` makes of each.
template <class Input, class F>
auto each(const std::vector<Input>& inputs, const F& f) {
  std::vector<decltype(f(inputs[0]))> made;
  made.reserve(inputs.size());
  for (const Input& input : inputs) made.push_back(f(input));
  return made;
}

// The steps of ingest() that make one text of another.
std::string decode_step(const std::string& raw) { return decode(raw).text; }
std::string repair_step(const std::string& text) {
  return all_ascii(text) ? text : repair_mojibake(text, nullptr).text;
}
std::string html_step(const std::string& text) {
  if (!has_html(text)) return text;
  read_html_head(text);
  return html_to_markdown(text).text;
}
std::string entities_step(const std::string& text) {
  return text.find('&') == std::string::npos ? text : decode_entities(text).text;
}
std::string nfc_step(const std::string& text) { return is_nfc(text) ? text : to_nfc(text).text; }
std::string fold_step(const std::string& text) { return fold(text).text; }

Document document_of(const Structure& structure) {
  Document document;
  document.text = structure.text.text;
  document.map = SourceMap::identity(document.text.size());
  document.blocks = structure.blocks;
  document.sections = structure.sections;
  document.tables = structure.tables;
  document.metadata = structure.metadata;
  return document;
}

std::string lines_of(const ExtractedDocument& document) {
  std::string out;
  for (const Mention& mention : document.mentions) append_mention_json(out, document, mention);
  return out;
}

// All files of the folder as each stage finds them.
struct Corpus {
  std::vector<Source> sources;
  Rulebook rulebook = Rulebook::builtin();
  std::vector<std::string> raw;
  std::size_t bytes = 0;
  std::vector<Document> documents;
  std::vector<ExtractedDocument> extracted;
  std::size_t mentions = 0;
  std::string lines;  // mentions as JSON

  explicit Corpus(const std::string& folder) : sources(list_sources({folder})) {
    for (const Source& source : sources) {
      raw.push_back(read_source(source).bytes);
      bytes += raw.back().size();
      documents.push_back(ingest(source.path, raw.back()));
      extracted.push_back(extract(documents.back(), rulebook));
      mentions += extracted.back().mentions.size();
      lines += lines_of(extracted.back());
    }
  }
};

// One iteration calls `f` for each input.
template <class Input, class F>
void add(const std::string& name, const std::vector<Input>& inputs, F f) {
  benchmark::RegisterBenchmark(name.c_str(), [&inputs, f](benchmark::State& state) {
    for (auto _ : state)
      for (const Input& input : inputs) benchmark::DoNotOptimize(f(input));
    state.SetLabel("bytes");
  })->Unit(benchmark::kMillisecond);
}

// The steps inside ingest(), each with its own input.
struct Steps {
  std::vector<std::string> decoded, repaired, plain, spelled, composed, folded;
  std::vector<Structure> structures;
  std::vector<Document> documents;

  explicit Steps(const std::vector<std::string>& raw)
      : decoded(each(raw, decode_step)),
        repaired(each(decoded, repair_step)),
        plain(each(repaired, html_step)),
        spelled(each(plain, entities_step)),
        composed(each(spelled, nfc_step)),
        folded(each(composed, fold_step)),
        structures(each(folded, [](const std::string& text) { return find_structure(text); })),
        documents(each(structures, document_of)) {}
};

// A step that changes its document in place; the copies are made while the clock stands.
template <class F>
void add_in_place(const std::string& name, const std::vector<Document>& documents, F f) {
  benchmark::RegisterBenchmark(name.c_str(), [&documents, f](benchmark::State& state) {
    for (auto _ : state) {
      state.PauseTiming();
      std::vector<Document> copies = documents;
      state.ResumeTiming();
      for (Document& document : copies) f(document);
      state.PauseTiming();
      copies.clear();
      state.ResumeTiming();
    }
    state.SetLabel("bytes");
  })->Unit(benchmark::kMillisecond);
}

void add_steps(const Corpus& corpus, const Steps& steps) {
  add("normalise: SHA-256", corpus.raw, [](const std::string& raw) { return sha256_hex(raw); });
  add("normalise: decode", corpus.raw, decode_step);
  add("normalise: repair", steps.decoded, repair_step);
  add("normalise: html", steps.repaired, html_step);
  add("normalise: entities", steps.plain, entities_step);
  add("normalise: nfc", steps.spelled, nfc_step);
  add("normalise: fold", steps.composed, fold_step);
  add("normalise: structure", steps.folded, [](const std::string& text) { return find_structure(text); });
  add_in_place("normalise: chrome", steps.documents, [](Document& document) { mark_chrome(document, {}); });
  add_in_place("normalise: metadata", steps.documents,
               [](Document& document) { complete_metadata(document, {}); });
}

RunInfo run_info(const Corpus& corpus) { return {"0", corpus.rulebook.hash(), "{}", "2025-03-01T12:00:00Z"}; }

// A fresh store for each iteration.
void store_all(benchmark::State& state, const Corpus& corpus) {
  const fs::path path = fs::temp_directory_path() / ("careerfacts-stages-" + std::to_string(::getpid()));
  const auto remove = [&] {
    for (const char* end : {"", "-wal", "-shm"}) fs::remove(path.string() + end);
  };
  for (auto _ : state) {
    state.PauseTiming();
    remove();
    state.ResumeTiming();
    Writer writer(path.string(), run_info(corpus));
    for (const ExtractedDocument& document : corpus.extracted) writer.put(document);
    writer.finish("2025-03-01T12:00:01Z");
  }
  remove();
  state.SetLabel("bytes");
}

// As `load` does: in pieces of a megabyte.
void read_lines(benchmark::State& state, const std::string& lines) {
  constexpr std::size_t kPiece = std::size_t{1} << 20;
  for (auto _ : state)
    for (std::size_t at = 0; at < lines.size();) {
      const std::size_t end = lines.find('\n', std::min(at + kPiece, lines.size() - 1)) + 1;
      cli::LineChunk chunk;
      chunk.text = lines.substr(at, end - at);
      benchmark::DoNotOptimize(cli::read_groups(chunk));
      at = end;
    }
  state.SetLabel("lines");
}

void add_all(const Corpus& corpus, const Steps& steps) {
  add("read", corpus.sources, [](const Source& source) { return read_source(source); });
  add("decode and normalise", corpus.raw, [](const std::string& raw) { return ingest({}, raw); });
  add_steps(corpus, steps);
  add("extract", corpus.documents,
      [&corpus](const Document& document) { return extract(document, corpus.rulebook); });
  add("write JSON", corpus.extracted, lines_of);
  add("read to JSON, one document after another", corpus.sources, [&corpus](const Source& source) {
    return lines_of(extract(ingest(source.path, read_source(source).bytes), corpus.rulebook));
  });
  benchmark::RegisterBenchmark("store", [&corpus](benchmark::State& state) {
    store_all(state, corpus);
  })->Unit(benchmark::kMillisecond);
  if (!corpus.lines.empty())
    benchmark::RegisterBenchmark("read JSON", [&corpus](benchmark::State& state) {
      read_lines(state, corpus.lines);
    })->Unit(benchmark::kMillisecond);
}

int run(int count, char** words) {
  benchmark::Initialize(&count, words);
  if (count != 2 || words[1][0] == '-') {
    std::cerr << "stages FOLDER [--benchmark_filter=REGEX] [--benchmark_repetitions=N] …\n";
    return 2;
  }
  const Corpus corpus(words[1]);
  if (corpus.bytes == 0) {
    std::cerr << words[1] << ": there is no text to time\n";
    return 2;
  }
  const Steps steps(corpus.raw);
  benchmark::AddCustomContext("files", std::to_string(corpus.sources.size()));
  benchmark::AddCustomContext("bytes", std::to_string(corpus.bytes));
  benchmark::AddCustomContext("mentions", std::to_string(corpus.mentions));
  benchmark::AddCustomContext("lines", std::to_string(corpus.lines.size()));
  add_all(corpus, steps);
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}

}  // namespace
}  // namespace careerfacts

int main(int count, char** words) {
  try {
    return careerfacts::run(count, words);
  } catch (const careerfacts::Error& error) {
    std::cerr << error.what() << "\n";
    return 2;
  }
}
