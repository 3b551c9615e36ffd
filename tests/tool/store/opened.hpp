#pragma once

#include "store/open.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>

namespace sievarr::store {

/// A database that opens, else the test fails.
inline Database opened(std::string const& path) {
  auto database = open_store(path);
  REQUIRE_MESSAGE(database, (database ? "" : database.error().text));
  return *std::move(database);
}

}  // namespace sievarr::store
