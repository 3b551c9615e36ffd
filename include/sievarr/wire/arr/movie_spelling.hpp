#pragma once

#include <sievarr/media/movie.hpp>
#include <sievarr/wire/arr/file_spelling.hpp>
#include <sievarr/wire/arr/picture.hpp>
#include <sievarr/wire/arr/spelling.hpp>

#include <array>
#include <string_view>

namespace sievarr::wire::arr {

template <>
struct Spelling<media::MovieStatus> {
  using Type = media::MovieStatus;
  static constexpr std::array words{
      Word<Type>{"tba", Type::tba, 0},
      Word<Type>{"announced", Type::announced, 1},
      Word<Type>{"inCinemas", Type::in_cinemas, 2},
      Word<Type>{"released", Type::released, 3},
      Word<Type>{"deleted", Type::deleted, -1},
  };
};

template <>
struct Spelling<media::MovieKind> {
  using Type = media::MovieKind;
  static constexpr std::array words{
      Word<Type>{"movie", Type::movie},
      Word<Type>{"scene", Type::scene},
  };
};

template <>
struct Spelling<media::MovieCollection> {
  using Type = media::MovieCollection;
  static constexpr std::array keys{
      Key<Type>{"title", into<&Type::title>},
      Key<Type>{"name", into<&Type::title>},  // Radarr 4
      Key<Type>{"tmdbId", into<&Type::tmdb_id>},
  };
};

template <>
struct Spelling<media::Movie> {
  using Type = media::Movie;
  static constexpr std::array keys{
      Key<Type>{"id", into<&Type::id>},
      Key<Type>{"tmdbId", into<&Type::tmdb_id>},
      Key<Type>{"imdbId", into<&Type::imdb_id>},
      Key<Type>{"foreignId", into<&Type::foreign_id>},
      Key<Type>{"stashId", into<&Type::stash_id>},
      Key<Type>{"tpdbId", into<&Type::tpdb_id>},
      Key<Type>{"code", into<&Type::code>},
      Key<Type>{"itemType", into<&Type::kind>},
      Key<Type>{"title", into<&Type::title>},
      Key<Type>{"originalTitle", into<&Type::original_title>},
      Key<Type>{"sortTitle", into<&Type::sort_title>},
      Key<Type>{"titleSlug", into<&Type::title_slug>},
      Key<Type>{"year", into<&Type::year>},
      Key<Type>{"status", into<&Type::status>},
      Key<Type>{"minimumAvailability", into<&Type::minimum_availability>},
      Key<Type>{"isAvailable", into<&Type::is_available>},
      Key<Type>{"inCinemas", into<&Type::in_cinemas>},
      Key<Type>{"digitalRelease", into<&Type::digital_release>},
      Key<Type>{"physicalRelease", into<&Type::physical_release>},
      Key<Type>{"releaseDate", into<&Type::release_date>},
      Key<Type>{"overview", into<&Type::overview>},
      Key<Type>{"studio", into<&Type::studio>},
      Key<Type>{"studioTitle", into<&Type::studio>},  // Whisparr 3
      Key<Type>{"studioForeignId", into<&Type::studio_foreign_id>},
      Key<Type>{"certification", into<&Type::certification>},
      Key<Type>{"images", read_poster<&Type::poster>},
      Key<Type>{"originalLanguage", into<&Type::original_language>},
      Key<Type>{"collection", into<&Type::collection>},
      Key<Type>{"genres", into<&Type::genres>},
      Key<Type>{"runtime", into<&Type::runtime>},
      Key<Type>{"popularity", into<&Type::popularity>},
      Key<Type>{"path", into<&Type::path>},
      Key<Type>{"rootFolderPath", into<&Type::root_folder>},
      Key<Type>{"qualityProfileId", into<&Type::quality_profile_id>},
      Key<Type>{"monitored", into<&Type::monitored>},
      Key<Type>{"hasFile", into<&Type::has_file>},
      Key<Type>{"movieFileId", into<&Type::file_id>},
      Key<Type>{"sizeOnDisk", into<&Type::size_on_disk>},
      Key<Type>{"tags", into<&Type::tags>},
      Key<Type>{"added", into<&Type::added>},
      Key<Type>{"lastSearchTime", into<&Type::last_search>},
      Key<Type>{"movieFile", into<&Type::file>},
  };

  static void settle(Type& movie) {
    if (movie.file && movie.file->id <= 0) movie.file.reset();
    // Older servers say the number in the file alone.
    if (movie.file_id == 0) movie.file_id.reset();
    if (!movie.file_id && movie.file) movie.file_id = movie.file->id;
    if (movie.tmdb_id == 0) movie.tmdb_id.reset();
    if (movie.year == 0) movie.year.reset();
    if (movie.runtime == 0) movie.runtime.reset();
  }

  static std::string_view lacks(Type const& movie) {
    if (movie.id <= 0) return "the movie has no number";
    return movie.title.empty() ? "the movie has no title" : std::string_view{};
  }
};

}  // namespace sievarr::wire::arr
