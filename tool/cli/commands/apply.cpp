#include "cli/options/operations.hpp"
#include "cli/options/storage.hpp"
#include "cli/text/adds_text.hpp"
#include "commands.hpp"
#include "os/file.hpp"

#include <sievarr/adding/plan_flaw.hpp>
#include <sievarr/base/text.hpp>
#include <sievarr/derive/from_json.hpp>

#include <ostream>
#include <string>
#include <utility>

namespace sievarr::cli {
namespace {

using os::Exit;

constexpr std::size_t largest_plan = std::size_t{64} << 20;

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
    OwnOperations own(*config, console);
    auto const operations = own.open(OwnOperations::Access::write, "apply");
    if (!operations) return fail(console, operations.error());
    auto const strictness = force_ ? app::Strictness::best_effort : app::Strictness::exact;
    auto const totals = (*operations)->apply(*plan, strictness);
    if (!totals) return fail(console, totals.error());
    console.out << adds_as_text(*totals) << '\n';
    if (own.interrupted()) return interrupted(console, "sync");
    bool const is_fine = totals->refused + totals->not_found == 0 && !is_left_over(*totals);
    return is_fine && !own.has_troubles() ? Exit::fine : Exit::findings;
  }

 private:
  Outcome<adding::PlanReport> read() const {
    auto const text = os::read_file(file_, largest_plan);
    if (!text) return text.error();
    auto read = derive::from_json<adding::PlanReport>(*text, file_);
    if (has_errors(read.problems)) return no_plan(file_, to_text(read.problems.front()));
    if (auto const flaw = adding::plan_flaw(read.value)) return no_plan(file_, *flaw);
    return std::move(read.value);
  }

  std::string file_;
  bool force_ = false;
  ConfigOption config_;
};

}  // namespace

std::unique_ptr<Command> make_apply() { return std::make_unique<Apply>(); }

}  // namespace sievarr::cli
