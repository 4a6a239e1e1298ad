// What a percentage is about, folded so that other words for the same thing meet and different things never
// do. Pure; the same in every locale. schemas/README.md states the rules.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace careerfacts {

// `role` is the canonical name of the job that the figure is for, or empty: where the subject names it again,
// it goes, since the fact has it already ("employment of data scientists" and "data scientist jobs" are
// "jobs"). Empty when nothing is left.
std::string canonical_subject(std::string_view subject, std::string_view role = {});

// How many words of a folded subject tell what it is about: not those of grammar and forecasting. 0 where it
// points at something that only its article knows ("our readers", "last year's intake").
std::size_t telling_words(std::string_view canonical_subject);

}  // namespace careerfacts
