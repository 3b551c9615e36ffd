#include <sievarr/schedule/tzif.hpp>

#include "tzif_bytes.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sievarr::schedule {
namespace compiled_zones {

using namespace std::chrono_literals;

Instant at(std::string_view text) { return *to_instant(text); }

std::string refusal(std::string const& bytes) {
  auto const zone = read_tzif(bytes);
  if (zone) return "none";
  CHECK(zone.error().kind == Failure::Kind::malformed);
  return zone.error().text;
}

TEST_CASE("a compiled zone tells its past by changes and its future by a rule") {
  auto const zone = read_tzif(tzif::bytes_of(tzif::oslo()));
  REQUIRE(zone);
  CHECK(zone->offset_at(at("1990-07-01T00:00:00Z")) == 1h);
  CHECK(zone->offset_at(at("2025-03-30T00:59:59Z")) == 1h);
  CHECK(zone->offset_at(at("2025-03-30T01:00:00Z")) == 2h);
  CHECK(zone->offset_at(at("2025-10-26T01:00:00Z")) == 1h);
  CHECK(zone->offset_at(at("2026-03-29T00:59:59Z")) == 1h);
  CHECK(zone->offset_at(at("2026-03-29T01:00:00Z")) == 2h);
  CHECK(zone->offset_at(at("2126-07-01T00:00:00Z")) == 2h);
}

TEST_CASE("without a rule the last clock stays") {
  auto file = tzif::oslo();
  file.footer.clear();
  auto const zone = read_tzif(tzif::bytes_of(file));
  REQUIRE(zone);
  CHECK(zone->offset_at(at("2026-07-01T00:00:00Z")) == 1h);
}

TEST_CASE("the first version has 32 bits and no rule") {
  auto file = tzif::oslo();
  file.version = '\0';
  auto const zone = read_tzif(tzif::bytes_of(file));
  REQUIRE(zone);
  CHECK(zone->offset_at(at("2025-07-01T00:00:00Z")) == 2h);
  CHECK(zone->offset_at(at("2026-07-01T00:00:00Z")) == 1h);
}

TEST_CASE("changes before and behind all days that count change nothing in between") {
  auto file = tzif::oslo();
  file.changes.insert(file.changes.begin(), {{INT64_MIN, 1}, {-(1LL << 60), 0}});
  file.changes.push_back({INT64_MAX, 1});
  auto const zone = read_tzif(tzif::bytes_of(file));
  REQUIRE(zone);
  CHECK(zone->offset_at(at("0001-01-01T00:00:00Z")) == 1h);
  CHECK(zone->offset_at(at("2025-07-01T00:00:00Z")) == 2h);
  CHECK(zone->offset_at(Instant::min()) == 1h);
  CHECK(zone->offset_at(Instant::max()) == 1h);
}

TEST_CASE("what is no compiled zone is told why") {
  CHECK(refusal("") == "it is no compiled zone");
  CHECK(refusal("Europe/Oslo is not here, but these are more than 44 letters") ==
        "it is no compiled zone");
  auto const broken = [](auto change) {
    auto file = tzif::oslo();
    change(file);
    return refusal(tzif::bytes_of(file));
  };
  CHECK(broken([](auto& file) { file.version = '1'; }) == "its version is unknown");
  CHECK(broken([](auto& file) { file.clocks.clear(); }) == "it has no clocks or too many");
  CHECK(broken([](auto& file) { file.leaps = 3; }) == "it counts leap seconds");
  CHECK(broken([](auto& file) { file.clocks[1].offset = 93'601; }) ==
        "a clock is too far from UTC");
  CHECK(broken([](auto& file) { file.clocks[1].offset = INT32_MIN; }) ==
        "a clock is too far from UTC");
  CHECK(broken([](auto& file) { file.changes[0].clock = 2; }) == "a change is to no clock");
  CHECK(broken([](auto& file) { file.changes[1].at = file.changes[0].at; }) ==
        "its changes are not in order");
  CHECK(broken([](auto& file) { file.footer = "CET-1CEST"; }) ==
        "its rule is none: expected when summer time begins and ends such as ,M3.5.0,M10.5.0/3, "
        "got nothing at column 10");
  auto bytes = tzif::bytes_of(tzif::oslo());
  bytes.pop_back();
  CHECK(refusal(bytes) == "the rule at its end is cut short");
  bytes.resize(bytes.size() - tzif::oslo().footer.size() - 1);
  CHECK(refusal(bytes) == "it has no rule at its end");
}

TEST_CASE("a compiled zone that is cut anywhere is refused") {
  auto const bytes = tzif::bytes_of(tzif::oslo());
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    CAPTURE(size);
    CHECK_FALSE(read_tzif(bytes.substr(0, size)));
  }
}

TEST_CASE("a header that promises more than there is asks for no memory") {
  auto bytes = tzif::bytes_of(tzif::oslo());
  for (std::size_t at = 20; at < 44; at += 4) {
    for (char const high : {'\x7F', '\xFF'}) {
      auto changed = bytes;
      changed[at] = high;
      CHECK_FALSE(read_tzif(changed));
    }
  }
}

TEST_CASE("a compiled zone with other bytes is refused or a zone, never anything else") {
  std::mt19937_64 numbers(1970);
  auto const good = tzif::bytes_of(tzif::oslo());
  int zones = 0;
  for (int round = 0; round < 20'000; ++round) {
    auto bytes = good;
    for (auto left = numbers() % 3 + 1; left > 0; --left)
      bytes[numbers() % bytes.size()] = static_cast<char>(numbers() % 256);
    auto const zone = read_tzif(bytes);
    if (!zone) continue;
    ++zones;
    for (auto const* const moment : {"1800-01-01T00:00:00Z", "2026-07-01T00:00:00Z"})
      REQUIRE(abs(zone->offset_at(at(moment))) <= 26h);
  }
  CHECK(zones > 100);
}

}  // namespace compiled_zones
}  // namespace sievarr::schedule
