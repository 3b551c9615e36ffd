#pragma once

#include <sievarr/filter/columns/look_up.hpp>
#include <sievarr/filter/columns/panel.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
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

/// Two columns without classes in one go: the block is read and written half as often.
template <class Combine>
void merge_columns(Block& block, LookUp const& a, LookUp const& b, BlockSource const& from,
                   Combine combine) {
  auto const* const a_codes = a.codes + from.first;
  auto const* const b_codes = b.codes + from.first;
  auto const* const a_rows = a.rows.data();
  auto const* const b_rows = b.rows.data();
  for (std::size_t at = 0; at < from.count; ++at)
    block[at] = combine(block[at], combine(a_rows[a_codes[at]], b_rows[b_codes[at]]));
}

template <class Combine>
void merge_all(Block& block, BlockSource const& from, Combine combine) {
  LookUp const* waiting = nullptr;
  for (auto const& look_up : from.look_ups) {
    if (!look_up.classes.empty()) {
      merge_column(block, look_up, from, combine);
    } else if (!waiting) {
      waiting = &look_up;
    } else {
      merge_columns(block, *std::exchange(waiting, nullptr), look_up, from, combine);
    }
  }
  if (waiting) merge_column(block, *waiting, from, combine);
}

/// The lanes of some rows, column by column.
inline void fill_block(Block& block, Panel const& panel, BlockSource const& from) {
  begin_block(block, panel.neutral(), from);
  if (panel.merge == Merge::least)
    merge_all(block, from, [](Lanes a, Lanes b) { return lesser(a, b); });
  else
    merge_all(block, from, [](Lanes a, Lanes b) { return sum(a, b); });
}

}  // namespace sievarr::filter
