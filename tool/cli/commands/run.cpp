#include "cli/options/daemon.hpp"
#include "commands.hpp"
#include "os/process.hpp"

#include <utility>

namespace sievarr::cli {
namespace {

using daemon::DaemonProcess;
using os::Exit;

/// The daemon.
class Run final : public Command {
 public:
  void declare(Syntax& syntax) override {
    syntax.add({.name = "--watch",
                .meaning = "read the config again whenever its file changes, as after SIGHUP",
                .into = &watch_});
    config_.declare(syntax);
    syntax.examples =
        "sievarr run --config config.yaml\n"
        "sievarr run --watch --set server.port=9090";
  }

  Exit run(Console& console) override {
    if (auto const set = os::set_umask(console.environment); !set) {
      complain(console, set.error());
      return Exit::misused;
    }
    auto const option = kept(console);
    auto config = option.need_all(console);
    if (!config) return Exit::misused;
    auto plan = daemon_plan(option, console);
    if (watch_) plan.watch = DaemonProcess::Watch::yes;
    DaemonProcess process(std::move(plan), console.environment, log_into(console));
    return exit_of(process.run(active_config(*std::move(config))), console);
  }

 private:
  /// What comes in can be read once only; it is the config for the whole life.
  ConfigOption kept(Console& console) const {
    if (config_.path(console) != "-") return config_;
    auto source = read_source(console, "-");
    return source ? config_.with_source(*std::move(source)) : config_;
  }

  bool watch_ = false;
  ConfigOption config_;
};

}  // namespace

std::unique_ptr<Command> make_run() { return std::make_unique<Run>(); }

}  // namespace sievarr::cli
