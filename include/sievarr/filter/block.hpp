#pragma once

#include <sievarr/filter/look_up.hpp>
#include <sievarr/filter/panel.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace sievarr::filter {

/// Lanes that each row begins with: what `where` says, which no column can.
struct Beginning {
  std::vector<std::uint32_t> of_row = {};  ///< Index into rows; empty where nothing is said.
  std::vector<Lanes> rows = {};
};

/// The lanes of so many rows as stay in the nearest memory.
using Block = std::array<Lanes, 256>;

/// Which rows to fill a block with, and from what.
struct BlockSource {
  std::span<LookUp const> look_ups;
  Beginning const& beginning;
  std::size_t first = 0;
  std::size_t count = 0;
};

inline void begin_block(Block& block, std::uint8_t neutral, BlockSource const& from) {
  auto const& of_row = from.beginning.of_row;
  if (of_row.empty()) return block.fill(all_lanes(neutral));
  for (std::size_t at = 0; at < from.count; ++at)
    block[at] = from.beginning.rows[of_row[from.first + at]];
}

template <class Combine>
void merge_column(Block& block, LookUp const& look_up, BlockSource const& from, Combine combine) {
  auto const* const codes = look_up.codes + from.first;
  auto const* const rows = look_up.rows.data();
  if (look_up.classes.empty()) {
    for (std::size_t at = 0; at < from.count; ++at) block[at] = combine(block[at], rows[codes[at]]);
    return;
  }
  auto const* const classes = look_up.classes.data();
  for (std::size_t at = 0; at < from.count; ++at)
    block[at] = combine(block[at], rows[classes[codes[at]]]);
}

/// The lanes of some rows, column by column.
inline void fill_block(Block& block, Panel const& panel, BlockSource const& from) {
  begin_block(block, panel.neutral(), from);
  for (auto const& look_up : from.look_ups) {
    if (panel.merge == Merge::least)
      merge_column(block, look_up, from, [](Lanes a, Lanes b) { return lesser(a, b); });
    else
      merge_column(block, look_up, from, [](Lanes a, Lanes b) { return sum(a, b); });
  }
}

}  // namespace sievarr::filter
