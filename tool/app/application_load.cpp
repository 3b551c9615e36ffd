#include "application.hpp"

#include "os/process.hpp"

#include <utility>

namespace sievarr::app {

using status::Phase;

Outcome<Problems> Application::load() {
  auto done = open();
  auto const active = config_in_force();
  if (done) done = judge_if_needed(*active);
  if (!done) return done.error();
  auto check = check_servers(*active);
  note(check);
  if (has_errors(check.problems)) return std::move(check.problems);
  {
    std::lock_guard const lock(mutex_);
    setup_.connections = std::make_shared<Connections>(
        active->config(), Connections::Dependencies{.clock = dependencies_.clock,
                                                    .environment = dependencies_.environment,
                                                    .stop = dependencies_.now,
                                                    .meter = &meter_});
  }
  os::trim_memory();
  ready_ = true;
  activity_.enter(Phase::idle);
  return std::move(check.problems);
}

Outcome<Done> Application::open() {
  auto storage = Storage::open(path_, Storage::Access::write);
  if (!storage) return storage.error();
  storage_ = *std::move(storage);
  storage_->catalogue().tell_activity([this](auto const& activity) { activity_.tell(activity); });
  auto const loaded = storage_->load();
  if (!loaded) return loaded.error();
  auto const progress = storage_->progress();
  if (!progress) return progress.error();
  activity_.know(*progress);
  auto const warnings = storage_->mend_state();
  if (!warnings) return warnings.error();
  for (auto const& warning : *warnings)
    dependencies_.log.say(log::Level::warning, "work", "state.json was mended",
                          {{"words", warning}});
  auto credentials = Credentials::load(storage_->catalogue(), dependencies_.clock);
  if (!credentials) return credentials.error();
  credentials_ = *std::move(credentials);
  auto const followed = credentials_->follow(first_.access);
  if (!followed) return followed;
  auto cycles = storage_->catalogue().take_turn().store().cycles().latest(1);
  if (!cycles) return cycles.error();
  std::optional<Instant> last;
  if (!cycles->empty()) {
    last = cycles->front().began;
    activity_.remember(std::move(cycles->front()));
  }
  auto const begun = begin_jobs(*progress, last);
  if (!begun) return begun;
  activity_.see_database(std::nullopt);
  return Done{};
}

Outcome<Done> Application::judge_if_needed(ActiveConfig const& active) {
  auto turn = storage_->catalogue().take_turn();
  auto const judged = turn.judge_if_needed(active.plan, dependencies_.clock.now(),
                                           std::size_t{active.config().sync.hold_above});
  if (!judged) return judged.error();
  if (!*judged) return Done{};
  if ((*judged)->judged > 0) activity_.hear(**judged);
  activity_.know((*judged)->progress);
  return Done{};
}

/// Each server is asked once, without patience; the cycle asks those again that do not answer.
ServerCheck Application::check_servers(ActiveConfig const& active) {
  Connections connections(active.config(), {.clock = dependencies_.clock,
                                            .environment = dependencies_.environment,
                                            .stop = dependencies_.now,
                                            .patience = {.attempts = 1},
                                            .meter = &meter_});
  return inspect(connections, active.loaded, active.plan);
}

void Application::note(ServerCheck const& check) {
  activity_.see_tvmaze(check.tvmaze);
  std::vector<std::string> names;
  for (auto const& [name, trouble] : check.instances) {
    activity_.see_instance(name, trouble);
    names.push_back(name);
  }
  activity_.keep_instances(names, check.disabled);
}

}  // namespace sievarr::app
