#pragma once

#include "../sim/running.hpp"
#include "../support/connection.hpp"
#include "../support/folder.hpp"
#include "../support/process.hpp"
#include "http/server.hpp"
#include "os/file.hpp"
#include "os/write_file.hpp"

#include <sievarr/base/number.hpp>

#include <doctest/doctest.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <functional>
#include <memory>
#include <random>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

namespace sievarr::test {

/// What nobody may find anywhere.
inline constexpr auto tvmaze_key = "tvmaze-secret-3f1c9a";
inline constexpr auto server_key = "server-secret-77aa01-long-enough";

/// A file as it is, empty where there is none.
inline std::string contents(std::string const& path) {
  auto text = os::read_file(path, 64 << 20);
  return text ? *std::move(text) : "";
}

/// The daemon as a process, in front of a simulated TVMaze and Sonarr, in a folder of its own.
class Service {
 public:
  explicit Service(std::size_t shows = 300)
      : running_({.world = {.seed = 3, .shows = shows},
                  .tvmaze = {.limit = std::nullopt},
                  .sonarrs = {{.shelf = {.api_key = fresh_key()}}}}) {
    write();
  }
  Service(Service const&) = delete;
  Service& operator=(Service const&) = delete;
  ~Service() {
    if (process_) process_->kill();
  }

  /// Where the daemon stores; a folder of the test's own if not said.
  void store_in(std::string folder) {
    storage_ = std::move(folder);
    write();
  }
  void write(std::string more = {}) { write_as(config() + more); }
  void write_as(std::string const& text) { REQUIRE(os::write_file(file("config.yaml"), text)); }

  std::string config() {
    return "dry_run: false\nsync: {max_adds_per_cycle: 3, shutdown_timeout: 20s}\n"
           "selections: [{name: good, rating: {min: 8}}]\n"
           "storage: {path: " +
           storage_ +
           "}\n"
           "server: {host: 127.0.0.1, port: " +
           to_text(port_) + ", api_key: " + server_key +
           "}\n"
           "tvmaze: {base_url: \"" +
           running_.sim().tvmaze_address() + "\", rate_limit: 1000, api_key: " + tvmaze_key +
           "}\n"
           "sonarr: {url: \"" +
           running_.sim().sonarr_address() + "\", api_key: " + key_ +
           ", root_folder: /tv, quality_profile: HD-1080p}\n";
  }

  /// Begins a life; what it says on its error stream is kept in a file.
  void start(std::string const& options = {}, std::string const& environment = {}) {
    os::remove_file(file("log"));
    process_ = std::make_unique<Process>(
        std::vector<std::string>{"/bin/sh", "-c",
                                 environment + " exec " + program() + " run --config " +
                                     file("config.yaml") + " " + options + " 2>>" + file("log")});
  }
  void signal(int number) { ::kill(process_->id(), number); }
  int wait() {
    auto const exit = process_->wait();
    process_.reset();
    return exit;
  }

  /// Waits until the log says something.
  bool says(std::string_view words) {
    return within([&] { return log().find(words) != std::string::npos; });
  }
  static bool within(std::function<bool()> const& true_at_last) {
    for (int look = 0; look < 1200; ++look) {
      if (true_at_last()) return true;
      std::this_thread::sleep_for(std::chrono::milliseconds{50});
    }
    return false;
  }
  std::string log() const { return contents(file("log")); }

  std::string get(std::string const& path) const { return ask("GET " + path); }
  std::string post(std::string const& path, std::string const& body = {}) const {
    return ask("POST " + path, body);
  }
  bool healthy() const { return get("/health").find("200 OK") != std::string::npos; }

  static std::string program() {
    auto const* const folder = std::getenv("SIEVARR_FOLDER");
    return std::string(folder ? folder : "build/release/tool") + "/sievarr";
  }

  std::string file(std::string_view name) const { return folder_.file(name); }
  sim::Sonarr& sonarr() { return running_.sonarr(); }
  sim::Sim& sim() { return running_.sim(); }
  std::string const& sonarr_key() const { return key_; }
  std::uint16_t port() const { return port_; }
  std::string const& storage() const { return storage_; }
  Process& process() { return *process_; }

 private:
  std::string ask(std::string const& what, std::string const& body = {}) const {
    Connection connection(port_);
    if (!connection.connected()) return {};
    connection.say(what + " HTTP/1.1\r\nHost: 127.0.0.1:" + to_text(port_) + "\r\nX-Api-Key: " +
                   server_key + (body.empty() ? "" : "\r\nContent-Type: application/json") +
                   "\r\nContent-Length: " + to_text(static_cast<std::int64_t>(body.size())) +
                   "\r\nConnection: close\r\n\r\n" + body);
    return connection.hear_all();
  }

  /// A key of this test alone, as a Sonarr makes them.
  static std::string fresh_key() {
    std::random_device dice;
    std::string key;
    while (key.size() < 32) key += "0123456789abcdef"[dice() % 16];
    return key;
  }

  /// One that was free a moment ago.
  static std::uint16_t free_port() {
    auto const server =
        http::Server::start({}, [](http::Call const&) { return wire::Response{.status = 200}; });
    REQUIRE(server);
    return server->port();
  }

  Folder folder_{Folder::On::memory};
  std::string storage_ = file("data");
  Running running_;
  std::string key_ = running_.sim().api_key();
  std::uint16_t port_ = free_port();
  std::unique_ptr<Process> process_;
};

}  // namespace sievarr::test
