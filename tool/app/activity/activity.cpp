#include "activity.hpp"

#include <sievarr/reflect/scalar.hpp>

#include <algorithm>
#include <utility>

namespace sievarr::app {
namespace {

using log::Level;
using status::Health;
using status::Step;

constexpr std::string_view room = "work";

std::string_view message_of(std::optional<adding::AddOutcome> fate) {
  if (!fate) return "an add was sent and nobody knows its end yet";
  switch (*fate) {
    case adding::AddOutcome::added: return "added a series";
    case adding::AddOutcome::exists: return "a series is there already";
    case adding::AddOutcome::not_found: return "a series is not known there";
    case adding::AddOutcome::refused: return "a series was refused";
    default: return "an add was put off";
  }
}

}  // namespace

std::map<std::string, double> processed_by(status::CycleRecord const& cycle) {
  return {{"stored", static_cast<double>(cycle.shows_stored)},
          {"judged", static_cast<double>(cycle.judged)},
          {"changed", static_cast<double>(cycle.changed)},
          {"gone", static_cast<double>(cycle.shows_gone)},
          {"added", static_cast<double>(cycle.added)},
          {"exists", static_cast<double>(cycle.already_there)},
          {"failed", static_cast<double>(cycle.refused)}};
}

Tally Activity::tally() const {
  std::lock_guard const lock(mutex_);
  return tally_;
}

status::DaemonStatus Activity::daemon_status() const {
  std::lock_guard const lock(mutex_);
  return daemon_status_;
}

void Activity::hear(Event const& event) {
  {
    std::lock_guard const lock(mutex_);
    std::visit([this](auto const& each) { take(each); }, event);
  }
  event_bus_.tell(clock_.now(), event);
}

void Activity::take(CycleBegan const& began) {
  auto const& cycle = began.cycle;
  tally_.steps.clear();
  step_began_ = cycle.began;
  daemon_status_.running =
      status::JobProgress{.cycle = cycle.id, .kind = cycle.kind, .began = cycle.began};
  log_.say(Level::info, room, "a cycle begins",
           with_cycle({{"kind", reflect::word_of(cycle.kind)}}));
}

void Activity::take(StepBegan const& began) {
  close_step();
  if (daemon_status_.running) daemon_status_.running->step = began.step;
}

/// What the step that is under way took so far.
void Activity::close_step() {
  if (!daemon_status_.running) return;
  auto const now = clock_.now();
  tally_.steps[daemon_status_.running->step] += now - step_began_;
  step_began_ = now;
}

void Activity::take(Decided const& decided) {
  auto const& cycle = decided.cycle;
  tally_.waiting = decided.waiting;
  tally_.planned = cycle.planned;
  advance(0, static_cast<std::size_t>(cycle.planned));
  log_.say(Level::info, room, "decided what to add",
           with_cycle({{"planned", cycle.planned}, {"waiting", cycle.waiting}}));
}

void Activity::take(InstanceSeen const& seen) {
  bool const ready = seen.state == adding::InstanceSnapshot::State::ready;
  see(daemon_status_.instances[seen.name], seen.name,
      ready ? std::nullopt : std::optional(seen.words));
}

void Activity::take(PageSettled const& page) {
  advance(static_cast<std::size_t>(page.page + 1), static_cast<std::size_t>(page.last + 1));
  see(daemon_status_.tvmaze, "tvmaze", std::nullopt);
  log_.say(Level::debug, room, "a page is stored",
           with_cycle({{"page", page.page}, {"last", page.last}, {"shows", page.shows}}));
}

void Activity::take(ShowsSettled const& shows) { advance(shows.done, shows.all); }

void Activity::take(JudgedAgain const& judged) {
  log_.say(Level::info, room, "the catalogue was judged again",
           with_cycle({{"judged", judged.judged},
                       {"changed", judged.changed},
                       {"newly_wanted", judged.newly_wanted},
                       {"unwanted", judged.unwanted}}));
  auto const& was = daemon_status_.progress.held_since;
  if (judged.progress.held && was != judged.progress.held_since)
    log_.say(Level::warning, room,
             "adding is held: a change of the config made many more shows wanted; look at sievarr "
             "plan, then let them pass with sievarr apply",
             with_cycle({{"shows", *judged.progress.held}}));
  daemon_status_.progress = judged.progress;
}

void Activity::take(AddEnded const& add) {
  if (daemon_status_.running) {
    ++daemon_status_.running->done;
    if (add.fate == adding::AddOutcome::added) ++daemon_status_.running->added;
  }
  bool const bad = !add.fate || *add.fate == adding::AddOutcome::refused;
  log::Fields fields{
      {"show", add.add.show_id}, {"title", add.add.title}, {"instance", add.add.route.instance}};
  if (!add.words.empty()) fields.emplace_back("words", add.words);
  if (!add.hint.empty()) fields.emplace_back("hint", add.hint);
  log_.say(bad ? Level::warning : Level::info, room, message_of(add.fate),
           with_cycle(std::move(fields)));
}

void Activity::take(Trouble const& trouble) {
  if (daemon_status_.running) ++daemon_status_.running->troubles;
  log_.say(Level::warning, room, "a step failed, the cycle goes on",
           with_cycle({{"where", trouble.where}, {"words", trouble.failure.told()}}));
}

void Activity::enter(status::Phase phase) {
  {
    std::lock_guard const lock(mutex_);
    if (daemon_status_.phase == status::Phase::stopping) return;
    daemon_status_.phase = phase;
    if (phase != status::Phase::running) daemon_status_.running = std::nullopt;
  }
  event_bus_.tell(clock_.now(), PhaseChanged{phase});
}

void Activity::know(mirror::MirrorProgress const& progress) {
  std::lock_guard const lock(mutex_);
  daemon_status_.progress = progress;
}

void Activity::remember(std::optional<status::CycleRecord> last) {
  std::lock_guard const lock(mutex_);
  daemon_status_.last_cycle = std::move(last);
}

void Activity::end(status::CycleRecord const& cycle) {
  {
    std::lock_guard const lock(mutex_);
    log::Fields fields{{"kind", reflect::word_of(cycle.kind)},
                       {"requests", cycle.requests},
                       {"stored", cycle.shows_stored},
                       {"added", cycle.added},
                       {"refused", cycle.refused},
                       {"waiting", cycle.waiting}};
    if (cycle.error) fields.emplace_back("error", *cycle.error);
    log_.say(cycle.error ? Level::warning : Level::info, room, "a cycle has ended",
             with_cycle(std::move(fields)));
    close_step();
    ++tally_.cycles[cycle.error ? "failed" : "good"];
    for (auto const& [name, count] : processed_by(cycle)) tally_.processed[name] += count;
    daemon_status_.last_cycle = cycle;
  }
  event_bus_.tell(clock_.now(), CycleEnded{cycle});
}

void Activity::see_tvmaze(std::optional<Failure> const& failure) {
  std::lock_guard const lock(mutex_);
  see(daemon_status_.tvmaze, "tvmaze", failure ? std::optional(failure->told()) : std::nullopt);
}

void Activity::see_database(std::optional<Failure> const& failure) {
  std::lock_guard const lock(mutex_);
  see(daemon_status_.database, "database", failure ? std::optional(failure->told()) : std::nullopt);
}

void Activity::see_instance(std::string const& name, std::optional<std::string> const& trouble) {
  std::lock_guard const lock(mutex_);
  see(daemon_status_.instances[name], name, trouble);
}

void Activity::see_answer(std::string const& name, std::optional<std::string> const& trouble) {
  std::lock_guard const lock(mutex_);
  // One that the config no longer has may have been asked just before.
  auto const known = daemon_status_.instances.find(name);
  if (known == daemon_status_.instances.end()) return;
  auto& health = known->second;
  auto const silent = silent_.find(name);
  if (trouble) {
    silent_[name] = *trouble;
    if (health.healthy) see(health, name, trouble);
  } else if (silent != silent_.end()) {
    if (health.words == silent->second) see(health, name, std::nullopt);
    silent_.erase(silent);
  }
}

void Activity::hear(JobEvent const& event) {
  log::Fields fields{{"job", event.job}};
  if (!event.run) {
    fields.emplace_back("words", event.words);
    log_.say(Level::info, room, "a job was paused or resumed", fields);
  } else {
    auto const& run = *event.run;
    fields.emplace_back("run", run.correlation);
    if (run.result) fields.emplace_back("result", reflect::word_of(*run.result));
    if (run.error) fields.emplace_back("words", *run.error);
    bool const was_skipped = run.result && !run.started;
    log_.say(was_skipped ? Level::info : Level::debug, room,
             was_skipped  ? "a run was skipped"
             : run.result ? "a run is over"
                          : "a run begins",
             fields);
  }
  event_bus_.tell(clock_.now(), event);
}

void Activity::tell(std::vector<status::ActivityRecord> const& records) {
  event_bus_.tell(clock_.now(), ActivityNoted{records.back()});
}

void Activity::keep_instances(std::vector<std::string> const& names,
                              std::vector<std::string> disabled) {
  std::lock_guard const lock(mutex_);
  daemon_status_.disabled = std::move(disabled);
  std::erase_if(daemon_status_.instances, [&](auto const& each) {
    return std::find(names.begin(), names.end(), each.first) == names.end();
  });
}

void Activity::read_config(std::optional<std::string> const& trouble,
                           std::vector<std::string> needs_restart) {
  Health health;
  {
    std::lock_guard const lock(mutex_);
    ++(trouble ? daemon_status_.failed_reloads : daemon_status_.reloads);
    see(daemon_status_.config, "config", trouble);
    if (!trouble) daemon_status_.needs_restart = std::move(needs_restart);
    health = daemon_status_.config;
  }
  event_bus_.tell(clock_.now(), ConfigRead{std::move(health)});
}

/// Says it once when it changes; what stays as it was is old news.
void Activity::see(Health& health, std::string_view what, std::optional<std::string> const& words) {
  bool const known = health.since.has_value();
  if (known && health.words == words) return;
  bool const was_healthy = health.healthy;
  health = {.healthy = !words, .since = clock_.now(), .words = words};
  if (words)
    log_.say(Level::error, room, "a component is not healthy",
             with_cycle({{"what", std::string{what}}, {"words", *words}}));
  else if (!was_healthy)
    log_.say(Level::info, room, "a component is healthy again",
             with_cycle({{"what", std::string{what}}}));
}

void Activity::advance(std::size_t done, std::size_t all) {
  if (!daemon_status_.running) return;
  daemon_status_.running->done = static_cast<std::int64_t>(done);
  daemon_status_.running->all = static_cast<std::int64_t>(all);
}

log::Fields Activity::with_cycle(log::Fields fields) const {
  if (daemon_status_.running)
    fields.emplace(fields.begin(), "cycle", daemon_status_.running->cycle);
  return fields;
}

}  // namespace sievarr::app
