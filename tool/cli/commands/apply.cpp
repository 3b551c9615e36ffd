#include "cli/options/daemon.hpp"
#include "cli/options/household.hpp"
#include "cli/text/adds_text.hpp"
#include "commands.hpp"
#include "os/file.hpp"

#include <sievarr/adding/plan_report.hpp>
#include <sievarr/api/cycle_routes.hpp>
#include <sievarr/api/history.hpp>
#include <sievarr/base/text.hpp>
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
    console.out << adds_as_text(*came) << '\n';
    if (household && (*household)->interrupted()) return interrupted(console, "sync");
    bool const has_troubles = household && (*household)->has_troubles();
    bool const is_fine = came->refused + came->not_found == 0 && !is_left_over(*came);
    return is_fine && !has_troubles ? Exit::fine : Exit::findings;
  }

 private:
  Outcome<app::Carried> by_ourselves(Household& household, adding::PlanReport const& plan) const {
    auto const strictness = force_ ? app::Strictness::best_effort : app::Strictness::exact;
    return household.round().apply({.plan = plan.proposal,
                                    .strictness = strictness,
                                    .hold = plan.held ? app::Hold::seen : app::Hold::heeded});
  }

  /// Whoever holds the storage does it.
  Outcome<app::Carried> by_others(Failure const& held, adding::PlanReport const& plan,
                                  LoadedConfig const& config, Console& console) const {
    if (!Daemon::may_hold(held)) return held;
    auto const path = std::string(api::ApplyPlan::route.path) + (force_ ? "?force=true" : "");
    auto const answer =
        Daemon(config.loaded.config, console).post(path, derive::to_json(plan), held);
    if (!answer) return answer.error();
    auto const came = derive::from_json<api::ApplyAnswer>(*answer, "the answer").value;
    auto const number = [](std::int64_t count) { return static_cast<std::size_t>(count); };
    return app::Carried{.added = number(came.added),
                        .already_there = number(came.already_there),
                        .refused = number(came.refused),
                        .not_found = number(came.not_found),
                        .put_off = number(came.put_off),
                        .unknown = number(came.unknown)};
  }

  Outcome<adding::PlanReport> read() const {
    auto const text = os::read_file(file_, largest_plan);
    if (!text) return text.error();
    auto read = derive::from_json<adding::PlanReport>(*text, file_);
    if (has_errors(read.problems)) return no_plan(file_, to_text(read.problems.front()));
    if (read.value.sievarr_plan != known_version)
      return no_plan(file_, "it is of version " + to_text(read.value.sievarr_plan));
    if (adding::Proposer::hash_of(read.value.proposal.adds) != read.value.proposal.hash)
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
