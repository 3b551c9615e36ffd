#include <sievarr/base/instant.hpp>

#include <doctest/doctest.h>

#include <chrono>
#include <string_view>
#include <vector>

namespace sievarr {

using namespace std::chrono_literals;

TEST_CASE("a date is a day of the calendar") {
  CHECK(to_date("2026-01-31") == Date{std::chrono::year{2026} / 1 / 31});
  CHECK(to_date("1970-01-01") == Date{});
  for (auto const* const text : {"2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"}) {
    CAPTURE(text);
    REQUIRE(to_date(text));
    CHECK(to_text(*to_date(text)) == text);
  }
}

TEST_CASE("what is no day of the calendar is no date") {
  for (auto const* const text :
       {"", "2026", "2026-1-31", "2026-02-29", "1900-02-29", "2026-04-31", "2026-13-01",
        "2026-00-10", "2026-01-00", "0000-01-01", "10000-01-01", "-2026-01-01", "2026/01/31",
        "20260131", "2026-01-31 ", " 2026-01-31", "2026-01-31T00:00:00Z", "2026-01-3x",
        "２026-01-01"})
    CHECK_MESSAGE(!to_date(text), text);
}

TEST_CASE("a moment is written in UTC, with milliseconds where there are any") {
  struct Moment {
    std::string_view text;
    std::string_view written;
  };
  std::vector<Moment> const table{
      {"2026-01-31T10:00:00Z", "2026-01-31T10:00:00Z"},
      {"2026-01-31T10:00Z", "2026-01-31T10:00:00Z"},
      {"2026-01-31t10:00:00z", "2026-01-31T10:00:00Z"},
      {"2026-01-31T10:00:00.5Z", "2026-01-31T10:00:00.500Z"},
      {"2026-01-31T10:00:00,25Z", "2026-01-31T10:00:00.250Z"},
      {"2026-01-31T10:00:00.0019999Z", "2026-01-31T10:00:00.001Z"},
      {"2026-01-31T23:59:59.9999999Z", "2026-01-31T23:59:59.999Z"},
      {"2026-01-31T10:00:00.000Z", "2026-01-31T10:00:00Z"},
      {"2013-06-25T02:00:00+00:00", "2013-06-25T02:00:00Z"},
      {"2026-01-01T00:30:00+02:00", "2025-12-31T22:30:00Z"},
      {"2026-01-01T00:30:00-0530", "2026-01-01T06:00:00Z"},
      {"2026-01-01T00:30:00+14", "2025-12-31T10:30:00Z"},
      {"1969-12-31T23:59:59.999Z", "1969-12-31T23:59:59.999Z"},
      {"0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z"},
      {"9999-12-31T23:59:59.999Z", "9999-12-31T23:59:59.999Z"},
  };
  for (auto const& moment : table) {
    CAPTURE(moment.text);
    auto const instant = to_instant(moment.text);
    REQUIRE(instant);
    CHECK(to_text(*instant) == moment.written);
  }
  CHECK(to_instant("1970-01-01T00:00:01Z") == Instant{1s});
}

TEST_CASE("what names no moment is none") {
  for (auto const* const text : {"",
                                 "2026-01-31",
                                 "2026-01-31T10:00:00",
                                 "2026-01-31 10:00:00Z",
                                 "2026-01-31T24:00:00Z",
                                 "2026-01-31T10:60:00Z",
                                 "2026-01-31T10:00:60Z",
                                 "2026-01-31T10Z",
                                 "2026-01-31T10:00:00.Z",
                                 "2026-01-31T10:00:00Z ",
                                 "2026-01-31T10:00:00ZZ",
                                 "2026-01-31T10:00:00+24:00",
                                 "2026-01-31T10:00:00+2:00",
                                 "2026-01-31T10:00:00+02:",
                                 "2026-01-31T10:00:00+02:60",
                                 "2026-02-30T10:00:00Z",
                                 "0001-01-01T00:00:00+00:01",
                                 "9999-12-31T23:59:59-00:01",
                                 "2026-01-31T1:00:00Z",
                                 "2026-01-31T10:0:00Z"})
    CHECK_MESSAGE(!to_instant(text), text);
}

TEST_CASE("every day of four centuries is written as it is read") {
  for (auto day = *to_date("1800-01-01"); day < *to_date("2200-01-01"); day += std::chrono::days{1})
    if (to_date(to_text(day)) != day) FAIL(to_text(day));
}

TEST_CASE("where texts are compared, all moments are as wide") {
  auto const moment = *to_instant("2026-01-31T10:00:00Z");
  CHECK(to_fixed_text(moment) == "2026-01-31T10:00:00.000Z");
  CHECK(to_fixed_text(moment) < to_fixed_text(moment + std::chrono::milliseconds{7}));
}

TEST_CASE("moments that no calendar of ours holds are written as its ends") {
  CHECK(to_text(Instant::max()) == "9999-12-31T23:59:59.999Z");
  CHECK(to_text(Instant::min()) == "0001-01-01T00:00:00Z");
  CHECK(to_text(Date::max()) == "9999-12-31");
}

}  // namespace sievarr
