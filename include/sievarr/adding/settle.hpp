#pragma once

#include <sievarr/adding/processing.hpp>
#include <sievarr/derive/digest.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// What a new verdict makes of what has become of a show so far.
namespace sievarr::adding {

/// What the filter says about a show now, in the words that are kept.
struct Wish {
  filter::Verdict verdict = filter::Verdict::filtered;
  std::optional<filter::Category> category = {};
  std::optional<std::string> selection = {};
  std::optional<std::string> instance = {};
  std::string route = {};  ///< As a hash.

  bool operator==(Wish const&) const = default;
};

/// Puts decisions of one plan into words.
class Wishes {
 public:
  explicit Wishes(filter::Plan const& plan) : plan_(plan) {
    for (auto const& route : plan.routes) routes_.push_back(derive::digest(route));
  }

  Wish of(filter::Decision const& decision) const {
    Wish wish{.verdict = decision.verdict};
    if (decision.category != filter::Category::none) wish.category = decision.category;
    if (decision.selection != filter::Decision::nobody)
      wish.selection = plan_.selections[decision.selection].name;
    if (decision.verdict == filter::Verdict::filtered) return wish;
    auto const& instance = plan_.routes[decision.route].instance;
    if (!instance.empty()) wish.instance = instance;
    wish.route = routes_[decision.route];
    return wish;
  }

 private:
  filter::Plan const& plan_;
  std::vector<std::string> routes_;
};

/// Why a show is judged.
struct Occasion {
  Instant now = {};
  bool updated = false;   ///< TVMaze changed it.
  bool other_id = false;  ///< Its number at TheTVDB is another than before.
};

/// Whether no verdict changes what has become of a show.
constexpr bool rests(Status status) {
  return status == Status::added || status == Status::exists || status == Status::skipped;
}

inline std::int64_t in_seconds(Instant moment) {
  return std::chrono::floor<std::chrono::seconds>(moment).time_since_epoch().count();
}

/// Forgets what only a show that waits or was refused has.
inline void stop_waiting(Processing& row) {
  row.retries = 0;
  row.waiting_since.reset();
  row.retry_at.reset();
  row.abandoned = false;
  row.error.reset();
  row.failed_route.reset();
}

/// What becomes of a show that is wanted and has a number at TheTVDB.
inline Status status_of_wanted(Processing const& was, Wish const& wish, Occasion const& occasion) {
  bool const refused_before = was.status == Status::failed && was.failed_route == wish.route;
  if (refused_before && !occasion.updated) return Status::failed;
  // When it is looked up again is for a cycle to say; until it is found, that is all one wait.
  bool const unknown_there = was.status == Status::pending_tvdb && was.retries > 0;
  bool const has_a_time = was.abandoned || was.retry_at;
  if (unknown_there && has_a_time && !occasion.other_id) return Status::pending_tvdb;
  return Status::pending;
}

inline Status status_of(Processing const& was, Wish const& wish, Occasion const& occasion) {
  switch (wish.verdict) {
    case filter::Verdict::add: return status_of_wanted(was, wish, occasion);
    case filter::Verdict::review: return Status::review;
    case filter::Verdict::no_tvdb: return Status::pending_tvdb;
    default: return Status::filtered;
  }
}

/// Judged again. What was added, was there, or was skipped by a person stays so, and what a person
/// approved stays wanted unless `never` speaks against it.
inline Processing settle(Processing was, Wish const& wish, Occasion const& occasion) {
  if (rests(was.status)) return was;
  bool const insisted = was.word == Word::approved && wish.verdict != filter::Verdict::add &&
                        wish.verdict != filter::Verdict::no_tvdb &&
                        wish.category != filter::Category::never;
  if (insisted && was.status != Status::filtered) return was;

  auto next = was;
  next.status = insisted ? Status::pending : status_of(was, wish, occasion);
  if (!insisted) {
    next.category = wish.category;
    next.selection = wish.selection;
    next.instance = wish.instance;
  }
  bool const waits = next.status == Status::pending_tvdb;
  bool const keeps = next.status == was.status && (waits || next.status == Status::failed);
  if (!keeps) stop_waiting(next);
  if (waits && !next.waiting_since) next.waiting_since = occasion.now;
  if (next != was) next.changed = in_seconds(occasion.now);
  return next;
}

/// A show that was never judged before.
inline Processing settle_new(std::int64_t show_id, Wish const& wish, Occasion const& occasion) {
  auto row = settle({.show_id = show_id}, wish, occasion);
  row.changed = in_seconds(occasion.now);
  return row;
}

}  // namespace sievarr::adding
