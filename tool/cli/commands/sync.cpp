#include "cli/options/count.hpp"
#include "cli/options/operations.hpp"
#include "cli/options/storage.hpp"
#include "cli/text/adds_text.hpp"
#include "commands.hpp"

#include <sievarr/base/number.hpp>

#include <ostream>
#include <string>

namespace sievarr::cli {
namespace {

using os::Exit;

/// One cycle in the foreground.
class Sync final : public Command {
 public:
  void declare(Syntax& syntax) override {
    syntax.add({.name = "--full",
                .meaning = "read the whole catalogue again, not only what has changed",
                .into = &full_});
    config_.declare(syntax);
    syntax.examples =
        "sievarr sync --config config.yaml\n"
        "sievarr sync --full --set storage.path=/data";
  }

  Exit run(Console& console) override {
    auto const config = config_.need_all(console);
    if (!config) return Exit::misused;
    OwnOperations own(*config, console);
    auto const operations = own.open(OwnOperations::Access::write, "sync");
    if (!operations) return fail(console, operations.error());
    auto const answer =
        (*operations)->start_cycle(full_ ? status::SyncMode::full : status::SyncMode::incremental);
    if (!answer) return fail(console, answer.error());
    if (!answer->report) return tell_begun(answer->triggered, console);
    auto const& report = *answer->report;
    tell(report, config->loaded.config, console);
    if (own.interrupted()) return interrupted(console, "sync");
    bool const is_fine = !report.cycle.error && !own.has_troubles() && !is_left_over(report.totals);
    return is_fine ? Exit::fine : Exit::findings;
  }

 private:
  /// The daemon that holds the storage runs it in its own time.
  static Exit tell_begun(app::Triggered triggered, Console& console) {
    if (triggered == app::Triggered::already_running) {
      complain(console, {.text = "a cycle is running already, or is about to begin",
                         .hint = "how it goes: sievarr jobs"});
      return Exit::findings;
    }
    console.out << "a cycle begins; how it goes is in the log of the daemon and on its page\n";
    return Exit::fine;
  }

  static void tell(app::Report const& report, config::Config const& config, Console& console) {
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
      console.out << adds_as_text(report.totals) << '\n';
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
