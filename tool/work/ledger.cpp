#include "work/ledger.hpp"

#include <utility>

namespace sievarr::work {
namespace {

decide::Intent intent_of(decide::Add const& add, Instant now) {
  return {
      .instance = add.route.instance, .show_id = add.show_id, .tvdb_id = add.tvdb_id, .since = now};
}

}  // namespace

Outcome<std::vector<decide::Intent>> Ledger::unfinished() {
  auto const turn = catalogue_.turn();
  return journal_.unfinished();
}

Outcome<decide::Intent> Ledger::promise(decide::Add const& add,
                                        std::optional<decide::Intent> const& open, Instant now) {
  auto const turn = catalogue_.turn();
  auto const& instance = add.route.instance;
  if (open && open->instance == instance) return journal_.reopen(*open);
  if (open) {
    // A promise is about one instance. It is surely not there, and no longer to go there.
    auto const done = write(add, {.intent = open->id,
                                  .fate = decide::Fate::put_off,
                                  .words = "goes to " + instance + " by now",
                                  .at = now});
    if (!done) return done.error();
  }
  return journal_.open(intent_of(add, now));
}

Outcome<Done> Ledger::settle(decide::Add const& add, decide::Ending const& ending) {
  auto const turn = catalogue_.turn();
  return write(add, ending);
}

Outcome<Done> Ledger::note(decide::Add const& add, decide::Ending ending) {
  auto const turn = catalogue_.turn();
  auto const intent = journal_.open(intent_of(add, ending.at));
  if (!intent) return intent.error();
  ending.intent = intent->id;
  return write(add, ending);
}

Outcome<Done> Ledger::write(decide::Add const& add, decide::Ending const& ending) {
  auto row = catalogue_.stored().processing(add.show_id);
  if (!row) return row.error();
  store::Changes changes{.endings = {ending}};
  if (*row) {
    auto next = decide::conclude(**row, add, ending, searching_);
    if (next != **row) changes.processing.push_back(std::move(next));
  }
  return catalogue_.write(changes);
}

}  // namespace sievarr::work
