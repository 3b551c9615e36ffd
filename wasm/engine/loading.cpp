#include "loading.hpp"

#include <utility>

namespace sievarr::wasm {

Loading::Loading() : reader_("shows", [this](Show& show) { shows_->table.upsert(show); }) {}

void Loading::feed(std::string_view bytes) { reader_.feed(bytes); }

wire::ShowsRead Loading::finish() { return reader_.finish(); }

std::unique_ptr<Catalogue> Loading::take() {
  shows_->table.shrink();
  return std::move(shows_);
}

}  // namespace sievarr::wasm
