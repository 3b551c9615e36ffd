#include "mirror_update.hpp"

#include <sievarr/mirror/fetch_show.hpp>
#include <sievarr/mirror/fetch_walk.hpp>
#include <sievarr/mirror/fetch_window.hpp>

#include <algorithm>
#include <utility>

namespace sievarr::app {
namespace {

using mirror::PageOutcome;
using status::SyncMode;
using PageKind = tvmaze::PageAnswer::Kind;

/// So many shows that were asked for one by one are written together.
constexpr std::size_t most_at_once = 50;

/// So many failures in a row end the cycle: a server that is down is not asked for thousands of
/// shows.
constexpr int most_failures = 10;

}  // namespace

SyncMode MirrorUpdate::kind_for(mirror::MirrorProgress const& progress) {
  return progress.last_full_sync && !progress.full_sync_since ? SyncMode::incremental
                                                              : SyncMode::full;
}

Outcome<Done> MirrorUpdate::run(status::CycleRecord& cycle) {
  cycle_ = &cycle;
  auto done = prepare(cycle.kind);
  if (done) done = ask_updates();
  if (done && cycle.kind == SyncMode::full) done = walk();
  if (done) done = fetch(mirror::plan_fetch(updates_, contents_, dependencies_.clock.now()));
  if (done) done = finish(cycle.kind);
  return done;
}

Outcome<Done> MirrorUpdate::prepare(SyncMode kind) {
  auto turn = dependencies_.catalogue.take_turn();
  auto progress = turn.store().mirror().progress();
  if (!progress) return progress.error();
  progress_ = *std::move(progress);
  if (kind == SyncMode::full && !progress_.full_sync_since) {
    progress_.full_sync_since = dependencies_.clock.now();
    progress_.last_tvmaze_page = std::nullopt;
  }
  auto mirror_contents = turn.store().mirror_contents();
  if (!mirror_contents) return mirror_contents.error();
  contents_ = *std::move(mirror_contents);
  auto absences = turn.store().mirror().absences();
  if (!absences) return absences.error();
  absences_ = *std::move(absences);
  return Done{};
}

Outcome<Done> MirrorUpdate::ask_updates() {
  asked_ = dependencies_.clock.now();
  bool const whole = cycle_->kind == SyncMode::full ||
                     mirror::is_whole_look_due(progress_.last_whole_look, asked_);
  auto const window = whole ? config::UpdateWindow::all
                            : mirror::choose_window(progress_.last_updates_check, asked_, window_);
  ++cycle_->requests;
  auto answer = dependencies_.tvmaze.updates(window);
  if (!answer) return answer.error();
  updates_ = std::move(answer->updates);
  if (!updates_.stamps.empty())
    progress_.highest_tvmaze_id =
        std::max(progress_.highest_tvmaze_id, updates_.stamps.back().show_id);
  return Done{};
}

/// Asks for a page and does not wait for it. Only asking is done elsewhere: what is read and
/// stored, and in which order, is as if nothing happened at the same time.
MirrorUpdate::PageRequest MirrorUpdate::ask_page(std::int64_t page, tvmaze::KnownPage known) {
  ++cycle_->requests;
  return std::async(std::launch::async, [this, page, known = std::move(known)] {
    return dependencies_.tvmaze.ask_page(page, known);
  });
}

Outcome<Done> MirrorUpdate::walk() {
  mirror::Walk walk(mirror::next_page(progress_), progress_.highest_tvmaze_id);
  auto const last = mirror::page_of(progress_.highest_tvmaze_id);
  PageRequest next_page;
  while (walk.end() == mirror::Walk::End::none) {
    if (auto const stop = stopped(); !stop) return stop;
    auto const number = walk.page();
    auto unread = (next_page.valid() ? std::move(next_page) : ask_page(number)).get();
    if (auto const next = walk.next_in_any_case(); next && stopped()) next_page = ask_page(*next);
    auto answer = dependencies_.tvmaze.read_page(std::move(unread));
    auto copy = tvmaze::page_copy(number, answer);
    auto const shows = answer && answer->kind == PageKind::shows
                           ? mirror::count_at_home(answer->shows, number)
                           : 0;
    walk.heard(copy.fate, shows);
    bool const goes_on = walk.end() == mirror::Walk::End::none;
    if (goes_on && !next_page.valid() && stopped()) next_page = ask_page(walk.page());
    if (!answer) dependencies_.observer.hear(Trouble{"tvmaze", answer.error()});
    progress_.last_tvmaze_page = number;
    auto const done = settle_page(std::move(answer), std::move(copy));
    if (!done) return done;
    dependencies_.observer.hear(PageSettled{number, std::max(last, number), shows});
  }
  if (walk.end() == mirror::Walk::End::complete) return prepare(SyncMode::full);
  return Failure{.kind = Failure::Kind::unreachable,
                 .text = "TVMaze failed to give several pages in a row",
                 .hint = "nothing, the next cycle goes on from there"};
}

/// Stores a page of the walk with the mark that the next cycle goes on behind it.
Outcome<Done> MirrorUpdate::settle_page(Outcome<tvmaze::PageAnswer> answer, mirror::PageCopy copy) {
  auto const number = copy.page;
  store::Changes changes{.pages = {std::move(copy)}, .progress = progress_};
  if (answer && answer->kind == PageKind::shows)
    changes.shows =
        mirror::take_page(mirror::page_fetch(number, updates_.stamps, contents_),
                          std::move(answer->shows), contents_, mirror::Accept::everything)
            .shows;
  return store(std::move(changes));
}

Outcome<Done> MirrorUpdate::fetch(mirror::FetchPlan plan) {
  auto alone = std::move(plan.shows);
  auto const done = fetch_pages(plan.pages, alone);
  return done ? fetch_alone(mirror::by_id(std::move(alone)), plan.pages.size()) : done;
}

Outcome<Done> MirrorUpdate::fetch_pages(std::vector<mirror::PageFetch> const& pages,
                                        mirror::Stamps& alone) {
  PageRequest next_page;
  for (std::size_t at = 0; at < pages.size(); ++at) {
    if (auto const stop = stopped(); !stop) return stop;
    auto const ask = [&](mirror::PageFetch const& fetch) {
      return ask_page(fetch.page, known_of(fetch));
    };
    auto unread = (next_page.valid() ? std::move(next_page) : ask(pages[at])).get();
    if (at + 1 < pages.size() && stopped()) next_page = ask(pages[at + 1]);
    auto const done =
        take_page(pages[at], dependencies_.tvmaze.read_page(std::move(unread)), alone);
    if (!done) return done;
    dependencies_.observer.hear(ShowsSettled{at + 1, pages.size() + alone.size()});
  }
  return Done{};
}

Outcome<Done> MirrorUpdate::fetch_alone(mirror::Stamps const& wanted, std::size_t settled) {
  auto const all = settled + wanted.size();
  store::Changes changes;
  for (auto const& stamp : wanted) {
    if (auto const stop = stopped(); !stop) return stop;
    auto const fetched = fetch_show(stamp, changes);
    if (!fetched || changes.shows.size() + changes.absences.size() >= most_at_once) {
      if (auto const done = store(std::exchange(changes, {})); !done) return done;
    }
    if (!fetched) return fetched;
    dependencies_.observer.hear(ShowsSettled{++settled, all});
  }
  return store(std::move(changes));
}

Outcome<Done> MirrorUpdate::take_page(mirror::PageFetch const& fetch,
                                      Outcome<tvmaze::PageAnswer> answer, mirror::Stamps& alone) {
  store::Changes changes{.pages = {tvmaze::page_copy(fetch.page, answer)}};
  mirror::PageYield yield{.missing = fetch.wanted};
  if (!answer) {
    // The next list of updates may not name these shows again, and the page be an old copy.
    auto const now = dependencies_.clock.now();
    for (auto const& wanted : fetch.wanted)
      changes.absences.push_back(mirror::owed(wanted, mirror::entry_of(absences_, wanted.show_id),
                                              now, answer.error().text));
    cycle_->shows_owed += static_cast<std::int64_t>(fetch.wanted.size());
    auto const done = store(std::move(changes));
    return done ? record_failure(answer.error()) : done;
  }
  failures_ = 0;
  if (answer->kind == PageKind::shows)
    yield = mirror::take_page(fetch, std::move(answer->shows), contents_, mirror::Accept::newer);
  alone.insert(alone.end(), yield.missing.begin(), yield.missing.end());
  changes.shows = std::move(yield.shows);
  return store(std::move(changes));
}

/// Of a page that was read before, its version; and which of its shows are still to be read: those
/// that are wished for and those that nobody has heard of.
tvmaze::KnownPage MirrorUpdate::known_of(mirror::PageFetch const& fetch) const {
  for (auto const& copy : contents_.pages)
    if (copy.page == fetch.page && copy.fate == PageOutcome::read)
      return {.etag = copy.etag, .wants = [this, &fetch](std::int64_t id) {
                return mirror::entry_of(contents_.shows, id) == nullptr ||
                       mirror::entry_of(fetch.wanted, id) != nullptr;
              }};
  return {};
}

/// Tells of a failure, and goes on unless there were many in a row. A cycle that ends so has not
/// had a good look: what it did not ask for is named again next time.
Outcome<Done> MirrorUpdate::record_failure(Failure const& failure) {
  dependencies_.observer.hear(Trouble{"tvmaze", failure});
  if (++failures_ < most_failures) return Done{};
  return Failure{.kind = failure.kind,
                 .text = "TVMaze failed too often in a row: " + failure.text,
                 .hint = "nothing, the next cycle goes on from there"};
}

Outcome<Done> MirrorUpdate::fetch_show(mirror::Stamp const& wanted, store::Changes& changes) {
  auto const now = dependencies_.clock.now();
  ++cycle_->requests;
  auto answer = dependencies_.tvmaze.show(wanted.show_id);
  auto const* const before = mirror::entry_of(absences_, wanted.show_id);
  if (!answer) {
    ++cycle_->shows_owed;
    changes.absences.push_back(mirror::owed(wanted, before, now, answer.error().text));
    return record_failure(answer.error());
  }
  failures_ = 0;
  if (!answer->show) {
    ++cycle_->shows_gone;
    changes.absences.push_back(mirror::gone(wanted, before, now));
    return Done{};
  }
  auto yield = mirror::given(wanted, *std::move(answer->show),
                             mirror::entry_of(contents_.shows, wanted.show_id),
                             mirror::absence_of(wanted, before, now));
  if (yield.show) changes.shows.push_back(*std::move(yield.show));
  if (yield.absence) changes.absences.push_back(*std::move(yield.absence));
  return Done{};
}

Outcome<Done> MirrorUpdate::store(store::Changes changes) {
  if (changes == store::Changes{}) return Done{};
  auto turn = dependencies_.catalogue.take_turn();
  for (auto const& show : changes.shows)
    progress_.highest_tvmaze_id = std::max(progress_.highest_tvmaze_id, show.id);
  if (changes.progress) changes.progress = progress_;
  cycle_->shows_stored += static_cast<std::int64_t>(changes.shows.size());
  auto arrivals = turn.arrivals(changes.shows);
  if (!arrivals) return arrivals.error();
  changes.processing = judge_.judge(*arrivals, dependencies_.clock.now());
  cycle_->judged += static_cast<std::int64_t>(changes.processing.size());
  return turn.write(changes);
}

Outcome<Done> MirrorUpdate::finish(SyncMode kind) {
  // The list of updates was written before it came; windows overlap for that.
  progress_.last_updates_check = asked_;
  if (updates_.window == config::UpdateWindow::all) progress_.last_whole_look = asked_;
  if (kind == SyncMode::full) {
    progress_.last_full_sync = dependencies_.clock.now();
    progress_.full_sync_since = std::nullopt;
  } else {
    progress_.last_incremental_sync = dependencies_.clock.now();
  }
  return dependencies_.catalogue.take_turn().write({.progress = progress_});
}

Outcome<Done> MirrorUpdate::stopped() const {
  if (!dependencies_.stop.stop_requested()) return Done{};
  return Failure{.kind = Failure::Kind::cancelled, .text = std::string{stopped_gathering}};
}

}  // namespace sievarr::app
