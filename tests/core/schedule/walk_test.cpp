#include "walk.hpp"

#include <sievarr/schedule/next_time.hpp>

#include "effort.hpp"
#include "zones.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace sievarr::schedule {
namespace walks {

using walk::Expression;
using walk::Minutes;

/// Expressions that nobody would write, made from a number; the same everywhere.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : numbers_(seed) {}

  unsigned between(unsigned least, unsigned most) {
    return least + static_cast<unsigned>(numbers_() % (most - least + 1));
  }

  /// A field as cron writes it, and its numbers.
  std::string field(walk::Numbers& numbers, unsigned least, unsigned most) {
    auto const fill = [&](unsigned first, unsigned last, unsigned step) {
      for (; first <= last; first += step) numbers.insert(first);
    };
    auto const first = between(least, most - 1);
    auto const last = between(first + 1, most);
    auto const step = between(1, most - least);
    switch (between(0, 9)) {
      case 0:
      case 1:
      case 2:
      case 3: fill(least, most, 1); return "*";
      case 4: fill(least, most, step); return "*/" + to_text(step);
      case 5: fill(first, last, 1); return to_text(first) + "-" + to_text(last);
      case 6:
        fill(first, last, step);
        return to_text(first) + "-" + to_text(last) + "/" + to_text(step);
      case 7:
        for (auto const number : {first, last, most}) numbers.insert(number);
        return to_text(last) + "," + to_text(most) + "," + to_text(first);
      default: numbers.insert(first); return to_text(first);
    }
  }

  Expression cron() {
    Expression made;
    auto const minutes = field(made.minutes, 0, 59);
    auto const hours = field(made.hours, 0, 23);
    auto const days = field(made.days, 1, 31);
    auto const months = field(made.months, 1, 12);
    auto const weekdays = field(made.weekdays, 0, 6);
    made.one_day_is_enough = days[0] != '*' && weekdays[0] != '*';
    made.text = minutes + " " + hours + " " + days + " " + months + " " + weekdays;
    return made;
  }

  /// Mon..Fri 02:30 or daily 02:30, mostly at night, when clocks are set.
  Expression weekly() {
    Expression made;
    auto const hour = between(0, 3) == 0 ? between(0, 23) : between(0, 3);
    auto const minute = between(0, 59);
    made.hours.insert(hour);
    made.minutes.insert(minute);
    for (unsigned day = 1; day <= 31; ++day) made.days.insert(day);
    for (unsigned month = 1; month <= 12; ++month) made.months.insert(month);
    auto const first = between(0, 6);
    auto const last = between(0, 6);
    for (auto day = first; day != last; day = (day + 1) % 7) made.weekdays.insert(day);
    made.weekdays.insert(last);
    auto const name = [](unsigned day) { return std::string{weekday_names[day].substr(0, 3)}; };
    made.text = made.weekdays.count() == 7 ? "daily " : name(first) + ".." + name(last) + " ";
    made.text += padded(hour, 2) + ":" + padded(minute, 2);
    return made;
  }

  Expression any() {
    auto const kind = between(0, 9);
    if (kind < 3) return weekly();
    if (kind > 3) return cron();
    Expression made;
    made.span = std::chrono::minutes{between(1, 3000)};
    made.text = "every " + to_text(made.span->count()) + "m";
    return made;
  }

 private:
  std::mt19937_64 numbers_;
};

struct Walked {
  Zone zone;
  std::vector<walk::Look> looks;
};

std::vector<Walked> const& walked() {
  static auto const all = [] {
    std::vector<Walked> made;
    for (auto const rule : zones::six) {
      auto const zone = zones::of(rule);
      made.push_back({zone, walk::looks_at(zone, *to_date("2026-01-01"), *to_date("2028-01-01"))});
    }
    return made;
  }();
  return all;
}

/// The first runs one after the other, then the next ones of moments here and there.
void compare(Schedule const& schedule, Zone const& zone, std::vector<Minutes> const& due,
             Dice& dice) {
  Instant const begin = *to_instant("2026-01-01T00:00:00Z") - std::chrono::milliseconds{1};
  std::size_t const count = std::min<std::size_t>(due.size(), 40);
  std::vector<Instant> const expected(due.begin(), due.begin() + static_cast<long>(count));
  CHECK(next_times(schedule, zone, begin, count) == expected);
  for (int probe = 0; probe < 20; ++probe) {
    auto const after = begin + std::chrono::minutes{dice.between(0, 2 * 365 * 1440)};
    auto const next = std::upper_bound(due.begin(), due.end(), after);
    // What is due behind the end of the walk, it has not seen.
    if (next != due.end()) CHECK(next_time(schedule, zone, after) == Instant{*next});
  }
}

/// Around each change, which is where mistakes are.
void compare_changes(Schedule const& schedule, Walked const& walked,
                     std::vector<Minutes> const& due) {
  for (auto moment = Minutes{*to_date("2026-01-02")}; moment < *to_date("2027-12-30");) {
    auto const end = walked.zone.period_at(moment).end;
    for (auto const hours : {-25, -2, -1, 0, 1, 2}) {
      auto const after = end + std::chrono::hours{hours} - std::chrono::seconds{30};
      auto const next = std::upper_bound(due.begin(), due.end(), after);
      if (next != due.end() && after < *to_date("2027-12-30"))
        CHECK(next_time(schedule, walked.zone, after) == Instant{*next});
    }
    moment = std::chrono::ceil<std::chrono::minutes>(end);
  }
}

TEST_CASE("the next time is what a walk through two years finds, in six zones") {
  Dice dice(2026);
  auto const count = test::rounds(300, 10'000);
  int compared = 0;
  for (int round = 0; round < count; ++round) {
    auto const expression = dice.any();
    CAPTURE(expression.text);
    auto const schedule = Schedule::read(expression.text);
    if (!schedule) {
      CHECK(schedule.error().code == "never-fires");
      continue;
    }
    CHECK(schedule->text() == expression.text);
    for (std::size_t at = 0; at < walked().size(); ++at) {
      CAPTURE(zones::six[at]);
      auto const& [zone, looks] = walked()[at];
      auto const due = expression.span ? walk::spans_in(expression, zone, looks)
                                       : walk::due_in(expression, looks);
      compare(*schedule, zone, due, dice);
      compare_changes(*schedule, walked()[at], due);
      ++compared;
    }
  }
  CHECK(compared > count * 5);
}

TEST_CASE("schedules that differ have words that differ") {
  Dice dice(7);
  std::map<std::string, Calendar> known;
  for (int round = 0; round < test::rounds(20'000, 400'000); ++round) {
    auto const expression = dice.between(0, 4) == 0 ? dice.weekly() : dice.cron();
    auto const schedule = Schedule::read(expression.text);
    if (!schedule) continue;
    auto const& calendar = std::get<Calendar>(schedule->rule());
    auto const [at, is_new] = known.emplace(schedule->words(), calendar);
    if (!is_new && at->second != calendar) FAIL_CHECK(expression.text, ": ", at->first);
  }
  CHECK(known.size() > 1000);
}

}  // namespace walks
}  // namespace sievarr::schedule
