#pragma once

#include <sievarr/media/series.hpp>
#include <sievarr/wire/arr/picture.hpp>
#include <sievarr/wire/arr/quality_spelling.hpp>
#include <sievarr/wire/arr/spelling.hpp>

#include <array>
#include <string_view>

namespace sievarr::wire::arr {

template <>
struct Spelling<media::SeriesStatus> {
  using Type = media::SeriesStatus;
  static constexpr std::array words{
      Word<Type>{"continuing", Type::continuing, 0},
      Word<Type>{"ended", Type::ended, 1},
      Word<Type>{"upcoming", Type::upcoming, 2},
      Word<Type>{"deleted", Type::deleted, -1},
  };
};

template <>
struct Spelling<media::SeriesType> {
  using Type = media::SeriesType;
  static constexpr std::array words{
      Word<Type>{"standard", Type::standard, 0},
      Word<Type>{"daily", Type::daily, 1},
      Word<Type>{"anime", Type::anime, 2},
  };
};

template <>
struct Spelling<media::MonitorNewItems> {
  using Type = media::MonitorNewItems;
  static constexpr std::array words{
      Word<Type>{"all", Type::all, 0},
      Word<Type>{"none", Type::none, 1},
  };
};

template <>
struct Spelling<media::EpisodeCounts> {
  using Type = media::EpisodeCounts;
  static constexpr std::array keys{
      Key<Type>{"episodeFileCount", into<&Type::files>},
      Key<Type>{"episodeCount", into<&Type::episodes>},
      Key<Type>{"totalEpisodeCount", into<&Type::total>},
      Key<Type>{"sizeOnDisk", into<&Type::size>},
      Key<Type>{"releaseGroups", into<&Type::release_groups>},
      Key<Type>{"nextAiring", into<&Type::next_airing>},
      Key<Type>{"previousAiring", into<&Type::previous_airing>},
  };
};

template <>
struct Spelling<media::Season> {
  using Type = media::Season;
  static constexpr std::array keys{
      Key<Type>{"seasonNumber", into<&Type::number>},
      Key<Type>{"monitored", into<&Type::monitored>},
      Key<Type>{"statistics", into<&Type::counts>},
  };
};

template <>
struct Spelling<media::Series> {
  using Type = media::Series;
  static constexpr std::array keys{
      Key<Type>{"id", into<&Type::id>},
      Key<Type>{"tvdbId", into<&Type::tvdb_id>},
      Key<Type>{"tvMazeId", into<&Type::tvmaze_id>},
      Key<Type>{"tmdbId", into<&Type::tmdb_id>},
      Key<Type>{"imdbId", into<&Type::imdb_id>},
      Key<Type>{"title", into<&Type::title>},
      Key<Type>{"sortTitle", into<&Type::sort_title>},
      Key<Type>{"titleSlug", into<&Type::title_slug>},
      Key<Type>{"year", into<&Type::year>},
      Key<Type>{"status", into<&Type::status>},
      Key<Type>{"seriesType", into<&Type::type>},
      Key<Type>{"overview", into<&Type::overview>},
      Key<Type>{"network", into<&Type::network>},
      Key<Type>{"airTime", into<&Type::air_time>},
      Key<Type>{"certification", into<&Type::certification>},
      Key<Type>{"images", read_poster<&Type::poster>},
      Key<Type>{"originalLanguage", into<&Type::original_language>},
      Key<Type>{"genres", into<&Type::genres>},
      Key<Type>{"runtime", into<&Type::runtime>},
      Key<Type>{"firstAired", into<&Type::first_aired>},
      Key<Type>{"lastAired", into<&Type::last_aired>},
      Key<Type>{"nextAiring", into<&Type::next_airing>},
      Key<Type>{"previousAiring", into<&Type::previous_airing>},
      Key<Type>{"path", into<&Type::path>},
      Key<Type>{"rootFolderPath", into<&Type::root_folder>},
      Key<Type>{"qualityProfileId", into<&Type::quality_profile_id>},
      Key<Type>{"monitored", into<&Type::monitored>},
      Key<Type>{"monitorNewItems", into<&Type::monitor_new_items>},
      Key<Type>{"seasonFolder", into<&Type::season_folder>},
      Key<Type>{"useSceneNumbering", into<&Type::use_scene_numbering>},
      Key<Type>{"tags", into<&Type::tags>},
      Key<Type>{"added", into<&Type::added>},
      Key<Type>{"ratings", read_rating<&Type::rating>},
      Key<Type>{"seasons", into<&Type::seasons>},
      Key<Type>{"statistics", into<&Type::counts>},
  };

  static void settle(Type& series) {
    if (series.tvmaze_id == 0) series.tvmaze_id.reset();
    if (series.tmdb_id == 0) series.tmdb_id.reset();
    if (series.year == 0) series.year.reset();
    if (series.runtime == 0) series.runtime.reset();
  }

  static std::string_view lacks(Type const& series) {
    if (series.id <= 0) return "the series has no number";
    return series.title.empty() ? "the series has no title" : std::string_view{};
  }
};

}  // namespace sievarr::wire::arr
