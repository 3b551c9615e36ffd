#include "readers.hpp"

#include "store/open.hpp"

namespace sievarr::app {

Outcome<std::unique_ptr<store::Database>> Readers::take() {
  {
    std::lock_guard const lock(mutex_);
    if (!idle_.empty()) {
      auto connection = std::move(idle_.back());
      idle_.pop_back();
      return connection;
    }
  }
  auto opened = store::open_to_read(store::database_in(folder_));
  if (!opened) return opened.error();
  return std::make_unique<store::Database>(*std::move(opened));
}

void Readers::give_back(std::unique_ptr<store::Database> connection) {
  constexpr std::size_t most_idle = 4;
  std::lock_guard const lock(mutex_);
  if (idle_.size() < most_idle) idle_.push_back(std::move(connection));
}

}  // namespace sievarr::app
