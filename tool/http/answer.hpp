#pragma once

#include <sievarr/wire/http.hpp>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <memory>
#include <optional>
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

/// A body that is made while it is sent. Asked by one thread at a time, never by the one that
/// serves the connections.
class Source {
 public:
  Source() = default;
  virtual ~Source() = default;
  Source(Source const&) = delete;
  Source& operator=(Source const&) = delete;

  /// What comes next: nothing at the end, an empty piece where there is none yet. After an empty
  /// one it is asked again when it wakes us, and now and then without that.
  virtual std::optional<std::string> next() = 0;

  /// Says before the first piece whom to wake when there is more: from any thread, at any time.
  virtual void wake_with(std::function<void()>) {}
};

/// What is answered, and how it goes out. Where there is a source, the body is what that gives.
struct Answer {
  wire::Response response;
  Delivery delivery = {};
  std::unique_ptr<Source> source = {};

  Answer(wire::Response said, Delivery how = {})
      : response(std::move(said)), delivery(std::move(how)) {}
};

}  // namespace sievarr::http
