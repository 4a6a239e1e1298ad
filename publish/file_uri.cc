#include "publish/file_uri.h"

namespace careerfacts {
namespace {

bool is_plain(char c) {
  return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || ('0' <= c && c <= '9') ||
         std::string_view("-._~/!$&'()*+,;=:@").find(c) != std::string_view::npos;
}

}  // namespace

std::string file_uri(std::string_view path) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string uri = path.starts_with('/') ? "file://" : "";
  // A colon in the first segment would make it a scheme.
  if (path.find(':') < path.find('/')) uri = "./";
  for (const char c : path) {
    if (is_plain(c)) {
      uri += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    uri += '%';
    uri += kHex[byte >> 4U];
    uri += kHex[byte & 15U];
  }
  return uri;
}

}  // namespace careerfacts
