#include "catalogue.hpp"

#include "transaction.hpp"

#include <utility>

namespace sievarr::store {

Outcome<mirror::MirrorContents> Tables::mirror_contents() {
  auto const stamps = shows_.stamps();
  if (!stamps) return stamps.error();
  auto absences = mirror_.absences();
  if (!absences) return absences.error();
  auto pages = mirror_.pages();
  if (!pages) return pages.error();
  return mirror::mirror_contents(*stamps, *std::move(absences), *std::move(pages));
}

Outcome<Done> Catalogue::write(Changes const& changes) {
  auto transaction = Transaction::begin(database_);
  if (!transaction) return transaction.error();
  auto const done = put(changes);
  if (!done) return done.error();
  return transaction->commit();
}

Outcome<Done> Catalogue::put(Changes const& changes) {
  auto done = put(changes.shows);
  if (done) done = show_states_.put(changes.processing);
  if (done) done = mirror_.put(changes.absences);
  if (done) done = mirror_.put(changes.pages);
  if (done) done = add_journal_.put(changes.endings);
  if (done) done = manual_actions_.add(changes.manual_changes);
  if (done) done = activity_.add(changes.activity);
  if (done && changes.activity_since) done = activity_.forget_before(*changes.activity_since);
  if (done && changes.cycle) done = cycles_.put(*changes.cycle);
  if (done && changes.plan) done = plans_.put(*changes.plan);
  if (done && changes.progress) done = mirror_.put(*changes.progress);
  return done;
}

Outcome<Done> Catalogue::put(std::vector<Show> const& shows) {
  auto done = shows_.put(shows);
  for (auto const& show : shows)
    if (done) done = mirror_.end_absence(show.id);
  return done;
}

}  // namespace sievarr::store
