#pragma once

#include "serve/access/gate.hpp"

#include <sievarr/api/route.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sievarr::serve {

/// What a request asks for: a path below the base, in its segments, and a query.
struct Target {
  std::vector<std::string> path;
  std::string_view query;

  /// Nothing for what is no path: a broken escape, or a byte that no path has.
  static std::optional<Target> read(std::string_view text);

  /// Takes the base off; false where the path is not below it.
  bool enter(std::string_view base);
};

/// Where a path leads.
struct RouteMatch {
  std::optional<std::size_t> route = {};   ///< The place in the table; none for another method.
  std::vector<wire::Method> methods = {};  ///< What the path can be asked, if it is known.
  Needed needed = {};                      ///< By the most open of them.
  std::vector<std::pair<std::string_view, std::string>> parameters = {};
};

/// Finds a route by whole segments, so that what stands before or behind a known path is another.
RouteMatch find(std::vector<api::Route> const& table, Target const& target, wire::Method method);

}  // namespace sievarr::serve
