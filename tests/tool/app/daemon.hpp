#pragma once

#include "../support/folder.hpp"
#include "../support/prepared.hpp"
#include "app/application.hpp"
#include "os/file.hpp"
#include "sim/sim.hpp"
#include "test_world.hpp"

#include <sievarr/config/layers.hpp>

#include <doctest/doctest.h>

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

namespace sievarr::test {

/// A daemon without HTTP in front of a simulated TVMaze and Sonarr on real sockets, with a clock
/// that a test moves and a config that it writes.
class Daemon {
 public:
  explicit Daemon(std::size_t size = 300, std::size_t sonarrs = 1) : sim_(started(size, sonarrs)) {
    log.follow({.level = log::Level::debug});
    name_sonarr(0);
  }

  /// Begins a life of it; the one before must be over.
  Outcome<std::unique_ptr<app::Application>> begin() {
    soon = {};
    now = {};
    auto active = read();
    if (!active) return active.error();
    REQUIRE_FALSE(has_errors(active->problems));
    return app::Application::begin(
        *std::move(active),
        {.read = [this](Date) { return read(); },
         .try_text = [this](Date, std::string said) { return said_by(std::move(said)); },
         .config_path = file,
         .clock = clock,
         .environment = environment_,
         .log = log,
         .soon = soon.get_token(),
         .now = now.get_token()});
  }

  /// The same, and loads it.
  std::unique_ptr<app::Application> start() {
    auto application = begin();
    REQUIRE(application);
    auto const problems = (*application)->load();
    REQUIRE_MESSAGE(problems, (problems ? "" : problems.error().text));
    for (auto const& problem : *problems) INFO(to_text(problem));
    REQUIRE_FALSE(has_errors(*problems));
    return *std::move(application);
  }

  /// The config as its file says it now.
  Outcome<app::ActiveConfig> read() {
    {
      std::lock_guard const lock(mutex_);
      if (unreadable) return *unreadable;
      if (file.empty()) return said_by(text);
    }
    auto written = os::read_file(file, 1 << 20);
    if (!written) return written.error();
    return said_by(*std::move(written));
  }

  /// The config as it would be if its file said that.
  app::ActiveConfig said_by(std::string said) {
    config::Layers const layers{
        .file = config::Source{"config.yaml", said},
        .surroundings = {.variables = variables},
        .arguments = {"storage.path=" + folder.path(), "tvmaze.base_url=" + sim_.tvmaze_address(),
                      "tvmaze.rate_limit=1000", "sonarr.url=" + address_,
                      "sonarr.api_key=" + key_}};
    auto prepared = test::prepared(layers, os::day_of(clock.now()));
    return app::ActiveConfig{.loaded = std::move(prepared.value.loaded),
                             .plan = std::move(prepared.value.plan),
                             .problems = std::move(prepared.problems),
                             .sources = {{"config.yaml", std::move(said)}}};
  }

  /// Changes something that the config says, once.
  void set(std::string const& was, std::string const& is) {
    std::lock_guard const lock(mutex_);
    auto const at = text.find(was);
    REQUIRE(at != std::string::npos);
    text.replace(at, was.size(), is);
  }

  /// From now on the config names that Sonarr, with the key that it has now.
  void name_sonarr(std::size_t number) {
    std::lock_guard const lock(mutex_);
    address_ = sim_.sonarr_address(number);
    key_ = sim_.api_key(number);
  }

  /// Does something while the cycle waits for its n-th page from now on.
  void meanwhile(std::size_t page, std::function<void()> action) {
    sim_.tvmaze().faults().inject(
        {.harm = sim::Meanwhile{std::move(action)}, .kind = sim::Kind::page, .first = page});
  }

  sim::Sim& sim() { return sim_; }
  sim::Sonarr& sonarr(std::size_t number = 0) { return sim_.sonarr(number); }

  VirtualClock clock;
  Folder folder{Folder::On::memory};
  std::vector<std::string> lines;
  log::Log log{clock, [this](std::string_view line) { lines.emplace_back(line); }};
  std::stop_source soon;
  std::stop_source now;
  std::optional<Failure> unreadable;
  std::string file = {};  ///< Where the config is read from, instead of the text.
  std::map<std::string, std::string, std::less<>> variables;  ///< What the config may name.
  std::string text = R"(
dry_run: false
logging: {level: DEBUG}
sync: {max_adds_per_cycle: 5}
selections:
  - {name: good, rating: {min: 7}}
sonarr: {root_folder: /tv, quality_profile: HD-1080p}
)";

 private:
  sim::Sim started(std::size_t size, std::size_t sonarrs) {
    auto sim = sim::Sim::start({.world = {.seed = 3, .shows = size},
                                .tvmaze = {.limit = std::nullopt},
                                .sonarrs = std::vector<sim::Options::Instance>(sonarrs)},
                               clock);
    REQUIRE(sim);
    return *std::move(sim);
  }

  os::Environment environment_;
  std::mutex mutex_;
  sim::Sim sim_;
  std::string address_;
  std::string key_;
};

}  // namespace sievarr::test
