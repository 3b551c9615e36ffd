#include "loading.hpp"

#include <sievarr/sample/catalogue.hpp>

#include <utility>

namespace sievarr::wasm {

Loading::Loading() : reader_("shows", [this](Show& show) { shows_->table.upsert(show); }) {}

void Loading::feed(std::string_view bytes) { reader_.feed(bytes); }

void Loading::make_up(std::uint64_t seed, std::size_t count) {
  sample::Catalogue catalogue(seed);
  for (std::size_t i = 0; i < count; ++i) shows_->table.upsert(catalogue.next());
}

wire::ShowsRead Loading::finish() { return reader_.finish(); }

std::unique_ptr<Catalogue> Loading::take() {
  shows_->table.shrink();
  return std::move(shows_);
}

}  // namespace sievarr::wasm
