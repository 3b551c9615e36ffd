#pragma once

#include <sievarr/filter/columns/table.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace sievarr::filter {

/// One show for all that are alike in one column: what is worked out for it holds for all of them.
struct Representatives {
  std::vector<Show> shows;
  std::vector<std::uint32_t> of_row;  ///< The number of the show that speaks for a row.
};

/// The first row of each code speaks for all that have it; irregular rows speak for themselves.
inline Representatives speakers_of(Table const& table, Column column) {
  constexpr std::uint32_t none = 0xFFFF'FFFF;
  auto const& codes = table.column(column);
  Representatives representatives{.shows = {}, .of_row = std::vector<std::uint32_t>(codes.size())};
  std::vector<std::uint32_t> of_code(0x1'0000, none);
  for (std::size_t row = 0; row < codes.size(); ++row) {
    auto& known = of_code[codes[row]];
    bool const irregular = table.is_irregular(row);
    bool const speaks = irregular || known == none;
    auto const number = speaks ? static_cast<std::uint32_t>(representatives.shows.size()) : known;
    if (speaks && !irregular) known = number;
    if (speaks) representatives.shows.push_back(table.at(row));
    representatives.of_row[row] = number;
  }
  return representatives;
}

}  // namespace sievarr::filter
