#pragma once

#include "app/state/catalogue.hpp"

#include <sievarr/adding/by_hand.hpp>
#include <sievarr/adding/handled.hpp>

#include <cstdint>
#include <vector>

namespace sievarr::app {

using adding::Handled;

/// What a person does about some shows at once.
struct Request {
  adding::Deed deed = adding::Deed::approve;
  std::vector<std::int64_t> shows = {};
};

/// Does it, all that makes sense in one transaction, and says of each show what came of it.
Outcome<std::vector<Handled>> do_by_hand(Catalogue& catalogue, filter::Plan const& plan,
                                         Request const& request, Instant now);

}  // namespace sievarr::app
