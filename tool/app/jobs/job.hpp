#pragma once

#include <sievarr/base/failure.hpp>
#include <sievarr/config/config.hpp>
#include <sievarr/schedule/run_record.hpp>

#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sievarr::app {

/// A run that is under way. One thread runs it; any number may look at it, or ask it to end.
class JobRun {
 public:
  explicit JobRun(schedule::RunRecord begun) : record_(std::move(begun)) {}

  /// As it was when it began.
  schedule::RunRecord const& record() const { return record_; }

  /// Whether it is to end at its next safe point.
  std::stop_token stop() const { return stop_.get_token(); }
  void cut() { stop_.request_stop(); }

  /// Says how far it is.
  void tell(schedule::JobProgress progress) {
    std::lock_guard const lock(mutex_);
    progress_ = std::move(progress);
  }
  schedule::JobProgress progress() const {
    std::lock_guard const lock(mutex_);
    return progress_;
  }

 private:
  schedule::RunRecord const record_;
  std::stop_source stop_;
  mutable std::mutex mutex_;
  schedule::JobProgress progress_;
};

/// What a run came to.
struct RunEnd {
  std::map<std::string, std::int64_t> counts = {};
  std::optional<std::string> error = {};
};

/// Something that the daemon does again and again.
class Job {
 public:
  /// Whose table the runs stand in: that of all jobs, or one that the job itself writes.
  enum class Records : std::uint8_t { runs, own };

  virtual ~Job() = default;

  /// Its name, its lane, and when it is due.
  virtual schedule::Job plan() const = 0;

  /// Works until it is done, or until the next safe point once it is to end. What went wrong is
  /// told in the end of the run; a failure is what keeps the whole program from going on.
  virtual Outcome<RunEnd> run(JobRun& run) = 0;

  virtual Records records() const { return Records::runs; }
};

/// The job that every cycle is a run of, and when it is due.
inline constexpr std::string_view catalogue_job_name = "catalogue";
inline schedule::Job catalogue_job(config::Config const& config) {
  return {.name = std::string{catalogue_job_name},
          .lane = std::string{catalogue_job_name},
          .grid = schedule::Grid{.distance = config.sync.poll_interval.seconds()},
          .missed = schedule::Missed::caught_up};
}

/// How a job stands.
struct JobStatus {
  schedule::Job plan;
  bool paused = false;  ///< By its own name, with its lane, or with all.
  std::optional<Instant> next = {};
  std::optional<Instant> last = {};  ///< When its last run began.
  std::optional<schedule::Waiting> waiting = {};
  std::optional<schedule::RunRecord> running = {};
  schedule::JobProgress progress = {};
  bool asked_to_end = false;
};

/// How all of them stand.
struct JobsStatus {
  std::vector<JobStatus> jobs = {};
  schedule::Pauses pauses = {};
  std::optional<std::int64_t> cycle = {};  ///< The number of the cycle that is under way.
};

/// What happened to a job: a run has begun, is over, or was due and did not begin; or words alone.
struct JobEvent {
  std::string job;
  std::optional<schedule::RunRecord> run = {};
  std::string words = {};
};

}  // namespace sievarr::app
