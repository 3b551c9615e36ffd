#pragma once

#include "authorities.hpp"
#include "transport.hpp"

#include <chrono>
#include <cstdint>
#include <memory>
#include <stop_token>

namespace sievarr::net {

/// How one server is talked to.
struct CurlOptions {
  /// Never is for people who trust their network more than their certificates.
  enum class Verify : std::uint8_t { always, never };

  Verify verify = Verify::always;
  Authorities authorities = {};
  std::chrono::milliseconds connect{10'000};
  std::chrono::milliseconds total{120'000};
  std::chrono::seconds quiet{30};  ///< How long not a byte may come.
};

/// Talks to one server through libcurl, over connections that it keeps. Any number of threads may
/// use it at the same time; each request in flight has a connection of its own.
class CurlTransport final : public Transport {
 public:
  explicit CurlTransport(CurlOptions options, std::stop_token stop = {});
  ~CurlTransport() override;

  Outcome<wire::Response> stream(wire::Request const& request, Sink& sink) override;

 private:
  class Pool;
  std::unique_ptr<Pool> pool_;
  CurlOptions options_;
  std::stop_token stop_;
};

}  // namespace sievarr::net
