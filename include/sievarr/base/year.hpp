#pragma once

#include <sievarr/base/instant.hpp>

#include <chrono>
#include <cstdint>
#include <optional>

namespace sievarr {

/// The year of a day that may be unknown.
inline std::optional<std::int32_t> year_of(std::optional<Date> day) {
  if (!day) return std::nullopt;
  return static_cast<int>(std::chrono::year_month_day{*day}.year());
}

}  // namespace sievarr
