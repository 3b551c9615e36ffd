#pragma once

#include <sievarr/adding/show_state.hpp>
#include <sievarr/base/instant.hpp>
#include <sievarr/value/bounded.hpp>
#include <sievarr/value/null.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The endpoints of the program that this one follows, in the form in which scripts and dashboards
/// know them: what is absent is null there.
namespace sievarr::api {

using value::OrNull;

/// That something is well.
struct Wellness {
  std::string status = "ok";
};
BOOST_DESCRIBE_STRUCT(Wellness, (), (status))

constexpr auto notes_of(reflect::Of<Wellness>) {
  return reflect::Notes{
      reflect::Note<&Wellness::status>{.text = "ok, in small or capital letters."}};
}

/// What has to be there before work can be done.
struct Checks {
  bool database = false;
  std::optional<bool> sonarr;
};
BOOST_DESCRIBE_STRUCT(Checks, (), (database, sonarr))

constexpr auto notes_of(reflect::Of<Checks>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&Checks::database>{.text = "Whether the storage can be used."},
      Note<&Checks::sonarr>{.text = "Whether all instances answer; absent without any."},
  };
}

/// Whether work can be done.
struct Readiness {
  std::string status = "ready";
  Checks checks;
};
BOOST_DESCRIBE_STRUCT(Readiness, (), (status, checks))

constexpr auto notes_of(reflect::Of<Readiness>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&Readiness::status>{.text = "ready or not_ready."},
      Note<&Readiness::checks>{.text = "What was looked at."},
  };
}

/// How many shows have each status.
struct StatusCount {
  std::uint32_t pending = 0;
  std::uint32_t review = 0;
  std::uint32_t filtered = 0;
  std::uint32_t pending_tvdb = 0;
  std::uint32_t added = 0;
  std::uint32_t exists = 0;
  std::uint32_t failed = 0;
  std::uint32_t skipped = 0;

  bool operator==(StatusCount const&) const = default;
};
BOOST_DESCRIBE_STRUCT(StatusCount, (),
                      (pending, review, filtered, pending_tvdb, added, exists, failed, skipped))

constexpr auto notes_of(reflect::Of<StatusCount>) {
  using reflect::Note;
  using C = StatusCount;
  return reflect::Notes{
      Note<&C::pending>{.text = "Shows that are to be added."},
      Note<&C::review>{.text = "Shows that a person has to look at."},
      Note<&C::filtered>{.text = "Shows that are not wanted."},
      Note<&C::pending_tvdb>{.text = "Shows that wait for an id that Sonarr knows."},
      Note<&C::added>{.text = "Shows that were added."},
      Note<&C::exists>{.text = "Shows that were there already."},
      Note<&C::failed>{.text = "Shows that an instance refused."},
      Note<&C::skipped>{.text = "Shows that somebody does not want."},
  };
}

/// How far the mirror is, and when it goes on.
struct StateAnswer {
  OrNull<Instant> last_full_sync;
  OrNull<Instant> last_incremental_sync;
  OrNull<Instant> last_updates_check;
  std::int64_t last_tvmaze_page = 0;
  std::int64_t highest_tvmaze_id = 0;
  OrNull<Instant> next_scheduled_run;
  bool sync_running = false;
  StatusCount counts;
};
BOOST_DESCRIBE_STRUCT(StateAnswer, (),
                      (last_full_sync, last_incremental_sync, last_updates_check, last_tvmaze_page,
                       highest_tvmaze_id, next_scheduled_run, sync_running, counts))

constexpr auto notes_of(reflect::Of<StateAnswer>) {
  using reflect::Note;
  using S = StateAnswer;
  return reflect::Notes{
      Note<&S::last_full_sync>{.text = "When the whole catalogue had last been read."},
      Note<&S::last_incremental_sync>{.text = "When the last cycle ended well."},
      Note<&S::last_updates_check>{.text = "Up to when TVMaze's changes are known."},
      Note<&S::last_tvmaze_page>{.text = "The last page of the index that was stored."},
      Note<&S::highest_tvmaze_id>{.text = "The highest number of a show that was seen."},
      Note<&S::next_scheduled_run>{.text = "When the next cycle begins."},
      Note<&S::sync_running>{.text = "Whether a cycle is running."},
      Note<&S::counts>{.spread = true},
  };
}

/// Which shows are asked for.
struct LegacyShowsQuery {
  std::optional<adding::Status> status;
  value::Bounded<int, 0, 1'000'000'000, 100> limit;
  value::Bounded<int, 0, 1'000'000'000> offset;
};
BOOST_DESCRIBE_STRUCT(LegacyShowsQuery, (), (status, limit, offset))

constexpr std::string_view title_of(reflect::Of<LegacyShowsQuery>) { return "OlderShowsQuery"; }

constexpr auto notes_of(reflect::Of<LegacyShowsQuery>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&LegacyShowsQuery::status>{.text = "What has become of them.", .example = "added"},
      Note<&LegacyShowsQuery::limit>{.text = "How many at most; more than 1000 are 1000."},
      Note<&LegacyShowsQuery::offset>{.text = "How many of them are left out first."},
  };
}

/// A show, as scripts know it.
struct LegacyShow {
  std::int64_t tvmaze_id = 0;
  std::string title;
  OrNull<std::int64_t> tvdb_id;
  OrNull<std::string> imdb_id;
  OrNull<std::string> language;
  OrNull<std::string> country;
  OrNull<std::string> type;
  OrNull<std::string> status;
  OrNull<Date> premiered;
  OrNull<Date> ended;
  OrNull<std::string> network;
  OrNull<std::string> web_channel;
  std::vector<std::string> genres;
  OrNull<std::int32_t> runtime;
  OrNull<double> rating;
  adding::Status processing_status = adding::Status::pending;
  OrNull<std::string> filter_reason;
  OrNull<std::int64_t> sonarr_series_id;
  OrNull<Instant> added_to_sonarr_at;
  OrNull<Instant> last_checked;
  OrNull<std::int64_t> tvmaze_updated_at;
  OrNull<Instant> retry_after;
  std::int32_t retry_count = 0;
  OrNull<std::string> error_message;
};
BOOST_DESCRIBE_STRUCT(LegacyShow, (),
                      (tvmaze_id, title, tvdb_id, imdb_id, language, country, type, status,
                       premiered, ended, network, web_channel, genres, runtime, rating,
                       processing_status, filter_reason, sonarr_series_id, added_to_sonarr_at,
                       last_checked, tvmaze_updated_at, retry_after, retry_count, error_message))

constexpr std::string_view title_of(reflect::Of<LegacyShow>) { return "OlderShow"; }

constexpr auto notes_of(reflect::Of<LegacyShow>) {
  using reflect::Note;
  using S = LegacyShow;
  return reflect::Notes{
      Note<&S::tvmaze_id>{.text = "Number in TVMaze's catalogue."},
      Note<&S::title>{.text = "Title, as TVMaze spells it."},
      Note<&S::tvdb_id>{.text = "Number at TheTVDB."},
      Note<&S::imdb_id>{.text = "Number at IMDb."},
      Note<&S::language>{.text = "Language that is mainly spoken."},
      Note<&S::country>{.text = "Country, in two letters."},
      Note<&S::type>{.text = "What kind of programme it is."},
      Note<&S::status>{.text = "Whether more episodes are expected."},
      Note<&S::premiered>{.text = "Day of the first episode."},
      Note<&S::ended>{.text = "Day of the last episode."},
      Note<&S::network>{.text = "Television network that shows it first."},
      Note<&S::web_channel>{.text = "Streaming service that shows it first."},
      Note<&S::genres>{.text = "Genres, in TVMaze's order."},
      Note<&S::runtime>{.text = "Minutes that an episode is meant to take."},
      Note<&S::rating>{.text = "Mean of the viewers' votes, from 0 to 10."},
      Note<&S::processing_status>{.text = "What has become of it."},
      Note<&S::filter_reason>{.text = "Why it is not wanted, in one word."},
      Note<&S::sonarr_series_id>{.text = "Its number in the instance."},
      Note<&S::added_to_sonarr_at>{.text = "When it was added."},
      Note<&S::last_checked>{.text = "When what became of it last changed."},
      Note<&S::tvmaze_updated_at>{.text = "When TVMaze last changed it, in seconds since 1970."},
      Note<&S::retry_after>{.text = "When it is looked for again."},
      Note<&S::retry_count>{.text = "How often it was looked for in vain."},
      Note<&S::error_message>{.text = "What the instance said, where it refused."},
  };
}

/// Some of the shows, by number.
struct LegacyShows {
  std::vector<LegacyShow> shows;
  std::int64_t count = 0;
  int limit = 100;
  int offset = 0;
};
BOOST_DESCRIBE_STRUCT(LegacyShows, (), (shows, count, limit, offset))

constexpr std::string_view title_of(reflect::Of<LegacyShows>) { return "OlderShows"; }

constexpr auto notes_of(reflect::Of<LegacyShows>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&LegacyShows::shows>{.text = "The shows, by number."},
      Note<&LegacyShows::count>{.text = "How many they are."},
      Note<&LegacyShows::limit>{.text = "How many there could have been."},
      Note<&LegacyShows::offset>{.text = "How many were left out first."},
  };
}

}  // namespace sievarr::api
