// Which character set bytes are in that are not UTF-8: among the Windows and ISO sets, KOI8, MacRoman and the
// sets of several bytes for Chinese, Japanese and Korean.
//
// Each set of single bytes is tried on the sample, and its reading is held against the letters that languages
// have: Polish has "ą" and no "±" inside a word. What fits a language best is taken; where several fit alike,
// ICU's detector decides, and then the order of trust. ICU alone knows neither MacRoman nor windows-1257,
// 1258 and 874, and is sure of nothing in short texts with much ASCII between.
#pragma once

#include <string>
#include <string_view>

namespace careerfacts {

struct CharsetGuess {
  std::string name;    // as ICU knows it
  int confidence = 0;  // 0 to 100
};

// `sample` is a prefix of a file, or a part of it with bytes above ASCII. Pure; linear in its size.
CharsetGuess guess_charset(std::string_view sample);

}  // namespace careerfacts
