#pragma once

#include "os/clock.hpp"
#include "transport.hpp"

#include <sievarr/pacing/breaker.hpp>
#include <sievarr/pacing/retry.hpp>
#include <sievarr/pacing/throttle.hpp>

#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <string>

namespace sievarr::net {

/// Tells in words why an answer is no success; nothing where it has none of its own.
using Explain =
    std::function<std::optional<Failure>(wire::Request const&, wire::Response const&, Instant)>;

/// How somebody wants to be asked.
struct Manners {
  std::optional<pacing::Rate> rate = {};  ///< Without one, as fast as they answer.
  pacing::Patience patience = {};
  pacing::Tolerance tolerance = {};
  Explain explain = {};
};

/// A number from 0 to 1 that nobody can foresee; tests can.
using Jitter = std::function<double()>;

/// Asks through another transport, never faster than allowed, again where that may help, and not at
/// all for a while where it does not. What must not happen twice is asked again only if the other
/// side said that it did nothing.
class Polite final : public Transport {
 public:
  Polite(Transport& inner, os::Clock& clock, Jitter jitter, Manners manners);

  Outcome<wire::Response> stream(wire::Request const& request, Sink& sink) override;

 private:
  enum class Turn : std::uint8_t { go, rest, stop };

  Turn await_turn();
  void learn(std::optional<Failure> const& failure);
  void remember(wire::Request const& request, Outcome<wire::Response> const& answer,
                Failure const& trouble);
  double roll();
  Failure resting(std::string const& address);

  Transport& inner_;
  os::Clock& clock_;
  Jitter jitter_;
  Manners manners_;
  std::mutex mutex_;
  std::optional<pacing::Throttle> throttle_;
  pacing::Breaker breaker_;
  std::optional<Failure> last_trouble_;
};

}  // namespace sievarr::net
