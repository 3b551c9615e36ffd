#include "application.hpp"

#include <sievarr/base/number.hpp>
#include <sievarr/status/activity_words.hpp>

#include <utility>

namespace sievarr::app {
namespace {

/// The first error, and how many more there are.
std::optional<std::string> trouble_in(Problems const& problems) {
  std::optional<std::string> words;
  std::size_t more = 0;
  for (auto const& problem : problems) {
    if (problem.severity != Severity::error) continue;
    if (words)
      ++more;
    else
      words = to_text(problem);
  }
  if (more > 0) *words += "; and " + to_text(more) + " more";
  return words;
}

Problem unreadable(Failure const& failure) {
  return {.message = failure.told(), .code = "unreadable", .fix = {}};
}

}  // namespace

Reloaded Application::reload() {
  std::lock_guard const one_at_a_time(reloading_);
  if (!ready()) return {.problems = {unreadable(not_ready())}};
  auto read = dependencies_.read(os::day_of(dependencies_.clock.now()));
  if (!read) return remember({.problems = {unreadable(read.error())}});
  if (has_errors(read->problems)) return remember({.problems = std::move(read->problems)});
  auto check = check_servers(*read);
  append(read->problems, check.problems);
  if (has_errors(read->problems)) return remember({.problems = std::move(read->problems)});
  note(check);
  return put_in_force(*std::move(read));
}

/// Writes down that a config came into force, or why it did not.
void Application::note_config(std::optional<std::string> const& trouble) {
  auto const record = status::activity_of_config(trouble, dependencies_.clock.now());
  auto const written = storage_->catalogue().take_turn().write({.activity = {record}});
  if (!written) activity_.see_database(written.error());
}

Reloaded Application::remember(Reloaded reloaded) {
  auto const trouble = trouble_in(reloaded.problems);
  if (trouble) note_config(trouble);
  activity_.read_config(trouble_in(reloaded.problems), reloaded.needs_restart);
  std::lock_guard const lock(mutex_);
  reloaded_ = reloaded;
  return reloaded;
}

Reloaded Application::last_reload() const {
  std::lock_guard const lock(mutex_);
  return reloaded_;
}

/// A cycle that is under way ends at its next safe point and begins anew: what it has not sent yet
/// is decided by the new config.
Reloaded Application::put_in_force(ActiveConfig active) {
  Reloaded reloaded{.problems = active.problems,
                    .needs_restart = needing_restart(first_, active.config())};
  auto const next = std::make_shared<ActiveConfig const>(std::move(active));
  dependencies_.log.follow(next->config().logging);
  runner_->set_jobs(jobs_of(next->config()));
  auto const followed = credentials_->follow(next->config().access);
  if (!followed) activity_.see_database(followed.error());
  bool idle = true;
  bool is_same = true;
  {
    std::lock_guard const lock(mutex_);
    bool const same = next->loaded.document == setup_.active->loaded.document;
    if (!same_servers(next->config(), setup_.active->config()))
      setup_.connections = std::make_shared<Connections>(
          next->config(), Connections::Dependencies{.clock = dependencies_.clock,
                                                    .environment = dependencies_.environment,
                                                    .stop = dependencies_.now,
                                                    .meter = &meter_});
    setup_.active = next;
    idle = !running_;
    is_same = same;
    if (!same && running_) {
      cut_.request_stop();
      runner_->make_due(catalogue_job_name, schedule::Trigger::request);
    }
    if (same && running_) running_ = next;
  }
  if (!is_same) note_config(std::nullopt);
  auto const judged = idle ? judge_if_needed(*next) : Outcome<Done>(Done{});
  if (!judged) activity_.see_database(judged.error());
  return remember(std::move(reloaded));
}

}  // namespace sievarr::app
