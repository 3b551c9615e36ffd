#pragma once

#include <sievarr/base/failure_kind.hpp>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <optional>

namespace sievarr::pacing {

/// How patiently something is tried again.
struct Patience {
  std::uint32_t attempts = 4;
  std::chrono::milliseconds first{500};
  std::chrono::milliseconds longest{30'000};
};

/// How long to wait before trying again what has failed so many times; nothing when it is enough.
/// What the other side asked for counts more than our own growing pauses; the jitter, from 0 to 1,
/// keeps many of us apart.
inline std::optional<std::chrono::milliseconds> pause_after(Failure const& failure,
                                                            std::uint32_t failed, Patience patience,
                                                            double jitter) {
  if (!may_pass(failure.kind) || failed >= patience.attempts) return std::nullopt;
  if (failure.retry_after) return std::min(*failure.retry_after, 10 * patience.longest);
  auto const doublings = std::min(failed > 0 ? failed - 1 : 0U, 20U);
  auto const pause = std::min(patience.first * (1 << doublings), patience.longest);
  auto const share = 0.5 + 0.5 * std::clamp(jitter, 0.0, 1.0);
  using Count = std::chrono::milliseconds::rep;
  return std::chrono::milliseconds{static_cast<Count>(static_cast<double>(pause.count()) * share)};
}

}  // namespace sievarr::pacing
