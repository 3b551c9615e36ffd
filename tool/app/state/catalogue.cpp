#include "catalogue.hpp"

#include "rejudge.hpp"

#include <sievarr/adding/destination.hpp>
#include <sievarr/filter/columns/judge_all.hpp>

#include <utility>

namespace sievarr::app {

using adding::Status;

Outcome<filter::Table> table_of(store::Catalogue& stored) {
  filter::Table table;
  auto const read = stored.each_show([&](Show const& show) { table.upsert(show); });
  if (!read) return read.error();
  auto const absences = stored.absences();
  if (!absences) return absences.error();
  for (auto const& absence : *absences)
    if (absence.gone) table.remove(absence.show_id);
  table.shrink();
  return table;
}

Outcome<Done> Catalogue::load() {
  auto const held = turn();
  auto table = table_of(store_);
  if (!table) return table.error();
  adding::Roster roster;
  auto const done = store_.each_processing([&](adding::ShowState const& state) {
    if (auto const row = table->find(state.show_id)) roster.set(*row, state);
  });
  if (!done) return done;
  auto const lock = memory_.to_change();
  table_ = *std::move(table);
  roster_ = std::move(roster);
  return Done{};
}

Outcome<Done> Catalogue::write(store::Changes const& changes) {
  auto const held = turn();
  auto const done = store_.write(changes);
  if (done) remember(changes);
  return done;
}

void Catalogue::remember(store::Changes const& changes) {
  auto const lock = memory_.to_change();
  for (auto const& show : changes.shows) table_.upsert(show);
  for (auto const& state : changes.processing)
    if (auto const row = table_.find(state.show_id)) roster_.set(*row, state);
  for (auto const& absence : changes.absences)
    if (absence.gone) table_.remove(absence.show_id);
}

Outcome<std::vector<adding::Arrival>> Catalogue::arrivals(std::vector<Show> shows) {
  auto const held = turn();
  std::vector<adding::Arrival> arrivals;
  arrivals.reserve(shows.size());
  for (auto& show : shows) {
    adding::Arrival arrival{.show = std::move(show)};
    auto const row = table_.find(arrival.show.id);
    if (row && roster_.knows(*row)) {
      auto state = store_.processing(arrival.show.id);
      if (!state) return state.error();
      arrival.before = {.row = *std::move(state), .tvdb_id = table_.at(*row).tvdb_id};
    }
    arrivals.push_back(std::move(arrival));
  }
  return arrivals;
}

Outcome<JudgedAgain> Catalogue::judge_again(filter::Plan const& plan, Instant now,
                                            std::size_t limit) {
  auto const held = turn();
  // A copy is judged, so that nobody sees what may not be committed.
  auto roster = roster_;
  auto const judged = JudgeAgain({database_, store_, table_, roster}, plan, now).judge(limit);
  if (!judged) return judged;
  auto const lock = memory_.to_change();
  roster_ = std::move(roster);
  return judged;
}

Outcome<std::vector<adding::Candidate>> Catalogue::candidates(filter::Plan const& plan) {
  auto const held = turn();
  auto const judged = filter::judge_all(plan, table_);
  std::vector<adding::Candidate> candidates;
  for (auto const row : table_.by_id()) {
    if (table_.gone()[row] != 0 || !roster_.knows(row)) continue;
    auto const status = roster_.status(row);
    if (status != Status::pending && status != Status::review && status != Status::pending_tvdb)
      continue;
    auto found = candidate(row);
    if (!found) return found.error();
    found->route = adding::destination(plan, judged.decisions.at(row), found->row);
    found->always = circumstances_of(plan, table_.at(row)).always;
    candidates.push_back(*std::move(found));
  }
  return candidates;
}

Outcome<adding::Candidate> Catalogue::candidate(std::size_t row) {
  auto show = table_.at(row);
  auto state = store_.processing(show.id);
  if (!state) return state.error();
  return adding::Candidate{.row = state->value_or(adding::ShowState{.show_id = show.id}),
                           .title = std::move(show.title),
                           .tvdb_id = show.tvdb_id,
                           .popularity = show.weight.value_or(0)};
}

Outcome<std::vector<adding::RefusedShow>> Catalogue::refused() {
  auto const held = turn();
  std::vector<adding::RefusedShow> shows;
  for (auto const row : adding::rows_in(Status::failed, table_, roster_)) {
    auto show = table_.at(row);
    auto const state = store_.processing(show.id);
    if (!state) return state.error();
    if (!*state) continue;
    shows.push_back({.show_id = show.id,
                     .title = std::move(show.title),
                     .instance = (*state)->instance,
                     .words = (*state)->error.value_or("")});
  }
  return shows;
}

}  // namespace sievarr::app
