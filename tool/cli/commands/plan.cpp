#include "cli/options/count.hpp"
#include "cli/options/operations.hpp"
#include "cli/options/storage.hpp"
#include "cli/text/output.hpp"
#include "cli/text/text.hpp"
#include "commands.hpp"
#include "os/write_file.hpp"

#include <sievarr/derive/json.hpp>

#include <ostream>
#include <string>

namespace sievarr::cli {
namespace {

using os::Exit;

/// What the next cycle would do with the catalogue as it is.
class Plan final : public Command {
 public:
  void declare(Syntax& syntax) override {
    config_.declare(syntax);
    syntax.add({.name = "--out",
                .takes = "FILE",
                .meaning = "also write it into a file, for sievarr apply",
                .into = &file_});
    syntax.add({.name = "--limit",
                .takes = "COUNT",
                .meaning = "so many adds by name, 0 for all; 50 when nothing is said",
                .into = &limit_,
                .check = check_count});
    output_.declare(syntax);
    syntax.examples =
        "sievarr plan\n"
        "sievarr plan --out plan.json && sievarr apply plan.json\n"
        "sievarr plan --json | jq '.adds[].title'";
  }

  Exit run(Console& console) override {
    auto const config = config_.need_all(console);
    if (!config) return Exit::misused;
    OwnOperations own(*config, console);
    auto const operations = own.open(OwnOperations::Access::read, "plan");
    if (!operations) return fail(console, operations.error());
    auto const plan = (*operations)->plan();
    if (!plan) return fail(console, plan.error());
    return write(*plan, console);
  }

 private:
  Exit write(adding::PlanReport const& plan, Console& console) const {
    auto const json = derive::to_json(plan) + "\n";
    if (!file_.empty()) {
      auto const written = os::write_file(file_, json);
      if (!written) return fail(console, written.error());
    }
    console.out << (output_.format() == Format::json
                        ? json
                        : plan_as_text(plan, limit_, {console.paint_out, console.width}));
    return Exit::fine;
  }

  ConfigOption config_;
  OutputOption output_{{Format::text, Format::json}};
  std::string file_;
  std::size_t limit_ = 50;
};

}  // namespace

std::unique_ptr<Command> make_plan() { return std::make_unique<Plan>(); }

}  // namespace sievarr::cli
