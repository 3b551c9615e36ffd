#pragma once

#include <sievarr/api/job_routes.hpp>
#include <sievarr/api/list.hpp>
#include <sievarr/schedule/run_record.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

/// The jobs of the daemon: when they run, how far they are, and what came of it.
namespace sievarr::api {

/// Which job is meant, or which lane, or all.
struct JobName {
  std::string name;
};
BOOST_DESCRIBE_STRUCT(JobName, (), (name))

constexpr auto notes_of(reflect::Of<JobName>) {
  return reflect::Notes{reflect::Note<&JobName::name>{
      .text = "A job: `catalogue`. For pauses also a lane, with its slash written as `%2F`, or "
              "`all`.",
      .example = "catalogue",
      .required = true}};
}

/// A run of a job. The runs of `catalogue` are the cycles.
struct JobRunLine {
  std::optional<std::int64_t> run;
  std::optional<std::int64_t> cycle;
  std::optional<schedule::Trigger> trigger;
  std::optional<Instant> due;
  std::optional<Instant> started;
  std::optional<Instant> ended;
  std::optional<schedule::RunResult> result;
  std::map<std::string, std::int64_t> counts;
  std::optional<std::string> error;
  std::optional<std::string> correlation;
};
BOOST_DESCRIBE_STRUCT(JobRunLine, (),
                      (run, cycle, trigger, due, started, ended, result, counts, error,
                       correlation))

constexpr auto notes_of(reflect::Of<JobRunLine>) {
  using reflect::Note;
  using L = JobRunLine;
  return reflect::Notes{
      Note<&L::run>{.text = "Number of the run; absent where it is a cycle.", .example = "12"},
      Note<&L::cycle>{.text = "Number of the cycle that it is.", .example = "7"},
      Note<&L::trigger>{.text = "Why it began; a cycle does not remember it."},
      Note<&L::due>{.text = "When it was due or asked for.", .example = "2026-01-31T10:30:00Z"},
      Note<&L::started>{.text = "When it began; absent where it was skipped.",
                        .example = "2026-01-31T10:30:00Z"},
      Note<&L::ended>{.text = "When it was over.", .example = "2026-01-31T10:31:00Z"},
      Note<&L::result>{.text = "good, failed, cut by a person or its deadline, or lost with the "
                               "program; or why it never began: the run before had not ended "
                               "(overrun), the job was paused, or nobody was there (away)."},
      Note<&L::counts>{.text = "What it did, in numbers."},
      Note<&L::error>{.text = "What went wrong.", .example = "nobody answers"},
      Note<&L::correlation>{.text = "What the lines of the log about it carry as `run`.",
                            .example = "9f86d081884c7d65"},
  };
}

/// A run that is under way.
struct JobRunning {
  Instant started = {};
  std::optional<schedule::Trigger> trigger;
  std::optional<std::string> step;
  std::int64_t done = 0;
  std::int64_t all = 0;
  bool ending = false;
  std::string correlation;
};
BOOST_DESCRIBE_STRUCT(JobRunning, (), (started, trigger, step, done, all, ending, correlation))

constexpr auto notes_of(reflect::Of<JobRunning>) {
  using reflect::Note;
  using R = JobRunning;
  return reflect::Notes{
      Note<&R::started>{.text = "When it began.", .example = "2026-01-31T10:30:00Z"},
      Note<&R::trigger>{.text = "Why it began."},
      Note<&R::step>{.text = "Which part of it is under way.", .example = "gathering"},
      Note<&R::done>{.text = "How much of this part is done.", .example = "120"},
      Note<&R::all>{.text = "How much there is, as far as is known.", .example = "360"},
      Note<&R::ending>{.text = "Whether it was asked to end and has not come to a safe point."},
      Note<&R::correlation>{.text = "What the lines of the log about it carry as `run`."},
  };
}

/// How a job stands now.
struct JobStatus {
  bool paused = false;
  std::optional<Instant> next_run;
  std::optional<schedule::Trigger> waiting;
  std::optional<JobRunning> running;
};
BOOST_DESCRIBE_STRUCT(JobStatus, (), (paused, next_run, waiting, running))

constexpr auto notes_of(reflect::Of<JobStatus>) {
  using reflect::Note;
  using S = JobStatus;
  return reflect::Notes{
      Note<&S::paused>{.text = "Whether no run begins: it, its lane or all of them are paused."},
      Note<&S::next_run>{.text = "When it runs next; absent while it is paused.",
                         .example = "2026-01-31T16:30:00Z"},
      Note<&S::waiting>{.text = "Why a run waits for its lane or for the end of a pause."},
      Note<&S::running>{.text = "The run that is under way."},
  };
}

/// A job.
struct JobLine {
  std::string name;
  std::string lane;
  bool paused = false;
  std::string schedule;
  std::optional<Instant> next_run;
  std::optional<schedule::Trigger> waiting;
  std::optional<JobRunning> running;
  std::vector<JobRunLine> runs;
};
BOOST_DESCRIBE_STRUCT(JobLine, (), (name, lane, paused, schedule, next_run, waiting, running, runs))

constexpr auto notes_of(reflect::Of<JobLine>) {
  using reflect::Note;
  using L = JobLine;
  return reflect::Notes{
      Note<&L::name>{.text = "Its name.", .example = "catalogue"},
      Note<&L::lane>{.text = "The lane it runs in, one run at a time.", .example = "catalogue"},
      Note<&L::paused>{.text = "Whether no run begins: it, its lane or all of them are paused."},
      Note<&L::schedule>{.text = "When it runs, in words.", .example = "every 6h"},
      Note<&L::next_run>{.text = "When it runs next; absent while it is paused.",
                         .example = "2026-01-31T16:30:00Z"},
      Note<&L::waiting>{.text = "Why a run waits for its lane or for the end of a pause."},
      Note<&L::running>{.text = "The run that is under way."},
      Note<&L::runs>{.text = "The last twenty runs that are over, the newest first."},
  };
}

/// All jobs.
struct JobsAnswer {
  bool paused = false;
  std::vector<std::string> paused_lanes;
  std::vector<std::string> paused_jobs;
  std::vector<JobLine> jobs;
};
BOOST_DESCRIBE_STRUCT(JobsAnswer, (), (paused, paused_lanes, paused_jobs, jobs))

constexpr auto notes_of(reflect::Of<JobsAnswer>) {
  using reflect::Note;
  using A = JobsAnswer;
  return reflect::Notes{
      Note<&A::paused>{.text = "Whether all jobs are paused."},
      Note<&A::paused_lanes>{.text = "Lanes that are paused.", .example = "sonarr/watch"},
      Note<&A::paused_jobs>{.text = "Jobs that are paused by their own names."},
      Note<&A::jobs>{.text = "The jobs."},
  };
}

/// What came of what was wanted of a job.
BOOST_DEFINE_ENUM_CLASS(JobReply, accepted, already_asked, not_running, paused, resumed)

struct JobAnswer {
  std::string name;
  JobReply status = JobReply::accepted;
  bool paused = false;
};
BOOST_DESCRIBE_STRUCT(JobAnswer, (), (name, status, paused))

constexpr auto notes_of(reflect::Of<JobAnswer>) {
  using reflect::Note;
  using A = JobAnswer;
  return reflect::Notes{
      Note<&A::name>{.text = "The job, lane or `all` that was named.", .example = "catalogue"},
      Note<&A::status>{.text = "What came of it.", .example = "accepted"},
      Note<&A::paused>{.text = "Whether it is paused, so that what was asked for waits."},
  };
}

/// Some of the runs of jobs.
struct RunsPage {
  std::vector<schedule::RunRecord> runs;
  std::int64_t total = 0;
  std::optional<std::int64_t> next;
};
BOOST_DESCRIBE_STRUCT(RunsPage, (), (runs, total, next))

constexpr auto notes_of(reflect::Of<RunsPage>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&RunsPage::runs>{.text = "The runs, in the order that was asked for."},
      Note<&RunsPage::total>{.text = "How many there are, with those of other pages."},
      Note<&RunsPage::next>{.text = "Where the next page begins; absent on the last one."},
  };
}

}  // namespace sievarr::api
