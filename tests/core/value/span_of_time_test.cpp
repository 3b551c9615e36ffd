#include <sievarr/value/span_of_time.hpp>

#include <doctest/doctest.h>

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace sievarr::value {

using namespace std::chrono_literals;

static_assert(reflect::Printable<SpanOfTime>);
static_assert(SpanOfTime{}.seconds() == 0s);
static_assert(SpanOfTime{6h}.seconds() == 21'600s);

TEST_CASE("a span of time is a sum of units, each at most once") {
  struct Read {
    std::string_view text;
    long long seconds;
    std::string_view written;
  };
  std::vector<Read> const table{
      {"30s", 30, "30s"},
      {"15m", 900, "15m"},
      {"6h", 21'600, "6h"},
      {"1d", 86'400, "1d"},
      {"1w", 604'800, "1w"},
      {"1y", 31'536'000, "1y"},
      {"1h30m", 5'400, "1h30m"},
      {"30m1h", 5'400, "1h30m"},
      {" 1h 30m ", 5'400, "1h30m"},
      {"90m", 5'400, "1h30m"},
      {"90d", 7'776'000, "90d"},
      {"14d", 1'209'600, "2w"},
      {"1w1d", 691'200, "8d"},
      {"1y1s", 31'536'001, "365d1s"},
      {"0s", 0, "0s"},
      {"0h0m", 0, "0s"},
      {"007s", 7, "7s"},
      {"100y", SpanOfTime::longest, "100y"},
  };
  for (auto const& row : table) {
    CAPTURE(row.text);
    auto const span = SpanOfTime::read(row.text);
    REQUIRE(span);
    CHECK(span->seconds().count() == row.seconds);
    CHECK(span->text() == row.written);
    CHECK(*SpanOfTime::read(span->text()) == *span);
  }
}

TEST_CASE("what is no span of time says what one looks like") {
  CHECK(SpanOfTime::read("soon").error().message ==
        R"(expected a span of time such as 6h or 1h30m, got "soon")");
  CHECK(SpanOfTime::read("").error().message ==
        "expected a span of time such as 6h or 1h30m, got nothing");
  for (auto const* const text : {"h", "-6h", "6h-", "6x", "6h30", "1h,30m", "PT6H", "6mo", "h6"}) {
    CAPTURE(text);
    auto const span = SpanOfTime::read(text);
    REQUIRE_FALSE(span);
    CHECK(span.error().code == "bad-type");
    CHECK(span.error().instead.empty());
  }
}

TEST_CASE("a bare number is told that it needs a unit, and which") {
  auto const span = SpanOfTime::read("21600");
  REQUIRE_FALSE(span);
  CHECK(span.error().message == R"(a span of time needs a unit (s, m, h, d, w or y), got "21600")");
  CHECK(span.error().instead == "6h");
  CHECK(SpanOfTime::read("90").error().instead == "1m30s");
  CHECK(SpanOfTime::read("0").error().instead == "0s");
}

TEST_CASE("other ways to say it are understood well enough to suggest ours") {
  CHECK(SpanOfTime::read("6H").error().instead == "6h");
  CHECK(SpanOfTime::read("6 hours").error().instead == "6h");
  CHECK(SpanOfTime::read("1.5h").error().instead == "1h30m");
  CHECK(SpanOfTime::read("2 Min").error().instead == "2m");
  CHECK(SpanOfTime::read("1 day").error().instead == "1d");
  CHECK(SpanOfTime::read("0.3s").error().instead.empty());
  CHECK(SpanOfTime::read("500 years").error().instead.empty());
}

TEST_CASE("a unit that stands twice is refused") {
  CHECK(SpanOfTime::read("1h2h").error().message ==
        R"(each unit may stand only once, but h stands twice in "1h2h")");
}

TEST_CASE("a span of time ends at a hundred years, however it is summed up") {
  CHECK(SpanOfTime::read("101y").error().message == R"(must be at most 100y, got "101y")");
  CHECK(SpanOfTime::read("101y").error().code == "out-of-range");
  CHECK_FALSE(SpanOfTime::read("100y1s"));
  CHECK_FALSE(SpanOfTime::read("9223372036854775807s"));
  CHECK_FALSE(SpanOfTime::read("99999999999999999999999y"));
  CHECK(SpanOfTime::read(std::string(1000, '0') + "1s"));
}

TEST_CASE("spans of time compare by their length") {
  CHECK(*SpanOfTime::read("60m") == *SpanOfTime::read("1h"));
  CHECK(*SpanOfTime::read("59m") < *SpanOfTime::read("1h"));
}

}  // namespace sievarr::value
