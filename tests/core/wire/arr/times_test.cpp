#include <sievarr/wire/arr/times.hpp>

#include <doctest/doctest.h>

#include <chrono>
#include <string_view>

using namespace std::chrono_literals;

namespace sievarr::wire::arr {

TEST_CASE("a day is read as it is written, whatever stands behind it") {
  CHECK(to_text(*to_day("2026-06-24")) == "2026-06-24");
  CHECK(to_text(*to_day("2026-06-24T23:30:00-05:00")) == "2026-06-24");
  for (std::string_view const text : {"", "2026", "2026-13-01", "2026-06-24 x", "24.06.2026"}) {
    CAPTURE(text);
    CHECK_FALSE(to_day(text));
  }
}

TEST_CASE("a moment is read in each form that servers write") {
  CHECK(to_text(*to_moment("2026-06-25T01:00:00Z")) == "2026-06-25T01:00:00Z");
  CHECK(to_text(*to_moment("2020-12-05T23:59:37.661947Z")) == "2020-12-05T23:59:37.661Z");
  CHECK(to_text(*to_moment("2026-06-25T01:00:00+02:00")) == "2026-06-24T23:00:00Z");
  CHECK(to_text(*to_moment("2026-06-25T01:00:00")) == "2026-06-25T01:00:00Z");
  CHECK(to_text(*to_moment("2023-02-10")) == "2023-02-10T00:00:00Z");
  for (std::string_view const text :
       {"", "Z", "yesterday", "2026-06-25T", "2026-06-25T25:00:00Z"}) {
    CAPTURE(text);
    CHECK_FALSE(to_moment(text));
  }
}

TEST_CASE("a duration is read with days, hours and fractions") {
  CHECK(to_seconds("55:01") == 55min + 1s);
  CHECK(to_seconds("1:55:01") == 1h + 55min + 1s);
  CHECK(to_seconds("00:00:29.9999999") == 29s);
  CHECK(to_seconds("1.02:03:04") == 26h + 3min + 4s);
  CHECK(to_seconds("-00:00:05") == -5s);
  CHECK(to_seconds("125:00") == 125min);
  for (std::string_view const text : {"", "5", "1:", ":", "1:60", "a:00", "1:2:3:4", "-",
                                      "99999999999:00", "1:-2", "x.1:00:00"}) {
    CAPTURE(text);
    CHECK_FALSE(to_seconds(text));
  }
}

}  // namespace sievarr::wire::arr
