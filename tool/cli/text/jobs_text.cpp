#include "text.hpp"

#include <sievarr/base/number.hpp>
#include <sievarr/derive/print.hpp>

#include <vector>

namespace sievarr::cli {

/// A job in a table.
struct JobRow {
  std::string job;
  std::string lane;
  std::string now;
  std::string last_run;
};
BOOST_DESCRIBE_STRUCT(JobRow, (), (job, lane, now, last_run))

constexpr auto notes_of(reflect::Of<JobRow>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&JobRow::job>{.text = "Its name."},
      Note<&JobRow::lane>{.text = "Where it runs."},
      Note<&JobRow::now>{.text = "What it is at, or when it runs next."},
      Note<&JobRow::last_run>{.text = "How the last run went."},
  };
}

namespace {

std::string now_of(api::JobLine const& job) {
  if (job.running) {
    auto text = job.running->ending ? std::string{"ending"} : std::string{"running"};
    if (job.running->step) text += ": " + *job.running->step;
    if (job.running->all > 0)
      text += ", " + to_text(job.running->done) + " of " + to_text(job.running->all);
    return text;
  }
  if (job.paused) return job.waiting ? "paused, a run waits" : "paused";
  if (job.waiting) return "due now";
  return job.next_run ? to_text(*job.next_run) : "while the daemon runs";
}

std::string last_of(api::JobLine const& job) {
  if (job.runs.empty()) return "-";
  auto const& run = job.runs.front();
  auto text = run.result ? reflect::label_text(*run.result) : std::string{"-"};
  auto const time = run.started ? run.started : run.due;
  if (time) text += ", " + to_text(*time);
  return run.error ? text + ": " + *run.error : text;
}

std::string with_commas(std::vector<std::string> const& names) {
  std::string text;
  for (auto const& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

}  // namespace

std::string jobs_as_text(api::JobsAnswer const& answer) {
  std::string text;
  if (answer.paused) text += "all jobs are paused; to go on: sievarr jobs resume all\n";
  if (!answer.paused_lanes.empty())
    text += "paused lanes: " + with_commas(answer.paused_lanes) + "\n";
  std::vector<JobRow> rows;
  for (auto const& job : answer.jobs)
    rows.push_back({job.name, job.lane, now_of(job), last_of(job)});
  return text + derive::print_table<JobRow>(rows);
}

std::string reply_as_text(api::JobAnswer const& answer) {
  switch (answer.status) {
    case api::JobReply::accepted:
      return answer.name + (answer.paused ? " is paused; it is done when that is over\n"
                                          : ": the daemon was asked\n");
    case api::JobReply::already_asked: return answer.name + " runs, or is about to, already\n";
    case api::JobReply::not_running: return "no run of " + answer.name + " is under way\n";
    case api::JobReply::paused: return answer.name + " is paused\n";
    case api::JobReply::resumed:
      return answer.name +
             (answer.paused ? " is still paused, by its lane or by all\n" : " is not paused\n");
  }
  return {};
}

}  // namespace sievarr::cli
