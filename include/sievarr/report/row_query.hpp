#pragma once

#include <sievarr/filter/browse/find.hpp>
#include <sievarr/filter/browse/row_order.hpp>
#include <sievarr/filter/explain/deciders.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace sievarr::report {

/// Which shows of a judged catalogue somebody wants to see, and in which order. What is absent
/// does not matter.
struct RowQuery {
  filter::SortBy sort = filter::SortBy::popularity;
  bool descending = true;
  std::optional<filter::SortBy> group;
  std::optional<std::string> text;
  std::optional<std::vector<filter::Verdict>> verdicts;
  std::optional<std::vector<filter::Category>> categories;
  std::optional<std::string> selection;
  std::optional<std::uint32_t> part;
  bool changed = false;
  std::optional<std::uint32_t> change;
};
BOOST_DESCRIBE_STRUCT(RowQuery, (),
                      (sort, descending, group, text, verdicts, categories, selection, part,
                       changed, change))

constexpr auto notes_of(reflect::Of<RowQuery>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&RowQuery::sort>{.text = "What the shows are sorted by."},
      Note<&RowQuery::descending>{.text = "Whether the greatest comes first."},
      Note<&RowQuery::group>{.text = "What shows that stand together have in common."},
      Note<&RowQuery::text>{.text = "A title, a part of one, or an id."},
      Note<&RowQuery::verdicts>{.text = "Only shows with one of these verdicts."},
      Note<&RowQuery::categories>{.text = "Only shows left out for one of these reasons."},
      Note<&RowQuery::selection>{.text = "Only shows that this selection decided."},
      Note<&RowQuery::part>{.text = "Only shows about which this line or selection decided."},
      Note<&RowQuery::changed>{.text = "Only shows that are different from the baseline."},
      Note<&RowQuery::change>{.text = "Only shows of this group of differences."},
  };
}

/// A catalogue and what was made of it.
struct JudgedTable {
  filter::Plan const& plan;
  filter::Table const& table;
  filter::Judged const& judged;
};

/// The rows that fit what a query says about verdicts and titles, in the order of the table. Shows
/// that are gone fit nothing.
inline std::vector<std::uint32_t> rows_that_fit(RowQuery const& query, JudgedTable const& over) {
  auto const& plan = over.plan;
  auto const& table = over.table;
  auto const& decisions = over.judged.decisions;
  auto const among = [](auto const& wanted, auto value) {
    return !wanted || std::find(wanted->begin(), wanted->end(), value) != wanted->end();
  };
  auto const fits = [&](std::size_t row) {
    auto const decision = decisions.at(row);
    bool const decided = decision.selection != filter::Decision::nobody;
    bool const by_selection =
        !query.selection ||
        (decided && plan.selections[decision.selection].name == *query.selection);
    return table.gone()[row] == 0 && by_selection && among(query.verdicts, decision.verdict) &&
           among(query.categories, decision.category);
  };
  std::vector<std::uint32_t> rows;
  auto const take = [&](std::size_t row) {
    if (fits(row)) rows.push_back(static_cast<std::uint32_t>(row));
  };
  bool const searches = query.text && !trimmed(*query.text).empty();
  if (searches)
    for (auto const row : filter::Finder(table).rows_with(*query.text)) take(row);
  else
    for (std::size_t row = 0; row < table.size(); ++row) take(row);
  return rows;
}

}  // namespace sievarr::report
