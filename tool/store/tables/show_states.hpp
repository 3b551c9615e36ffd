#pragma once

#include "store/table.hpp"

#include <sievarr/adding/show_state.hpp>
#include <sievarr/base/instant.hpp>

#include <cstdint>
#include <optional>
#include <vector>

namespace sievarr::store {

/// What has become of each show that was judged.
class ShowStates {
 public:
  explicit ShowStates(Database& database) : database_(database), states_(database, "processing") {}

  Outcome<std::optional<adding::ShowState>> find(std::int64_t show_id) {
    return states_.find(show_id);
  }

  /// Calls visit(adding::ShowState) for each, by the id of the show.
  template <class Visit>
  Outcome<Done> each(Visit visit) {
    return states_.each(visit);
  }

  /// How many shows were added after that.
  Outcome<std::int64_t> added_since(Instant since);

 private:
  friend class Catalogue;
  Outcome<Done> put(std::vector<adding::ShowState> const& states) {
    return states_.put_all(states);
  }

  Database& database_;
  Table<adding::ShowState> states_;
};

}  // namespace sievarr::store
