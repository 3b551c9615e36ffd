#pragma once

#include <sievarr/adding/intent.hpp>
#include <sievarr/adding/show_state.hpp>

#include <optional>
#include <string>

namespace sievarr::cli {

/// What has become of a show, in a line, with what a person can do about it; an intent is open
/// where it was sent and nobody knows its end.
std::string standing_as_text(adding::ShowState const& row,
                             std::optional<adding::Intent> const& open = {});

}  // namespace sievarr::cli
