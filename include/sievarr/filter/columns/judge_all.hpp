#pragma once

#include <sievarr/filter/columns/decisions.hpp>
#include <sievarr/filter/columns/named_rows.hpp>
#include <sievarr/filter/columns/positions.hpp>
#include <sievarr/filter/plan/verdict.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace sievarr::filter {

/// The answer for every show of a table, and the cases behind the answers.
struct Judged {
  Decisions decisions;
  Counts counts;  ///< Without shows that are gone.
  Sorted sorted;
  NamedRows named = {};
};

/// Puts the decisions of cases into the rows, and counts.
class Decider {
 public:
  Decider(Plan const& plan, Table const& table, Sorted sorted)
      : plan_(plan), table_(table), judged_{Decisions(table.size()), {}, std::move(sorted)} {
    judged_.counts.selections.resize(plan.selections.size());
  }

  Judged judge() {
    decide_cases();
    fill_rows();
    judged_.named = named_rows(plan_, table_);
    for (auto const& [row, circumstances] : judged_.named) {
      count_row(row, -1);
      auto const positions = positions_of(judged_.sorted, judged_.sorted.of_row[row], plan_);
      judged_.decisions.set(
          row, decide(plan_, circumstances, positions.excluded_by, positions.opinions));
      count_row(row, 1);
    }
    for (std::size_t row = 0; row < table_.size(); ++row)
      if (table_.gone()[row] != 0) count_row(row, -1);
    return std::move(judged_);
  }

 private:
  /// Twice each case: without and with an id of TVDB.
  void decide_cases() {
    for (std::size_t number = 0; number < judged_.sorted.cases(); ++number) {
      auto const positions = positions_of(judged_.sorted, number, plan_);
      for (bool const has_tvdb : {false, true})
        of_case_.push_back(
            decide(plan_, {.has_tvdb = has_tvdb}, positions.excluded_by, positions.opinions));
    }
  }

  void fill_rows() {
    std::vector<std::uint32_t> shows(of_case_.size(), 0);
    // Bytes may alias anything: pointers that are kept at hand need not be read again.
    auto const* const of_row = judged_.sorted.of_row.data();
    auto const* const tvdb = tvdb_numbers(table_).data();
    auto const* const of_case = of_case_.data();
    auto* const counts = shows.data();
    auto const columns = judged_.decisions.columns();
    for (std::size_t row = 0, size = table_.size(); row < size; ++row) {
      auto const number = 2 * of_row[row] + (tvdb[row] != 0 ? 1U : 0U);
      ++counts[number];
      columns.set(row, of_case[number]);
    }
    for (std::size_t number = 0; number < shows.size(); ++number)
      judged_.counts.add(of_case_[number], shows[number]);
  }

  void count_row(std::size_t row, int shows) {
    judged_.counts.add(judged_.decisions.at(row), static_cast<std::uint32_t>(shows));
  }

  Plan const& plan_;
  Table const& table_;
  Judged judged_;
  std::vector<Decision> of_case_;
};

/// Judges the whole table. What judge() says to each show, this says to each row.
inline Judged judge_all(Plan const& plan, Table const& table, TitleHits& hits) {
  auto judged = Decider(plan, table, sort_rows(plan, table, hits)).judge();
  hits.tidy();
  return judged;
}

inline Judged judge_all(Plan const& plan, Table const& table) {
  TitleHits hits(table);
  return judge_all(plan, table, hits);
}

}  // namespace sievarr::filter
