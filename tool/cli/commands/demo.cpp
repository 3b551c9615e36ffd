#include "cli/options/count.hpp"
#include "cli/options/daemon.hpp"
#include "cli/options/storage.hpp"
#include "cli/text/demo_config.hpp"
#include "commands.hpp"
#include "os/fast_clock.hpp"
#include "os/file.hpp"
#include "os/folder.hpp"
#include "os/port.hpp"
#include "os/process.hpp"
#include "os/random.hpp"
#include "os/write_file.hpp"
#include "sim/sim.hpp"

#include <sievarr/value/span_of_time.hpp>

#include <condition_variable>
#include <csignal>
#include <mutex>
#include <optional>
#include <ostream>
#include <string>
#include <thread>

namespace sievarr::cli {
namespace {

using daemon::DaemonProcess;
using os::Exit;

/// Ends this process in order after a while, unless it ends before that.
class Alarm {
 public:
  explicit Alarm(std::chrono::seconds span)
      : waiting_([span](std::stop_token const& stop) {
          std::mutex mutex;
          std::unique_lock lock(mutex);
          std::condition_variable_any ended;
          ended.wait_for(lock, stop, span, [] { return false; });
          if (!stop.stop_requested()) ::kill(static_cast<pid_t>(os::process_id()), SIGTERM);
        }) {}

 private:
  std::jthread waiting_;
};

/// The whole program in a made-up world: nothing outside this machine is asked, and nothing of it
/// stays.
class Demo final : public Command {
 public:
  void declare(Syntax& syntax) override {
    syntax.add({.name = "--for",
                .takes = "TIME",
                .meaning = "end after so long, such as 30s; else with Ctrl-C",
                .into = &span_,
                .check = [](std::string const& word) {
                  auto const span = value::SpanOfTime::read(word);
                  return span ? "" : span.error().message;
                }});
    syntax.add({.name = "--shows",
                .takes = "COUNT",
                .meaning = "so many shows, 200000 at most; 5000 when nothing is said",
                .into = &shows_,
                .check = between(1, 200'000)});
    syntax.add({.name = "--speed",
                .takes = "COUNT",
                .meaning =
                    "how many times faster time passes, 10000 at most; 600, ten minutes in a "
                    "second, when nothing is said",
                .into = &speed_,
                .check = between(1, 10'000)});
    syntax.add({.name = "--port",
                .takes = "PORT",
                .meaning = "the port of the page and the API; a free one if not said",
                .into = &port_,
                .check = between(1, 65'535)});
    syntax.add(
        {.name = "--folder",
         .takes = "DIR",
         .meaning = "where the config and the storage go and stay; else they go with the demo",
         .into = &folder_});
    syntax.examples =
        "sievarr demo\n"
        "sievarr demo --for 30s\n"
        "sievarr demo --speed 1 --folder demo";
  }

  Exit run(Console& console) override {
    std::optional<os::TemporaryFolder> temporary;
    if (folder_.empty()) {
      auto made = os::TemporaryFolder::make("sievarr-demo");
      if (!made) return fail(console, made.error());
      temporary.emplace(*std::move(made));
    } else if (auto const made = make_own_folder(); !made) {
      return fail(console, made.error());
    }
    return live(temporary ? temporary->path() : folder_, console);
  }

 private:
  /// The servers of a demo are where no other was, so its config fits no other demo either.
  Outcome<Done> make_own_folder() const {
    auto const config = folder_ + "/config.yaml";
    if (os::exists(config))
      return Failure{.kind = Failure::Kind::refused,
                     .text = config + " is there already, and a demo writes its own",
                     .hint = "name a folder that is new"};
    return os::make_folder(folder_);
  }

  Outcome<DemoPlaces> find_places(sim::Sim const& sim, std::string folder) const {
    DemoPlaces places{.folder = std::move(folder),
                      .tvmaze = sim.tvmaze_address(),
                      .sonarr = sim.sonarr_address(),
                      .sonarr_key = sim.api_key(),
                      .port = static_cast<std::uint16_t>(port_)};
    auto key = os::unguessable(16);
    if (!key) return key.error();
    places.key = *std::move(key);
    if (port_ > 0) return places;
    auto const port = os::free_port();
    if (!port) return port.error();
    places.port = *port;
    return places;
  }

  Exit live(std::string const& folder, Console& console) const {
    auto const path = folder + "/config.yaml";
    auto const speed = static_cast<int>(speed_);
    // What is set around us is meant for another config.
    Console inside{.in = console.in,
                   .out = console.out,
                   .error = console.error,
                   .today = console.today,
                   .terminal = console.terminal,
                   .paint_out = console.paint_out,
                   .paint_error = console.paint_error};
    auto const option = ConfigOption().with_file(path);
    // First of all: threads that begin before it does could take its signals.
    auto plan = daemon_plan(option, inside);
    plan.watch = DaemonProcess::Watch::yes;
    plan.speed = speed;
    DaemonProcess process(std::move(plan), inside.environment, log_into(inside));
    os::SystemClock wall;
    os::FastClock clock(wall, speed);
    auto sim = start_world(clock);
    if (!sim) return fail(console, sim.error());
    auto const places = find_places(*sim, folder);
    if (!places) return fail(console, places.error());
    if (auto const written = os::write_file(path, demo_config(*places)); !written)
      return fail(console, written.error());
    auto config = option.need_all(inside);
    if (!config) return Exit::misused;
    introduce(*places, path, console);
    std::optional<Alarm> alarm;
    if (auto const span = value::SpanOfTime::read(span_); span) alarm.emplace(span->seconds());
    return exit_of(process.run(active_config(*std::move(config))), inside);
  }

  Outcome<sim::Sim> start_world(os::Clock& clock) const {
    return sim::Sim::start({.world = {.seed = 1, .shows = shows_, .pace = sim::lifelike(shows_)},
                            .sonarrs = {{.shelf = {}, .series = 40}}},
                           clock);
  }

  void introduce(DemoPlaces const& places, std::string const& path, Console& console) const {
    auto const address = "http://127.0.0.1:" + to_text(std::int64_t{places.port});
    console.out << "A made-up TVMaze with " << shows_
                << " shows and a made-up Sonarr run on this machine, and Sievarr between them.\n"
                << (speed_ > 1 ? "Time passes " + to_text(static_cast<std::int64_t>(speed_)) +
                                     " times faster than on the wall.\n"
                               : "")
                << "\n  page    " << address << "\n  key     " << places.key << "\n  config  "
                << path << "\n\n"
                << "Change the config and save it, and look at the page; or ask in another "
                   "terminal:\n\n"
                << "  export SIEVARR_CONFIG=" << path << "\n"
                << "  sievarr plan\n  sievarr review list\n  sievarr why 259\n\n"
                << (folder_.empty() ? "Ctrl-C ends it, and nothing of it stays.\n"
                                    : "Ctrl-C ends it.\n")
                << std::endl;
  }

  std::string span_;
  std::size_t shows_ = 5000;
  std::size_t speed_ = 600;
  std::size_t port_ = 0;
  std::string folder_;
};

}  // namespace

std::unique_ptr<Command> make_demo() { return std::make_unique<Demo>(); }

}  // namespace sievarr::cli
