#include <sievarr/derive/decode.hpp>
#include <sievarr/document/yaml.hpp>
#include <sievarr/schedule/schedule.hpp>

#include "golden.hpp"

#include <doctest/doctest.h>
#include <boost/describe.hpp>

#include <string>
#include <string_view>

namespace sievarr::schedule {
namespace written {

static_assert(reflect::Printable<Schedule>);
static_assert(reflect::Printable<ZoneName>);

/// A config that has one.
struct Chores {
  Schedule at = *Schedule::read("daily 03:30");

  bool operator==(Chores const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Chores, (), (at))

constexpr auto notes_of(reflect::Of<Chores>) {
  using reflect::Note;
  return reflect::Notes{Note<&Chores::at>{.text = "When chores are done."}};
}

Reading<Chores> read_chores(std::string_view yaml) {
  return derive::decode<Chores>(document::read_yaml(yaml, "config.yaml").value);
}

constexpr std::string_view good[] = {
    "every 15m",
    "every 1h 30m Europe/Oslo",
    "every 1w",
    "every 1y",
    "every 90s",
    "EVERY 1h",
    "daily 03:00",
    "daily 3:05 Europe/Oslo",
    "Mon..Fri 02:30",
    "Mon..Fri 02:30 Europe/Oslo",
    "Mon-Fri 02:30",
    "monday,Wed 18:00",
    "Fri..Mon 00:00",
    "Sat 04:15 UTC",
    "sun..sat 12:00",
    "daily 03:00 CET-1CEST,M3.5.0,M10.5.0/3",
    "daily 03:00 <+02>-2",
    "30 2 * * 1-5",
    "30  2 * *  1-5 America/New_York",
    "* * * * *",
    "*/15 * * * *",
    "*/15 9-17 * * mon-fri",
    "5,35 * * * *",
    "7 * * * *",
    "0 */2 * * *",
    "15 1-21/4 * * *",
    "0 6,18 * * *",
    "0,20,40 8-18/2 1,15 jan-mar *",
    "* 3 * * *",
    "1-3 4,5,9 * * *",
    "0 0 1 * 1",
    "0 9 1-7 1,7 Mon America/New_York",
    "0 0 */2 * 1",
    "0 0 1-15 * */2",
    "0 0 * * 5-7",
    "0 0 1-31 * 1",
    "0 3 29 2 *",
    "0 0 31 * 0",
    "0 0 30,31 2-4 *",
    "0 4 * Feb sat,sun",
    "@hourly",
    "@hourly Europe/Oslo",
    "@Daily",
    "@midnight",
    "@weekly",
    "@monthly",
    "@yearly",
    "@annually",
};

constexpr std::string_view bad[] = {
    "",
    "soon",
    "every",
    "every 6 hours",
    "every 15",
    "every 0s",
    "every 200y",
    "every day at 03:00",
    "every Monday at 3:00",
    "every now and then",
    "dayly 03:00",
    "daily",
    "daily 3",
    "daily 24:00",
    "daily 24:30",
    "daily 03:60",
    "daily 3:5",
    "daily noon",
    "daily 03:00 04:00",
    "daily 03:00 and 04:00",
    "Mon",
    "Mno..Fri 02:30",
    "Mon..Fri..Sun 02:30",
    "Mon,Tue,",
    "Mon.Fri 02:30",
    "hourly",
    "weekly",
    "@houly",
    "@reboot",
    "@daily 03:00",
    "75 * * * *",
    "* 24 * * *",
    "* * 0 * *",
    "* * * 13 *",
    "* * * * 8",
    "0 3 * jna *",
    "0 3 * * munday",
    "*/90 * * * *",
    "*/0 * * * *",
    "5/15 * * * *",
    "1-5/ * * * *",
    "*/2/3 * * * *",
    "1-2-3 * * * *",
    "1,,2 * * * *",
    "-1 * * * *",
    "0 22-2 * * *",
    "0 22-2/2 * * *",
    "0 0 * * fri-mon",
    "0 0 ? * 1",
    "0 0 L * *",
    "0 30 2 * * 1-5",
    "30 2 * *",
    "30 2 * * 1-5 2026 UTC",
    "0 0 30 2 *",
    "0 0 31 2,4,6 *",
    "0 0 30,31 2 */3",
    "0 0 30 2 */2",
    "daily 03:00 +02:00",
    "daily 03:00 UTC-5",
    "daily 03:00 GMT+5:30",
    "daily 03:00 CET-1CEST",
    "daily 03:00 ../etc/passwd",
    "daily 03:00 /etc/localtime",
    "daily 03:00 Europe//Oslo",
    "daily 03:00 europe/oslo",
    "daily 03:00 utc",
    "daily 03:00 CET-1CEST,M3.5.0",
    "täglich 03:00",
    "däily\t03:00",
};

std::string told(std::string_view text) {
  auto line = std::string{text} + "\n";
  auto const schedule = Schedule::read(text);
  if (schedule) {
    line += "  " + schedule->words() + "\n";
    if (auto const remark = Schedule::remark(text))
      line.append("  hint: ").append(remark->message).append(" (either-day)\n");
    return line;
  }
  auto const& misfit = schedule.error();
  line.append("  ").append(misfit.message).append(" (").append(misfit.code).append(")\n");
  if (!misfit.instead.empty()) line += "  did you mean " + misfit.instead + "\n";
  return line;
}

TEST_CASE("schedules are told in words, and what is none is told why and where") {
  std::string text;
  for (auto const each : good) text += told(each);
  text += "\n";
  for (auto const each : bad) text += told(each);
  test::golden("schedule/words.txt", text);
}

TEST_CASE("a schedule is kept as it was written") {
  for (auto const each : good) {
    CAPTURE(each);
    auto const schedule = Schedule::read(each);
    REQUIRE(schedule);
    CHECK(schedule->text() == each);
    CHECK(*Schedule::read(schedule->text()) == *schedule);
  }
  CHECK(Schedule::read("  daily 03:00\n")->text() == "daily 03:00");
  CHECK(Schedule{} == *Schedule::read("daily 00:00"));
  CHECK(*Schedule::read("@hourly") != *Schedule::read("0 * * * *"));
  CHECK(Schedule::read("@hourly")->rule() == Schedule::read("0 * * * *")->rule());
}

TEST_CASE("what is suggested instead of a schedule is one") {
  int suggestions = 0;
  for (auto const each : bad) {
    CAPTURE(each);
    auto const schedule = Schedule::read(each);
    REQUIRE_FALSE(schedule);
    if (schedule.error().instead.empty()) continue;
    CHECK(Schedule::read(schedule.error().instead));
    ++suggestions;
  }
  CHECK(suggestions > 20);
}

TEST_CASE("a zone is the last word of a schedule, or nobody named one") {
  CHECK_FALSE(Schedule::read("daily 03:00")->zone());
  CHECK(Schedule::read("daily 03:00 Europe/Oslo")->zone()->text() == "Europe/Oslo");
  CHECK(Schedule::read("30 2 * * 1-5 UTC")->zone()->text() == "UTC");
  CHECK(Schedule::read("every 15m Asia/Kolkata")->zone()->text() == "Asia/Kolkata");
}

TEST_CASE("a day that no month has is never, and the words point at it") {
  auto const schedule = Schedule::read("0 3 30 2 *");
  REQUIRE_FALSE(schedule);
  CHECK(schedule.error().code == "never-fires");
  CHECK(schedule.error().message == R"(never runs: February has no day 30, got "30" at column 5)");
  // A weekday is enough where both are told.
  CHECK(Schedule::read("0 3 30 2 1"));
  CHECK(Schedule::read("0 22-2 * * *").error().code == "backwards");
}

TEST_CASE("a schedule of thousands of letters is refused, not read") {
  CHECK(Schedule::read(std::string(257, '*')).error().code == "out-of-range");
  CHECK(Schedule::read("1" + std::string(300, ',')).error().code == "out-of-range");
}

TEST_CASE("a schedule is a field of a config like any other value") {
  CHECK(read_chores("at: Mon..Fri 02:30").value.at.words() == "every Monday to Friday at 02:30");
  CHECK(read_chores("{}").value.at.text() == "daily 03:30");

  auto const wrong = read_chores("at: 0 3 30 2 *").problems;
  REQUIRE(wrong.size() == 1);
  CHECK(to_text(wrong[0]) ==
        "config.yaml:1:5: at: never runs: February has no day 30, "
        "got \"30\" at column 5");

  auto const near = read_chores("at: dayly 03:00").problems;
  REQUIRE(near.size() == 1);
  REQUIRE(near[0].fix.size() == 1);
  CHECK(near[0].fix[0].text == "daily 03:00");
}

TEST_CASE("that one of two days is enough is said as a hint") {
  auto const reading = read_chores("at: 0 3 1 * Mon");
  REQUIRE(reading.problems.size() == 1);
  CHECK(reading.problems[0].code == "either-day");
  CHECK(reading.problems[0].severity == Severity::hint);
  CHECK(read_chores("at: 0 3 1 * *").problems.empty());
}

TEST_CASE("a time zone is a name, UTC, or a rule; an offset is none") {
  for (auto const* const name :
       {"UTC", "Europe/Oslo", "America/Argentina/Buenos_Aires", "Etc/GMT+5", "EST5EDT", "W-SU",
        "America/Port-au-Prince", "CET-1CEST,M3.5.0,M10.5.0/3", "<+02>-2", "EST5", "GMT0"}) {
    CAPTURE(name);
    auto const zone = ZoneName::read(name);
    REQUIRE(zone);
    CHECK(zone->text() == name);
  }
  CHECK(ZoneName::read("UTC+2").error().instead == "<+02>-2");
  CHECK(ZoneName::read("-3").error().instead == "<-03>3");
  CHECK(ZoneName::read("+05:30").error().instead == "<+0530>-5:30");
  CHECK(ZoneName::read("GMT-3:30").error().instead == "<-0330>3:30");
  CHECK(ZoneName::read("europe/new_york").error().instead == "Europe/New_York");
  for (auto const* const name : {"", ".", "..", "/", "Europe/", "/Europe", "Europe/../Oslo",
                                 "Europe\\Oslo", "Eu rope", "Z\xC3\xBCrich"}) {
    CAPTURE(name);
    CHECK_FALSE(ZoneName::read(name));
  }
  CHECK_FALSE(ZoneName::read(std::string(65, 'A')));
}

}  // namespace written
}  // namespace sievarr::schedule
