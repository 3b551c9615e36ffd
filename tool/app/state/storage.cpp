#include "storage.hpp"

#include "store/open.hpp"
#include "store/state_file.hpp"

namespace sievarr::app {

Outcome<std::unique_ptr<Storage>> Storage::open(std::string folder, Access access) {
  auto const path = store::database_in(folder);
  auto database = access == Access::write ? store::open_store(path) : store::open_to_read(path);
  if (!database) return database.error();
  return std::unique_ptr<Storage>(new Storage(std::move(folder), *std::move(database)));
}

Outcome<mirror::MirrorProgress> Storage::progress() {
  return catalogue_.take_turn().store().mirror().progress();
}

Outcome<std::vector<std::string>> Storage::mend_state() {
  auto const progress = this->progress();
  if (!progress) return progress.error();
  return store::StateFile(folder_).mend(*progress);
}

Outcome<Done> Storage::save_state(status::CycleRecord const& cycle) {
  // Nobody changes it between the reading and the writing.
  auto turn = catalogue_.take_turn();
  auto const progress = turn.store().mirror().progress();
  if (!progress) return progress.error();
  store::StateFile const file(folder_);
  auto const saved = file.save(*progress);
  return saved && !cycle.error ? file.keep(*progress) : saved;
}

}  // namespace sievarr::app
