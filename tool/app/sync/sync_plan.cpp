#include "add_journal.hpp"
#include "sync_job.hpp"

#include <sievarr/base/number.hpp>
#include <sievarr/status/activity_words.hpp>

#include <algorithm>
#include <set>
#include <utility>

/// What a cycle would do, and how a plan that a person saw is carried out.
namespace sievarr::app {

using adding::Status;

namespace {

std::string held_words(std::int64_t shows) {
  return to_text(shows) +
         " more shows are wanted since the config changed; look at sievarr plan, then let them "
         "pass with sievarr apply";
}

/// The adds of a plan that would be made now as well, in its order.
std::vector<adding::Add> still_proposed(std::vector<adding::Add> const& plan,
                                        std::vector<adding::Add> const& now) {
  std::vector<adding::Add> both;
  for (auto const& add : plan) {
    auto const same = [&](adding::Add const& each) {
      return each.show_id == add.show_id && each.tvdb_id == add.tvdb_id && each.route == add.route;
    };
    if (std::any_of(now.begin(), now.end(), same)) both.push_back(add);
  }
  return both;
}

Failure changed(adding::Proposal const& plan, adding::Proposal const& now) {
  auto const left = still_proposed(plan.adds, now.adds).size();
  return {.kind = Failure::Kind::refused,
          .text = "what the plan would do has changed: of its " + to_text(plan.adds.size()) +
                  " adds " + to_text(left) + " would be made now, and " +
                  to_text(now.adds.size() - left) + " others",
          .hint = "make a new plan, or apply what is left of this one with --force"};
}

}  // namespace

Outcome<adding::Proposal> SyncJob::propose() {
  auto const judged = check_judged();
  if (!judged) return judged.error();
  auto const unfinished = this->unfinished();
  if (!unfinished) return unfinished.error();
  OpenIntents open;
  for (auto const& intent : *unfinished) open.emplace(intent.show_id, intent);
  return propose(look_into(parts_.instances, plan_), open, Hold::seen);
}

Outcome<adding::Proposal> SyncJob::propose(InstanceSnapshots const& snapshots,
                                           OpenIntents const& open, Hold hold) {
  auto turn = parts_.catalogue.take_turn();
  auto candidates = turn.candidates(plan_);
  if (!candidates) return candidates.error();
  for (auto& candidate : *candidates) {
    // A plan is made without the cycle that would have written this down.
    candidate.row = adding::grown_old(std::move(candidate.row), searching_, parts_.clock.now());
    if (adding::is_due(candidate.row, parts_.clock.now()) && candidate.tvdb_id)
      candidate.row.status = Status::pending;
  }
  auto const unfinished = AddJournal(turn, searching_).unfinished();
  if (!unfinished) return unfinished.error();
  // A series whose intent is open is not proposed unless it is surely not there.
  std::set<std::int64_t> unknown;
  for (auto const& intent : *unfinished)
    if (open.count(intent.show_id) == 0) unknown.insert(intent.show_id);
  candidates->erase(
      std::remove_if(candidates->begin(), candidates->end(),
                     [&](auto const& each) { return unknown.count(each.row.show_id) > 0; }),
      candidates->end());
  auto allowed = allowance(turn, unfinished->size() - open.size(), hold);
  if (!allowed) return allowed.error();
  return adding::propose(*std::move(candidates), snapshots, *std::move(allowed));
}

Outcome<adding::Allowance> SyncJob::allowance(Turn& turn, std::size_t open, Hold hold) {
  auto const span = config_.sync.poll_interval;
  auto const added = turn.store().show_states().added_since(parts_.clock.now() - span.seconds());
  if (!added) return added.error();
  auto const progress = turn.store().mirror().progress();
  if (!progress) return progress.error();
  std::size_t const most = config_.sync.max_adds_per_cycle;
  adding::Allowance allowance{.adds =
                                  most - std::min(most, static_cast<std::size_t>(*added) + open)};
  allowance.used_up = to_text(most) + " adds are allowed within " + span.text() +
                      (*added > 0 ? ", " + to_text(*added) + " were made" : "");
  if (progress->held && hold == Hold::heeded) allowance.held = held_words(*progress->held);
  return allowance;
}

Outcome<adding::AddTotals> SyncJob::apply(Approved const& approved) {
  auto const& plan = approved.plan;
  auto const judged = check_judged();
  if (!judged) return judged.error();
  auto const seen = check_hold(approved.hold);
  if (!seen) return seen.error();
  auto const snapshots = ask_instances();
  if (!snapshots) return snapshots.error();
  auto const open = resume(*snapshots);
  if (!open) return open.error();
  auto const now = propose(*snapshots, *open, Hold::seen);
  if (!now) return now.error();
  if (approved.strictness == Strictness::exact && now->hash != plan.hash)
    return changed(plan, *now);
  auto const adds = still_proposed(plan.adds, now->adds);
  auto const kept = keep(now->findings);
  if (!kept) return kept.error();
  auto const passed = let_pass();
  if (!passed) return passed.error();
  return AddRunner({.catalogue = parts_.catalogue,
                    .searching = searching_,
                    .clock = parts_.clock,
                    .observer = parts_.observer,
                    .stop = parts_.stop},
                   *open)
      .run(adds, parts_.instances);
}

/// Nothing passes while adding is held, unless a person has seen that it is.
Outcome<Done> SyncJob::check_hold(Hold hold) {
  auto turn = parts_.catalogue.take_turn();
  auto const progress = turn.store().mirror().progress();
  if (!progress) return progress.error();
  if (!progress->held || hold == Hold::seen) return Done{};
  return Failure{
      .kind = Failure::Kind::refused,
      .text = "adding is held, and the plan does not say so: " + to_text(*progress->held) +
              " more shows became wanted with a change of the config",
      .hint = "make a new plan and look at it, see sievarr plan"};
}

Outcome<Done> SyncJob::let_pass() {
  auto turn = parts_.catalogue.take_turn();
  auto progress = turn.store().mirror().progress();
  if (!progress) return progress.error();
  if (!progress->held) return Done{};
  auto const released = status::activity_of_hold(progress->held, std::nullopt, parts_.clock.now());
  mirror::release(*progress);
  return turn.write({.activity = {*released}, .progress = *std::move(progress)});
}

}  // namespace sievarr::app
