// Turns what SQLite reports into Error(store): the place and what to do. Inside the store library only.
#pragma once

#include <string>
#include <utility>

#include <SQLiteCpp/Exception.h>

#include "base/error.h"

namespace careerfacts {

// `path`: the store's file, the place of the error.
Error store_error(const std::string& path, const SQLite::Exception& exception);

// Runs `body`; what SQLite throws in it leaves as Error(store).
template <class Body>
decltype(auto) with_store_errors(const std::string& path, Body&& body) {
  try {
    return std::forward<Body>(body)();
  } catch (const SQLite::Exception& exception) {
    throw store_error(path, exception);
  }
}

}  // namespace careerfacts
