#pragma once

#include "app/application.hpp"
#include "os/environment.hpp"
#include "os/fast_clock.hpp"
#include "os/file_stamp.hpp"
#include "os/signal_queue.hpp"
#include "os/supervisor.hpp"
#include "os/waker.hpp"
#include "service.hpp"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

namespace sievarr::daemon {

/// One life of the daemon, from its lock to its last line: signals, reloads, and the watchdog of
/// the supervisor. One thread listens to those; another one runs the cycles.
class DaemonProcess {
 public:
  enum class Watch : std::uint8_t { no, yes };
  struct Plan {
    app::ReadConfig read;  ///< Reads the config anew.
    app::TryConfig try_text = {};
    std::string path;  ///< Of its file; empty where there is none.
    Watch watch = Watch::no;
    int speed = 1;  ///< How many times faster time passes.
    std::string version = {};
  };

  /// Why it ended before somebody wanted that; nothing of it otherwise.
  struct End {
    std::optional<Failure> failure = {};
    Problems problems = {};  ///< Of the config.
  };

  DaemonProcess(Plan plan, os::Environment const& environment, log::Log::Write write);

  /// Lives until somebody ends it.
  End run(app::ActiveConfig config);

 private:
  using Steady = std::chrono::steady_clock;

  void work();
  void load();
  Outcome<Done> open(config::Server const& server);
  void announce();
  void warn(Problems const& problems);
  void warn_of_access(config::Config const& config);
  void listen();
  void heed(int signal);
  void end_now();
  void watch_config();
  void want_reload();
  void reload_when_wanted(std::stop_token const& stop);
  std::chrono::milliseconds patience() const;
  void keep_alive();
  void close();

  Plan plan_;
  os::Environment const& environment_;
  os::SignalQueue signals_;
  os::Supervisor supervisor_;
  os::Waker waker_;
  std::stop_source soon_;
  std::stop_source now_;
  os::SystemClock wall_;
  os::FastClock clock_;
  log::Log log_;
  std::unique_ptr<app::Application> application_;
  std::optional<Service> service_;
  os::FileStamp stamp_ = {};
  os::FileStamp last_look_ = {};
  std::optional<Steady::time_point> deadline_;
  std::chrono::milliseconds grace_{0};
  std::mutex mutex_;
  std::condition_variable_any wanted_;
  bool reload_wanted_ = false;
  std::atomic<bool> over_ = false;
  End end_;
};

}  // namespace sievarr::daemon
