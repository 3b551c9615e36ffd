#pragma once

#include "refusal.hpp"
#include "shelf.hpp"

#include <sievarr/base/result.hpp>
#include <sievarr/wire/http.hpp>

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace sievarr::sim {

/// What somebody wants to be added, as far as it matters; what they left out is as Sonarr has it.
struct Posted {
  std::string title = {};
  std::int64_t tvdb_id = 0;
  std::string path = {};
  std::string root_folder = {};
  std::int64_t quality_profile = 0;
  std::int64_t language_profile = 0;
  std::string series_type = "standard";
  std::string monitor = "all";
  std::set<std::int64_t> tags = {};
  bool monitored = false;
  bool season_folder = false;
  bool search = false;
};

/// Reads the body of a POST to that version; each value of a wrong type is named.
Result<Posted, std::vector<Unreadable>> read_posted(std::string_view body, int major);

/// The number that a body names, however wrong the rest of it is.
std::optional<std::int64_t> posted_tvdb_id(std::string_view body);

/// All that Sonarr has against it. Unlike a real one this also minds tags that do not exist.
std::vector<Refusal> refusals(Posted const& posted, Shelf const& shelf);

}  // namespace sievarr::sim
