#pragma once

#include <sievarr/media/show.hpp>
#include <sievarr/sample/dice.hpp>
#include <sievarr/sample/show.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace sievarr::sample {

/// Goes through a made-up catalogue in the order of its ids, which have gaps as real ones do.
class Catalogue {
 public:
  explicit Catalogue(std::uint64_t seed) : seed_(seed) {}

  Show next() {
    do ++id_;
    while (is_gap(id_));
    return show(seed_, id_);
  }

  /// Whether a show was taken out of the catalogue.
  bool is_gap(std::int64_t id) const { return Dice(seed_ + 2, id).happens(24); }

 private:
  std::uint64_t seed_;
  std::int64_t id_ = 0;
};

/// The first so many shows of a made-up catalogue.
inline std::vector<Show> shows(std::uint64_t seed, std::size_t count) {
  Catalogue catalogue(seed);
  std::vector<Show> all;
  all.reserve(count);
  while (all.size() < count) all.push_back(catalogue.next());
  return all;
}

}  // namespace sievarr::sample
