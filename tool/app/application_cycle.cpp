#include "application.hpp"

#include "os/process.hpp"
#include "store/state_file.hpp"

#include <sievarr/base/failure_kind.hpp>

#include <optional>
#include <utility>

namespace sievarr::app {
namespace {

using status::Phase;
using Kind = Failure::Kind;

/// Hears nothing: what somebody only asks about is no event.
class Nobody final : public Observer {
 public:
  void hear(Event const&) override {}
};

}  // namespace

template <class Use>
auto Steward::with_round(Rule const& rule, Observer& observer, std::stop_token stop, Use use) {
  std::optional<Round> round;
  round.emplace(Round::Parts{.database = *database_,
                             .catalogue = *catalogue_,
                             .tvmaze = rule.doors->tvmaze(),
                             .shops = rule.doors->shops(),
                             .clock = around_.clock,
                             .observer = observer,
                             .stop = std::move(stop)},
                rule.terms->config(), rule.terms->plan);
  auto outcome = use(*round);
  // What it has prepared in the database goes when nobody else uses that.
  auto const turn = catalogue_->turn();
  round.reset();
  return outcome;
}

Outcome<adding::Proposal> Steward::plan() {
  if (!ready()) return not_ready();
  Nobody nobody;
  return with_round(rule(), nobody, around_.soon, [](Round& round) { return round.propose(); });
}

Outcome<std::vector<adding::RefusedShow>> Steward::refused() {
  if (!ready()) return not_ready();
  return catalogue_->refused();
}

Outcome<Carried> Steward::apply(Approved const& approved) {
  if (!ready()) return not_ready();
  if (!scheduler_.occupy())
    return Failure{.kind = Kind::locked,
                   .text = "a cycle is running",
                   .hint = "wait until it has ended; it may do what the plan would"};
  auto const rule = begin_cycle();
  auto carried = with_round(rule, chronicle_, cut_token(),
                            [&](Round& round) { return round.apply(approved); });
  auto const known = know_progress();
  if (!known) chronicle_.see_database(known.error());
  end_cycle();
  return carried;
}

Outcome<Done> Steward::live() {
  while (scheduler_.await(around_.soon)) {
    auto const done = run_cycle();
    if (!done) return done;
  }
  chronicle_.enter(Phase::stopping);
  return Done{};
}

Outcome<bool> Steward::step() {
  if (!scheduler_.begin()) return false;
  auto const done = run_cycle();
  if (!done) return done.error();
  return true;
}

Steward::Rule Steward::begin_cycle() {
  std::lock_guard const lock(mutex_);
  turn_to_today();
  running_ = rule_.terms;
  cut_ = {};
  return rule_;
}

std::stop_token Steward::cut_token() const {
  std::lock_guard const lock(mutex_);
  return cut_.get_token();
}

Outcome<Done> Steward::run_cycle() {
  auto const rule = begin_cycle();
  auto const depth = [this] {
    std::lock_guard const lock(mutex_);
    return std::exchange(depth_, Depth::needed);
  }();
  chronicle_.enter(Phase::running);
  std::stop_callback const chain(around_.soon, [this] {
    std::lock_guard const lock(mutex_);
    cut_.request_stop();
  });
  auto const report =
      with_round(rule, chronicle_, cut_token(), [&](Round& round) { return round.run(depth); });
  auto const done = settle(report);
  // What a cycle needed for itself is not kept until the next one.
  os::trim_memory();
  end_cycle();
  return done;
}

void Steward::end_cycle() {
  {
    std::lock_guard const lock(mutex_);
    running_ = nullptr;
  }
  chronicle_.enter(around_.soon.stop_requested() ? Phase::stopping : Phase::idle);
  scheduler_.end();
}

/// Tells what came of a cycle; a failure only where going on is of no use.
Outcome<Done> Steward::settle(Outcome<Report> const& report) {
  if (report) {
    chronicle_.end(report->cycle);
    chronicle_.see_tvmaze(report->cycle.error ? std::optional(Failure{.text = *report->cycle.error})
                                              : std::nullopt);
    auto const saved = save_state(*report);
    chronicle_.see_database(saved ? std::nullopt : std::optional(saved.error()));
    return Done{};
  }
  auto const& failure = report.error();
  auto const turn = catalogue_->turn();
  auto const last = catalogue_->stored().cycles(1);
  // Where the storage has failed, not even that could be written.
  auto const running = chronicle_.standing().running;
  if (running && last && !last->empty() && last->front().id == running->cycle)
    chronicle_.end(last->front());
  if (class_of(failure.kind) == FailureClass::interrupted) return Done{};
  chronicle_.see_database(failure);
  if (needs_person(failure.kind)) return failure;
  return Done{};
}

/// Tells whoever asks how the mirror stands what is stored of it now.
Outcome<Done> Steward::know_progress() {
  auto const turn = catalogue_->turn();
  auto const progress = catalogue_->stored().progress();
  if (!progress) return progress.error();
  chronicle_.know(*progress);
  return Done{};
}

Outcome<Done> Steward::save_state(Report const& report) {
  auto const turn = catalogue_->turn();
  auto const progress = catalogue_->stored().progress();
  if (!progress) return progress.error();
  chronicle_.know(*progress);
  store::StateFile const file(path_);
  auto const saved = file.save(*progress);
  return saved && !report.cycle.error ? file.keep(*progress) : saved;
}

}  // namespace sievarr::app
