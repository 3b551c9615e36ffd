#include "os/gzip.hpp"

#include <doctest/doctest.h>
#include <zlib.h>

#include <array>
#include <string>
#include <utility>

namespace sievarr::os {
namespace {

std::string packed(std::string const& text) {
  z_stream zlib{};
  REQUIRE(deflateInit2(&zlib, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) == Z_OK);
  std::string out(deflateBound(&zlib, text.size()) + 64, '\0');
  zlib.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  zlib.avail_in = static_cast<uInt>(text.size());
  zlib.next_out = reinterpret_cast<Bytef*>(out.data());
  zlib.avail_out = static_cast<uInt>(out.size());
  REQUIRE(deflate(&zlib, Z_FINISH) == Z_STREAM_END);
  out.resize(zlib.total_out);
  deflateEnd(&zlib);
  return out;
}

/// What comes out when the packed bytes come in pieces of that size, and how it ends.
std::pair<std::string, Gunzip::State> unpacked(std::string_view bytes, std::size_t piece) {
  std::string text;
  Gunzip gunzip([&](std::string_view part) {
    text += part;
    return text.size() < (4U << 20);
  });
  while (!bytes.empty()) {
    gunzip.feed(bytes.substr(0, piece));
    bytes.remove_prefix(std::min(piece, bytes.size()));
  }
  return {text, gunzip.state()};
}

}  // namespace

TEST_CASE("what was packed comes out again, in whatever pieces it comes in") {
  std::string const text = "Severance " + std::string(100'000, 'x');
  for (std::size_t const piece : {1U, 7U, 1'000'000U}) {
    CAPTURE(piece);
    CHECK(unpacked(packed(text), piece) == std::pair{text, Gunzip::State::whole});
    CHECK(unpacked(packed(text) + packed("!"), piece) ==
          std::pair{text + "!", Gunzip::State::whole});
  }
  CHECK(unpacked(packed(""), 1).second == Gunzip::State::whole);
}

TEST_CASE("what is cut off is never whole, what is harmed is bad") {
  auto const whole = packed("Severance");
  for (std::size_t size = 0; size < whole.size(); ++size)
    CHECK(unpacked(whole.substr(0, size), 100).second == Gunzip::State::more);
  CHECK(unpacked("[{\"id\":1}]", 100).second == Gunzip::State::bad);
  CHECK(unpacked(whole + "rubbish", 100).second == Gunzip::State::bad);
}

TEST_CASE("a little that unpacks to much is stopped by whoever takes it") {
  auto const [text, state] = unpacked(packed(std::string(64U << 20, '0')), 1000);

  CHECK(state == Gunzip::State::bad);
  CHECK(text.size() < (5U << 20));
}

}  // namespace sievarr::os
