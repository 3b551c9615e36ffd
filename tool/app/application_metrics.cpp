#include "application.hpp"
#include "os/file_stamp.hpp"
#include "os/process.hpp"
#include "store/open.hpp"

#include <algorithm>

namespace sievarr::app {
namespace {

using reflect::word_of;
using status::Metrics;
using value::Gauge;

double seconds(std::chrono::milliseconds span) {
  return std::chrono::duration<double>(span).count();
}
double seconds(Instant instant) { return seconds(instant.time_since_epoch()); }
double flag(bool set) { return set ? 1 : 0; }

void add_standing(Metrics& metrics, status::DaemonStatus const& daemon_status) {
  if (daemon_status.last_cycle && daemon_status.last_cycle->ended) {
    auto const& last = *daemon_status.last_cycle;
    metrics.tvmaze_sync_last_run_timestamp = Gauge{seconds(*last.ended)};
    metrics.tvmaze_sync_last_run_duration_seconds = Gauge{seconds(*last.ended - last.began)};
    metrics.tvmaze_sync_healthy.value = flag(!last.error);
    for (auto const& [name, count] : processed_by(last))
      metrics.tvmaze_sync_shows_processed.at(name).value = count;
  }
  if (daemon_status.next_run)
    metrics.tvmaze_sync_next_run_timestamp = Gauge{seconds(*daemon_status.next_run)};
  metrics.tvmaze_sync_initial_complete.value =
      flag(daemon_status.progress.last_full_sync.has_value());
  metrics.tvmaze_shows_highest_id.value =
      static_cast<double>(daemon_status.progress.highest_tvmaze_id);
  for (auto const& [status, count] : daemon_status.counts) {
    metrics.tvmaze_shows_total.at(status).value = static_cast<double>(count);
    metrics.sievarr_shows.at(status).value = static_cast<double>(count);
  }
  for (auto const& [name, health] : daemon_status.instances)
    metrics.tvmaze_sonarr_healthy.at(name).value = flag(health.healthy);
  metrics.sievarr_held_shows.value = static_cast<double>(daemon_status.progress.held.value_or(0));
  metrics.sievarr_started_timestamp_seconds.value = seconds(daemon_status.started);
  metrics.sievarr_cycle_running.value = flag(daemon_status.running.has_value());
  metrics.sievarr_config_reloads_total.at("good").value =
      static_cast<double>(daemon_status.reloads);
  metrics.sievarr_config_reloads_total.at("refused").value =
      static_cast<double>(daemon_status.failed_reloads);
  metrics.sievarr_config_healthy.value = flag(daemon_status.config.healthy);
  metrics.sievarr_database_healthy.value = flag(daemon_status.database.healthy);
  metrics.sievarr_tvmaze_healthy.value = flag(daemon_status.tvmaze.healthy);
}

void add_tally(Metrics& metrics, Tally const& tally) {
  for (auto const* const result : {"good", "failed"}) metrics.sievarr_cycles_total.at(result);
  for (auto const& [result, count] : tally.cycles)
    metrics.sievarr_cycles_total.at(result).value = count;
  for (auto const& [name, count] : tally.processed)
    metrics.tvmaze_shows_processed_total.at(name).value = count;
  for (auto const& [step, span] : tally.steps)
    metrics.sievarr_cycle_step_duration_seconds.at(word_of(step)).value = seconds(span);
  for (auto const& [cause, count] : tally.waiting)
    metrics.sievarr_waiting_shows.at(word_of(cause)).value = static_cast<double>(count);
  metrics.sievarr_planned_adds.value = static_cast<double>(tally.planned);
}

/// What is in memory alone, so that nobody waits for a scan of the database.
void add_catalogue(Metrics& metrics, filter::Table const& table, adding::Roster const& roster) {
  for (std::size_t at = 0; at < filter::category_count; ++at) {
    auto const count = roster.filtered()[at];
    if (count > 0)
      metrics.tvmaze_shows_filtered_by_reason.at(word_of(static_cast<filter::Category>(at))).value =
          count;
  }
  auto& no_id = metrics.tvmaze_shows_pending_retry.at("no_tvdb");
  auto& unknown = metrics.tvmaze_shows_pending_retry.at("unknown_there");
  for (std::size_t row = 0; row < table.size(); ++row)
    if (roster.knows(row) && roster.status(row) == adding::Status::pending_tvdb)
      ++(filter::tvdb_numbers(table)[row] == 0 ? no_id : unknown).value;
}

void add_jobs(Metrics& metrics, std::vector<JobStatus> const& jobs) {
  for (auto const& job : jobs) {
    metrics.sievarr_job_paused.at(job.plan.name).value = flag(job.paused);
    if (job.last)
      metrics.sievarr_job_last_run_timestamp.at(job.plan.name).value = seconds(*job.last);
  }
}

}  // namespace

status::Metrics Application::metrics() const {
  Metrics metrics;
  add_standing(metrics, daemon_status());
  add_tally(metrics, activity_.tally());
  auto counts = meter_.counts();
  metrics.tvmaze_api_requests_total = std::move(counts.requests);
  metrics.sievarr_api_request_duration_seconds = std::move(counts.durations);
  metrics.sievarr_api_wait_seconds_total = std::move(counts.waits);
  metrics.sievarr_build_info.at(dependencies_.version).value = 1;
  for (auto const* const end : {"", "-wal"})
    metrics.sievarr_database_bytes.value += static_cast<double>(
        std::max(os::stamp_of(store::database_in(path_) + end).bytes, std::int64_t{0}));
  metrics.sievarr_resident_memory_bytes.value = static_cast<double>(os::resident_bytes());
  metrics.sievarr_access_mode.at(word_of(config_in_force()->config().access.mode)).value = 1;
  add_jobs(metrics, jobs_status().jobs);
  if (ready())
    look([&](filter::Table const& table, adding::Roster const& roster) {
      add_catalogue(metrics, table, roster);
    });
  return metrics;
}

}  // namespace sievarr::app
