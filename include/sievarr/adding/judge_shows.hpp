#pragma once

#include <sievarr/adding/settle.hpp>
#include <sievarr/filter/columns/judge_all.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace sievarr::adding {

/// What was known of a show before it came in anew.
struct Before {
  std::optional<ShowState> row = {};
  std::optional<std::int64_t> tvdb_id = {};
};

/// A show that came in, and what was known of it.
struct Arrival {
  Show show;
  Before before = {};
};

/// Judges shows as they come in, a page at a time. Many at once cost little more than one.
class Judge {
 public:
  explicit Judge(filter::Plan const& plan) : plan_(plan), records_(plan) {}

  /// What becomes of each of them, in the same order. No id stands there twice.
  std::vector<ShowState> judge(std::vector<Arrival> const& arrivals, Instant now) const {
    filter::Table table;
    for (auto const& arrival : arrivals) table.upsert(arrival.show);
    auto const judged = filter::judge_all(plan_, table);
    std::vector<ShowState> rows;
    rows.reserve(arrivals.size());
    for (std::size_t row = 0; row < arrivals.size(); ++row)
      rows.push_back(settled(arrivals[row], records_.of(judged.decisions.at(row)), now));
    return rows;
  }

 private:
  static ShowState settled(Arrival const& arrival, VerdictRecord const& record, Instant now) {
    auto const& [show, before] = arrival;
    if (!before.row) return settle_new(show.id, record, {.now = now});
    return settle(*before.row, record,
                  {.now = now, .updated = true, .other_id = before.tvdb_id != show.tvdb_id});
  }

  filter::Plan const& plan_;
  VerdictRecords records_;
};

}  // namespace sievarr::adding
