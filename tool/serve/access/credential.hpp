#pragma once

#include "gate.hpp"

#include <string>
#include <string_view>

namespace sievarr::serve {

bool changes_something(wire::Method method);

/// The key that a request carries in a header.
std::string_view given_key(wire::Headers const& headers);

Denied denied_because(api::Wrong wrong, std::string title, std::string detail = {});

/// A page of another site that would change something here.
Denied foreign_origin(std::string_view origin);

}  // namespace sievarr::serve
