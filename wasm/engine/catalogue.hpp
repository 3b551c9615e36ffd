#pragma once

#include <sievarr/filter/columns/table.hpp>
#include <sievarr/filter/columns/title_hits.hpp>

namespace sievarr::wasm {

/// The shows, and what is remembered of searching their titles.
struct Catalogue {
  filter::Table table;
  filter::TitleHits hits{table};

  Catalogue() = default;
  Catalogue(Catalogue const&) = delete;
  Catalogue& operator=(Catalogue const&) = delete;
};

}  // namespace sievarr::wasm
