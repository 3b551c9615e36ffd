#pragma once

#include <sievarr/schedule/posix_zone.hpp>

#include <algorithm>
#include <cassert>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <utility>
#include <vector>

namespace sievarr::schedule {

/// From when on clocks were set in some way, by its number.
struct ClockChange {
  std::chrono::sys_seconds at;
  std::uint8_t clock = 0;

  bool operator==(ClockChange const&) const = default;
};

/// What is known of the clocks of a zone: changes in order, and a rule for the time after them.
struct ZoneHistory {
  std::vector<Clock> clocks{Clock{}};  ///< The first is that of the time before all changes.
  std::vector<ClockChange> changes;
  std::optional<PosixZone> rule;

  bool operator==(ZoneHistory const&) const = default;
};

/// The moments in which a clock on the wall shows some time: one, none or two.
struct Showings {
  std::vector<std::chrono::sys_seconds> moments;
  /// Where there is none: the moment in which the clock skipped it.
  std::optional<std::chrono::sys_seconds> skipped;

  bool operator==(Showings const&) const = default;
};

/// How clocks are set somewhere, at any moment. The default is UTC.
class Zone {
 public:
  Zone() = default;
  explicit Zone(PosixZone rule) { history_.rule = std::move(rule); }
  explicit Zone(ZoneHistory history) : history_(std::move(history)) {
    assert(!history_.clocks.empty());
  }

  Period period_at(std::chrono::sys_seconds moment) const {
    moment = std::clamp(moment, earliest, latest);
    auto const& changes = history_.changes;
    auto const next = std::upper_bound(
        changes.begin(), changes.end(), moment,
        [](std::chrono::sys_seconds at, ClockChange const& change) { return at < change.at; });
    if (next == changes.end() && history_.rule) return by_rule(moment);
    Period period;
    if (next != changes.end()) period.end = next->at;
    if (next != changes.begin()) period.begin = std::prev(next)->at;
    period.clock = history_.clocks[next == changes.begin() ? 0 : std::prev(next)->clock];
    return period;
  }

  std::chrono::seconds offset_at(Instant moment) const {
    return period_at(std::chrono::floor<std::chrono::seconds>(moment)).clock.offset;
  }

  /// When a clock shows a local time: no clock is more than two days from UTC.
  Showings showings_of(std::chrono::local_seconds local) const {
    using namespace std::chrono;
    sys_seconds const near{local.time_since_epoch()};
    Showings showings;
    for (auto period = period_at(near - days{2});; period = period_at(period.end)) {
      auto const moment = period.moment(local);
      bool const past = moment < period.begin;
      if (past && showings.moments.empty() && !showings.skipped) showings.skipped = period.begin;
      if (!past && moment < period.end) showings.moments.push_back(moment);
      if (period.end >= latest || period.end > near + days{2}) break;
    }
    if (!showings.moments.empty()) showings.skipped.reset();
    return showings;
  }

 private:
  Period by_rule(std::chrono::sys_seconds moment) const {
    auto period = schedule::period_at(*history_.rule, moment);
    if (!history_.changes.empty())
      period.begin = std::max(period.begin, history_.changes.back().at);
    return period;
  }

  ZoneHistory history_;
};

}  // namespace sievarr::schedule
