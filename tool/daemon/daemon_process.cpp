#include "daemon_process.hpp"

#include "os/exit.hpp"
#include "os/process.hpp"

#include <sievarr/base/number.hpp>
#include <sievarr/config/server_address.hpp>
#include <sievarr/config/servers.hpp>
#include <sievarr/derive/secret_values.hpp>
#include <sievarr/wire/http_failure.hpp>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <utility>

namespace sievarr::daemon {
namespace {

using namespace std::chrono_literals;
using log::Level;

constexpr std::string_view room = "cli";
constexpr auto between_looks = 1s;
constexpr auto drain = 5s;
/// What is given up needs a moment to notice.
constexpr auto last_grace = 10s;

std::string holder() { return "sievarr run, process " + to_text(os::process_id()); }

/// Whether a key stands in the file itself, and not only where it can be found.
bool writes_out_key(app::ActiveConfig const& active, std::string const& path) {
  auto const text = active.sources.find(path);
  if (text == active.sources.end()) return false;
  bool stands = false;
  derive::for_each_secret(active.config(), [&](value::Secret const& key) {
    stands = stands || (!key.empty() && text->second.find(key.reveal()) != std::string::npos);
  });
  return stands;
}

/// Whether a config says anything to add shows to.
bool names_server(config::Config const& config) {
  bool names = false;
  config::for_each_server_list(
      config, [&](auto const& list, std::string_view) { names = names || !list.empty(); });
  return names;
}

/// "tower at http://tower:8989, attic at http://attic:8989 (disabled)"
template <class List>
std::string servers_in(List const& list) {
  std::string servers;
  for (auto const& each : list)
    servers.append(servers.empty() ? "" : ", ")
        .append(each.server.name + " at " + wire::shown_address(each.server.url.text()))
        .append(each.server.enabled ? "" : " (disabled)");
  return servers;
}

}  // namespace

DaemonProcess::DaemonProcess(Plan plan, os::Environment const& environment, log::Log::Write write)
    : plan_(std::move(plan)),
      environment_(environment),
      signals_({SIGINT, SIGTERM, SIGHUP}),
      supervisor_(environment),
      wall_(soon_.get_token()),
      clock_(wall_, plan_.speed),
      log_(clock_, std::move(write)) {}

DaemonProcess::End DaemonProcess::run(app::ActiveConfig config) {
  stamp_ = os::stamp_of(plan_.path);
  grace_ = config.config().sync.shutdown_timeout.seconds();
  auto const server = config.config().server;
  auto application = app::Application::begin(std::move(config), {.read = plan_.read,
                                                                 .try_text = plan_.try_text,
                                                                 .config_path = plan_.path,
                                                                 .clock = clock_,
                                                                 .environment = environment_,
                                                                 .log = log_,
                                                                 .soon = soon_.get_token(),
                                                                 .now = now_.get_token(),
                                                                 .holder = holder(),
                                                                 .version = plan_.version});
  if (!application) return {.failure = application.error()};
  application_ = *std::move(application);
  if (auto const opened = open(server); !opened) return {.failure = opened.error()};
  {
    std::jthread const working([this] { work(); });
    std::jthread const reloading([this](std::stop_token const& stop) { reload_when_wanted(stop); });
    listen();
    close();
  }
  application_.reset();
  bool const is_fine = !end_.failure && end_.problems.empty();
  if (is_fine) log_.say(Level::info, room, "ended");
  return std::move(end_);
}

/// Listens where the config says, unless it says that nobody does.
Outcome<Done> DaemonProcess::open(config::Server const& server) {
  if (!server.enabled) return Done{};
  auto const active = application_->config_in_force();
  bool const is_fresh = plan_.path.empty() && !names_server(active->config());
  auto service = Service::start(
      {.application = *application_,
       .clock = clock_,
       .log = log_,
       .version = plan_.version,
       .installation = is_fresh ? serve::Installation::fresh : serve::Installation::configured});
  if (!service) return service.error();
  service_.emplace(*std::move(service));
  if (service_->made_key())
    log_.say(Level::info, room, "a key for the API was made", {{"file", service_->key_file()}});
  return Done{};
}

/// The thread that loads, and then runs the jobs.
void DaemonProcess::work() {
  load();
  if (!end_.failure && !has_errors(end_.problems) && !soon_.stop_requested()) {
    announce();
    auto const lived = application_->live();
    if (!lived) end_.failure = lived.error();
  }
  over_ = true;
  waker_.wake();
}

void DaemonProcess::load() {
  auto const problems = application_->load();
  if (!problems) {
    if (problems.error().kind != Failure::Kind::cancelled) end_.failure = problems.error();
  } else if (has_errors(*problems)) {
    end_.problems = *problems;
  } else {
    warn(*problems);
  }
}

/// Logs that the daemon runs, and with which settings.
void DaemonProcess::announce() {
  auto const active = application_->config_in_force();
  auto const& config = active->config();
  auto const daemon_status = application_->daemon_status();
  log::Fields fields{{"version", plan_.version},
                     {"process", os::process_id()},
                     {"config", plan_.path.empty() ? "none" : plan_.path},
                     {"storage", config.storage.path},
                     {"address", service_ ? config::address_of(config.server) : "none"},
                     {"tvmaze", wire::shown_address(config.tvmaze.base_url.text())}};
  config::for_each_server_list(config, [&](auto const& list, std::string_view key) {
    fields.emplace_back(key, list.empty() ? "none" : servers_in(list));
  });
  fields.emplace_back("dry_run", config.dry_run ? "true" : "false");
  fields.emplace_back("selections", config.filter.selections.size());
  fields.emplace_back("shows", daemon_status.shows);
  fields.emplace_back("next_run",
                      daemon_status.next_run ? to_text(*daemon_status.next_run) : "none");
  log_.say(Level::info, room, "sievarr runs", fields);
  if (writes_out_key(*active, plan_.path) && os::others_may_read(plan_.path))
    log_.say(Level::warning, room, "others may read the keys in the config; chmod 600",
             {{"config", plan_.path}});
  warn_of_access(config);
  if (service_) service_->tend();
  supervisor_.tell("READY=1\nSTATUS=" + to_text(daemon_status.shows) + " shows\n");
}

/// Who is let in without a word, or cannot be let in at all.
void DaemonProcess::warn_of_access(config::Config const& config) {
  using config::AccessMode;
  if (config.access.mode == AccessMode::none)
    log_.say(Level::warning, "serve", "everybody who reaches the page is its owner",
             {{"access.mode", "none"}});
  auto const* const credentials = application_->credentials();
  if (config.access.mode == AccessMode::password && credentials && !credentials->has_password())
    log_.say(Level::warning, "serve", "nobody can sign in, since there is no password",
             {{"hint", "set one: sievarr access password"}});
}

void DaemonProcess::warn(Problems const& problems) {
  for (auto const& problem : problems)
    if (problem.severity != Severity::hint)
      log_.say(problem.severity == Severity::error ? Level::error : Level::warning, "config",
               "the config has a problem", {{"problem", to_text(problem)}});
}

/// The thread that waits for signals.
void DaemonProcess::listen() {
  while (!over_) {
    waker_.wait({signals_.descriptor()}, patience());
    while (auto const signal = signals_.take()) heed(*signal);
    if (plan_.watch == Watch::yes) watch_config();
    if (deadline_ && Steady::now() >= *deadline_) {
      // What was given up and is still there is not waited for: what is stored is safe.
      if (now_.stop_requested()) std::_Exit(static_cast<int>(os::Exit::fine));
      log_.say(Level::warning, room, "the time to end in order is over");
      end_now();
    }
    if (service_) service_->tend();
    keep_alive();
  }
}

void DaemonProcess::heed(int signal) {
  if (signal == SIGHUP) return want_reload();
  if (soon_.stop_requested()) return end_now();
  log_.say(Level::info, room, "ends at the next safe point; a second signal ends it now");
  supervisor_.tell("STOPPING=1\n");
  deadline_ = Steady::now() + grace_;
  soon_.request_stop();
}

void DaemonProcess::end_now() {
  deadline_ = Steady::now() + last_grace;
  now_.request_stop();
}

std::chrono::milliseconds DaemonProcess::patience() const {
  std::chrono::milliseconds wait = 1min;
  if (plan_.watch == Watch::yes) wait = between_looks;
  if (auto const span = supervisor_.watchdog()) wait = std::min(wait, *span);
  if (deadline_)
    wait = std::min(wait, std::chrono::duration_cast<std::chrono::milliseconds>(
                              *deadline_ - Steady::now() + 1ms));
  return wait;
}

/// Reading the status waits for every lock, so that a standstill is no sign of life.
void DaemonProcess::keep_alive() {
  if (!supervisor_.watchdog()) return;
  auto const daemon_status = application_->daemon_status();
  supervisor_.tell(daemon_status.phase == status::Phase::starting
                       ? "WATCHDOG=1\nEXTEND_TIMEOUT_USEC=60000000\n"
                       : "WATCHDOG=1\n");
}

/// A file that is being written is looked at when it has been quiet for a look.
void DaemonProcess::watch_config() {
  if (plan_.path.empty() || plan_.path == "-") return;
  auto const now = os::stamp_of(plan_.path);
  bool const quiet = now == last_look_;
  last_look_ = now;
  if (!quiet || now == stamp_) return;
  stamp_ = now;
  want_reload();
}

void DaemonProcess::want_reload() {
  std::lock_guard const lock(mutex_);
  reload_wanted_ = true;
  wanted_.notify_all();
}

/// The thread that reads the config again, since the servers that it names may be slow.
void DaemonProcess::reload_when_wanted(std::stop_token const& stop) {
  std::unique_lock lock(mutex_);
  while (wanted_.wait(lock, stop, [this] { return reload_wanted_; })) {
    reload_wanted_ = false;
    // What comes while the daemon is still loading waits for that.
    while (!application_->ready() && !stop.stop_requested())
      wanted_.wait_for(lock, stop, 50ms, [] { return false; });
    if (stop.stop_requested()) return;
    lock.unlock();
    supervisor_.tell_reloading();
    auto const reloaded = application_->reload();
    warn(reloaded.problems);
    bool const refused = has_errors(reloaded.problems);
    log_.say(refused ? Level::error : Level::info, "config",
             refused ? "the new config is refused, the old one stays" : "the config is in force");
    for (auto const& name : reloaded.needs_restart)
      log_.say(Level::warning, "config", "a setting counts after a restart", {{"setting", name}});
    supervisor_.tell("READY=1\n");
    lock.lock();
  }
}

/// The cycles are over; requests to other servers that are still under way are given up.
void DaemonProcess::close() {
  soon_.request_stop();
  now_.request_stop();
  if (service_) service_->stop(drain);
  service_.reset();
}

}  // namespace sievarr::daemon
