#pragma once

#include <sievarr/filter/columns/table.hpp>

#include <cstddef>
#include <cstdint>

namespace sievarr::filter {

/// How popular the show of a row is; 0 where that is not known.
inline std::int32_t weight_of(Table const& table, std::size_t row) {
  if (auto const irregular = table.irregular().find(static_cast<std::uint32_t>(row));
      irregular != table.irregular().end())
    return irregular->second.weight.value_or(0);
  return narrowed(table.meanings().weights[table.column(Column::weight)[row]]).value_or(0);
}

}  // namespace sievarr::filter
