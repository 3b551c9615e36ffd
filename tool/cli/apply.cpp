#include "cli/commands.hpp"
#include "cli/daemon.hpp"
#include "cli/household.hpp"
#include "os/file.hpp"

#include <sievarr/api/cycle_routes.hpp>
#include <sievarr/api/history.hpp>
#include <sievarr/base/text.hpp>
#include <sievarr/decide/plan_report.hpp>
#include <sievarr/derive/from_json.hpp>
#include <sievarr/derive/json.hpp>

#include <ostream>
#include <string>
#include <utility>

namespace sievarr::cli {
namespace {

using os::Exit;

constexpr std::size_t largest_plan = std::size_t{64} << 20;
constexpr int known_version = 1;

Failure no_plan(std::string const& file, std::string const& why) {
  return {.kind = Failure::Kind::malformed,
          .text = sievarr::quoted(file) + " is no plan: " + why,
          .hint = "make one with sievarr plan --out FILE"};
}

/// Carries out a plan that was looked at.
class Apply final : public Command {
 public:
  void declare(Syntax& syntax) override {
    syntax.add({.name = "FILE",
                .meaning = "what sievarr plan --out wrote",
                .into = &file_,
                .required = true});
    syntax.add({.name = "--force",
                .meaning = "carry out what is left of the plan, where it has changed",
                .into = &force_});
    config_.declare(syntax);
    syntax.examples = "sievarr plan --out plan.json && sievarr apply plan.json";
  }

  Exit run(Console& console) override {
    auto const config = config_.need_all(console);
    if (!config) return Exit::misused;
    auto const plan = read();
    if (!plan) return complain(console, plan.error()), Exit::misused;
    if (config->loaded.config.dry_run)
      return fail(console, {.kind = Failure::Kind::refused,
                            .text = "dry_run is true: nothing is sent",
                            .hint = "set dry_run: false in the config, or --set dry_run=false"});
    auto const household = Household::open(*config, console, Access::write);
    auto const came = household ? by_ourselves(**household, *plan)
                                : by_others(household.error(), *plan, *config, console);
    if (!came) return fail(console, came.error());
    console.out << came->added << " added, " << came->already_there << " there already, "
                << came->refused << " refused, " << came->put_off + came->unknown << " put off\n";
    return came->refused + came->put_off + came->unknown > 0 ? Exit::findings : Exit::fine;
  }

 private:
  Outcome<api::ApplyAnswer> by_ourselves(Household& household,
                                         decide::PlanReport const& plan) const {
    auto const faith = force_ ? work::Faith::what_is_left : work::Faith::exact;
    auto const carried = household.round().apply(plan.proposal, faith);
    if (!carried) return carried.error();
    auto const number = [](std::size_t count) { return static_cast<std::int64_t>(count); };
    return api::ApplyAnswer{.added = number(carried->added),
                            .already_there = number(carried->already_there),
                            .refused = number(carried->refused),
                            .put_off = number(carried->put_off),
                            .unknown = number(carried->unknown)};
  }

  /// Whoever holds the storage does it.
  Outcome<api::ApplyAnswer> by_others(Failure const& held, decide::PlanReport const& plan,
                                      LoadedConfig const& config, Console& console) const {
    if (!Daemon::may_hold(held)) return held;
    auto const path = std::string(api::ApplyPlan::route.path) + (force_ ? "?force=true" : "");
    auto const answer =
        Daemon(config.loaded.config, console).post(path, derive::to_json(plan), held);
    if (!answer) return answer.error();
    return derive::from_json<api::ApplyAnswer>(*answer, "the answer").value;
  }

  Outcome<decide::PlanReport> read() const {
    auto const text = os::read_file(file_, largest_plan);
    if (!text) return text.error();
    auto read = derive::from_json<decide::PlanReport>(*text, file_);
    if (has_errors(read.problems)) return no_plan(file_, to_text(read.problems.front()));
    if (read.value.sievarr_plan != known_version)
      return no_plan(file_, "it is of version " + to_text(read.value.sievarr_plan));
    if (decide::Proposer::hash_of(read.value.proposal.adds) != read.value.proposal.hash)
      return no_plan(file_, "its adds are not those that its hash was made of");
    return std::move(read.value);
  }

  std::string file_;
  bool force_ = false;
  ConfigOption config_;
};

}  // namespace

std::unique_ptr<Command> make_apply() { return std::make_unique<Apply>(); }

}  // namespace sievarr::cli
