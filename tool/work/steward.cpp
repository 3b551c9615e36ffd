#include "work/steward.hpp"

#include "os/folder.hpp"
#include "os/process.hpp"
#include "store/open.hpp"
#include "store/state_file.hpp"

#include <sievarr/decide/judging_key.hpp>

#include <optional>
#include <utility>

namespace sievarr::work {
namespace {

using decide::Phase;
using Kind = Failure::Kind;

/// Hears nothing: what somebody only asks about is no event.
class Nobody final : public Observer {
 public:
  void hear(Event const&) override {}
};

std::string database_in(std::string const& folder) { return folder + "/shows.db"; }

/// Whether only a person can mend a storage, so that going on is of no use.
bool needs_person(Failure const& failure) {
  return failure.kind == Kind::corrupt || failure.kind == Kind::outdated;
}

}  // namespace

Steward::Steward(Terms terms, Around around, os::Lock lock)
    : around_(std::move(around)),
      lock_(std::move(lock)),
      chronicle_(around_.clock, around_.log),
      path_(terms.config().storage.path),
      first_(terms.config()),
      scheduler_(around_.clock, terms.config().sync.poll_interval.seconds()) {
  reloaded_.problems = terms.problems;
  rule_.terms = std::make_shared<Terms const>(std::move(terms));
  around_.log.follow(first_.logging);
}

Steward::~Steward() = default;

Outcome<std::unique_ptr<Steward>> Steward::begin(Terms terms, Around around) {
  auto const& path = terms.config().storage.path;
  auto const made = os::make_folder(path);
  if (!made) return made.error();
  auto lock = os::Lock::take(path + "/lock", around.holder);
  if (!lock) return lock.error();
  return std::unique_ptr<Steward>(
      new Steward(std::move(terms), std::move(around), *std::move(lock)));
}

Failure Steward::not_ready() {
  return {.kind = Kind::locked,
          .text = "the daemon is starting and has not read its storage yet",
          .hint = "try again in a moment"};
}

Outcome<Problems> Steward::load() {
  auto done = open();
  auto const terms = this->terms();
  if (done) done = judge_if_needed(*terms);
  if (!done) return done.error();
  auto inspection = inspect_servers(*terms);
  note(inspection);
  if (has_errors(inspection.problems)) return std::move(inspection.problems);
  {
    std::lock_guard const lock(mutex_);
    rule_.doors =
        std::make_shared<Doors>(terms->config(), Doors::Around{.clock = around_.clock,
                                                               .environment = around_.environment,
                                                               .stop = around_.now,
                                                               .meter = &meter_});
  }
  os::trim_memory();
  ready_ = true;
  chronicle_.enter(Phase::idle);
  return std::move(inspection.problems);
}

Outcome<Done> Steward::open() {
  auto database = store::open_store(database_in(path_));
  if (!database) return database.error();
  database_ = std::make_unique<store::Database>(*std::move(database));
  catalogue_ = std::make_unique<Catalogue>(*database_);
  auto const loaded = catalogue_->load();
  if (!loaded) return loaded.error();
  auto const progress = catalogue_->stored().progress();
  if (!progress) return progress.error();
  chronicle_.know(*progress);
  auto const warnings = store::StateFile(path_).mend(*progress);
  if (!warnings) return warnings.error();
  for (auto const& warning : *warnings)
    around_.log.say(log::Level::warning, "work", "state.json was mended", {{"words", warning}});
  auto cycles = catalogue_->stored().cycles(1);
  if (!cycles) return cycles.error();
  if (!cycles->empty()) {
    scheduler_.remember(cycles->front().began);
    chronicle_.remember(std::move(cycles->front()));
  }
  // A mirror that is not complete goes on at once.
  if (progress->full_sync_since) scheduler_.ask_again();
  chronicle_.see_database(std::nullopt);
  return Done{};
}

Outcome<Done> Steward::judge_if_needed(Terms const& terms) {
  auto const turn = catalogue_->turn();
  auto const progress = catalogue_->stored().progress();
  if (!progress) return progress.error();
  if (progress->judging_key == decide::judging_key(terms.plan)) return Done{};
  auto const judged = catalogue_->judge_again(terms.plan, around_.clock.now(),
                                              std::size_t{terms.config().sync.hold_above});
  if (!judged) return judged.error();
  if (judged->judged > 0) chronicle_.hear(*judged);
  auto const after = catalogue_->stored().progress();
  if (!after) return after.error();
  chronicle_.know(*after);
  return Done{};
}

/// Once, and without patience: whoever does not answer is asked again by the cycle.
Inspection Steward::inspect_servers(Terms const& terms) {
  Doors doors(terms.config(), {.clock = around_.clock,
                               .environment = around_.environment,
                               .stop = around_.now,
                               .patience = {.attempts = 1},
                               .meter = &meter_});
  return inspect(doors, terms.plan);
}

void Steward::note(Inspection const& inspection) {
  chronicle_.see_tvmaze(inspection.tvmaze);
  std::vector<std::string> names;
  for (auto const& [name, trouble] : inspection.instances) {
    chronicle_.see_instance(name, trouble);
    names.push_back(name);
  }
  chronicle_.keep_instances(names);
}

decide::Standing Steward::standing() const {
  auto standing = chronicle_.standing();
  if (!ready()) return standing;
  standing.next_run = scheduler_.next();
  look([&](filter::Table const& table, decide::Roster const& roster) {
    standing.shows = static_cast<std::int64_t>(table.present());
    for (std::size_t at = 0; at < decide::status_count; ++at)
      standing.counts[reflect::ScalarOf<decide::Status>::text(static_cast<decide::Status>(at))] =
          roster.counts()[at];
  });
  return standing;
}

Steward::Rule Steward::rule() const {
  std::lock_guard const lock(mutex_);
  return rule_;
}

TermsInForce Steward::terms() const { return rule().terms; }

Outcome<store::Database> Steward::reader() const { return store::open_to_read(database_in(path_)); }

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

Triggered Steward::trigger(Depth depth) {
  if (!ready() || around_.soon.stop_requested()) return Triggered::not_ready;
  std::lock_guard const lock(mutex_);
  if (!scheduler_.ask()) return Triggered::already_running;
  depth_ = depth;
  return Triggered::accepted;
}

Outcome<JudgedAgain> Steward::refilter() {
  return in_turn(
      [this](store::Database&, Catalogue& catalogue, Terms const& terms) -> Outcome<JudgedAgain> {
        std::unique_lock lock(mutex_);
        if (running_ && running_ != rule_.terms)
          return Failure{.kind = Kind::locked,
                         .text = "a cycle with the config of before is about to end",
                         .hint = "try again in a moment"};
        lock.unlock();
        auto judged = catalogue.judge_again(terms.plan, around_.clock.now(),
                                            std::size_t{terms.config().sync.hold_above});
        if (judged) chronicle_.hear(*judged);
        return judged;
      });
}

Outcome<decide::Proposal> Steward::plan() {
  if (!ready()) return not_ready();
  Nobody nobody;
  return with_round(rule(), nobody, around_.soon, [](Round& round) { return round.propose(); });
}

Outcome<Carried> Steward::apply(decide::Proposal const& plan, Faith faith) {
  if (!ready()) return not_ready();
  if (!scheduler_.occupy())
    return Failure{.kind = Kind::locked,
                   .text = "a cycle is running",
                   .hint = "wait until it has ended; it may do what the plan would"};
  auto const rule = begin_cycle();
  auto carried = with_round(rule, chronicle_, cut_token(),
                            [&](Round& round) { return round.apply(plan, faith); });
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

/// What was written about days means others at midnight.
Steward::Rule Steward::begin_cycle() {
  std::lock_guard const lock(mutex_);
  auto const today = os::day_of(around_.clock.now());
  if (rule_.terms->plan.relative && rule_.terms->plan.today != today)
    rule_.terms = std::make_shared<Terms const>(on_day(*rule_.terms, today));
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
  if (failure.kind == Kind::cancelled) return Done{};
  chronicle_.see_database(failure);
  if (needs_person(failure)) return failure;
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

}  // namespace sievarr::work
