#include <sievarr/filter/language/day.hpp>

#include <doctest/doctest.h>

#include <string>

namespace sievarr::filter {
namespace {

std::string resolved(std::string_view text, Edge edge, std::string_view today = "2024-02-29") {
  auto const day = Day::read(text);
  REQUIRE(day);
  return to_text(day->resolve(edge, *to_date(today)));
}

}  // namespace

TEST_CASE("a bare year is its first day as a start and its last as an end") {
  CHECK(resolved("2010", Edge::after) == "2010-01-01");
  CHECK(resolved("2010", Edge::before) == "2010-12-31");
}

TEST_CASE("relative days move with today and stay within a month") {
  CHECK(resolved("today", Edge::after) == "2024-02-29");
  CHECK(resolved("-90d", Edge::after) == "2023-12-01");
  CHECK(resolved("+2w", Edge::before) == "2024-03-14");
  CHECK(resolved("-1y", Edge::after) == "2023-02-28");
  CHECK(resolved("-1m", Edge::after, "2026-03-31") == "2026-02-28");
  CHECK(resolved("+1m", Edge::after, "2026-01-31") == "2026-02-28");
}

TEST_CASE("a day that is none is refused") {
  for (auto const* text : {"", "soon", "2026-02-30", "26", "-2", "2y", "-y", "--2y", "+1x",
                           "-999999999d", "2026-1-1", "0000"}) {
    CAPTURE(text);
    auto const day = Day::read(text);
    REQUIRE_FALSE(day);
    CHECK(day.error().code == "bad-type");
  }
}

TEST_CASE("a day is written as it was meant") {
  for (auto const* text : {"2010-01-31", "2010", "0099", "today", "-2y", "+30d"})
    CHECK(Day::read(text)->text() == text);
}

TEST_CASE("far days neither overflow nor wrap") {
  CHECK(resolved("+100000d", Edge::after) == "2297-12-14");
  CHECK(resolved("-100000y", Edge::after) <= "0001-01-01");
  CHECK(resolved("+100000w", Edge::before) == "3940-09-12");
}

}  // namespace sievarr::filter
