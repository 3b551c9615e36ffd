#pragma once

#include <sievarr/filter/columns/panel.hpp>
#include <sievarr/filter/subject/codes.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace sievarr::filter {

/// What the lines about days say to each day: the bounds part all days into a few classes.
struct DayRows {
  static constexpr std::size_t codes = 0x1'0000;

  std::vector<std::uint8_t> classes = std::vector<std::uint8_t>(codes, 0);
  std::vector<Lanes> rows;
};

/// The first code of each run of days to which all lines answer alike.
inline std::vector<std::size_t> runs_of_days(std::vector<Asked> const& asked) {
  std::vector<std::size_t> begins{DayCode::least};
  auto const add = [&](Date day) {
    auto const code = static_cast<std::int64_t>((day - DayCode::first).count()) + DayCode::least;
    if (code > DayCode::least && code < static_cast<std::int64_t>(DayRows::codes))
      begins.push_back(static_cast<std::size_t>(code));
  };
  for (auto const& each : asked) {
    auto const& window = std::get<Window>(each.line->test);
    if (window.after) add(*window.after);
    if (window.before) add(*window.before + std::chrono::days{1});
  }
  std::sort(begins.begin(), begins.end());
  begins.erase(std::unique(begins.begin(), begins.end()), begins.end());
  return begins;
}

/// Rows whose code is special cannot have the day, and so meet no bound of it.
inline DayRows day_rows(std::vector<Asked> const& asked, std::uint8_t neutral) {
  DayRows days;
  auto const add = [&](auto answer_to) {
    auto lanes = all_lanes(neutral);
    for (auto const& [line, lane, replies] : asked)
      lanes.set(lane, replies.of(answer_to(std::get<Window>(line->test))));
    days.rows.push_back(lanes);
    return static_cast<std::uint8_t>(days.rows.size() - 1);
  };
  days.classes[DayCode::none] = add([](Window const&) { return Answer::unknown; });
  days.classes[DayCode::special] = add([](Window const&) { return Answer::no; });

  auto const begins = runs_of_days(asked);
  for (std::size_t at = 0; at < begins.size(); ++at) {
    auto const day = DayCode::day(static_cast<std::uint16_t>(begins[at]));
    auto const end = at + 1 < begins.size() ? begins[at + 1] : DayRows::codes;
    auto const number = add([&](Window const& window) { return ask(window, day); });
    std::fill(days.classes.begin() + static_cast<std::ptrdiff_t>(begins[at]),
              days.classes.begin() + static_cast<std::ptrdiff_t>(end), number);
  }
  return days;
}

}  // namespace sievarr::filter
