#pragma once

#include "app/state/turn.hpp"

#include <sievarr/adding/manual_action.hpp>
#include <sievarr/adding/manual_result.hpp>

#include <cstdint>
#include <vector>

namespace sievarr::app {

using adding::ManualResult;

/// What a person does about some shows at once.
struct Request {
  adding::ManualAction deed = adding::ManualAction::approve;
  std::vector<std::int64_t> shows = {};
};

/// Does it, all that makes sense in one transaction, and says of each show what came of it.
Outcome<std::vector<ManualResult>> do_by_hand(Turn& turn, filter::Plan const& plan,
                                              Request const& request, Instant now);

}  // namespace sievarr::app
