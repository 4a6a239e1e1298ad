// Times the steps of ingest() over the files of a folder: ingest_steps FOLDER [ROUNDS=20] [whole]
//
// With `whole` only ingest() itself runs, for a profiler.
//
// Prints MB/s of raw text (10^6 bytes) for each step alone, on one core, by its fastest round; SHA-256 apart,
// for it is no part of normalising. The files are read before the clock starts. A step gets what the step
// before it made; the sum of their times and that of SHA-256 is about the time of ingest().
#include <chrono>
#include <cstdlib>
#include <iomanip>
#include <iostream>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "base/content_hash.h"
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

namespace careerfacts {
namespace {

using Clock = std::chrono::steady_clock;

struct Step {
  std::string_view name;
  double seconds = std::numeric_limits<double>::infinity();  // of the fastest round
};

// The files of a folder, and the clock over them.
class Bench {
 public:
  Bench(const std::string& folder, int rounds) : rounds_(rounds) {
    for (const Source& source : list_sources({folder})) {
      raw_.push_back(read_source(source, kDefaultMaxBytes).bytes);
      bytes_ += raw_.back().size();
    }
  }

  const std::vector<std::string>& raw() const { return raw_; }

  // Times `f` over all inputs; what it gives is the input of the next step.
  template <class Input, class F>
  auto time(std::string_view name, const std::vector<Input>& inputs, F&& f) {
    Step step{name};
    for (int round = 0; round < rounds_; ++round) {
      const Clock::time_point start = Clock::now();
      for (const Input& input : inputs) f(input);
      const std::chrono::duration<double> took = Clock::now() - start;
      step.seconds = std::min(step.seconds, took.count());
    }
    print(step);
    std::vector<decltype(f(inputs[0]))> made;
    for (const Input& input : inputs) made.push_back(f(input));
    return made;
  }

  // The same for a step that changes its document in place.
  template <class F>
  void time_in_place(std::string_view name, std::vector<Document>& documents, F&& f) {
    Step step{name};
    std::vector<Document> made;
    for (int round = 0; round < rounds_; ++round) {
      made = documents;
      const Clock::time_point start = Clock::now();
      for (Document& document : made) f(document);
      const std::chrono::duration<double> took = Clock::now() - start;
      step.seconds = std::min(step.seconds, took.count());
    }
    print(step);
    documents = std::move(made);
  }

  void head() const {
    std::cout << raw_.size() << " files, " << static_cast<double>(bytes_) / 1e6 << " MB, fastest of "
              << rounds_ << " rounds\n";
    std::cout << std::left << std::setw(20) << "" << std::right << std::setw(10) << "MB/s" << std::setw(12)
              << "us a file\n";
  }

 private:
  void print(const Step& step) const {
    std::cout << std::left << std::setw(20) << step.name << std::right << std::fixed << std::setprecision(1)
              << std::setw(10) << static_cast<double>(bytes_) / 1e6 / step.seconds << std::setw(11)
              << step.seconds * 1e6 / static_cast<double>(raw_.size()) << "\n";
  }

  int rounds_;
  std::vector<std::string> raw_;
  std::size_t bytes_ = 0;
};

bool all_ascii(std::string_view text) { return find_non_ascii(text) == text.size(); }

void run_whole(Bench& bench) {
  bench.time("ingest()", bench.raw(), [](const std::string& raw) {
    const Document document = ingest({}, raw);
    return document.blocks.size();
  });
}

void run_steps(Bench& bench) {
  bench.time("SHA-256", bench.raw(), [](const std::string& raw) { return sha256_hex(raw); });
  const auto decoded =
      bench.time("decode", bench.raw(), [](const std::string& raw) { return decode(raw).text; });
  const auto repaired = bench.time("repair", decoded, [](const std::string& text) {
    return all_ascii(text) ? text : repair_mojibake(text, nullptr).text;
  });
  const auto plain = bench.time("html", repaired, [](const std::string& text) {
    if (!has_html(text)) return text;
    read_html_head(text);
    return html_to_markdown(text).text;
  });
  const auto spelled = bench.time("entities", plain, [](const std::string& text) {
    return text.find('&') == std::string::npos ? text : decode_entities(text).text;
  });
  const auto composed = bench.time(
      "nfc", spelled, [](const std::string& text) { return is_nfc(text) ? text : to_nfc(text).text; });
  const auto folded = bench.time("fold", composed, [](const std::string& text) { return fold(text).text; });
  const auto structures =
      bench.time("structure", folded, [](const std::string& text) { return find_structure(text); });
  std::vector<Document> documents;
  for (const Structure& structure : structures) {
    Document document;
    document.text = structure.text.text;
    document.map = SourceMap::identity(document.text.size());
    document.blocks = structure.blocks;
    document.sections = structure.sections;
    document.tables = structure.tables;
    document.metadata = structure.metadata;
    documents.push_back(std::move(document));
  }
  bench.time_in_place("chrome", documents, [](Document& document) { mark_chrome(document, {}); });
  bench.time_in_place("metadata", documents, [](Document& document) { complete_metadata(document, {}); });
}

}  // namespace
}  // namespace careerfacts

int main(int n, char** arguments) {
  if (n < 2) {
    std::cerr << "ingest_steps FOLDER [ROUNDS=20] [whole]\n";
    return 2;
  }
  careerfacts::Bench bench(arguments[1], n > 2 ? std::atoi(arguments[2]) : 20);
  bench.head();
  if (n <= 3) careerfacts::run_steps(bench);
  careerfacts::run_whole(bench);
  return 0;
}
