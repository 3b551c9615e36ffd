#include "cli/commands.hpp"
#include "cli/count.hpp"
#include "cli/household.hpp"

#include <sievarr/base/number.hpp>

#include <ostream>
#include <string>

namespace sievarr::cli {
namespace {

using os::Exit;

/// One cycle in the foreground.
class Sync final : public Command {
 public:
  void declare(CLI::App& parser) override {
    parser.add_flag("--full", full_, "read the whole catalogue again, not only what has changed");
    config_.declare(parser);
    parser.footer(
        "sievarr sync --config config.yaml\n"
        "sievarr sync --full --set storage.path=/data");
  }

  Exit run(Console& console) override {
    auto const config = config_.need_all(console);
    if (!config) return Exit::misused;
    auto const household = Household::open(*config, console, Access::write);
    if (!household) return fail(console, household.error());
    auto const report = (*household)->round().run(full_ ? work::Depth::full : work::Depth::needed);
    if (!report) return fail(console, report.error());
    if (auto const saved = (*household)->save_state(*report); !saved)
      return fail(console, saved.error());
    tell(*report, config->loaded.config, console);
    return report->cycle.error ? Exit::findings : Exit::fine;
  }

 private:
  static void tell(work::Report const& report, config::Config const& config, Console& console) {
    auto const& cycle = report.cycle;
    console.out << counted(cycle.shows_stored, "show", "shows") << " new or changed, "
                << counted(cycle.requests, "request", "requests") << " to TVMaze";
    if (cycle.shows_gone > 0) console.out << ", " << cycle.shows_gone << " gone";
    if (cycle.shows_owed > 0) console.out << ", " << cycle.shows_owed << " could not be had";
    console.out << '\n';
    if (config.dry_run) {
      console.out << counted(cycle.planned, "series", "series")
                  << " to add, and none was sent: dry_run is true, see sievarr plan\n";
    } else {
      console.out << cycle.added << " added, " << cycle.already_there << " there already, "
                  << cycle.refused << " refused\n";
    }
    if (cycle.waiting > 0)
      console.out << counted(cycle.waiting, "show waits", "shows wait") << ", see sievarr plan\n";
    if (cycle.error)
      complain(console, {.text = *cycle.error, .hint = "run sievarr sync again; it goes on there"});
  }

  bool full_ = false;
  ConfigOption config_;
};

}  // namespace

std::unique_ptr<Command> make_sync() { return std::make_unique<Sync>(); }

}  // namespace sievarr::cli
