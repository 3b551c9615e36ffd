#pragma once

#include <sievarr/filter/columns/lanes.hpp>
#include <sievarr/filter/columns/title_column.hpp>
#include <sievarr/value/pattern.hpp>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

namespace sievarr::filter {

/// Where a piece first stands in a text, from a place on; npos when nowhere. Compares the first and
/// the last byte of the piece at sixteen places at once.
inline std::size_t find_piece(std::string_view text, std::string_view piece, std::size_t from) {
  using Bytes = Lanes::Bytes;
  auto const load = [&](std::size_t at) {
    Bytes bytes;
    std::memcpy(&bytes, text.data() + at, sizeof bytes);
    return bytes;
  };
  auto const last = piece.size() - 1;
  Bytes const first_byte = Bytes{} + static_cast<std::uint8_t>(piece.front());
  Bytes const last_byte = Bytes{} + static_cast<std::uint8_t>(piece.back());
  for (; from + last + Lanes::count <= text.size(); from += Lanes::count) {
    Lanes hits;
    hits.bytes =
        reinterpret_cast<Bytes>((load(from) == first_byte) & (load(from + last) == last_byte));
    auto const [low, high] = hits.halves();
    if ((low | high) == 0) continue;
    for (std::size_t lane = 0; lane < Lanes::count; ++lane)
      if (hits[lane] != 0 && text.substr(from + lane, piece.size()) == piece) return from + lane;
  }
  return text.find(piece, from);
}

/// The rows whose title fits a pattern, in order. The longest literal piece of the pattern is
/// looked for in all titles at once; only where it stands is the pattern tried.
inline std::vector<std::uint32_t> rows_that_fit(value::Pattern const& pattern,
                                                TitleColumn const& titles) {
  std::vector<std::uint32_t> rows;
  auto const try_row = [&](std::size_t row) {
    if (pattern.matches(titles[row])) rows.push_back(static_cast<std::uint32_t>(row));
  };
  auto const piece = pattern.longest_literal();
  if (piece.empty()) {
    for (std::size_t row = 0; row < titles.size(); ++row) try_row(row);
    return rows;
  }
  auto const text = titles.text();
  for (auto at = find_piece(text, piece, 0); at != text.npos;) {
    auto const row = titles.row_at(at);
    try_row(row);
    at = find_piece(text, piece, titles.end_of(row));
  }
  return rows;
}

}  // namespace sievarr::filter
