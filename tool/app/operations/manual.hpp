#pragma once

#include "app/state/turn.hpp"

#include <sievarr/adding/manual_action.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace sievarr::app {

using adding::ManualResult;

/// What a person does about some shows at once.
struct ManualRequest {
  adding::ManualAction action = adding::ManualAction::approve;
  std::vector<std::int64_t> shows = {};
  std::string by = {};  ///< Who does it, or by which way.
};

/// Does it, all that makes sense in one transaction, and says of each show what came of it.
Outcome<std::vector<ManualResult>> act_by_hand(Turn& turn, filter::Plan const& plan,
                                               ManualRequest const& request, Instant now);

}  // namespace sievarr::app
