#include "catalogue.hpp"

#include <utility>

namespace sievarr::app {

Outcome<filter::Table> table_of(store::Tables& stored) {
  filter::Table table;
  auto const read = stored.shows().each([&](Show const& show) { table.upsert(show); });
  if (!read) return read.error();
  auto const absences = stored.mirror().absences();
  if (!absences) return absences.error();
  for (auto const& absence : *absences)
    if (absence.gone) table.remove(absence.show_id);
  table.shrink();
  return table;
}

Outcome<Done> Catalogue::load() {
  auto const turn = take_turn();
  auto table = table_of(store_);
  if (!table) return table.error();
  adding::Roster roster;
  auto const done = store_.show_states().each([&](adding::ShowState const& state) {
    if (auto const row = table->find(state.show_id)) roster.set(*row, state);
  });
  if (!done) return done;
  auto const lock = memory_.to_change();
  table_ = *std::move(table);
  roster_ = std::move(roster);
  return Done{};
}

}  // namespace sievarr::app
