#include "cli/article_stream.h"

#include <utility>
#include <vector>

#include "publish/article_json.h"

namespace careerfacts::cli {
namespace {

struct Piece {
  LineChunk chunk;
  std::vector<Work> works;
};

Work failed(std::string path, std::vector<Diagnostic> diagnostics) {
  Work work;
  work.document.path = std::move(path);
  work.document.diagnostics = std::move(diagnostics);
  return work;
}

Work work_on_line(std::string_view line, const std::string& place, const Rulebook& rulebook,
                  const PipelineOptions& options, const Render& render) {
  std::string problem;
  std::optional<ArticleRecord> article = read_article_json(line, problem);
  if (!article) return failed(place, {{Severity::error, "bad-record", problem, {}}});
  if (article->bytes.size() > options.max_bytes)
    return failed(place, {{Severity::error,
                           "too-large",
                           std::to_string(article->bytes.size()) + " bytes, above the limit of " +
                               std::to_string(options.max_bytes) + " bytes; raise it with --max-bytes",
                           {}}});
  return work_on_bytes(std::move(article->path), std::move(article->bytes), rulebook, options, render);
}

}  // namespace

void run_articles(LineChunks& lines, const Rulebook& rulebook, const PipelineOptions& options,
                  const Render& render, const Write& write, const std::function<void()>& pause) {
  run_in_order<Piece>(
      options.jobs, [&](Piece& piece) { return lines.next(piece.chunk); },
      [&](Piece& piece) {
        const std::string& path = lines.path(piece.chunk.input);
        if (!piece.chunk.diagnostics.empty())
          piece.works.push_back(failed(path, std::move(piece.chunk.diagnostics)));
        piece.chunk.each_line([&](std::string_view line, std::size_t number) {
          piece.works.push_back(
              work_on_line(line, path + ":" + std::to_string(number), rulebook, options, render));
        });
      },
      [&](Piece& piece) {
        for (Work& work : piece.works)
          if (!write(std::move(work))) return false;
        pause();
        return true;
      });
}

}  // namespace careerfacts::cli
