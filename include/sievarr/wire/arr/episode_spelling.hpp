#pragma once

#include <sievarr/media/episode.hpp>
#include <sievarr/wire/arr/spelling.hpp>

#include <array>
#include <string_view>

namespace sievarr::wire::arr {

template <>
struct Spelling<media::FinaleType> {
  using Type = media::FinaleType;
  static constexpr std::array words{
      Word<Type>{"season", Type::season},
      Word<Type>{"midseason", Type::midseason},
      Word<Type>{"series", Type::series},
  };
};

template <>
struct Spelling<media::Episode> {
  using Type = media::Episode;
  static constexpr std::array keys{
      Key<Type>{"id", into<&Type::id>},
      Key<Type>{"seriesId", into<&Type::series_id>},
      Key<Type>{"tvdbId", into<&Type::tvdb_id>},
      Key<Type>{"episodeFileId", into<&Type::file_id>},
      Key<Type>{"seasonNumber", into<&Type::season_number>},
      Key<Type>{"episodeNumber", into<&Type::episode_number>},
      Key<Type>{"absoluteEpisodeNumber", into<&Type::absolute_number>},
      Key<Type>{"sceneSeasonNumber", into<&Type::scene_season_number>},
      Key<Type>{"sceneEpisodeNumber", into<&Type::scene_episode_number>},
      Key<Type>{"sceneAbsoluteEpisodeNumber", into<&Type::scene_absolute_number>},
      Key<Type>{"unverifiedSceneNumbering", into<&Type::unverified_scene_numbering>},
      Key<Type>{"title", into<&Type::title>},
      Key<Type>{"overview", into<&Type::overview>},
      Key<Type>{"airDate", into<&Type::air_date>},
      Key<Type>{"releaseDate", into<&Type::air_date>},  // Whisparr 2
      Key<Type>{"airDateUtc", into<&Type::aired>},
      Key<Type>{"endTime", into<&Type::ends>},
      Key<Type>{"runtime", into<&Type::runtime>},
      Key<Type>{"finaleType", into<&Type::finale>},
      Key<Type>{"hasFile", into<&Type::has_file>},
      Key<Type>{"monitored", into<&Type::monitored>},
      Key<Type>{"lastSearchTime", into<&Type::last_search>},
      Key<Type>{"grabDate", into<&Type::grabbed>},
  };

  static void settle(Type& episode) {
    if (episode.file_id == 0) episode.file_id.reset();
    if (episode.tvdb_id == 0) episode.tvdb_id.reset();
    if (episode.runtime == 0) episode.runtime.reset();
  }

  static std::string_view lacks(Type const& episode) {
    if (episode.id <= 0) return "the episode has no number";
    return episode.series_id <= 0 ? "the episode has no series" : std::string_view{};
  }
};

}  // namespace sievarr::wire::arr
