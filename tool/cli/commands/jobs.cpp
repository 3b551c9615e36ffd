#include "app/jobs/job_lines.hpp"
#include "cli/options/config_option.hpp"
#include "cli/options/daemon.hpp"
#include "cli/options/storage.hpp"
#include "cli/text/jobs_text.hpp"
#include "cli/text/output.hpp"
#include "commands.hpp"
#include "os/clock.hpp"

#include <sievarr/api/query.hpp>
#include <sievarr/base/text.hpp>
#include <sievarr/derive/from_json.hpp>
#include <sievarr/derive/json.hpp>

#include <ostream>
#include <string>
#include <utility>

namespace sievarr::cli {

/// What programs read about the jobs.
struct JobsReport {
  int sievarr_jobs = 1;
  api::JobsAnswer answer;
};
BOOST_DESCRIBE_STRUCT(JobsReport, (), (sievarr_jobs, answer))

constexpr auto notes_of(reflect::Of<JobsReport>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&JobsReport::sievarr_jobs>{.text = "Version of this format."},
      Note<&JobsReport::answer>{.spread = true},
  };
}

namespace {

using api::JobReply;
using os::Exit;

/// What an answer of the daemon says.
template <class T>
Outcome<T> said(std::string const& body) {
  auto read = derive::from_json<T>(body, "the answer");
  if (!has_errors(read.problems)) return std::move(read.value);
  return Failure{
      .kind = Failure::Kind::broken,
      .text = "the answer of the daemon cannot be read: " + to_text(read.problems.front()),
      .hint = "is it of another version?"};
}

/// The jobs, by the daemon where one is there, else by what is stored.
class JobList final : public Command {
 public:
  void declare(Syntax& syntax) override {
    config_.declare(syntax);
    output_.declare(syntax);
    syntax.examples =
        "sievarr jobs\n"
        "sievarr jobs --json | jq '.jobs[].next_run'\n"
        "sievarr jobs pause catalogue";
  }

  Exit run(Console& console) override {
    auto const config = config_.need(console);
    if (!config) return Exit::misused;
    auto const answer = jobs(*config, console);
    if (!answer) return fail(console, answer.error());
    if (output_.format() == Format::json)
      console.out << derive::to_json(JobsReport{.answer = *answer}) << '\n';
    else
      console.out << jobs_as_text(*answer);
    return Exit::fine;
  }

 private:
  static Outcome<api::JobsAnswer> jobs(LoadedConfig const& config, Console& console) {
    auto const& whole = config.loaded.config;
    auto database = store::open_to_read(database_of(whole.storage));
    if (!database) return database.error();
    auto const lock = lock_storage(whole.storage, "jobs");
    if (!lock && Daemon::may_hold(lock.error())) {
      auto const body = Daemon(whole, console).get(api::ListJobs::route.path, lock.error());
      if (body) return said<api::JobsAnswer>(*body);
      // It may be held by a command, which runs no jobs.
      if (!Daemon::may_hold(body.error())) return body.error();
    }
    auto const status = app::stored_jobs(whole, *database, os::now());
    if (!status) return status.error();
    return app::job_lines(*status, *database);
  }

  ConfigOption config_;
  OutputOption output_{{Format::text, Format::json}};
};

enum class VerdictRecord : std::uint8_t { run, cut, pause, resume };

/// What a person wants of a job.
class JobWish final : public Command {
 public:
  JobWish(VerdictRecord wish, std::string verb) : wish_(wish), verb_(std::move(verb)) {}

  void declare(Syntax& syntax) override {
    syntax.add({.name = "NAME",
                .meaning = pauses() ? "a job, a lane such as sonarr/watch, or all" : "a job",
                .into = &name_,
                .required = true});
    config_.declare(syntax);
    syntax.examples = "sievarr jobs " + verb_ + " catalogue";
    if (pauses()) syntax.examples += "\nsievarr jobs " + verb_ + " all";
  }

  Exit run(Console& console) override {
    auto const config = config_.need(console);
    if (!config) return Exit::misused;
    auto const answer =
        pauses() ? pause(*config, console) : by_daemon(held(*config), *config, console);
    if (!answer) return fail(console, answer.error());
    console.out << reply_as_text(*answer);
    bool const done =
        answer->status != JobReply::already_asked && answer->status != JobReply::not_running;
    return done ? Exit::fine : Exit::findings;
  }

 private:
  bool pauses() const { return wish_ == VerdictRecord::pause || wish_ == VerdictRecord::resume; }

  /// Who holds the storage, if anybody does.
  static Outcome<Done> held(LoadedConfig const& config) {
    auto const lock = lock_storage(config.loaded.config.storage, "jobs");
    if (!lock) return lock.error();
    return Done{};
  }

  Outcome<api::JobAnswer> pause(LoadedConfig const& config, Console& console) const {
    auto const& whole = config.loaded.config;
    auto own = own_storage(whole.storage, "jobs");
    if (!own) return by_daemon(own.error(), config, console);
    auto const pause = wish_ == VerdictRecord::pause ? schedule::Pause::yes : schedule::Pause::no;
    auto const found = app::change_pause(whole, own->database, name_, pause);
    if (!found) return found.error();
    if (!*found)
      return Failure{.kind = Failure::Kind::missing,
                     .text = "there is no job " + quoted(name_),
                     .hint = "all of them: sievarr jobs"};
    auto const status = app::stored_jobs(whole, own->database, os::now());
    if (!status) return status.error();
    api::JobAnswer answer{.name = name_, .status = reply()};
    for (auto const& job : status->jobs)
      answer.paused = answer.paused || (job.plan.name == name_ && job.paused);
    return answer;
  }

  JobReply reply() const {
    return wish_ == VerdictRecord::pause ? JobReply::paused : JobReply::resumed;
  }

  Outcome<api::JobAnswer> by_daemon(Outcome<Done> const& held, LoadedConfig const& config,
                                    Console& console) const {
    if (held)
      return Failure{.kind = Failure::Kind::missing,
                     .text = "no daemon runs, so there is nobody to " + verb_ + " it",
                     .hint = "one cycle without a daemon: sievarr sync"};
    if (!Daemon::may_hold(held.error())) return held.error();
    auto const path = "/api/v1/jobs/" + api::escaped(name_) + "/" + verb_;
    auto const answer = Daemon(config.loaded.config, console)
                            .ask({.method = wire::Method::post,
                                  .target = path,
                                  .headers = {{"Content-Type", "application/json"}}},
                                 held.error());
    if (!answer) return answer.error();
    bool const is_told = answer->status == api::RunJob::route.status ||
                         answer->status == api::RunJob::route.other_status;
    if (!is_told) return Daemon::refusal(*answer);
    return said<api::JobAnswer>(answer->body);
  }

  VerdictRecord wish_;
  std::string verb_;
  std::string name_;
  ConfigOption config_;
};

}  // namespace

std::unique_ptr<Command> make_jobs() { return std::make_unique<JobList>(); }
std::unique_ptr<Command> make_jobs_run() {
  return std::make_unique<JobWish>(VerdictRecord::run, "run");
}
std::unique_ptr<Command> make_jobs_cut() {
  return std::make_unique<JobWish>(VerdictRecord::cut, "cut");
}
std::unique_ptr<Command> make_jobs_pause() {
  return std::make_unique<JobWish>(VerdictRecord::pause, "pause");
}
std::unique_ptr<Command> make_jobs_resume() {
  return std::make_unique<JobWish>(VerdictRecord::resume, "resume");
}

}  // namespace sievarr::cli
