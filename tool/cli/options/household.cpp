#include "household.hpp"

#include "store/state_file.hpp"

#include <ostream>
#include <utility>

namespace sievarr::cli {

Household::Household(LoadedConfig const& config, Console& console)
    : config_(config),
      console_(console),
      clock_(stop_.token()),
      connections_(config.loaded.config,
                   {.clock = clock_, .environment = console.environment, .stop = stop_.token()}),
      progress_(console, clock_) {}

Outcome<std::unique_ptr<Household>> Household::open(LoadedConfig const& config, Console& console,
                                                    Access access) {
  std::unique_ptr<Household> household(new Household(config, console));
  auto done = household->open_storage(access);
  if (!done) return done.error();
  household->catalogue_ = std::make_unique<app::Catalogue>(*household->database_);
  done = household->catalogue_->load();
  if (done && access == Access::write) done = household->mend_state();
  if (!done) return done.error();
  household->round_ = std::make_unique<app::SyncJob>(
      app::SyncJob::Parts{.catalogue = *household->catalogue_,
                          .tvmaze = household->connections_.tvmaze(),
                          .instances = household->connections_.instances(),
                          .clock = household->clock_,
                          .observer = household->progress_,
                          .stop = household->stop_.token()},
      config.loaded.config, config.plan);
  return household;
}

Outcome<Done> Household::open_storage(Access access) {
  auto const& storage = config_.loaded.config.storage;
  if (access == Access::read) {
    auto database = store::open_to_read(database_of(storage));
    if (!database) return database.error();
    database_ = std::make_unique<store::Database>(*std::move(database));
    return Done{};
  }
  auto own = own_storage(storage, "sync");
  if (!own) return own.error();
  lock_ = std::make_unique<os::Lock>(std::move(own->lock));
  database_ = std::make_unique<store::Database>(std::move(own->database));
  return Done{};
}

Outcome<Done> Household::mend_state() {
  auto const progress = catalogue_->take_turn().store().mirror().progress();
  if (!progress) return progress.error();
  auto const warnings = store::StateFile(config_.loaded.config.storage.path).mend(*progress);
  if (!warnings) return warnings.error();
  for (auto const& warning : *warnings) console_.error << "warning: " << warning << '\n';
  return Done{};
}

Outcome<Done> Household::save_state(app::Report const& report) {
  auto const progress = catalogue_->take_turn().store().mirror().progress();
  if (!progress) return progress.error();
  store::StateFile const file(config_.loaded.config.storage.path);
  auto const saved = file.save(*progress);
  return saved && !report.cycle.error ? file.keep(*progress) : saved;
}

}  // namespace sievarr::cli
