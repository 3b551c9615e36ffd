#include <sievarr/wire/arr/command_spelling.hpp>
#include <sievarr/wire/arr/history_spelling.hpp>
#include <sievarr/wire/arr/lists.hpp>
#include <sievarr/wire/arr/profile_spelling.hpp>
#include <sievarr/wire/arr/queue_spelling.hpp>

#include <doctest/doctest.h>

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

using namespace std::chrono_literals;

/// Profiles, queue, history and commands, with the oddities of each server.
namespace sievarr::wire::arr {
namespace {

template <class T>
T answered(std::string_view text, Family family = Family::series) {
  auto const single = read_single<T>(text, "answer", family);
  REQUIRE_MESSAGE(single, single.error().text);
  CHECK(single->remarks == Remarks{});
  return single->item;
}

}  // namespace

TEST_CASE("a profile keeps its order, its groups and what formats are worth") {
  auto const profile = answered<media::QualityProfile>(R"({"id":4,"name":"HD","upgradeAllowed":true,
    "cutoff":1000,"items":[{"quality":{"id":0,"name":"Unknown"},"items":[],"allowed":false},
    {"id":1000,"name":"WEB 480p","allowed":true,"items":[{"quality":{"id":12,"source":"webRip"},
    "items":[],"allowed":true},{"quality":{"id":8,"source":"web"},"allowed":true}]}],
    "minFormatScore":-5,"cutoffFormatScore":100,"minUpgradeFormatScore":1,
    "formatItems":[{"format":3,"name":"Good","score":-10}],
    "language":{"id":-2,"name":"Original"}})");
  REQUIRE(profile.items.size() == 2);
  CHECK(profile.items[0].quality->name == "Unknown");
  CHECK(profile.items[1].group_id == 1000);
  CHECK_FALSE(profile.items[1].quality);
  REQUIRE(profile.items[1].items.size() == 2);
  CHECK(profile.items[1].items[1].quality->source == media::QualitySource::web);
  CHECK(profile.cutoff == 1000);
  CHECK(profile.min_format_score == -5);
  CHECK(profile.min_upgrade_format_score == 1);
  CHECK(profile.format_scores == std::vector<media::FormatScore>{{3, "Good", -10}});
  CHECK(profile.language->id == -2);
  CHECK_FALSE(answered<media::QualityProfile>(R"({"id":1})").min_upgrade_format_score);
}

TEST_CASE("a download is the same in both spellings of Sonarr") {
  auto const old =
      answered<media::QueueItem>(R"({"id":7,"seriesId":5,"episodeId":50,"seasonNumber":2,
    "size":1234567890.0,"sizeleft":26.020408163265306122448979592,"timeleft":"1.00:10:00",
    "status":"downloading","trackedDownloadStatus":"warning","protocol":"torrent",
    "trackedDownloadState":"importBlocked","statusMessages":[{"title":"x","messages":["a","b"]},
    {"title":"y","messages":["c"]}],"downloadId":"A1"})");
  auto const later = answered<media::QueueItem>(R"({"id":7,"seriesId":5,"episodeIds":[50],
    "seasonNumbers":[2],"size":1234567890,"sizeLeft":26,"timeLeft":"1.00:10:00",
    "status":"Downloading","trackedDownloadStatus":"Warning","protocol":"Torrent",
    "trackedDownloadState":"importBlocked","statusMessages":[{"messages":["a","b","c"]}],
    "downloadId":"A1"})");
  CHECK(old == later);
  CHECK(old.size_left == 26);
  CHECK(old.time_left == 24h + 10min);
  CHECK(old.state == media::DownloadState::import_blocked);
  CHECK(old.messages == std::vector<std::string>{"a", "b", "c"});
}

TEST_CASE("a download that waits to be sent to a client has no number of it") {
  auto const pending = answered<media::QueueItem>(R"({"id":-1,"movieId":3,"status":"delay"})");
  CHECK(pending.movie_id == 3);
  CHECK(pending.status == media::QueueStatus::delay);
  CHECK(pending.health == media::DownloadHealth::unknown);
  CHECK_FALSE(pending.download_id);
  CHECK(answered<media::QueueItem>(R"({"id":1,"status":"stalledDL"})").status ==
        media::QueueStatus::unknown);
}

TEST_CASE("a grab keeps the score of then, and who asked for it") {
  auto const grab = answered<media::HistoryEvent>(R"({"id":2,"episodeId":49,"seriesId":5,
    "sourceTitle":"Foo.S01E02","customFormatScore":55,"date":"2026-11-30T00:19:40Z",
    "eventType":"grabbed","data":{"indexer":"X","nzbInfoUrl":null,"size":"2600000000",
    "releaseGroup":null,"protocol":"2","customFormatScore":"-50","guid":"g","ageHours":"72.01",
    "releaseSource":"UserInvokedSearch","releaseType":"SeasonPack","downloadClientName":"bh",
    "publishedDate":"2026-11-27T00:19:40Z"}})");
  CHECK(grab.type == media::HistoryEventType::grabbed);
  CHECK(grab.score == -50);
  CHECK(grab.size == 2'600'000'000);
  CHECK(grab.protocol == media::Protocol::torrent);
  CHECK(grab.release_source == media::ReleaseSource::user_invoked_search);
  CHECK(grab.release_type == media::ReleaseType::season_pack);
  CHECK(grab.download_client == "bh");
  CHECK(grab.published == to_instant("2026-11-27T00:19:40Z"));
  CHECK_FALSE(grab.release_group);
  CHECK_FALSE(grab.download_id);
}

TEST_CASE("a deletion says why, and an import which file it made") {
  auto const event = [](std::string const& rest) {
    return answered<media::HistoryEvent>(R"({"id":2,"date":"2026-11-30T00:19:40Z",)" + rest + "}");
  };
  CHECK(event(R"("data":{"reason":"Upgrade"})").reason == media::DeleteReason::upgrade);
  CHECK(event(R"("data":{"reason":"MissingFromDisk"})").reason ==
        media::DeleteReason::missing_from_disk);
  CHECK(event(R"("data":{"reason":"Mood"})").reason == media::DeleteReason::unknown);
  CHECK(event(R"("data":{})").reason == media::DeleteReason::none);
  CHECK(event(R"("data":null)").protocol == media::Protocol::unknown);
  auto const imported = event(R"("data":{"fileId":"7","importedPath":"/tv/x.mkv"})");
  CHECK(imported.file_id == 7);
  CHECK(imported.imported_path == "/tv/x.mkv");
}

TEST_CASE("events have words that servers share, and numbers that they do not") {
  auto const type = [](std::string const& value, Family family) {
    auto const text = R"({"id":1,"date":"2026-11-30T00:19:40Z","eventType":)" + value + "}";
    return answered<media::HistoryEvent>(text, family).type;
  };
  using Type = media::HistoryEventType;
  struct Number {
    std::string value;
    Type in_series;
    Type in_movies;
  };
  std::vector<Number> const numbers{{"0", Type::unknown, Type::unknown},
                                    {"1", Type::grabbed, Type::grabbed},
                                    {"2", Type::folder_imported, Type::unknown},
                                    {"3", Type::imported, Type::imported},
                                    {"4", Type::download_failed, Type::download_failed},
                                    {"5", Type::file_deleted, Type::unknown},
                                    {"6", Type::file_renamed, Type::file_deleted},
                                    {"7", Type::download_ignored, Type::folder_imported},
                                    {"8", Type::unknown, Type::file_renamed},
                                    {"9", Type::unknown, Type::download_ignored},
                                    {"10", Type::unknown, Type::disk_scan_imported}};
  for (auto const& each : numbers) {
    CAPTURE(each.value);
    CHECK(type(each.value, Family::series) == each.in_series);
    CHECK(type(each.value, Family::movies) == each.in_movies);
  }
  CHECK(type(R"("episodeFileDeleted")", Family::series) == Type::file_deleted);
  CHECK(type(R"("movieFileDeleted")", Family::movies) == Type::file_deleted);
  CHECK(type(R"("seriesMoved")", Family::series) == Type::unknown);
}

TEST_CASE("a command says what it is about and how it ended") {
  auto const command = answered<media::Command>(R"({"id":448,"name":"EpisodeSearch",
    "message":"Failed","body":{"episodeIds":[9,8],"name":"EpisodeSearch","trigger":"manual"},
    "status":"failed","result":"unknown","queued":"2026-11-30T00:18:08Z",
    "duration":"00:00:08.0028321","exception":"Episode with ID 9 does not exist",
    "trigger":"manual","clientUserAgent":"Sievarr/0.1"})");
  CHECK(command.scope == media::CommandScope{.episode_ids = {9, 8}});
  CHECK(command.status == media::CommandStatus::failed);
  CHECK(command.result == media::CommandResult::unknown);
  CHECK(command.duration == 8s);
  CHECK(command.user_agent == "Sievarr/0.1");
  CHECK_FALSE(command.ended);
  CHECK(answered<media::Command>(R"({"id":1,"name":"RescanMovie","body":{"movieId":3}})")
            .scope.movie_ids == std::vector<std::int64_t>{3});
  CHECK(answered<media::Command>(R"({"id":1,"name":"X","status":"orphaned"})").status ==
        media::CommandStatus::orphaned);
}

TEST_CASE("what has no number is no profile, download, event or command") {
  for (auto const* text : {"{}", "null", R"({"id":0,"name":"A","date":"2026-11-30T00:00:00Z"})"}) {
    CAPTURE(text);
    CHECK_FALSE(read_single<media::QualityProfile>(text, "x", Family::series));
    CHECK_FALSE(read_single<media::QueueItem>(text, "x", Family::series));
    CHECK_FALSE(read_single<media::HistoryEvent>(text, "x", Family::series));
    CHECK_FALSE(read_single<media::Command>(text, "x", Family::series));
  }
  CHECK_FALSE(read_single<media::HistoryEvent>(R"({"id":1})", "x", Family::series));
}

}  // namespace sievarr::wire::arr
