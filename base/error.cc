#include "base/error.h"

#include <utility>

namespace careerfacts {

Error::Error(ErrorKind kind, std::string place, std::string message)
    : std::runtime_error(place.empty() ? message : place + ": " + message),
      kind_(kind),
      place_(std::move(place)) {}

}  // namespace careerfacts
