#pragma once

#include <sievarr/mirror/fetch.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace sievarr::mirror {

/// Goes through all pages of the index, from the first that is not committed. The list ends with a
/// page that is missing or empty, but only beyond the page of the highest id that is known to
/// exist: before it, that is a gap, and the walk goes on.
class Walk {
 public:
  /// So many pages in a row that fail end the walk until the next cycle.
  static constexpr int most_failures = 3;
  /// So many pages there may be beyond the highest id; a server that has more makes them up.
  static constexpr std::int64_t most_beyond = 8;

  enum class End : std::uint8_t { none, complete, given_up };

  Walk(std::int64_t first, std::int64_t highest_id)
      : page_(std::max<std::int64_t>(0, first)),
        last_(page_of(std::max<std::int64_t>(0, highest_id))) {}

  End end() const { return end_; }

  /// The page to ask for next; means nothing at the end. Before it, all is settled: it is what a
  /// checkpoint remembers.
  std::int64_t page() const { return page_; }

  /// The page behind it, where that is asked for whatever comes of this one.
  std::optional<std::int64_t> next_in_any_case() const {
    bool const goes_on = page_ < last_ && failures_ + 1 < most_failures;
    return goes_on ? std::optional{page_ + 1} : std::nullopt;
  }

  /// What came of the page; the count is that of the shows which belong there.
  void heard(PageOutcome fate, std::size_t shows) {
    bool const nothing = fate == PageOutcome::missing || (fate == PageOutcome::read && shows == 0);
    failures_ = fate == PageOutcome::failed ? failures_ + 1 : 0;
    if (page_ > last_ && (nothing || page_ >= last_ + most_beyond)) {
      end_ = End::complete;
    } else if (failures_ >= most_failures) {
      end_ = End::given_up;
    }
    // Beyond the highest id nothing is known to be there, so a failure is no end either.
    if (end_ != End::complete) ++page_;
  }

 private:
  std::int64_t page_;
  std::int64_t last_;
  int failures_ = 0;
  End end_ = End::none;
};

}  // namespace sievarr::mirror
