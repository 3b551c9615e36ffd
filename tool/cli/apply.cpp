#include "cli/commands.hpp"
#include "cli/household.hpp"
#include "os/file.hpp"

#include <sievarr/base/text.hpp>
#include <sievarr/decide/plan_report.hpp>
#include <sievarr/derive/from_json.hpp>

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
  void declare(CLI::App& parser) override {
    parser.add_option("FILE", file_, "what sievarr plan --out wrote")
        ->required()
        ->type_name("FILE");
    parser.add_flag("--force", force_, "carry out what is left of the plan, where it has changed");
    config_.declare(parser);
    parser.footer("sievarr plan --out plan.json && sievarr apply plan.json");
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
    if (!household) return fail(console, household.error());
    auto const faith = force_ ? work::Faith::what_is_left : work::Faith::exact;
    auto const carried = (*household)->round().apply(plan->proposal, faith);
    if (!carried) return fail(console, carried.error());
    console.out << carried->added << " added, " << carried->already_there << " there already, "
                << carried->refused << " refused, " << carried->put_off + carried->unknown
                << " put off\n";
    return carried->refused + carried->put_off + carried->unknown > 0 ? Exit::findings : Exit::fine;
  }

 private:
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
