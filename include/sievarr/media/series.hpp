#pragma once

#include <sievarr/base/instant.hpp>
#include <sievarr/media/quality.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace sievarr::media {

/// What is expected of a series.
enum class SeriesStatus : std::uint8_t { unknown, continuing, ended, upcoming, deleted };

/// How episodes of a series are looked for. Whisparr has none, which is unknown.
enum class SeriesType : std::uint8_t { unknown, standard, daily, anime };

/// Whether new seasons are monitored.
enum class MonitorNewItems : std::uint8_t { unknown, all, none };

/// What a server counts of a season, or of a series.
struct EpisodeCounts {
  std::int32_t files = 0;
  std::int32_t episodes = 0;  ///< Monitored and aired, or with a file.
  std::int32_t total = 0;     ///< All there are, unaired and unmonitored ones too.
  std::int64_t size = 0;
  std::vector<std::string> release_groups = {};
  std::optional<Instant> next_airing = {};  ///< Of monitored episodes, when the server was asked.
  std::optional<Instant> previous_airing = {};

  bool operator==(EpisodeCounts const&) const = default;
};

/// A season of a series; for Whisparr 2 the number is a year.
struct Season {
  std::int32_t number = 0;
  bool monitored = false;
  std::optional<EpisodeCounts> counts = {};  ///< None while the season has no episodes.

  bool operator==(Season const&) const = default;
};

/// A series that a server has: of a Sonarr, or a site of a Whisparr 2.
struct Series {
  std::int64_t id = 0;
  std::int64_t tvdb_id = 0;  ///< 0 where the server knows none.
  std::optional<std::int64_t> tvmaze_id = {};
  std::optional<std::int64_t> tmdb_id = {};
  std::optional<std::string> imdb_id = {};
  std::string title = {};
  std::string sort_title = {};
  std::string title_slug = {};
  std::optional<std::int32_t> year = {};
  SeriesStatus status = SeriesStatus::unknown;
  SeriesType type = SeriesType::unknown;
  std::optional<std::string> overview = {};
  std::optional<std::string> network = {};
  std::optional<std::string> air_time = {};  ///< "21:00", where the network is.
  std::optional<std::string> certification = {};
  std::optional<std::string> poster = {};  ///< Address of a picture outside the server.
  std::optional<Language> original_language = {};
  std::vector<std::string> genres = {};
  std::optional<std::int32_t> runtime = {};
  std::optional<Date> first_aired = {};
  std::optional<Date> last_aired = {};
  std::optional<Instant> next_airing = {};
  std::optional<Instant> previous_airing = {};
  std::string path = {};
  std::optional<std::string> root_folder = {};
  std::int64_t quality_profile_id = 0;
  bool monitored = false;
  MonitorNewItems monitor_new_items = MonitorNewItems::unknown;
  bool season_folder = false;
  bool use_scene_numbering = false;
  std::vector<std::int64_t> tags = {};
  std::optional<Instant> added = {};
  std::optional<double> rating = {};
  std::vector<Season> seasons = {};
  std::optional<EpisodeCounts> counts = {};  ///< None while it has no episodes.

  bool operator==(Series const&) const = default;
};

}  // namespace sievarr::media
