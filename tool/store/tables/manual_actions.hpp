#pragma once

#include "store/table.hpp"

#include <sievarr/adding/manual_action.hpp>

#include <cstdint>
#include <vector>

namespace sievarr::store {

/// What people did about shows.
class ManualActions {
 public:
  explicit ManualActions(Database& database) : database_(database), actions_(database, "deeds") {}

  /// What they did about one, the oldest first.
  Outcome<std::vector<adding::ManualChange>> of_show(std::int64_t show_id);

 private:
  friend class Catalogue;
  /// Their numbers are given here.
  Outcome<Done> add(std::vector<adding::ManualChange> actions);

  Database& database_;
  Table<adding::ManualChange> actions_;
};

}  // namespace sievarr::store
