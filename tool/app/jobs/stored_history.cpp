#include "stored_history.hpp"

#include <optional>
#include <utility>

namespace sievarr::app {

Outcome<Done> StoredHistory::keep(store::JobChanges const& changes) {
  auto turn = catalogue_.take_turn();
  auto const done = turn.store().runs().write(changes);
  // What else may be wrong with the storage is not ours to unsay.
  bool const was_failing = std::exchange(has_failed_, !done);
  if (!done || was_failing)
    activity_.see_database(done ? std::nullopt : std::optional(done.error()));
  return done;
}

Outcome<Done> StoredHistory::restore(JobRunner& runner) {
  auto turn = catalogue_.take_turn();
  auto const lost = turn.store().runs().end_lost();
  if (!lost) return lost;
  auto const memory = turn.store().runs().memory();
  if (!memory) return memory.error();
  auto const next = turn.store().runs().next_run();
  if (!next) return next.error();
  runner.remember(*memory, *next);
  return Done{};
}

}  // namespace sievarr::app
