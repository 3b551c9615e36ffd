#pragma once

#include <sievarr/filter/columns/columns.hpp>
#include <sievarr/filter/columns/title_search.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace sievarr::filter {

/// Which titles of a table fit which patterns, remembered from one plan to the next: an edit of
/// another line searches nothing again.
class TitleHits {
 public:
  explicit TitleHits(Columns const& table) : table_(table) {}

  /// The rows whose title fits, in order; good until the next call of tidy().
  std::vector<std::uint32_t> const& rows_of(value::Pattern const& pattern) {
    if (version_ != table_.version()) {
      found_.clear();
      version_ = table_.version();
    }
    auto known = std::find_if(found_.begin(), found_.end(),
                              [&](Found const& each) { return each.pattern == pattern; });
    if (known == found_.end()) {
      found_.push_back({pattern, rows_that_fit(pattern, table_.folded_titles()), 0});
      known = found_.end() - 1;
    }
    known->age = 0;
    return known->rows;
  }

  /// Forgets what no plan has asked for lately.
  void tidy() {
    for (auto& each : found_) ++each.age;
    std::erase_if(found_, [](Found const& each) { return each.age > longest_unused; });
  }

 private:
  static constexpr int longest_unused = 32;

  struct Found {
    value::Pattern pattern;
    std::vector<std::uint32_t> rows;
    int age = 0;
  };

  Columns const& table_;
  std::vector<Found> found_;
  std::uint64_t version_ = 0;
};

}  // namespace sievarr::filter
