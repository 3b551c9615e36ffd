#include "daemon_process.hpp"

#include "cli/options/address.hpp"
#include "cli/options/storage.hpp"
#include "os/process.hpp"

#include <sievarr/base/number.hpp>
#include <sievarr/derive/secret_values.hpp>
#include <sievarr/wire/http_failure.hpp>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <ostream>
#include <utility>

namespace sievarr::cli {
namespace {

using namespace std::chrono_literals;
using log::Level;
using os::Exit;

constexpr std::string_view room = "cli";
constexpr auto between_looks = 1s;
constexpr auto drain = 5s;
/// What is given up needs a moment to notice.
constexpr auto last_grace = 10s;

std::string holder() { return "sievarr run, process " + to_text(os::process_id()); }

/// Whether a key stands in the file itself, and not only where it can be found.
bool writes_out_key(app::ActiveConfig const& terms, std::string const& path) {
  auto const text = terms.sources.find(path);
  if (text == terms.sources.end()) return false;
  bool stands = false;
  derive::for_each_secret(terms.config(), [&](value::Secret const& key) {
    stands = stands || (!key.empty() && text->second.find(key.reveal()) != std::string::npos);
  });
  return stands;
}

}  // namespace

DaemonProcess::DaemonProcess(Plan plan, Console& console)
    : plan_(std::move(plan)),
      console_(console),
      signals_({SIGINT, SIGTERM, SIGHUP}),
      supervisor_(console.environment),
      wall_(soon_.get_token()),
      clock_(wall_, plan_.speed),
      log_(clock_, [&console](std::string_view line) { console.error << line << std::flush; }) {}

Outcome<app::ActiveConfig> DaemonProcess::read(Date today) {
  Console console = console_;
  console.today = today;
  auto loaded = plan_.config.load(console);
  if (!loaded) return loaded.error();
  return app::ActiveConfig{.loaded = std::move(loaded->loaded),
                           .plan = std::move(loaded->plan),
                           .problems = std::move(loaded->findings.problems),
                           .sources = std::move(loaded->findings.sources)};
}

Exit DaemonProcess::run(LoadedConfig config) {
  path_ = plan_.config.path(console_).value_or("");
  stamp_ = os::stamp_of(path_);
  grace_ = config.loaded.config.sync.shutdown_timeout.seconds();
  auto const server = config.loaded.config.server;
  auto application = app::Application::begin({.loaded = std::move(config.loaded),
                                              .plan = std::move(config.plan),
                                              .problems = std::move(config.findings.problems),
                                              .sources = std::move(config.findings.sources)},
                                             {.read = [this](Date today) { return read(today); },
                                              .clock = clock_,
                                              .environment = console_.environment,
                                              .log = log_,
                                              .soon = soon_.get_token(),
                                              .now = now_.get_token(),
                                              .holder = holder(),
                                              .version = SIEVARR_VERSION});
  if (!application) return fail(console_, application.error());
  application_ = *std::move(application);
  if (auto const opened = open(server); !opened) return fail(console_, opened.error());
  {
    std::jthread const working([this] { work(); });
    std::jthread const reloading([this](std::stop_token const& stop) { reload_when_wanted(stop); });
    listen();
    close();
  }
  application_.reset();
  if (failure_) complain(console_, *failure_);
  if (!last_words_.problems.empty()) complain(console_, last_words_);
  if (exit_ == Exit::fine) log_.say(Level::info, room, "ended");
  return exit_;
}

/// Listens where the config says, unless it says that nobody does.
Outcome<Done> DaemonProcess::open(config::Server const& server) {
  if (!server.enabled) return Done{};
  auto service = serve::Service::start(
      {.application = *application_, .clock = clock_, .log = log_, .version = SIEVARR_VERSION});
  if (!service) return service.error();
  service_.emplace(*std::move(service));
  if (service_->made_key())
    log_.say(Level::info, room, "a key for the API was made", {{"file", service_->key_file()}});
  return Done{};
}

/// The thread that loads, and then runs the cycles.
void DaemonProcess::work() {
  exit_ = load();
  if (exit_ == Exit::fine && !soon_.stop_requested()) {
    announce();
    auto const lived = application_->live();
    if (!lived) exit_ = end_with(lived.error());
  }
  over_ = true;
  waker_.wake();
}

Exit DaemonProcess::load() {
  auto const problems = application_->load();
  if (!problems) {
    if (problems.error().kind == Failure::Kind::cancelled) return Exit::fine;
    return end_with(problems.error());
  }
  if (has_errors(*problems)) {
    last_words_.problems = *problems;
    return Exit::findings;
  }
  warn(*problems);
  return Exit::fine;
}

/// What is said when nobody else says anything any more.
Exit DaemonProcess::end_with(Failure const& failure) {
  failure_ = failure;
  return exit_of(failure);
}

/// Who runs, with what, and where.
void DaemonProcess::announce() {
  auto const terms = application_->terms();
  auto const& config = terms->config();
  auto const daemon_status = application_->daemon_status();
  std::string instances;
  for (auto const& each : config.sonarr)
    instances.append(instances.empty() ? "" : ", ")
        .append(each.server.name + " at " + wire::shown_address(each.server.url.text()))
        .append(each.server.enabled ? "" : " (disabled)");
  log_.say(Level::info, room, "sievarr runs",
           {{"version", SIEVARR_VERSION},
            {"process", os::process_id()},
            {"config", path_.empty() ? "none" : path_},
            {"storage", config.storage.path},
            {"address", service_ ? address_of(config.server) : "none"},
            {"tvmaze", wire::shown_address(config.tvmaze.base_url.text())},
            {"sonarr", instances.empty() ? "none" : instances},
            {"dry_run", config.dry_run ? "true" : "false"},
            {"selections", config.filter.selections.size()},
            {"shows", daemon_status.shows},
            {"next_run", daemon_status.next_run ? to_text(*daemon_status.next_run) : "none"}});
  if (writes_out_key(*terms, path_) && os::others_may_read(path_))
    log_.say(Level::warning, room, "others may read the keys in the config; chmod 600",
             {{"config", path_}});
  supervisor_.tell("READY=1\nSTATUS=" + to_text(daemon_status.shows) + " shows\n");
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
      if (now_.stop_requested()) std::_Exit(static_cast<int>(Exit::fine));
      log_.say(Level::warning, room, "the time to end in order is over");
      end_now();
    }
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

/// Whoever asks how it stands waits for every lock, so that a standstill is no sign of life.
void DaemonProcess::keep_alive() {
  if (!supervisor_.watchdog()) return;
  auto const daemon_status = application_->daemon_status();
  supervisor_.tell(daemon_status.phase == status::Phase::starting
                       ? "WATCHDOG=1\nEXTEND_TIMEOUT_USEC=60000000\n"
                       : "WATCHDOG=1\n");
}

/// A file that is being written is looked at when it has been quiet for a look.
void DaemonProcess::watch_config() {
  if (path_.empty() || path_ == "-") return;
  auto const now = os::stamp_of(path_);
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

/// The cycles are over; whoever still asks other servers is told so.
void DaemonProcess::close() {
  soon_.request_stop();
  now_.request_stop();
  if (service_) service_->stop(drain);
  service_.reset();
}

}  // namespace sievarr::cli
