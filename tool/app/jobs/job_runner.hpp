#pragma once

#include "job.hpp"
#include "os/clock.hpp"
#include "store/tables/runs.hpp"

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace sievarr::app {

/// Keeps what the runner does for the next life, and hears of it.
class JobHistory {
 public:
  virtual ~JobHistory() = default;
  virtual Outcome<Done> keep(store::JobChanges const& changes) = 0;
  virtual void hear(JobEvent const& event) = 0;
};

/// What came of asking for a run, or for the end of one.
enum class AskResult : std::uint8_t { accepted, already, unknown };

/// Runs jobs when they are due, one at a time in each lane, and the lanes beside each other. Any
/// number of threads may use it; one lives in it.
class JobRunner {
 public:
  JobRunner(os::Clock& clock, JobHistory& history) : clock_(clock), history_(history) {}

  using Jobs = std::vector<std::shared_ptr<Job>>;

  /// From now on there are these jobs. One that runs and is not among them runs to its end.
  void set_jobs(Jobs const& jobs);

  /// Goes on where an earlier life ended; the jobs are known already.
  void remember(schedule::JobMemory const& memory, std::int64_t next_run);

  /// The last run of a job began then, by its time or by a request; its grid goes on from there.
  void remember_run(std::string_view job, Instant began);

  /// A run is due at once, although its time has not come.
  void make_due(std::string_view job, schedule::Trigger trigger);

  /// Runs jobs until it is to end, or until one fails in a way that nothing can go on.
  Outcome<Done> run(std::stop_token const& stop);

  /// Runs what is due in a lane, in the thread of the caller; whether anything was.
  Outcome<bool> step(std::string_view lane);

  /// A run is wanted as soon as its lane is free; already, where one is under way or wanted.
  AskResult ask(std::string_view job);

  /// The run that is under way ends at its next safe point; already, where there is none.
  AskResult cut(std::string_view job);

  /// Whether runs begin of a job, in a lane, or at all: "all". Durable when it returns.
  using Pause = schedule::Pause;
  Outcome<AskResult> set_pause(std::string const& name, Pause pause);

  /// Keeps the lane of a job to the caller until the caller lets go; none where it is taken.
  std::shared_ptr<JobRun> occupy(std::string_view job);
  void release(std::string_view job);

  std::optional<Instant> next(std::string_view job) const;
  std::vector<JobStatus> status() const;
  schedule::Pauses pauses() const;

  /// Looks at the clock again, which somebody has set.
  void look();

 private:
  struct Entry {
    std::shared_ptr<Job> job;
    schedule::Job plan;
    schedule::JobState state;
    std::optional<Instant> last = {};                 ///< When its last run began.
    std::optional<schedule::RunResult> skipped = {};  ///< Why no run began since.
    std::shared_ptr<JobRun> run = {};                 ///< While one is under way.
    bool gone = false;                                ///< Not wanted any more; its run is not over.
  };
  struct Lane {
    std::shared_ptr<JobRun> run = {};  ///< To be carried out.
    std::shared_ptr<Job> job = {};
    std::jthread thread = {};  // It goes first, for it looks at the others.
  };
  using Runs = std::vector<std::shared_ptr<JobRun>>;

  // Those that change something hold the lock, but for the last six.
  Entry* find(std::string_view job);
  static void adopt(Entry& entry, Entry& old);
  void wake();
  std::optional<Instant> take_turn(std::string_view lane, Runs& begun);
  schedule::RunRecord record(Entry const& entry, schedule::Trigger trigger, Instant due) const;
  void begin(Entry& entry, schedule::Start const& start, Runs& begun);
  void skip(schedule::Skip const& skip);
  void note(schedule::RunRecord& record);
  void hand_out(Runs const& begun);
  schedule::JobMemory memory() const;
  void live_in(Lane& lane, std::stop_token const& stop);
  Outcome<Done> carry_out(Job& job, JobRun& run);
  void end(schedule::RunRecord record, Job::Records records);
  void cut_late();
  void cut_all();
  Outcome<Done> keep();

  os::Clock& clock_;
  JobHistory& history_;
  mutable std::mutex mutex_;
  std::mutex keeping_;  ///< One writes at a time; taken before the other.
  std::condition_variable_any changed_;
  std::uint64_t changes_ = 0;
  std::vector<Entry> entries_;
  schedule::Pauses pauses_;
  std::int64_t next_run_ = 1;
  std::vector<schedule::RunRecord> unwritten_;
  bool is_dirty_ = false;
  std::vector<JobEvent> untold_;
  Runs late_;
  std::map<std::string, Lane, std::less<>> lanes_;
  std::optional<Failure> failure_;
};

}  // namespace sievarr::app
