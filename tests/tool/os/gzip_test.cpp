#include "os/gzip.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace sievarr::os {

TEST_CASE("what gzip packs unpacks to the same") {
  std::string noise;
  for (std::uint32_t number = 1; noise.size() < 300'000; number = number * 1664525 + 1013904223)
    noise += static_cast<char>(number >> 24);
  for (auto const& text : {std::string{}, std::string("hello"), std::string(200'000, 'x'), noise}) {
    std::string unpacked;
    Gunzip gunzip([&](std::string_view part) {
      unpacked += part;
      return true;
    });

    CHECK(gunzip.feed(gzip(text)) == Gunzip::State::whole);
    CHECK(unpacked == text);
  }
  CHECK(gzip(std::string(200'000, 'x')).size() < 2000);
}

}  // namespace sievarr::os
