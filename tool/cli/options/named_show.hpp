#pragma once

#include "console.hpp"

#include <sievarr/filter/columns/table.hpp>

#include <cstddef>
#include <optional>
#include <string>

namespace sievarr::cli {

/// The row of the one show that a person means. Where it is none or several, that is said, with
/// what may have been meant.
std::optional<std::size_t> named_show(filter::Table const& table, std::string const& name,
                                      Console& console);

}  // namespace sievarr::cli
