#include "turn.hpp"

#include "catalogue.hpp"
#include "rejudge.hpp"

#include <sievarr/adding/propose.hpp>
#include <sievarr/adding/settle.hpp>
#include <sievarr/filter/columns/judge_all.hpp>

#include <cassert>
#include <thread>
#include <utility>

namespace sievarr::app {

using adding::Status;

Turn::Turn(Catalogue& catalogue) : catalogue_(catalogue), lock_(catalogue.mutex_, std::defer_lock) {
  // It would wait for itself.
  assert(catalogue_.holder_ != std::this_thread::get_id());
  lock_.lock();
  catalogue_.holder_ = std::this_thread::get_id();
}

Turn::~Turn() { catalogue_.holder_ = std::thread::id{}; }

store::Tables& Turn::store() { return catalogue_.store_; }

filter::Table const& Turn::table() const { return catalogue_.table_; }

adding::Roster const& Turn::roster() const { return catalogue_.roster_; }

Outcome<Done> Turn::write(store::Changes const& changes) {
  auto const done = catalogue_.store_.write(changes);
  if (done) remember(changes);
  if (done) catalogue_.tell(changes.activity);
  return done;
}

void Turn::remember(store::Changes const& changes) {
  auto const lock = catalogue_.memory_.to_change();
  for (auto const& show : changes.shows) catalogue_.table_.upsert(show);
  for (auto const& state : changes.processing)
    if (auto const row = catalogue_.table_.find(state.show_id)) catalogue_.roster_.set(*row, state);
  for (auto const& absence : changes.absences)
    if (absence.gone) catalogue_.table_.remove(absence.show_id);
}

Outcome<std::vector<adding::Arrival>> Turn::arrivals(std::vector<Show> shows) {
  std::vector<adding::Arrival> arrivals;
  arrivals.reserve(shows.size());
  for (auto& show : shows) {
    adding::Arrival arrival{.show = std::move(show)};
    auto const row = table().find(arrival.show.id);
    if (row && roster().knows(*row)) {
      auto state = store().show_states().find(arrival.show.id);
      if (!state) return state.error();
      arrival.before = {.row = *std::move(state), .tvdb_id = table().at(*row).tvdb_id};
    }
    arrivals.push_back(std::move(arrival));
  }
  return arrivals;
}

Outcome<JudgedAgain> Turn::judge_again(filter::Plan const& plan, Instant now, std::size_t limit) {
  // A copy is judged, so that nobody sees what may not be committed.
  auto judged_roster = roster();
  JudgeAgain judge({catalogue_.database_, catalogue_.store_, table(), judged_roster}, plan, now);
  auto const judged = judge.judge(limit);
  if (!judged) return judged;
  auto const lock = catalogue_.memory_.to_change();
  catalogue_.roster_ = std::move(judged_roster);
  catalogue_.tell(judged->activity);
  return judged;
}

Outcome<std::optional<JudgedAgain>> Turn::judge_if_needed(filter::Plan const& plan, Instant now,
                                                          std::size_t limit) {
  auto const progress = store().mirror().progress();
  if (!progress) return progress.error();
  if (progress->judging_key == adding::judging_key(plan)) return std::optional<JudgedAgain>();
  auto judged = judge_again(plan, now, limit);
  if (!judged) return judged.error();
  return std::optional(*std::move(judged));
}

bool Turn::is_candidate(std::size_t row) const {
  if (table().gone()[row] != 0 || !roster().knows(row)) return false;
  auto const status = roster().status(row);
  return status == Status::pending || status == Status::review || status == Status::pending_tvdb;
}

bool Turn::may_be_added(std::int64_t show_id) const {
  auto const row = table().find(show_id);
  return row && is_candidate(*row);
}

Outcome<std::vector<adding::Candidate>> Turn::candidates(filter::Plan const& plan) {
  auto const judged = filter::judge_all(plan, table());
  std::vector<adding::Candidate> candidates;
  for (auto const row : table().by_id()) {
    if (!is_candidate(row)) continue;
    auto found = candidate(row);
    if (!found) return found.error();
    found->route = adding::destination(plan, judged.decisions.at(row), found->row);
    found->always = circumstances_of(plan, table().at(row)).always;
    candidates.push_back(*std::move(found));
  }
  return candidates;
}

Outcome<adding::Candidate> Turn::candidate(std::size_t row) {
  auto show = table().at(row);
  auto state = store().show_states().find(show.id);
  if (!state) return state.error();
  return adding::Candidate{.row = state->value_or(adding::ShowState{.show_id = show.id}),
                           .title = std::move(show.title),
                           .tvdb_id = show.tvdb_id,
                           .popularity = show.weight.value_or(0)};
}

Outcome<std::vector<adding::RefusedShow>> Turn::refused() {
  std::vector<adding::RefusedShow> shows;
  for (auto const row : adding::rows_in(Status::failed, table(), roster())) {
    auto show = table().at(row);
    auto const state = store().show_states().find(show.id);
    if (!state) return state.error();
    if (!*state) continue;
    shows.push_back({.show_id = show.id,
                     .title = std::move(show.title),
                     .instance = (*state)->instance,
                     .words = (*state)->error.value_or("")});
  }
  return shows;
}

Outcome<adding::PlanReport> Turn::completed(adding::PlanReport plan) {
  auto refused = this->refused();
  if (!refused) return refused.error();
  auto const progress = store().mirror().progress();
  if (!progress) return progress.error();
  plan.refused = *std::move(refused);
  adding::tell_hold(plan, *progress);
  return plan;
}

}  // namespace sievarr::app
