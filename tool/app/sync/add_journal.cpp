#include "add_journal.hpp"

#include <sievarr/status/activity_words.hpp>

#include <utility>

namespace sievarr::app {
namespace {

adding::Intent intent_of(adding::Add const& add, Instant now) {
  return {
      .instance = add.route.instance, .show_id = add.show_id, .tvdb_id = add.tvdb_id, .since = now};
}

}  // namespace

Outcome<std::vector<adding::Intent>> AddJournal::unfinished() {
  return turn_.store().add_journal().unfinished();
}

Outcome<adding::Intent> AddJournal::promise(adding::Add const& add,
                                            std::optional<adding::Intent> const& open,
                                            Instant now) {
  auto& journal = turn_.store().add_journal();
  auto const& instance = add.route.instance;
  if (open && open->instance == instance) return journal.reopen(*open);
  if (open) {
    // A promise is about one instance. It is surely not there, and no longer to go there.
    auto const done = write(add, {.intent = open->id,
                                  .fate = adding::AddOutcome::put_off,
                                  .words = "goes to " + instance + " by now",
                                  .at = now});
    if (!done) return done.error();
  }
  return journal.open(intent_of(add, now));
}

Outcome<Done> AddJournal::settle(adding::Add const& add, adding::AddResult result) {
  if (result.intent == 0) {
    auto const intent = turn_.store().add_journal().open(intent_of(add, result.at));
    if (!intent) return intent.error();
    result.intent = intent->id;
  }
  return write(add, result);
}

/// An add that an earlier life left behind has no title.
adding::Add AddJournal::titled(adding::Add add) const {
  if (!add.title.empty()) return add;
  if (auto const row = turn_.table().find(add.show_id)) add.title = turn_.table().at(*row).title;
  return add;
}

Outcome<Done> AddJournal::write(adding::Add const& add, adding::AddResult const& result) {
  auto state = turn_.store().show_states().find(add.show_id);
  if (!state) return state.error();
  store::Changes changes{.endings = {result}};
  if (auto record = status::activity_of(titled(add), result))
    changes.activity.push_back(*std::move(record));
  if (*state) {
    auto next = adding::conclude(**state, add, result, searching_);
    if (next != **state) changes.processing.push_back(std::move(next));
  }
  return turn_.write(changes);
}

}  // namespace sievarr::app
