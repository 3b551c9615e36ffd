#include "serve/routing/endpoint.hpp"
#include "store/catalogue.hpp"

#include <sievarr/api/legacy.hpp>

#include <algorithm>
#include <cstddef>
#include <vector>

namespace sievarr::serve {
namespace {

using api::LegacyShow;
using value::or_null;

constexpr int most_shows = 1000;

/// The count of each status by its name, in whatever order the description has them.
api::StatusCount counts_of(status::DaemonStatus const& daemon_status) {
  api::StatusCount counts;
  reflect::for_each_field<api::StatusCount>([&](auto field) {
    auto const found = daemon_status.counts.find(std::string(field.name));
    if (found != daemon_status.counts.end())
      field.in(counts) = static_cast<std::uint32_t>(found->second);
  });
  return counts;
}

LegacyShow legacy_show(Show const& show, adding::ShowState const& state) {
  LegacyShow legacy{.tvmaze_id = show.id,
                    .title = show.title,
                    .tvdb_id = or_null(show.tvdb_id),
                    .imdb_id = or_null(show.imdb_id),
                    .language = or_null(show.language),
                    .country = or_null(show.country),
                    .type = or_null(show.type),
                    .status = or_null(show.status),
                    .premiered = or_null(show.premiered),
                    .ended = or_null(show.ended),
                    .network = or_null(show.network),
                    .web_channel = or_null(show.web_channel),
                    .genres = show.genres,
                    .runtime = or_null(show.runtime),
                    .rating = or_null(show.rating),
                    .processing_status = state.status,
                    .sonarr_series_id = or_null(state.series_id),
                    .added_to_sonarr_at = or_null(state.added),
                    .retry_after = or_null(state.retry_at),
                    .retry_count = state.retries,
                    .error_message = or_null(state.error)};
  if (state.category) legacy.filter_reason = reflect::word_of(*state.category);
  if (state.changed > 0) legacy.last_checked = Instant{std::chrono::seconds{state.changed}};
  if (show.updated > 0) legacy.tvmaze_updated_at = show.updated;
  return legacy;
}

/// The shows of a page by number, from memory.
std::vector<Show> page_of(app::Application const& application, api::LegacyShowsQuery const& query) {
  std::vector<Show> shows;
  auto const most = static_cast<std::size_t>(std::min<int>(query.limit, most_shows));
  application.look([&](filter::Table const& table, adding::Roster const& roster) {
    auto skip = static_cast<std::size_t>(static_cast<int>(query.offset));
    for (auto const row : table.by_id()) {
      if (shows.size() == most) break;
      if (table.gone()[row] != 0 || !roster.knows(row)) continue;
      if (query.status && roster.status(row) != *query.status) continue;
      if (skip > 0) {
        --skip;
        continue;
      }
      shows.push_back(table.at(row));
    }
  });
  return shows;
}

}  // namespace

// The same as what came after them, by other addresses.
template <>
http::Answer answer<api::StartCycle>(Context& context, RouteRequest& request);
template <>
http::Answer answer<api::RefilterShows>(Context& context, RouteRequest& request);

template <>
http::Answer answer<api::GetHealth>(Context&, RouteRequest&) {
  return typed<api::GetHealth>({});
}

template <>
http::Answer answer<api::Ping>(Context&, RouteRequest&) {
  return said(200, R"({"status":"OK"})");
}

template <>
http::Answer answer<api::GetReadiness>(Context& context, RouteRequest&) {
  auto const daemon_status = context.application.daemon_status();
  api::Readiness ready{
      .checks = {.database = context.application.ready() && daemon_status.database.healthy}};
  if (!daemon_status.instances.empty())
    ready.checks.sonarr =
        std::all_of(daemon_status.instances.begin(), daemon_status.instances.end(),
                    [](auto const& each) { return each.second.healthy; });
  bool const all = ready.checks.database && ready.checks.sonarr.value_or(true);
  if (!all) ready.status = "not_ready";
  return typed<api::GetReadiness>(ready, all ? 200 : 503);
}

template <>
http::Answer answer<api::Trigger>(Context& context, RouteRequest& request) {
  return answer<api::StartCycle>(context, request);
}

template <>
http::Answer answer<api::Refilter>(Context& context, RouteRequest& request) {
  return answer<api::RefilterShows>(context, request);
}

template <>
http::Answer answer<api::GetState>(Context& context, RouteRequest&) {
  auto const daemon_status = context.application.daemon_status();
  auto const& progress = daemon_status.progress;
  return typed<api::GetState>({.last_full_sync = or_null(progress.last_full_sync),
                               .last_incremental_sync = or_null(progress.last_incremental_sync),
                               .last_updates_check = or_null(progress.last_updates_check),
                               .last_tvmaze_page = progress.last_tvmaze_page.value_or(0),
                               .highest_tvmaze_id = progress.highest_tvmaze_id,
                               .next_scheduled_run = or_null(daemon_status.next_run),
                               .sync_running = daemon_status.phase == status::Phase::running,
                               .counts = counts_of(daemon_status)});
}

template <>
http::Answer answer<api::ListLegacyShows>(Context& context, RouteRequest& request) {
  return with_parameters<api::ListLegacyShows>(request, [&](api::LegacyShowsQuery const& query) {
    api::LegacyShows answer{.limit = std::min<int>(query.limit, most_shows),
                            .offset = query.offset};
    auto const read = context.application.read([&](store::Database& database) -> Outcome<Done> {
      store::Catalogue stored(database);
      for (auto const& show : page_of(context.application, query)) {
        auto const state = stored.show_states().find(show.id);
        if (!state) return state.error();
        answer.shows.push_back(legacy_show(show, state->value_or(adding::ShowState{})));
      }
      return Done{};
    });
    if (!read) return failed(read.error());
    answer.count = static_cast<std::int64_t>(answer.shows.size());
    return typed<api::ListLegacyShows>(answer);
  });
}

}  // namespace sievarr::serve
