#include "add_journal.hpp"

#include <utility>

namespace sievarr::app {
namespace {

adding::Intent intent_of(adding::Add const& add, Instant now) {
  return {
      .instance = add.route.instance, .show_id = add.show_id, .tvdb_id = add.tvdb_id, .since = now};
}

}  // namespace

Outcome<std::vector<adding::Intent>> AddJournal::unfinished() {
  auto const turn = catalogue_.turn();
  return journal_.unfinished();
}

Outcome<adding::Intent> AddJournal::promise(adding::Add const& add,
                                            std::optional<adding::Intent> const& open,
                                            Instant now) {
  auto const turn = catalogue_.turn();
  auto const& instance = add.route.instance;
  if (open && open->instance == instance) return journal_.reopen(*open);
  if (open) {
    // A promise is about one instance. It is surely not there, and no longer to go there.
    auto const done = write(add, {.intent = open->id,
                                  .fate = adding::AddOutcome::put_off,
                                  .words = "goes to " + instance + " by now",
                                  .at = now});
    if (!done) return done.error();
  }
  return journal_.open(intent_of(add, now));
}

Outcome<Done> AddJournal::settle(adding::Add const& add, adding::AddResult const& ending) {
  auto const turn = catalogue_.turn();
  return write(add, ending);
}

Outcome<Done> AddJournal::note(adding::Add const& add, adding::AddResult ending) {
  auto const turn = catalogue_.turn();
  auto const intent = journal_.open(intent_of(add, ending.at));
  if (!intent) return intent.error();
  ending.intent = intent->id;
  return write(add, ending);
}

Outcome<Done> AddJournal::write(adding::Add const& add, adding::AddResult const& ending) {
  auto row = catalogue_.stored().processing(add.show_id);
  if (!row) return row.error();
  store::Changes changes{.endings = {ending}};
  if (*row) {
    auto next = adding::conclude(**row, add, ending, searching_);
    if (next != **row) changes.processing.push_back(std::move(next));
  }
  return catalogue_.write(changes);
}

}  // namespace sievarr::app
