#pragma once

#include <sievarr/adding/roster.hpp>
#include <sievarr/api/shows.hpp>
#include <sievarr/base/instant.hpp>
#include <sievarr/filter/columns/table.hpp>

#include <optional>
#include <string>

namespace sievarr::serve {

/// The catalogue as a page of it is cut out.
struct BrowsedShows {
  filter::Table const& table;
  adding::Roster const& roster;
  Date today;
};

/// The shows that a query asks for. Where to go on is the last show and what it was sorted by, so
/// that shows which come and go in between move no others; none is an `after` that nobody gave.
std::optional<api::ShowsPage> browse(BrowsedShows const& browsed, api::ShowsQuery const& query);

/// A show of the table in short; the names are those of the roster.
api::ShowLine show_line(BrowsedShows const& browsed, std::size_t row,
                        std::vector<std::string> const& names);

}  // namespace sievarr::serve
