#pragma once

#include <sievarr/filter/columns/columns.hpp>

#include <cstddef>
#include <cstdint>
#include <variant>

namespace sievarr::filter {

/// How much a row matters beside others; 0 where that is not known.
inline double weight_of(Columns const& table, std::size_t row) {
  auto const* const weight = table.weight();
  if (!weight) return 0;
  if (table.is_irregular(row)) {
    auto const& facts = table.irregular().at(static_cast<std::uint32_t>(row));
    return std::get<KnownNumber>(facts[index_of(weight->rank)]).value_or(0);
  }
  auto const column = weight->look.column;
  return table.meaning(column).numbers.number(table.column(column)[row]).value_or(0);
}

}  // namespace sievarr::filter
