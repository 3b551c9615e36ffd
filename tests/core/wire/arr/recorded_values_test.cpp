#include "recordings.hpp"

#include "shared.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

/// Values of the recorded answers that a person looked up in them.
namespace sievarr::wire::arr {
namespace {

template <class T>
std::vector<T> recorded(std::string const& name) {
  auto const text = test::read_shared("arr/real/" + name);
  if (!text) return {};
  auto listing = read_listing<T>(*text, name, test::family_of(name));
  REQUIRE_MESSAGE(listing, listing.error().text);
  return std::move(listing->items);
}

template <class T, class Of>
auto values_of(std::vector<T> const& items, Of of) {
  std::vector<decltype(of(items.front()))> values;
  for (auto const& item : items) values.push_back(of(item));
  return values;
}

template <class T, class Holds>
std::size_t count_of(std::vector<T> const& items, Holds holds) {
  return static_cast<std::size_t>(std::count_if(items.begin(), items.end(), holds));
}

}  // namespace

TEST_CASE("a recorded library of Sonarr 4 has its series, seasons and counts") {
  auto const series = recorded<media::Series>("sonarr.series.first40.json");
  if (series.empty()) return;
  CHECK(series.size() == 40);
  CHECK(count_of(series, [](auto const& one) { return one.monitored; }) == 39);
  std::size_t seasons = 0;
  std::int32_t episodes = 0;
  for (auto const& one : series) {
    seasons += one.seasons.size();
    episodes += one.counts.value_or(media::EpisodeCounts{}).total;
  }
  CHECK(seasons == 152);
  CHECK(episodes == 514);
  auto const& sherlock = series[4];
  CHECK(sherlock.title == "Sherlock");
  CHECK(sherlock.counts == media::EpisodeCounts{.files = 7,
                                                .episodes = 12,
                                                .total = 14,
                                                .size = 2116380,
                                                .release_groups = {"BAR", "FOO", "NTb"}});
  CHECK(series[0].type == media::SeriesType::daily);
  CHECK(series[0].first_aired == to_date("2014-04-27"));
  CHECK(series[0].tags == std::vector<std::int64_t>{1});
}

TEST_CASE("both interfaces of a recorded Sonarr 5 tell of the same library") {
  auto older = recorded<media::Series>("sonarr.v5.api3.series.json");
  auto newer = recorded<media::Series>("sonarr.v5.api5.series.json");
  CHECK(older.size() == newer.size());
  auto const stable = [](media::Series const& one) {
    return std::tuple(one.id, one.tvdb_id, one.title, one.path, one.monitored, one.status,
                      one.quality_profile_id, one.tags, one.added, one.seasons.size());
  };
  CHECK(values_of(older, stable) == values_of(newer, stable));
  CHECK(recorded<media::Episode>("sonarr.v5.api3.episode.json") ==
        recorded<media::Episode>("sonarr.v5.api5.episode.json"));
}

TEST_CASE("recorded episodes name the files that are recorded beside them") {
  auto const episodes = recorded<media::Episode>("sonarr.episode.seriesId.json");
  auto const files = recorded<media::File>("sonarr.episodefile.seriesId.json");
  if (episodes.empty()) return;
  CHECK(episodes.size() == 14);
  CHECK(count_of(episodes, [](auto const& one) { return one.has_file; }) == 7);
  for (auto const& episode : episodes) {
    CHECK(episode.has_file == episode.file_id.has_value());
    CHECK(count_of(files, [&](auto const& file) { return file.id == episode.file_id; }) ==
          (episode.has_file ? 1 : 0));
  }
  CHECK(values_of(files, [](auto const& file) { return file.score.value_or(-1); }) ==
        std::vector<std::int32_t>{0, -20, 55, 55, 50, 50, 50});
  CHECK(files[2].format_ids == std::vector<std::int64_t>{3, 1});
  CHECK(files[2].quality ==
        media::FileQuality{{7, "Bluray-1080p", media::QualitySource::bluray, {}, 1080},
                           {2, 0, true}});
  CHECK(files[4].release_type == media::ReleaseType::season_pack);
  CHECK(files[4].scene_name == "Sherlock.S02E01.1080p.BluRay.x264-NTb");
  CHECK(files[0].streams->run_time == std::chrono::minutes{45});
  CHECK(files[0].streams->resolution == "1920x1080");
}

TEST_CASE("recorded movies of Radarr have files with scores elsewhere") {
  auto const movies = recorded<media::Movie>("radarr.movie.json");
  if (movies.empty()) return;
  CHECK(movies.size() == 8);
  CHECK(count_of(movies, [](auto const& one) { return one.has_file && one.file; }) == 3);
  CHECK(count_of(movies, [](auto const& one) { return one.file && one.file->score; }) == 0);
  CHECK(movies[0].tmdb_id == 603);
  CHECK(movies[0].physical_release == to_instant("1999-09-05T00:00:00Z"));
  auto const files = recorded<media::File>("radarr.moviefile.movieIds.json");
  CHECK(values_of(files, [](auto const& file) { return file.owner_id; }) ==
        std::vector<std::int64_t>{1, 3, 4});
  CHECK(values_of(files, [](auto const& file) { return file.score.value_or(-1); }) ==
        std::vector<std::int32_t>{-20, 5, 0});
}

TEST_CASE("recorded scenes of both Whisparrs are known by day, year and foreign number") {
  auto const sites = recorded<media::Series>("whisparr2.series.json");
  auto const old = recorded<media::Episode>("whisparr2.episode.seriesId.json");
  auto const scenes = recorded<media::Movie>("whisparr3.movie.json");
  if (sites.empty()) return;
  CHECK(values_of(sites[0].seasons, [](auto const& one) { return one.number; }) ==
        std::vector<std::int32_t>{2022, 2023});
  CHECK(old.size() == 6);
  CHECK(old[3].air_date == to_date("2023-04-10"));
  CHECK(count_of(old, [](auto const& one) { return one.episode_number || one.aired; }) == 0);
  using media::MovieKind;
  CHECK(values_of(scenes, [](auto const& one) { return one.kind; }) ==
        std::vector<MovieKind>{MovieKind::scene, MovieKind::scene, MovieKind::movie});
  CHECK(scenes[0].foreign_id == "00000000-0000-4000-8000-000000000101");
  CHECK_FALSE(scenes[0].tmdb_id);
  CHECK(scenes[2].tmdb_id == 501);
}

TEST_CASE("a recorded queue has an item for each episode of a download") {
  auto const queue = recorded<media::QueueItem>("sonarr.queue.nonempty.json");
  if (queue.empty()) return;
  CHECK(values_of(queue, [](auto const& item) { return item.episode_ids.at(0); }) ==
        std::vector<std::int64_t>{50, 51, 52, 53, 49});
  CHECK(queue[0].download_id == queue[3].download_id);
  CHECK(queue[0].size == 907020);
  CHECK(queue[0].time_left == std::chrono::seconds{29});
  CHECK(queue[0].health == media::DownloadHealth::ok);
  CHECK(queue[0].state == media::DownloadState::downloading);
}

TEST_CASE("a recorded history tells of grabs, imports and deletions") {
  auto const events = recorded<media::HistoryEvent>("sonarr.history.since.json");
  if (events.empty()) return;
  using Type = media::HistoryEventType;
  using media::DeleteReason;
  auto const type = [&](Type wanted) {
    return count_of(events, [&](auto const& one) { return one.type == wanted; });
  };
  CHECK(events.size() == 13);
  CHECK(type(Type::grabbed) == 7);
  CHECK(type(Type::imported) == 4);
  CHECK(type(Type::file_deleted) == 2);
  auto const reason = [&](DeleteReason wanted) {
    return count_of(events, [&](auto const& one) { return one.reason == wanted; });
  };
  CHECK(reason(DeleteReason::missing_from_disk) == 1);
  CHECK(reason(DeleteReason::upgrade) == 1);
  CHECK(count_of(events, [](auto const& one) {
          return one.release_source == media::ReleaseSource::user_invoked_search;
        }) == 7);
  CHECK(events[1].score == 55);
  CHECK(events[1].protocol == media::Protocol::usenet);
  auto const scans = recorded<media::HistoryEvent>("whisparr3.history.file.json");
  CHECK(count_of(scans, [](auto const& one) { return one.type == Type::disk_scan_imported; }) == 1);
}

TEST_CASE("recorded profiles, definitions and commands are all there") {
  auto const size = [](auto const& items) { return items.size(); };
  auto const profiles = recorded<media::QualityProfile>("sonarr.qualityprofile.json");
  if (profiles.empty()) return;
  CHECK(profiles.size() == 6);
  CHECK(size(recorded<media::QualityProfile>("radarr.qualityprofile.json")) == 6);
  CHECK(size(recorded<media::QualityProfile>("whisparr2.qualityprofile.json")) == 7);
  CHECK(size(recorded<media::QualityProfile>("whisparr3.qualityprofile.json")) == 7);
  CHECK(size(recorded<media::QualityDefinition>("sonarr.qualitydefinition.json")) == 22);
  CHECK(size(recorded<media::QualityDefinition>("whisparr3.qualitydefinition.json")) == 29);
  CHECK(profiles[3].name == "HD-1080p");
  CHECK(profiles[3].cutoff == 7);
  CHECK(profiles[3].items.size() == 18);
  CHECK(profiles[3].format_scores ==
        std::vector<media::FormatScore>{{3, "Good group", 50}, {2, "x265", -20}, {1, "Repack", 5}});
  auto const commands = recorded<media::Command>("sonarr.command.list.json");
  CHECK(commands.size() == 34);
  CHECK(count_of(commands,
                 [](auto const& one) { return one.status == media::CommandStatus::failed; }) == 2);
}

}  // namespace sievarr::wire::arr
