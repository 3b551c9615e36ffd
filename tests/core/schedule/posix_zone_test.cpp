#include <sievarr/schedule/read_posix_zone.hpp>
#include <sievarr/schedule/zone.hpp>

#include "zones.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace sievarr::schedule {
namespace posix_rules {

using namespace std::chrono_literals;

std::chrono::sys_seconds at(std::string_view text) {
  return std::chrono::floor<std::chrono::seconds>(*to_instant(text));
}

struct Fact {
  std::string_view zone;
  std::string_view moment;  ///< The first one with this offset.
  std::chrono::minutes before;
  std::chrono::minutes offset;
  std::string_view name;
};

/// As published for these zones.
std::vector<Fact> const facts{
    {zones::oslo, "2026-03-29T01:00:00Z", 60min, 120min, "CEST"},
    {zones::oslo, "2026-10-25T01:00:00Z", 120min, 60min, "CET"},
    {zones::new_york, "2026-03-08T07:00:00Z", -300min, -240min, "EDT"},
    {zones::new_york, "2026-11-01T06:00:00Z", -240min, -300min, "EST"},
    {zones::lord_howe, "2026-04-04T15:00:00Z", 660min, 630min, "+1030"},
    {zones::lord_howe, "2026-10-03T15:30:00Z", 630min, 660min, "+11"},
    {zones::troll, "2026-03-29T01:00:00Z", 0min, 120min, "+02"},
    {zones::troll, "2026-10-25T01:00:00Z", 120min, 0min, "+00"},
    {zones::santiago, "2026-04-05T03:00:00Z", -180min, -240min, "-04"},
    {zones::santiago, "2026-09-06T04:00:00Z", -240min, -180min, "-03"},
    {zones::nuuk, "2026-03-29T01:00:00Z", -120min, -60min, "-01"},
    {zones::nuuk, "2026-10-25T01:00:00Z", -60min, -120min, "-02"},
    {zones::dublin, "2026-03-29T01:00:00Z", 0min, 60min, "IST"},
    {zones::dublin, "2026-10-25T01:00:00Z", 60min, 0min, "GMT"},
    // Days of the year, with and without 29 February.
    {"AAA0BBB,J60/0,J300/0", "2027-03-01T00:00:00Z", 0min, 60min, "BBB"},
    {"AAA0BBB,J60/0,J300/0", "2028-03-01T00:00:00Z", 0min, 60min, "BBB"},
    {"AAA0BBB,59/0,300/0", "2027-03-01T00:00:00Z", 0min, 60min, "BBB"},
    {"AAA0BBB,59/0,300/0", "2028-02-29T00:00:00Z", 0min, 60min, "BBB"},
    // Hours of other days: of the second day after the fourth Thursday, and of the day before.
    {"EET-2EEST,M3.4.4/50,M10.4.4/50", "2026-03-28T00:00:00Z", 120min, 180min, "EEST"},
    {"AAA0BBB,M1.1.1/-167,M7.1.1", "2025-12-29T01:00:00Z", 0min, 60min, "BBB"},
    {"AAA0BBB,M3.1.1,M12.5.4/167", "2027-01-06T22:00:00Z", 60min, 0min, "AAA"},
};

TEST_CASE("a rule sets the clocks at the moments that are published for its zone") {
  for (auto const& fact : facts) {
    CAPTURE(fact.zone);
    CAPTURE(fact.moment);
    auto const zone = zones::of(fact.zone);
    auto const before = zone.period_at(at(fact.moment) - 1s);
    auto const period = zone.period_at(at(fact.moment));
    CHECK(before.clock.offset == fact.before);
    CHECK(before.end == at(fact.moment));
    CHECK(period.begin == at(fact.moment));
    CHECK(period.clock.offset == fact.offset);
    CHECK(period.clock.name == fact.name);
  }
}

TEST_CASE("a zone of no changes has one clock for ever") {
  auto const period = zones::of(zones::kolkata).period_at(at("2026-06-01T00:00:00Z"));
  CHECK(period.clock == Clock{.name = "IST", .offset = 330min});
  CHECK(period.begin == earliest);
  CHECK(period.end == latest);
  CHECK(Zone{}.period_at(at("2026-06-01T00:00:00Z")).clock == Clock{});
}

TEST_CASE("summer time that never ends has no gaps") {
  auto const zone = zones::of("EST5EDT,0/0,J365/25");
  for (auto moment = at("2025-12-28T00:00:00Z"); moment < at("2026-01-05T00:00:00Z"); moment += 1h)
    CHECK(zone.offset_at(moment) == -4h);
}

TEST_CASE("a local time is shown once, twice or never") {
  auto const zone = zones::of(zones::oslo);
  auto const local = [](std::string_view text) {
    return std::chrono::local_seconds{at(text).time_since_epoch()};
  };
  using Moments = std::vector<std::chrono::sys_seconds>;
  auto const noon = zone.showings_of(local("2026-03-29T12:00:00Z"));
  CHECK(noon.moments == Moments{at("2026-03-29T10:00:00Z")});
  CHECK_FALSE(noon.skipped);
  auto const gap = zone.showings_of(local("2026-03-29T02:30:00Z"));
  CHECK(gap.moments.empty());
  CHECK(gap.skipped == at("2026-03-29T01:00:00Z"));
  auto const overlap = zone.showings_of(local("2026-10-25T02:30:00Z"));
  CHECK(overlap.moments == Moments{at("2026-10-25T00:30:00Z"), at("2026-10-25T01:30:00Z")});
  CHECK(zone.showings_of(local("2026-10-25T03:00:00Z")).moments.size() == 1);
  CHECK(zone.showings_of(local("2026-03-29T03:00:00Z")).moments.size() == 1);
}

TEST_CASE("what is no rule says what was expected, and where") {
  struct Wrong {
    std::string_view text;
    std::string_view message;
  };
  std::vector<Wrong> const table{
      {"", "expected a name of at least three letters such as CET, got nothing at column 1"},
      {"CE-1", R"(expected a name of at least three letters such as CET, got "CE-1" at column 1)"},
      {"<+02-2", R"(expected > behind the name, got nothing at column 7)"},
      {"CET",
       "expected an offset such as -1 or 5:30, which is negative in the east, got nothing "
       "at column 4"},
      {"CET-25", R"(expected an offset such as -1 or 5:30, which is negative in the east, )"
                 R"(got "25" at column 5)"},
      {"CET-1CEST",
       "expected when summer time begins and ends such as ,M3.5.0,M10.5.0/3, got "
       "nothing at column 10"},
      {"CET-1CEST,M3.5.0",
       "expected when summer time begins and ends such as "
       ",M3.5.0,M10.5.0/3, got nothing at column 17"},
      {"CET-1CEST,M13.5.0,M1.1.0", R"(expected a month, a week and a weekday such as M3.5.0, )"
                                   R"(got "13.5.0,M1.1.0" at column 12)"},
      {"CET-1CEST,J0,J5", R"(expected a day of the year such as M3.5.0, J60 or 59, )"
                          R"(got "0,J5" at column 12)"},
      {"CET-1CEST,5/168,9", R"(expected a time such as 3 or 2:30, got "168,9" at column 13)"},
      {"CET-1CEST,5,9 ", R"(expected nothing more, got " " at column 14)"},
  };
  for (auto const& wrong : table) {
    CAPTURE(wrong.text);
    auto const zone = read_posix_zone(wrong.text);
    REQUIRE_FALSE(zone);
    CHECK(zone.error().message == wrong.message);
    CHECK(zone.error().code == "bad-type");
  }
}

}  // namespace posix_rules
}  // namespace sievarr::schedule
