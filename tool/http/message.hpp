#pragma once

#include <sievarr/wire/http.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace sievarr::http {

/// Whether the connection is of use after a message.
enum class Afterwards : std::uint8_t { keep_alive, close };

/// A response as it goes over the wire in answer to a request of that method. Breaks in headers
/// become spaces, so that nothing which was put into one can begin another.
std::string message(wire::Response const& response, wire::Method method, Afterwards afterwards);

/// How the end of a body that is made while it is sent is told: by its chunks, or by the end of the
/// connection, which is all that HTTP/1.0 knows.
enum class Framing : std::uint8_t { chunked, until_close };

/// The header of a response whose body follows in pieces.
std::string opening(wire::Response const& response, Framing framing, Afterwards afterwards);

/// A piece of such a body; an empty one is its end.
std::string framed(std::string piece, Framing framing);

/// An answer of the server itself, in the form that programs read: 413 "the body is too large".
wire::Response problem(int status, std::string_view title);

}  // namespace sievarr::http
