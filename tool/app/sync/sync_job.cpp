#include "sync_job.hpp"

#include "add_journal.hpp"

#include <sievarr/adding/settle.hpp>
#include <sievarr/base/failure_kind.hpp>
#include <sievarr/status/activity_words.hpp>

#include <algorithm>
#include <set>
#include <utility>
#include <variant>

namespace sievarr::app {
namespace {

using adding::AddOutcome;
using adding::Status;

/// Whether a failure ends the whole cycle: somebody wants that, or the storage does.
bool ends_cycle(Failure const& failure) {
  return class_of(failure.kind) == FailureClass::interrupted || is_of_storage(failure.kind);
}

/// An add as the journal knows it, for what is over before it is sent again.
adding::Add add_of(adding::Intent const& intent) {
  adding::Add add{.show_id = intent.show_id, .tvdb_id = intent.tvdb_id, .title = {}};
  add.route.instance = intent.instance;
  return add;
}

}  // namespace

SyncJob::SyncJob(Parts parts, config::Config const& config, filter::Plan const& plan)
    : parts_(std::move(parts)),
      config_(config),
      plan_(plan),
      searching_{config.sync.retry_delay.seconds(), config.sync.abandon_after.seconds()} {}

Outcome<Report> SyncJob::run(status::SyncMode mode) {
  auto done = begin(mode);
  if (!done) return done.error();
  parts_.observer.hear(CycleBegan{report_.cycle});
  done = judge_if_needed();
  if (done) done = gather();
  if (done) done = decide_and_act();
  if (!done) report_.cycle.error = done.error().text;
  report_.cycle.ended = parts_.clock.now();
  auto const written = close();
  if (!done) return done.error();
  if (!written) return written.error();
  return report_;
}

/// Writes down what the cycle came to, and the plan, if it came to one.
Outcome<Done> SyncJob::close() {
  auto turn = parts_.catalogue.take_turn();
  store::Changes changes{.activity_since = *report_.cycle.ended - status::activity_kept,
                         .cycle = report_.cycle};
  if (auto record = status::activity_of(report_.cycle))
    changes.activity.push_back(*std::move(record));
  if (is_decided_) {
    auto plan = turn.completed({.made = *report_.cycle.ended,
                                .dry_run = config_.dry_run,
                                .filter_hash = plan_.filter_hash,
                                .proposal = report_.proposal});
    if (!plan) return plan.error();
    changes.plan = *std::move(plan);
  }
  return turn.write(changes);
}

Outcome<Done> SyncJob::begin(status::SyncMode mode) {
  auto turn = parts_.catalogue.take_turn();
  auto const number = turn.store().cycles().next_number();
  if (!number) return number.error();
  auto const progress = turn.store().mirror().progress();
  if (!progress) return progress.error();
  report_ = {};
  is_decided_ = false;
  report_.cycle.id = *number;
  report_.cycle.began = parts_.clock.now();
  report_.cycle.kind =
      mode == status::SyncMode::full ? status::SyncMode::full : MirrorUpdate::kind_for(*progress);
  return Done{};
}

Outcome<Done> SyncJob::judge_if_needed() {
  auto const judged = parts_.catalogue.take_turn().judge_if_needed(
      plan_, parts_.clock.now(), std::size_t{config_.sync.hold_above});
  if (!judged) return judged.error();
  if (!*judged) return Done{};
  report_.cycle.judged += static_cast<std::int64_t>((*judged)->judged);
  report_.cycle.changed += static_cast<std::int64_t>((*judged)->changed);
  parts_.observer.hear(**judged);
  return Done{};
}

/// Rows that another config has judged say nothing about this one.
Outcome<Done> SyncJob::check_judged() {
  auto turn = parts_.catalogue.take_turn();
  auto const progress = turn.store().mirror().progress();
  if (!progress) return progress.error();
  if (progress->judging_key == adding::judging_key(plan_)) return Done{};
  return Failure{.kind = Failure::Kind::refused,
                 .text = "the config has changed since the catalogue was judged",
                 .hint =
                     "judge it again first: sievarr sync; or see what the change does: sievarr "
                     "diff OLD NEW"};
}

Outcome<Done> SyncJob::gather() {
  parts_.observer.hear(StepBegan{status::Step::gathering});
  MirrorUpdate mirror_update({.tvmaze = parts_.tvmaze,
                              .catalogue = parts_.catalogue,
                              .clock = parts_.clock,
                              .observer = parts_.observer,
                              .stop = parts_.stop},
                             plan_, config_.tvmaze.update_window);
  auto const done = mirror_update.run(report_.cycle);
  if (done || ends_cycle(done.error())) return done;
  // What is known already can be decided all the same.
  report_.cycle.error = done.error().text;
  parts_.observer.hear(Trouble{"tvmaze", done.error()});
  return Done{};
}

Outcome<Done> SyncJob::decide_and_act() {
  parts_.observer.hear(StepBegan{status::Step::deciding});
  auto const old = age();
  if (!old) return old;
  auto const snapshots = ask_instances();
  if (!snapshots) return snapshots.error();
  auto open = resume(*snapshots);
  if (!open) return open.error();
  auto const marked = mark_library(*snapshots);
  if (!marked) return marked;
  auto proposal = propose(*snapshots, *open, Hold::heeded);
  if (!proposal) return proposal.error();
  report_.proposal = *std::move(proposal);
  is_decided_ = true;
  auto& cycle = report_.cycle;
  cycle.planned = static_cast<std::int64_t>(report_.proposal.adds.size());
  cycle.waiting = static_cast<std::int64_t>(report_.proposal.waiting.size());
  auto const kept = keep(report_.proposal.findings);
  Decided decided{cycle};
  for (auto const& each : report_.proposal.waiting) ++decided.waiting[each.cause];
  parts_.observer.hear(decided);
  if (!kept || config_.dry_run) return kept;
  parts_.observer.hear(StepBegan{status::Step::adding});
  AddRunner add_runner({.catalogue = parts_.catalogue,
                        .searching = searching_,
                        .clock = parts_.clock,
                        .observer = parts_.observer,
                        .stop = parts_.stop},
                       *open);
  report_.totals = add_runner.run(report_.proposal.adds, parts_.instances);
  cycle.added = report_.totals.added;
  cycle.already_there = report_.totals.already_there;
  // In the record of a cycle, what an instance does not know counts as refused by it.
  cycle.refused = report_.totals.refused + report_.totals.not_found;
  return Done{};
}

/// Asks each instance for all that deciding takes, and says whether it can be used.
Outcome<SyncJob::InstanceSnapshots> SyncJob::ask_instances() {
  auto snapshots = look_into(parts_.instances, plan_);
  // Answers that nobody waited for say nothing about an instance.
  if (parts_.stop.stop_requested())
    return Failure{.kind = Failure::Kind::cancelled, .text = std::string{stopped_deciding}};
  for (auto const& [name, each] : snapshots)
    if (each.state != adding::InstanceSnapshot::State::disabled)
      parts_.observer.hear(InstanceSeen{name, each.state, each.words});
  return snapshots;
}

Outcome<std::vector<adding::Intent>> SyncJob::unfinished() {
  auto turn = parts_.catalogue.take_turn();
  return AddJournal(turn, searching_).unfinished();
}

/// Settles what an earlier life left open, as far as the instances could be asked.
Outcome<OpenIntents> SyncJob::resume(InstanceSnapshots const& snapshots) {
  auto turn = parts_.catalogue.take_turn();
  AddJournal journal(turn, searching_);
  auto const unfinished = journal.unfinished();
  if (!unfinished) return unfinished.error();
  adding::Libraries libraries;
  for (auto const& [name, each] : snapshots)
    if (each.state == adding::InstanceSnapshot::State::ready) libraries.emplace(name, each.library);
  OpenIntents open;
  for (auto const& action : adding::resume(*unfinished, libraries, parts_.clock.now())) {
    if (auto const* const over = std::get_if<adding::Conclude>(&action)) {
      auto const intent =
          std::find_if(unfinished->begin(), unfinished->end(),
                       [&](auto const& each) { return each.id == over->ending.intent; });
      auto const settled = journal.settle(add_of(*intent), over->ending);
      if (!settled) return settled.error();
    } else if (auto const* const again = std::get_if<adding::SendAgain>(&action)) {
      if (turn.may_be_added(again->intent.show_id)) {
        open.emplace(again->intent.show_id, again->intent);
        continue;
      }
      // Nobody would ever send it, so it would stay open for ever.
      auto const settled =
          journal.settle(add_of(again->intent), {.intent = again->intent.id,
                                                 .fate = AddOutcome::put_off,
                                                 .words = "is not there, and not wanted any more",
                                                 .at = parts_.clock.now()});
      if (!settled) return settled.error();
    }
  }
  return open;
}

Outcome<Done> SyncJob::keep(std::vector<adding::Finding> const& findings) {
  auto turn = parts_.catalogue.take_turn();
  store::Changes changes;
  for (auto const& finding : findings) {
    auto const row = turn.store().show_states().find(finding.show_id);
    if (!row) return row.error();
    if (*row) changes.processing.push_back(adding::conclude(**row, finding, parts_.clock.now()));
  }
  if (changes.processing.empty()) return Done{};
  return turn.write(changes);
}

/// Shows that nobody here wants and that are in a library all the same.
Outcome<Done> SyncJob::mark_library(InstanceSnapshots const& snapshots) {
  auto turn = parts_.catalogue.take_turn();
  std::set<std::int64_t> have;
  for (auto const& [name, each] : snapshots) {
    if (each.state == adding::InstanceSnapshot::State::disabled) continue;
    if (each.state != adding::InstanceSnapshot::State::ready) return Done{};
    for (auto const& [tvdb_id, series_id] : each.library) have.insert(tvdb_id);
  }
  auto const& table = turn.table();
  auto const& roster = turn.roster();
  store::Changes changes;
  for (auto const row : table.by_id()) {
    if (!roster.knows(row) || roster.status(row) != Status::filtered) continue;
    bool const is_there = have.count(filter::tvdb_numbers(table)[row]) > 0;
    if (is_there == roster.in_library(row)) continue;
    auto state = turn.store().show_states().find(table.ids()[row]);
    if (!state) return state.error();
    if (!*state) continue;
    (*state)->in_library = is_there;
    changes.processing.push_back(**std::move(state));
  }
  if (changes.processing.empty()) return Done{};
  return turn.write(changes);
}

Outcome<Done> SyncJob::age() {
  auto turn = parts_.catalogue.take_turn();
  auto const& table = turn.table();
  auto const& roster = turn.roster();
  store::Changes changes;
  for (auto const row : table.by_id()) {
    if (!roster.knows(row)) continue;
    if (roster.status(row) != Status::pending_tvdb && !roster.is_for_later(row)) continue;
    auto state = turn.store().show_states().find(table.ids()[row]);
    if (!state) return state.error();
    if (!*state) continue;
    auto const now = parts_.clock.now();
    auto older = adding::asked_again(adding::grown_old(**state, searching_, now), now);
    if (older != **state) changes.processing.push_back(std::move(older));
  }
  if (changes.processing.empty()) return Done{};
  return turn.write(changes);
}

}  // namespace sievarr::app
