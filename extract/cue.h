// What a phrase of patterns/*.toml tells.
#pragma once

#include <cstddef>
#include <cstdint>

namespace careerfacts {

// What a cue speaks of. The words of patterns/*.toml (`feature = "…"`) are those of kFeatureWords in the same
// order.
enum class Feature : std::uint8_t {
  evidence,  // is an amount near it pay, or something else?
  period,
  statistic,
  pay,
  level,
  modifier,
  sense,
  direction,
  citing,     // what introduces or follows a source
  title_cue,  // what makes an ambiguous word a job title
  credential_cue,
  country,  // whose dollars a bare "$" means; the value is the index in kDollars
  subject,  // who is spoken of, where it is no job
};
inline constexpr std::size_t kFeatures = 13;

// Where a cue stands to what it speaks of; `next` is directly behind it, `close` touches it or its hedge from
// before, `of` ends the noun phrase behind it: "20% of a first year's salary"; `than` tells what it is
// compared with: "20% more than a year ago"; `around` stands in a header, a label or a heading.
enum class Place : std::uint8_t { any, before, after, next, close, of, than, around };

struct Cue {
  Feature feature = Feature::evidence;
  Place place = Place::any;
  std::uint8_t value = 0;  // the enumerator of the feature's own type
  std::uint32_t rule = 0;
};

}  // namespace careerfacts
