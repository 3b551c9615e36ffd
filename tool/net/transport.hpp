#pragma once

#include <sievarr/base/failure.hpp>
#include <sievarr/wire/http.hpp>

#include <cstddef>
#include <string_view>

namespace sievarr::net {

/// Takes the body of a successful answer piece by piece, up to so many bytes when unpacked.
class Sink {
 public:
  explicit Sink(std::size_t most) : most_(most) {}
  virtual ~Sink() = default;

  /// An answer begins; what came of an earlier attempt is void.
  virtual void begin() = 0;
  virtual void take(std::string_view bytes) = 0;

  std::size_t most() const { return most_; }

 private:
  std::size_t most_;
};

/// The only door outwards. Any status is an answer; a failure is when there was none.
class Transport {
 public:
  /// What an answer that is held as a whole may have.
  static constexpr std::size_t most_bytes = 32 << 20;

  virtual ~Transport() = default;

  /// Asks, and pours the body of a success into the sink. The body of anything else is a message
  /// and stands in the response, as far as it is short.
  virtual Outcome<wire::Response> stream(wire::Request const& request, Sink& sink) = 0;

  /// Asks, and holds the whole answer.
  Outcome<wire::Response> send(wire::Request const& request, std::size_t most = most_bytes);
};

}  // namespace sievarr::net
