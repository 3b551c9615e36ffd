#include <sievarr/schedule/next_time.hpp>

#include "zones.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

namespace sievarr::schedule {
namespace due {

std::string next_of(std::string_view schedule, std::string_view zone, std::string_view after,
                    std::size_t count) {
  std::string text;
  for (auto const& time :
       next_times(*Schedule::read(schedule), zones::of(zone), *to_instant(after), count))
    text += (text.empty() ? "" : " ") + to_text(time).substr(5, 11);
  return text;
}

struct Due {
  std::string_view schedule;
  std::string_view zone;
  std::string_view after;
  std::string_view times;  ///< In UTC, without the year.
};

void check_all(std::vector<Due> const& table) {
  for (auto const& row : table) {
    CAPTURE(row.schedule);
    CAPTURE(row.zone);
    auto const count = (row.times.size() + 1) / 12;
    CHECK(next_of(row.schedule, row.zone, row.after, count) == row.times);
  }
}

TEST_CASE("a time of the day follows the clock on the wall") {
  check_all({
      {"daily 03:00", "UTC0", "2026-06-01T03:00:00Z", "06-02T03:00 06-03T03:00"},
      {"daily 03:00", "UTC0", "2026-06-01T02:59:59.999Z", "06-01T03:00"},
      {"Mon..Fri 02:30", zones::kolkata, "2026-06-05T00:00:00Z", "06-07T21:00 06-08T21:00"},
      {"0 0 1 * 1", "UTC0", "2026-05-30T00:00:00Z", "06-01T00:00 06-08T00:00 06-15T00:00"},
      {"0 0 */2 * 1", "UTC0", "2026-05-30T00:00:00Z", "06-01T00:00 06-15T00:00 06-29T00:00"},
      {"0 0 29 2 *", "UTC0", "2026-01-01T00:00:00Z", "02-29T00:00 02-29T00:00"},
      {"*/20 8-9 * * *", "UTC0", "2026-01-01T08:50:00Z", "01-01T09:00 01-01T09:20 01-01T09:40"},
      {"@monthly", zones::oslo, "2026-03-15T00:00:00Z", "03-31T22:00 04-30T22:00"},
  });
}

TEST_CASE("a time of the day that clocks skip is due right behind the gap") {
  check_all({
      {"daily 02:30", zones::oslo, "2026-03-28T12:00:00Z", "03-29T01:00 03-30T00:30"},
      {"daily 02:00", zones::oslo, "2026-03-28T12:00:00Z", "03-29T01:00 03-30T00:00"},
      {"daily 02:30", zones::oslo, "2026-03-29T00:59:59Z", "03-29T01:00 03-30T00:30"},
      {"daily 02:30", zones::oslo, "2026-03-29T01:00:00Z", "03-30T00:30 03-31T00:30"},
      {"daily 02:15", zones::lord_howe, "2026-10-03T00:00:00Z", "10-03T15:30 10-04T15:15"},
      {"daily 00:30", zones::santiago, "2026-09-05T12:00:00Z", "09-06T04:00 09-07T03:30"},
      {"Sun 00:30", zones::santiago, "2026-09-05T12:00:00Z", "09-06T04:00 09-13T03:30"},
      // Sunday's midnight begins with the gap, so it is what counts, not the day behind it.
      {"Sat 23:59", zones::santiago, "2026-09-05T12:00:00Z", "09-06T03:59"},
      // All that fell into the gap, and what is due behind it anyway, is one run.
      {"*/10 2-3 * * *", zones::oslo, "2026-03-28T12:00:00Z", "03-29T01:00 03-29T01:10"},
      {"0 */2 * * *", zones::oslo, "2026-03-28T23:30:00Z", "03-29T01:00 03-29T02:00"},
  });
}

TEST_CASE("a time of the day that clocks show twice is due the first time") {
  check_all({
      {"daily 02:30", zones::oslo, "2026-10-24T12:00:00Z", "10-25T00:30 10-26T01:30"},
      {"daily 02:00", zones::oslo, "2026-10-24T12:00:00Z", "10-25T00:00 10-26T01:00"},
      {"daily 03:00", zones::oslo, "2026-10-24T12:00:00Z", "10-25T02:00 10-26T02:00"},
      {"daily 01:45", zones::lord_howe, "2026-04-04T00:00:00Z", "04-04T14:45 04-05T15:15"},
      {"daily 23:30", zones::santiago, "2026-04-04T12:00:00Z", "04-05T02:30 04-06T03:30"},
      // Asked between the two, the answer is the day after.
      {"daily 02:30", zones::oslo, "2026-10-25T00:45:00Z", "10-26T01:30"},
  });
}

TEST_CASE("what is due each hour goes by the clock through both changes") {
  check_all({
      {"30 * * * *", zones::oslo, "2026-03-29T00:00:00Z", "03-29T00:30 03-29T01:30 03-29T02:30"},
      {"30 * * * *", zones::oslo, "2026-10-24T23:45:00Z", "10-25T00:30 10-25T01:30 10-25T02:30"},
      {"*/30 * * * *", zones::lord_howe, "2026-04-04T14:00:00Z",
       "04-04T14:30 04-04T15:00 04-04T15:30"},
      {"@hourly", zones::lord_howe, "2026-10-03T13:30:00Z", "10-03T14:30 10-03T16:00 10-03T17:00"},
  });
}

TEST_CASE("a span of time is counted from a Monday's midnight, whatever clocks do") {
  check_all({
      {"every 1d", "UTC0", "2026-06-01T12:00:00Z", "06-02T00:00 06-03T00:00"},
      {"every 1w", zones::kolkata, "2026-06-01T12:00:00Z", "06-07T18:30 06-14T18:30"},
      {"every 6h", zones::oslo, "2026-03-28T23:30:00Z", "03-29T05:00 03-29T11:00"},
      {"every 90s", "UTC0", "2026-06-01T00:00:00Z", "06-01T00:01 06-01T00:03"},
  });
  // And before that Monday as well.
  CHECK(next_of("every 1d", "UTC0", "1969-12-31T12:00:00Z", 1) == "01-01T00:00");
  CHECK(next_of("every 1d", "UTC0", "1960-01-01T00:00:00Z", 1) == "01-02T00:00");
}

TEST_CASE("a rare day is found however far it is") {
  auto const schedule = *Schedule::read("0 0 29 2 */6");
  std::vector<int> years;
  for (auto const& time : next_times(schedule, Zone{}, *to_instant("2080-01-01T00:00:00Z"), 3))
    years.push_back(static_cast<int>(
        std::chrono::year_month_day{std::chrono::floor<std::chrono::days>(time)}.year()));
  CHECK(years == std::vector{2088, 2116, 2128});
}

TEST_CASE("time ends with the year 9999, not in a loop") {
  for (auto const* const text : {"daily 03:00", "@yearly", "0 0 29 2 *", "* * * * *", "every 1d"}) {
    CAPTURE(text);
    auto const schedule = *Schedule::read(text);
    for (auto const zone : zones::six) {
      CHECK_FALSE(next_time(schedule, zones::of(zone), Instant::max()));
      CHECK(next_time(schedule, zones::of(zone), Instant::min()));
      CHECK(
          next_times(schedule, zones::of(zone), *to_instant("9999-12-28T12:00:00Z"), 9999).size() <
          9999);
    }
  }
}

}  // namespace due
}  // namespace sievarr::schedule
