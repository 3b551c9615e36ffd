#include "loading.hpp"

#include <sievarr/sample/catalogue.hpp>

namespace sievarr::wasm {

void Loading::make_up(std::uint64_t seed, std::size_t count) {
  sample::Catalogue catalogue(seed);
  for (std::size_t i = 0; i < count; ++i) shows_->table.upsert(catalogue.next());
}

}  // namespace sievarr::wasm
