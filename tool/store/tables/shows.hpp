#pragma once

#include "store/table.hpp"

#include <sievarr/media/show.hpp>
#include <sievarr/mirror/fetch.hpp>

#include <cstdint>
#include <optional>
#include <vector>

namespace sievarr::store {

/// The shows as TVMaze has them, those that are gone as well.
class Shows {
 public:
  explicit Shows(Database& database) : database_(database), shows_(database, "shows") {}

  Outcome<std::optional<Show>> find(std::int64_t id) { return shows_.find(id); }

  /// Calls visit(Show) for each, by id.
  template <class Visit>
  Outcome<Done> each(Visit visit) {
    return shows_.each(visit);
  }

  /// The version of each, by id.
  Outcome<mirror::Stamps> stamps();

 private:
  friend class Catalogue;
  Outcome<Done> put(std::vector<Show> const& shows) { return shows_.put_all(shows); }

  Database& database_;
  Table<Show> shows_;
};

}  // namespace sievarr::store
