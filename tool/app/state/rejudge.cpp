#include "rejudge.hpp"

#include "store/transaction.hpp"

#include <sievarr/adding/settle.hpp>
#include <sievarr/filter/columns/judge_all.hpp>
#include <sievarr/status/activity_words.hpp>

namespace sievarr::app {
namespace {

using adding::Status;

/// So many rows are held in memory before they are written.
constexpr std::size_t most_rows = 1000;

bool is_wanted(Status status) {
  return status == Status::pending || status == Status::pending_tvdb;
}

std::uint64_t key_of(filter::Decision const& decision) {
  return static_cast<std::uint64_t>(decision.verdict) |
         static_cast<std::uint64_t>(decision.category) << 8 |
         static_cast<std::uint64_t>(decision.selection) << 16 |
         static_cast<std::uint64_t>(decision.route) << 32;
}

}  // namespace

JudgeAgain::JudgeAgain(Dependencies dependencies, filter::Plan const& plan, Instant now)
    : dependencies_(dependencies), plan_(plan), records_(plan), now_(now) {}

Outcome<JudgedAgain> JudgeAgain::judge(std::size_t limit) {
  auto transaction = store::Transaction::begin(dependencies_.database);
  if (!transaction) return transaction.error();
  auto done = judge_rows();
  if (done) done = flush();
  if (done) done = remember(limit);
  if (done) done = transaction->commit();
  if (!done) return done.error();
  return judged_;
}

Outcome<Done> JudgeAgain::judge_rows() {
  auto const decided = filter::judge_all(plan_, dependencies_.table);
  for (auto const row : dependencies_.table.by_id()) {
    if (dependencies_.table.gone()[row] != 0) continue;
    ++judged_.judged;
    auto const& record = known(decided.decisions.at(row));
    bool const new_here = !dependencies_.roster.knows(row);
    if (!new_here && adding::rests(dependencies_.roster.status(row)) &&
        record.first.verdict == filter::Verdict::filtered)
      ++judged_.unwanted;
    if (!new_here && dependencies_.roster.stays(row, record.second)) continue;
    auto const done = judge_row(row, record);
    if (!done) return done;
  }
  return Done{};
}

Outcome<Done> JudgeAgain::judge_row(std::size_t row, Known const& record) {
  auto const id = dependencies_.table.ids()[row];
  auto was = state_of(row, id);
  if (!was) return was.error();
  auto next = *was ? adding::settle(**was, record.first, {.now = now_})
                   : adding::settle_new(id, record.first, {.now = now_});
  if (*was && next == **was) return Done{};
  ++judged_.changed;
  if (is_wanted(next.status) && !(*was && is_wanted((*was)->status))) ++judged_.newly_wanted;
  dependencies_.roster.set(row, next);
  changes_.processing.push_back(std::move(next));
  return changes_.processing.size() < most_rows ? Outcome<Done>(Done{}) : flush();
}

Outcome<std::optional<adding::ShowState>> JudgeAgain::state_of(std::size_t row, std::int64_t id) {
  if (dependencies_.roster.knows(row))
    if (auto state = dependencies_.roster.by_verdict(row, id)) return state;
  return dependencies_.store.show_states().find(id);
}

JudgeAgain::Known const& JudgeAgain::known(filter::Decision const& decision) {
  auto const found = known_.find(key_of(decision));
  if (found != known_.end()) return found->second;
  auto record = records_.of(decision);
  auto const coded = dependencies_.roster.coded(record);
  return known_.emplace(key_of(decision), Known{std::move(record), coded}).first->second;
}

Outcome<Done> JudgeAgain::flush() {
  auto const done = dependencies_.store.put(changes_);
  changes_.processing.clear();
  return done;
}

Outcome<Done> JudgeAgain::remember(std::size_t limit) {
  auto progress = dependencies_.store.mirror().progress();
  if (!progress) return progress.error();
  auto const held = progress->held;
  bool const another = progress->judging_key.has_value();
  if (another && judged_.newly_wanted > limit)
    mirror::hold(*progress, static_cast<std::int64_t>(judged_.newly_wanted), now_,
                 plan_.filter_hash);
  auto const& counts = dependencies_.roster.counts();
  if (counts[static_cast<std::size_t>(Status::pending)] <= limit) mirror::release(*progress);
  progress->judging_key = adding::judging_key(plan_);
  progress->last_filter_hash = plan_.filter_hash;
  judged_.progress = *progress;
  if (another && judged_.changed > 0)
    judged_.activity.push_back(
        status::activity_of_judging(judged_.changed, judged_.newly_wanted, now_));
  if (auto record = status::activity_of_hold(held, progress->held, now_))
    judged_.activity.push_back(*std::move(record));
  return dependencies_.store.put({.activity = judged_.activity, .progress = *std::move(progress)});
}

}  // namespace sievarr::app
