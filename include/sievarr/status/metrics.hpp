#pragma once

#include <sievarr/reflect/describe.hpp>
#include <sievarr/value/metric.hpp>

#include <optional>

namespace sievarr::status {

/// What the daemon says in numbers of its mirror and its decisions. The first ones have the names
/// that older dashboards know.
struct Metrics {
  using Gauge = value::Gauge;
  using Counter = value::Counter;
  using Histogram = value::Histogram;

  std::optional<Gauge> tvmaze_sync_last_run_timestamp;
  std::optional<Gauge> tvmaze_sync_last_run_duration_seconds;
  std::optional<Gauge> tvmaze_sync_next_run_timestamp;
  Gauge tvmaze_sync_initial_complete;
  Gauge tvmaze_sync_healthy;
  value::Labelled<Gauge, "status"> tvmaze_shows_total;
  value::Labelled<Gauge, "reason"> tvmaze_shows_filtered_by_reason;
  Gauge tvmaze_shows_highest_id;
  value::Labelled<Counter, "result"> tvmaze_shows_processed_total;
  value::Labelled<Gauge, "result"> tvmaze_sync_shows_processed;
  value::Labelled<Counter, "service", "endpoint", "status"> tvmaze_api_requests_total;
  value::Labelled<Gauge, "instance"> tvmaze_sonarr_healthy;
  value::Labelled<Gauge, "reason"> tvmaze_shows_pending_retry;

  value::Labelled<Gauge, "version"> sievarr_build_info;
  value::Labelled<Gauge, "status"> sievarr_shows;
  Gauge sievarr_started_timestamp_seconds;
  Gauge sievarr_cycle_running;
  value::Labelled<Counter, "result"> sievarr_cycles_total;
  value::Labelled<Gauge, "step"> sievarr_cycle_step_duration_seconds;
  Gauge sievarr_planned_adds;
  value::Labelled<Gauge, "cause"> sievarr_waiting_shows;
  Gauge sievarr_held_shows;
  value::Labelled<Histogram, "service", "endpoint"> sievarr_api_request_duration_seconds;
  value::Labelled<Counter, "service"> sievarr_api_wait_seconds_total;
  value::Labelled<Counter, "result"> sievarr_config_reloads_total;
  Gauge sievarr_config_healthy;
  Gauge sievarr_database_healthy;
  Gauge sievarr_tvmaze_healthy;
  Gauge sievarr_database_bytes;
  Gauge sievarr_resident_memory_bytes;
  value::Labelled<Gauge, "job"> sievarr_job_paused;
  value::Labelled<Gauge, "job"> sievarr_job_last_run_timestamp;
  value::Labelled<Gauge, "mode"> sievarr_access_mode;
};
BOOST_DESCRIBE_STRUCT(
    Metrics, (),
    (tvmaze_sync_last_run_timestamp, tvmaze_sync_last_run_duration_seconds,
     tvmaze_sync_next_run_timestamp, tvmaze_sync_initial_complete, tvmaze_sync_healthy,
     tvmaze_shows_total, tvmaze_shows_filtered_by_reason, tvmaze_shows_highest_id,
     tvmaze_shows_processed_total, tvmaze_sync_shows_processed, tvmaze_api_requests_total,
     tvmaze_sonarr_healthy, tvmaze_shows_pending_retry, sievarr_build_info, sievarr_shows,
     sievarr_started_timestamp_seconds, sievarr_cycle_running, sievarr_cycles_total,
     sievarr_cycle_step_duration_seconds, sievarr_planned_adds, sievarr_waiting_shows,
     sievarr_held_shows, sievarr_api_request_duration_seconds, sievarr_api_wait_seconds_total,
     sievarr_config_reloads_total, sievarr_config_healthy, sievarr_database_healthy,
     sievarr_tvmaze_healthy, sievarr_database_bytes, sievarr_resident_memory_bytes,
     sievarr_job_paused, sievarr_job_last_run_timestamp, sievarr_access_mode))

constexpr auto notes_of(reflect::Of<Metrics>) {
  using reflect::Note;
  using M = Metrics;
  return reflect::Notes{
      Note<&M::tvmaze_sync_last_run_timestamp>{.text = "When the last cycle ended."},
      Note<&M::tvmaze_sync_last_run_duration_seconds>{.text = "How long the last cycle took."},
      Note<&M::tvmaze_sync_next_run_timestamp>{.text = "When the next cycle begins."},
      Note<&M::tvmaze_sync_initial_complete>{.text = "Whether the whole catalogue was once read."},
      Note<&M::tvmaze_sync_healthy>{.text = "Whether the last cycle ended without an error."},
      Note<&M::tvmaze_shows_total>{.text = "Shows by status; sievarr_shows is the same."},
      Note<&M::tvmaze_shows_filtered_by_reason>{.text = "Shows that are not wanted, by why."},
      Note<&M::tvmaze_shows_highest_id>{.text = "The highest number of a show that is known."},
      Note<&M::tvmaze_shows_processed_total>{.text = "What cycles have done since the start."},
      Note<&M::tvmaze_sync_shows_processed>{.text = "What the last cycle did."},
      Note<&M::tvmaze_api_requests_total>{.text = "Requests to other servers."},
      Note<&M::tvmaze_sonarr_healthy>{.text = "Whether a Sonarr answers and has what is wanted."},
      Note<&M::tvmaze_shows_pending_retry>{.text = "Shows that are looked for again later."},
      Note<&M::sievarr_build_info>{.text = "The version that runs; always 1."},
      Note<&M::sievarr_shows>{.text = "Shows by status."},
      Note<&M::sievarr_started_timestamp_seconds>{.text = "When the daemon was started."},
      Note<&M::sievarr_cycle_running>{.text = "Whether a cycle is under way."},
      Note<&M::sievarr_cycles_total>{.text = "Cycles since the start, by how they ended."},
      Note<&M::sievarr_cycle_step_duration_seconds>{
          .text = "How long each step of the last cycle took."},
      Note<&M::sievarr_planned_adds>{.text = "Series that the last cycle meant to add."},
      Note<&M::sievarr_waiting_shows>{.text = "Shows that are wanted and wait, by cause."},
      Note<&M::sievarr_held_shows>{
          .text = "Shows that wait for a person since a change of the config."},
      Note<&M::sievarr_api_request_duration_seconds>{.text =
                                                         "How long other servers took to answer."},
      Note<&M::sievarr_api_wait_seconds_total>{
          .text = "Time spent waiting because a server must not be asked faster."},
      Note<&M::sievarr_config_reloads_total>{.text = "How often the config was read again."},
      Note<&M::sievarr_config_healthy>{.text =
                                           "Whether the config that was read last is in force."},
      Note<&M::sievarr_database_healthy>{.text = "Whether what is decided can be stored."},
      Note<&M::sievarr_tvmaze_healthy>{.text = "Whether TVMaze answers."},
      Note<&M::sievarr_database_bytes>{.text = "Bytes of the database and its log."},
      Note<&M::sievarr_resident_memory_bytes>{.text = "Memory that the program holds."},
      Note<&M::sievarr_job_paused>{.text = "Whether no run of a job begins."},
      Note<&M::sievarr_job_last_run_timestamp>{.text = "When the last run of a job began."},
      Note<&M::sievarr_access_mode>{
          .text = "How the page is signed in to, as a label; none lets everybody in."},
  };
}

}  // namespace sievarr::status
