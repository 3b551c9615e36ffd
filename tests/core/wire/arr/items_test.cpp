#include <sievarr/wire/arr/episode_spelling.hpp>
#include <sievarr/wire/arr/file_spelling.hpp>
#include <sievarr/wire/arr/lists.hpp>
#include <sievarr/wire/arr/movie_spelling.hpp>
#include <sievarr/wire/arr/series_spelling.hpp>

#include <doctest/doctest.h>

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

using namespace std::chrono_literals;

/// What servers say of what they have, with the oddities of each of them.
namespace sievarr::wire::arr {
namespace {

template <class T>
T item_of(std::string_view text, Family family = Family::series) {
  auto const single = read_single<T>(text, "answer", family);
  REQUIRE_MESSAGE(single, single.error().text);
  CHECK(single->remarks == Remarks{});
  return single->item;
}

}  // namespace

TEST_CASE("an episode of Sonarr 4 is read with each of its numbers") {
  auto const episode = item_of<media::Episode>(R"({"seriesId":1,"tvdbId":349232,"episodeFileId":77,
    "seasonNumber":1,"episodeNumber":2,"title":"TBA","airDate":"2026-06-24",
    "airDateUtc":"2026-06-25T01:00:00Z","lastSearchTime":"2026-06-25T03:00:01Z","runtime":55,
    "finaleType":"midSeason","hasFile":true,"monitored":true,"absoluteEpisodeNumber":3,
    "sceneAbsoluteEpisodeNumber":4,"sceneEpisodeNumber":5,"sceneSeasonNumber":6,
    "unverifiedSceneNumbering":true,"images":[{"a":[1]}],"id":501})");
  CHECK(episode == media::Episode{.id = 501,
                                  .series_id = 1,
                                  .tvdb_id = 349232,
                                  .file_id = 77,
                                  .season_number = 1,
                                  .episode_number = 2,
                                  .absolute_number = 3,
                                  .scene_season_number = 6,
                                  .scene_episode_number = 5,
                                  .scene_absolute_number = 4,
                                  .unverified_scene_numbering = true,
                                  .title = "TBA",
                                  .air_date = to_date("2026-06-24"),
                                  .aired = to_instant("2026-06-25T01:00:00Z"),
                                  .runtime = 55,
                                  .finale = media::FinaleType::midseason,
                                  .has_file = true,
                                  .monitored = true,
                                  .last_search = to_instant("2026-06-25T03:00:01Z")});
}

TEST_CASE("an episode of Whisparr 2 has a day and no number") {
  auto const scene = item_of<media::Episode>(R"({"seriesId":1,"tvdbId":10100,"episodeFileId":0,
    "seasonNumber":2022,"title":"Piece 1","releaseDate":"2022-01-10","runtime":30,"hasFile":false,
    "monitored":true,"absoluteEpisodeNumber":1,"actors":[{"name":"A. Player"}],"id":1})");
  CHECK(scene.season_number == 2022);
  CHECK(scene.air_date == to_date("2022-01-10"));
  CHECK_FALSE(scene.aired);
  CHECK_FALSE(scene.episode_number);
  CHECK_FALSE(scene.file_id);
  CHECK_FALSE(scene.last_search);
}

TEST_CASE("a series without episodes has no counts, and a season counts what the server counts") {
  auto const fresh =
      item_of<media::Series>(R"({"id":3,"title":"New","tvdbId":0,"tvMazeId":0,"year":0,
    "status":"upcoming","seasons":[{"seasonNumber":1,"monitored":true}],
    "added":"0001-01-01T00:00:00Z","ratings":{"votes":0,"value":0},"images":[]})");
  CHECK_FALSE(fresh.counts);
  CHECK_FALSE(fresh.seasons.at(0).counts);
  CHECK_FALSE(fresh.added);
  CHECK_FALSE(fresh.rating);
  CHECK_FALSE(fresh.tvmaze_id);
  CHECK_FALSE(fresh.year);
  CHECK(fresh.type == media::SeriesType::unknown);

  auto const known = item_of<media::Series>(R"({"id":1,"title":"Foo","status":"ENDED",
    "seriesType":"anime","monitorNewItems":"none","tags":[4,1],"ratings":{"votes":9,"value":8.1},
    "firstAired":"2019-01-01T00:00:00Z","images":[{"coverType":"banner","remoteUrl":"b"},
    {"coverType":"poster","url":"/local","remoteUrl":"p"},{"coverType":"poster","remoteUrl":"q"}],
    "seasons":[{"seasonNumber":0,"monitored":false,"statistics":{"episodeFileCount":41,
      "episodeCount":43,"totalEpisodeCount":52,"sizeOnDisk":99999999999,"releaseGroups":["NTb"],
      "nextAiring":"2026-07-01T01:00:00Z",
      "percentOfEpisodes":26.020408163265306122448979592}}]})");
  CHECK(known.status == media::SeriesStatus::ended);
  CHECK(known.monitor_new_items == media::MonitorNewItems::none);
  CHECK(known.tags == std::vector<std::int64_t>{4, 1});
  CHECK(known.rating == 8.1);
  CHECK(known.first_aired == to_date("2019-01-01"));
  CHECK(known.poster == "p");
  CHECK(known.seasons.at(0).counts ==
        media::EpisodeCounts{.files = 41,
                             .episodes = 43,
                             .total = 52,
                             .size = 99999999999,
                             .release_groups = {"NTb"},
                             .next_airing = to_instant("2026-07-01T01:00:00Z")});
}

TEST_CASE("a file is read with its quality, formats and streams") {
  auto const file =
      item_of<media::File>(R"({"seriesId":1,"seasonNumber":1,"relativePath":"S1/x.mkv",
    "path":"/tv/Foo/S1/x.mkv","size":123,"dateAdded":"2026-06-25T04:00:00Z","sceneName":"Foo.S01",
    "releaseGroup":"NTb","languages":[{"id":1,"name":"English"}],"quality":{"quality":{"id":3,
    "name":"WEBDL-1080p","source":"web","resolution":1080},"revision":{"version":2,"real":1,
    "isRepack":true}},"customFormats":[{"id":12,"name":"A"},{"id":5,"name":"B"}],
    "customFormatScore":-20,"indexerFlags":9,"releaseType":"singleEpisode","mediaInfo":{
    "audioChannels":5.1,"audioCodec":"EAC3","videoFps":23.976,"videoDynamicRangeType":"DV HDR10",
    "runTime":"55:01"},"qualityCutoffNotMet":false,"id":77})");
  CHECK(file.owner_id == 1);
  CHECK(file.quality ==
        media::FileQuality{{3, "WEBDL-1080p", media::QualitySource::web, {}, 1080}, {2, 1, true}});
  CHECK(file.format_ids == std::vector<std::int64_t>{12, 5});
  CHECK(file.score == -20);
  CHECK(file.cutoff_not_met == false);
  CHECK(file.indexer_flags == 9);
  CHECK(file.streams == media::MediaStreams{.video_fps = 23.976,
                                            .dynamic_range_type = "DV HDR10",
                                            .run_time = 55min + 1s,
                                            .audio_codec = "EAC3",
                                            .audio_channels = 5.1});
}

TEST_CASE("a file of Sonarr 3 has one language and no score, which is not a score of 0") {
  auto const file = item_of<media::File>(R"({"id":7,"seriesId":1,"path":"/tv/x.mkv","language":
    {"id":4,"name":"German"},"dateAdded":"2019-05-19T05:33:25.295709Z","mediaInfo":null})");
  CHECK(file.languages == std::vector<media::Language>{{4, "German"}});
  CHECK_FALSE(file.score);
  CHECK_FALSE(file.cutoff_not_met);
  CHECK_FALSE(file.streams);
  CHECK(file.added == to_instant("2019-05-19T05:33:25.295Z"));
}

TEST_CASE("a movie is read with its file, which has no score in the list") {
  auto const movie = item_of<media::Movie>(
      R"({"id":1,"tmdbId":603,"title":"The Matrix","status":"inCinemas","year":1999,
    "minimumAvailability":"released","isAvailable":true,"inCinemas":"1999-05-05T00:00:00Z",
    "digitalRelease":"1999-08-05T00:00:00Z","hasFile":true,"monitored":true,"popularity":12.5,
    "collection":{"title":"The Matrix Collection","tmdbId":2344},"movieFile":{"movieId":1,
    "relativePath":"x.mkv","quality":{"quality":{"id":31,"source":"bluray","resolution":2160,
    "modifier":"remux"}},"id":12}})",
      Family::movies);
  CHECK(movie.status == media::MovieStatus::in_cinemas);
  CHECK(movie.minimum_availability == media::MovieStatus::released);
  CHECK(movie.kind == media::MovieKind::movie);
  CHECK(movie.collection == media::MovieCollection{"The Matrix Collection", 2344});
  CHECK(movie.in_cinemas == to_instant("1999-05-05T00:00:00Z"));
  REQUIRE(movie.file);
  CHECK(movie.file->owner_id == 1);
  CHECK(movie.file->quality.quality.modifier == media::QualityModifier::remux);
  CHECK_FALSE(movie.file->score);
  // Older than 5.6 there is no movieFileId.
  CHECK(movie.file_id == 12);
}

TEST_CASE("a scene of Whisparr 3 is known by what the others do not have") {
  auto const scene = item_of<media::Movie>(
      R"({"id":1,"title":"Piece 1","code":"EX-1","studioTitle":"Example Studio",
    "releaseDate":"2023-02-10","tmdbId":0,"foreignId":"f-101","stashId":"s-101",
    "itemType":"scene","movieFileId":0,"status":"released"})",
      Family::movies);
  CHECK(scene.kind == media::MovieKind::scene);
  CHECK(scene.foreign_id == "f-101");
  CHECK(scene.stash_id == "s-101");
  CHECK(scene.studio == "Example Studio");
  CHECK(scene.release_date == to_instant("2023-02-10T00:00:00Z"));
  CHECK(scene.minimum_availability == media::MovieStatus::unknown);
  CHECK_FALSE(scene.tmdb_id);
  CHECK_FALSE(scene.file_id);
}

TEST_CASE("what has no number or no name is no item") {
  for (auto const* text : {"{}", "[]", "null", R"({"id":1})", R"({"title":"A"})",
                           R"({"id":0,"title":"A"})", R"({"id":"x","title":"A"})", R"({"id":1,)"}) {
    CAPTURE(text);
    CHECK_FALSE(read_single<media::Series>(text, "x", Family::series));
    CHECK_FALSE(read_single<media::Movie>(text, "x", Family::movies));
    CHECK_FALSE(read_single<media::File>(text, "x", Family::series));
    CHECK_FALSE(read_single<media::Episode>(text, "x", Family::series));
  }
}

}  // namespace sievarr::wire::arr
