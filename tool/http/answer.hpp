#pragma once

#include <sievarr/wire/http.hpp>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <utility>

namespace sievarr::http {

/// A request that came in, and from which IP address.
struct Call {
  wire::Request request;
  std::string peer;
};

/// How an answer goes out. Whatever is not the default is a fault, for simulated servers.
struct Delivery {
  enum class End : std::uint8_t { kept, closed, reset };

  std::chrono::milliseconds delay{0};  ///< Before the first byte.
  std::string raw = {};                ///< Goes out instead of the answer, HTTP or not.
  std::size_t cut_after = std::numeric_limits<std::size_t>::max();  ///< Bytes, with the header.
  std::size_t piece = std::numeric_limits<std::size_t>::max();      ///< Bytes at a time.
  std::chrono::milliseconds pause{0};                               ///< Between two pieces.
  End end = End::kept;                                              ///< What then happens.
};

/// What is answered, and how it goes out.
struct Answer {
  wire::Response response;
  Delivery delivery = {};

  Answer(wire::Response said, Delivery how = {})
      : response(std::move(said)), delivery(std::move(how)) {}
};

}  // namespace sievarr::http
