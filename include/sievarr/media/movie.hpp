#pragma once

#include <sievarr/base/instant.hpp>
#include <sievarr/media/file.hpp>
#include <sievarr/media/quality.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace sievarr::media {

/// How far a movie has come, and from when on it is looked for.
enum class MovieStatus : std::uint8_t { unknown, tba, announced, in_cinemas, released, deleted };

/// Whisparr 3 keeps scenes beside movies.
enum class MovieKind : std::uint8_t { movie, scene, unknown };

/// The collection that a movie belongs to.
struct MovieCollection {
  std::string title = {};
  std::int64_t tmdb_id = 0;

  bool operator==(MovieCollection const&) const = default;
};

/// A movie that a Radarr has, or a movie or scene of a Whisparr 3.
struct Movie {
  std::int64_t id = 0;
  std::optional<std::int64_t> tmdb_id = {};
  std::optional<std::string> imdb_id = {};
  std::optional<std::string> foreign_id = {};  ///< By which Whisparr 3 knows a scene.
  std::optional<std::string> stash_id = {};
  std::optional<std::string> tpdb_id = {};
  std::optional<std::string> code = {};
  MovieKind kind = MovieKind::movie;
  std::string title = {};
  std::optional<std::string> original_title = {};
  std::string sort_title = {};
  std::string title_slug = {};
  std::optional<std::int32_t> year = {};
  MovieStatus status = MovieStatus::unknown;
  MovieStatus minimum_availability = MovieStatus::unknown;  ///< Whisparr 3 has none.
  bool is_available = false;  ///< When the server was asked; it changes with the clock.
  std::optional<Instant> in_cinemas = {};
  std::optional<Instant> digital_release = {};
  std::optional<Instant> physical_release = {};
  std::optional<Instant> release_date = {};
  std::optional<std::string> overview = {};
  std::optional<std::string> studio = {};
  std::optional<std::string> studio_foreign_id = {};
  std::optional<std::string> certification = {};
  std::optional<std::string> poster = {};  ///< Address of a picture outside the server.
  std::optional<Language> original_language = {};
  std::optional<MovieCollection> collection = {};
  std::vector<std::string> genres = {};
  std::optional<std::int32_t> runtime = {};
  std::optional<double> popularity = {};
  std::string path = {};
  std::optional<std::string> root_folder = {};
  std::int64_t quality_profile_id = 0;
  bool monitored = false;
  bool has_file = false;
  std::optional<std::int64_t> file_id = {};
  std::int64_t size_on_disk = 0;
  std::vector<std::int64_t> tags = {};
  std::optional<Instant> added = {};
  std::optional<Instant> last_search = {};  ///< It may go back; none in older servers.
  std::optional<File> file = {};            ///< As the list has it, without a score.

  bool operator==(Movie const&) const = default;
};

}  // namespace sievarr::media
