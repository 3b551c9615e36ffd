#pragma once

#include <sievarr/adding/roster.hpp>
#include <sievarr/filter/columns/table.hpp>
#include <sievarr/filter/plan/judged_show.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

namespace sievarr::adding {

/// A show that waits for a person, and why.
struct InReview {
  Show show;
  filter::JudgedShow judged;
};

/// Some of the shows that wait for a person, by number.
struct ReviewQueue {
  std::vector<InReview> shows = {};
  std::size_t total = 0;                  ///< How many there are, with those before and behind.
  std::optional<std::int64_t> next = {};  ///< The last of these, where more follow.
};

/// Which part of the queue is wanted.
struct ReviewPart {
  std::optional<std::int64_t> after = {};
  std::size_t limit = std::numeric_limits<std::size_t>::max();
};

/// Reads the queue out of what is in memory.
inline ReviewQueue review_queue(filter::Plan const& plan, filter::Table const& table,
                                Roster const& roster, ReviewPart const& part = {}) {
  auto const rows = rows_to_review(table, roster);
  ReviewQueue queue{.total = rows.size()};
  for (auto const row : rows) {
    if (part.after && table.ids()[row] <= *part.after) continue;
    if (queue.shows.size() == part.limit) {
      queue.next = queue.shows.back().show.id;
      break;
    }
    auto show = table.at(row);
    auto judged = filter::judged_show(plan, show);
    queue.shows.push_back({std::move(show), std::move(judged)});
  }
  return queue;
}

}  // namespace sievarr::adding
