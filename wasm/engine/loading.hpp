#pragma once

#include "catalogue.hpp"

#include <sievarr/wire/shows.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>

namespace sievarr::wasm {

/// A catalogue that is coming, chunk by chunk.
class Loading {
 public:
  Loading();
  Loading(Loading const&) = delete;
  Loading& operator=(Loading const&) = delete;

  void feed(std::string_view bytes);
  /// As many made-up shows as wanted.
  void make_up(std::uint64_t seed, std::size_t count);
  wire::ShowsRead finish();

  /// The catalogue, once it is finished.
  std::unique_ptr<Catalogue> take();

 private:
  std::unique_ptr<Catalogue> shows_ = std::make_unique<Catalogue>();
  wire::ShowReader reader_;
};

}  // namespace sievarr::wasm
