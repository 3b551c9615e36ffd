#pragma once

#include <sievarr/adding/show_state.hpp>
#include <sievarr/base/sha256.hpp>
#include <sievarr/derive/digest.hpp>
#include <sievarr/filter/plan/plan.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What a new verdict makes of what has become of a show so far.
namespace sievarr::adding {

/// What the filter says about a show now, in the words that are kept.
struct VerdictRecord {
  filter::Verdict verdict = filter::Verdict::filtered;
  std::optional<filter::Category> category = {};
  std::optional<std::string> selection = {};
  std::optional<std::string> instance = {};
  std::string route = {};  ///< As a hash.

  bool operator==(VerdictRecord const&) const = default;
};

/// Puts decisions of one plan into words.
class VerdictRecords {
 public:
  explicit VerdictRecords(filter::Plan const& plan) : plan_(plan) {
    for (auto const& route : plan.routes) routes_.push_back(derive::digest(route));
  }

  VerdictRecord of(filter::Decision const& decision) const {
    VerdictRecord record{.verdict = decision.verdict};
    if (decision.category != filter::Category::none) record.category = decision.category;
    if (decision.selection != filter::Decision::nobody)
      record.selection = plan_.selections[decision.selection].name;
    if (decision.verdict == filter::Verdict::filtered) return record;
    auto const& instance = plan_.routes[decision.route].instance;
    if (!instance.empty()) record.instance = instance;
    record.route = routes_[decision.route];
    return record;
  }

 private:
  filter::Plan const& plan_;
  std::vector<std::string> routes_;
};

/// Raised when the same filter comes to mean something else.
inline constexpr std::string_view semantics = "1";

/// All that the verdicts on a catalogue depend on, as a hash. While it stays, nothing needs to be
/// judged again.
inline std::string judging_key(filter::Plan const& plan) {
  auto text = std::string{semantics} + "\n" + plan.filter_hash + "\n";
  for (auto const& route : plan.routes) text += derive::digest(route) + "\n";
  if (plan.relative) text += to_text(plan.today);
  return sha256_hex(text).substr(0, 16);
}

/// Why a show is judged.
struct JudgeContext {
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
inline void stop_waiting(ShowState& row) {
  row.retries = 0;
  row.waiting_since.reset();
  row.retry_at.reset();
  row.abandoned = false;
  row.error.reset();
  row.failed_route.reset();
}

/// What becomes of a show that is wanted and has a number at TheTVDB.
inline Status status_of_wanted(ShowState const& was, VerdictRecord const& record,
                               JudgeContext const& context) {
  bool const refused_before = was.status == Status::failed && was.failed_route == record.route;
  if (refused_before && !context.updated) return Status::failed;
  // When it is looked up again is for a cycle to say; until it is found, that is all one wait.
  bool const unknown_there = was.status == Status::pending_tvdb && was.retries > 0;
  bool const has_a_time = was.abandoned || was.retry_at;
  if (unknown_there && has_a_time && !context.other_id) return Status::pending_tvdb;
  return Status::pending;
}

inline Status status_of(ShowState const& was, VerdictRecord const& record,
                        JudgeContext const& context) {
  switch (record.verdict) {
    case filter::Verdict::add: return status_of_wanted(was, record, context);
    case filter::Verdict::review: return Status::review;
    case filter::Verdict::no_tvdb: return Status::pending_tvdb;
    default: return Status::filtered;
  }
}

/// Whether a person is asked about a show, and the same as before.
inline bool asks_the_same(ShowState const& was, ShowState const& next) {
  return was.status == Status::review && next.status == Status::review &&
         was.selection == next.selection && was.instance == next.instance &&
         was.category == next.category;
}

/// Judged again. What was added, was there, or was skipped by a person stays so, and what a person
/// approved stays wanted unless `never` speaks against it.
inline ShowState settle(ShowState was, VerdictRecord const& record, JudgeContext const& context) {
  if (rests(was.status)) return was;
  bool const insisted = was.word == Override::approved && record.verdict != filter::Verdict::add &&
                        record.verdict != filter::Verdict::no_tvdb &&
                        record.category != filter::Category::never;
  if (insisted && was.status != Status::filtered) return was;

  auto next = was;
  next.status = insisted ? Status::pending : status_of(was, record, context);
  if (!insisted) {
    next.category = record.category;
    next.selection = record.selection;
    next.instance = record.instance;
  }
  if (!asks_the_same(was, next)) next.later_until.reset();
  bool const waits = next.status == Status::pending_tvdb;
  bool const keeps = next.status == was.status && (waits || next.status == Status::failed);
  if (!keeps) stop_waiting(next);
  if (waits && !next.waiting_since) next.waiting_since = context.now;
  if (next != was) next.changed = in_seconds(context.now);
  return next;
}

/// A show that was never judged before.
inline ShowState settle_new(std::int64_t show_id, VerdictRecord const& record,
                            JudgeContext const& context) {
  auto row = settle({.show_id = show_id}, record, context);
  row.changed = in_seconds(context.now);
  return row;
}

}  // namespace sievarr::adding
