#pragma once

#include <sievarr/base/instant.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace sievarr::media {

/// What ends with an episode.
enum class FinaleType : std::uint8_t { none, season, midseason, series, unknown };

/// An episode of a series, or a scene of a Whisparr 2.
struct Episode {
  std::int64_t id = 0;
  std::int64_t series_id = 0;
  std::optional<std::int64_t> tvdb_id = {};
  std::optional<std::int64_t> file_id = {};
  std::int32_t season_number = 0;
  std::optional<std::int32_t> episode_number = {};  ///< Whisparr 2 has none.
  std::optional<std::int32_t> absolute_number = {};
  std::optional<std::int32_t> scene_season_number = {};
  std::optional<std::int32_t> scene_episode_number = {};
  std::optional<std::int32_t> scene_absolute_number = {};
  bool unverified_scene_numbering = false;
  std::string title = {};
  std::optional<std::string> overview = {};
  std::optional<Date> air_date = {};  ///< A day where the network is, not of UTC.
  std::optional<Instant> aired = {};  ///< The moment it begins. Whisparr 2 knows the day alone.
  std::optional<Instant> ends = {};
  std::optional<std::int32_t> runtime = {};
  FinaleType finale = FinaleType::none;
  bool has_file = false;
  bool monitored = false;
  std::optional<Instant> last_search = {};  ///< It may go back; none in older servers.
  std::optional<Instant> grabbed = {};

  bool operator==(Episode const&) const = default;
};

}  // namespace sievarr::media
