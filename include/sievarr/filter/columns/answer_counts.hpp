#pragma once

#include <sievarr/filter/columns/row_classes.hpp>
#include <sievarr/filter/columns/where_rows.hpp>

#include <array>
#include <cstddef>
#include <cstdint>

namespace sievarr::filter {

/// How many rows give each answer to a line, in the order of the answers.
using AnswerCounts = std::array<std::uint32_t, 3>;

/// Asks all rows of a table that are not gone.
inline AnswerCounts answer_counts(Line const& line, Columns const& table, TitleHits& hits) {
  Panel const panel{.asked = {{&line,
                               0,
                               {.yes = static_cast<std::uint8_t>(Answer::yes),
                                .no = static_cast<std::uint8_t>(Answer::no),
                                .unknown = static_cast<std::uint8_t>(Answer::unknown)}}}};
  RowClassifier sorter(table);
  sorter.split(panel, LookUps(panel, table, hits).take(), where_rows(panel, table, hits));
  auto const sorted = sorter.take();
  AnswerCounts counts{};
  for (std::size_t row = 0; row < table.size(); ++row)
    if (table.gone()[row] == 0) ++counts[sorted.panels.front()[sorted.of_row[row]][0]];
  return counts;
}

}  // namespace sievarr::filter
