// Reads the lines that `extract --format jsonl` writes: mentions, and documents where --documents was given.
// Strict: each field of schemas/mention.schema.json and schemas/document.schema.json must be there and of its
// type; fields that this version does not know are passed over.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "publish/document_json.h"
#include "publish/mention_json.h"

namespace careerfacts {

using Record = std::variant<MentionRecord, DocumentRecord>;

// Keeps its memory from line to line, so that thousands of lines are read faster than one by one. One thread
// at a time.
class RecordReader {
 public:
  RecordReader();
  ~RecordReader();
  RecordReader(const RecordReader&) = delete;
  RecordReader& operator=(const RecordReader&) = delete;

  // Nothing when the line cannot be used; then `problem` says why, for people.
  std::optional<Record> read(std::string_view line, std::string& problem);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// What keeps a mention that is written right from being stored: fields that do not fit each other or are no
// fields of a mention that this program would make ("'quote' has 7 bytes, and from 'start' to 'end' are 9").
// Empty: nothing.
std::string fault_of(const MentionRecord& record);
std::string fault_of(const DocumentRecord& record);

}  // namespace careerfacts
