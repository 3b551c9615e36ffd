#pragma once

#include "work/catalogue.hpp"

#include <sievarr/decide/by_hand.hpp>
#include <sievarr/decide/handled.hpp>

#include <cstdint>
#include <vector>

namespace sievarr::work {

using decide::Handled;

/// What a person does about some shows at once.
struct Request {
  decide::Deed deed = decide::Deed::approve;
  std::vector<std::int64_t> shows = {};
};

/// Does it, all that makes sense in one transaction, and says of each show what came of it.
Outcome<std::vector<Handled>> do_by_hand(Catalogue& catalogue, filter::Plan const& plan,
                                         Request const& request, Instant now);

}  // namespace sievarr::work
