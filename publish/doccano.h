// Documents for doccano: one JSON object a line, the JSONL that a project for sequence labelling (with
// relations) imports. Described by schemas/doccano.schema.json.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "publish/plain_text.h"
#include "store/citation.h"

namespace careerfacts {

class DoccanoWriter {
 public:
  // Appends one line. `citations` are those of the document, by place; each must hold in `text`, whose line
  // ends are as they are. Offsets count its code points; spans never overlap, since doccano drops those that
  // do and then stumbles over their relations.
  void append(std::string& out, const StoredDocument& document, const std::vector<Citation>& citations,
              const PlainText& text);

 private:
  // Older versions of doccano look relations up by the id alone: ids are unique in the whole file.
  std::size_t next_span_ = 1;
  std::size_t next_relation_ = 1;
};

}  // namespace careerfacts
