#include "cli/options/operations.hpp"
#include "cli/options/storage.hpp"
#include "cli/text/output.hpp"
#include "cli/text/text.hpp"
#include "commands.hpp"

#include <sievarr/base/text.hpp>
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
    OwnOperations own(*config, console);
    auto const operations = own.open(OwnOperations::Access::ask, "jobs");
    if (!operations) return fail(console, operations.error());
    auto const answer = (*operations)->jobs();
    if (!answer) return fail(console, answer.error());
    if (output_.format() == Format::json)
      console.out << derive::to_json(JobsReport{.answer = *answer}) << '\n';
    else
      console.out << jobs_as_text(*answer);
    return Exit::fine;
  }

 private:
  ConfigOption config_;
  OutputOption output_{{Format::text, Format::json}};
};

/// What a person wants of a job.
class JobCommand final : public Command {
 public:
  JobCommand(app::JobAction action, std::string verb) : action_(action), verb_(std::move(verb)) {}

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
    OwnOperations own(*config, console);
    auto const operations = own.open(OwnOperations::Access::write, "jobs");
    if (!operations) return fail(console, operations.error());
    auto const answer = (*operations)->act_on_job(name_, action_);
    if (!answer) return fail(console, answer.error());
    if (!*answer)
      return fail(console, {.kind = Failure::Kind::missing,
                            .text = "there is no job " + quoted(name_),
                            .hint = "all of them: sievarr jobs"});
    auto const status = (*answer)->status;
    console.out << reply_as_text(**answer);
    bool const done = status != JobReply::already_asked && status != JobReply::not_running;
    return done ? Exit::fine : Exit::findings;
  }

 private:
  bool pauses() const {
    return action_ == app::JobAction::pause || action_ == app::JobAction::resume;
  }

  app::JobAction action_;
  std::string verb_;
  std::string name_;
  ConfigOption config_;
};

}  // namespace

std::unique_ptr<Command> make_jobs() { return std::make_unique<JobList>(); }
std::unique_ptr<Command> make_jobs_run() {
  return std::make_unique<JobCommand>(app::JobAction::run, "run");
}
std::unique_ptr<Command> make_jobs_cut() {
  return std::make_unique<JobCommand>(app::JobAction::cut, "cut");
}
std::unique_ptr<Command> make_jobs_pause() {
  return std::make_unique<JobCommand>(app::JobAction::pause, "pause");
}
std::unique_ptr<Command> make_jobs_resume() {
  return std::make_unique<JobCommand>(app::JobAction::resume, "resume");
}

}  // namespace sievarr::cli
