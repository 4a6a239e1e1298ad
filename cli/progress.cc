#include "cli/progress.h"

#include <algorithm>
#include <cstdio>

#include "base/decimals.h"

namespace careerfacts::cli {
namespace {

std::string clock_time(double seconds) {
  const auto whole = static_cast<long>(seconds + 0.5);
  char text[32];
  std::snprintf(text, sizeof text, "%ld:%02ld", whole / 60, whole % 60);
  return text;
}

}  // namespace

std::string human_size(std::size_t bytes) {
  const double value = static_cast<double>(bytes) / 1e6;
  if (bytes < 1'000'000) return with_decimals(value * 1000, 0) + " KB";
  return with_decimals(value, value < 10 ? 2 : value < 100 ? 1 : 0) + " MB";
}

std::string rate(std::size_t bytes, double seconds) {
  return seconds > 0 ? human_size(static_cast<std::size_t>(static_cast<double>(bytes) / seconds)) + "/s"
                     : "-";
}

Progress::Progress(Output& err, std::size_t total) : err_(err), total_(total) {}

Progress::~Progress() { clear(); }

double Progress::seconds() const { return std::chrono::duration<double>(Clock::now() - start_).count(); }

void Progress::done(std::size_t bytes) {
  ++files_;
  bytes_ += bytes;
  if (!err_.is_terminal()) return;
  const Clock::time_point now = Clock::now();
  if (now - drawn_ < std::chrono::milliseconds(100)) return;
  drawn_ = now;
  draw();
}

void Progress::draw() {
  const double elapsed = seconds();
  const double share = total_ == 0 ? 1 : static_cast<double>(files_) / static_cast<double>(total_);
  const double left = share > 0 ? elapsed / share - elapsed : 0;
  const std::string tail = " " + std::to_string(files_) + "/" + std::to_string(total_) + " files  " +
                           human_size(bytes_) + "  " + rate(bytes_, elapsed) + "  " + clock_time(left) +
                           " left";
  const int room = err_.columns() - static_cast<int>(tail.size()) - 3;
  const auto width = static_cast<std::size_t>(std::clamp(room, 0, 30));
  const auto filled = static_cast<std::size_t>(share * static_cast<double>(width));
  std::string bar;
  if (width > 3) bar = "[" + std::string(filled, '#') + std::string(width - filled, '.') + "]";
  err_.control("\r\x1b[K" + bar + tail);
  visible_ = true;
}

void Progress::clear() {
  if (visible_) err_.control("\r\x1b[K");
  visible_ = false;
}

}  // namespace careerfacts::cli
