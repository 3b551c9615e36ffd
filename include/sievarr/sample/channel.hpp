#pragma once

#include <cstdint>
#include <string_view>

namespace sievarr::sample {

/// Who shows something, and how much of it. Services of the whole world have no country.
struct Channel {
  std::string_view name;
  std::string_view country;
  std::uint32_t weight;
};

}  // namespace sievarr::sample
