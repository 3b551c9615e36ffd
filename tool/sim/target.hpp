#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sievarr::sim {

/// What a request asks for: a path and the values of a query, with nothing escaped in them.
struct Target {
  std::string path;
  std::vector<std::pair<std::string, std::string>> query;

  explicit Target(std::string_view text);

  /// The first value of that name.
  std::optional<std::string_view> value(std::string_view name) const;
};

}  // namespace sievarr::sim
