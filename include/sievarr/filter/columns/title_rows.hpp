#pragma once

#include <sievarr/filter/columns/panel.hpp>
#include <sievarr/filter/columns/title_hits.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace sievarr::filter {

/// What the lines about titles say: each has a bit in the code of a row, set where it says yes.
struct TitleRows {
  std::vector<std::uint16_t> codes;
  std::vector<Lanes> rows;
};

/// Flips the bit of a line in the rows where it does not say what it says to a title that fits no
/// pattern at all.
inline void flip_answers(Titles const& titles, std::uint16_t bit, TitleHits& hits,
                         std::vector<std::uint16_t>& codes) {
  bool const wants = !titles.any.empty();
  std::vector<std::uint8_t> found(codes.size(), 0);
  for (auto const& pattern : titles.any)
    for (auto const row : hits.rows_of(pattern)) found[row] |= 1;
  for (auto const& pattern : titles.none)
    for (auto const row : hits.rows_of(pattern)) found[row] |= 2;
  auto const flipped = [&](std::uint8_t seen) {
    bool const yes = (!wants || (seen & 1) != 0) && (seen & 2) == 0;
    return yes == wants;
  };
  bool const flips[] = {flipped(0), flipped(1), flipped(2), flipped(3)};
  for (std::size_t row = 0; row < codes.size(); ++row)
    if (flips[found[row]]) codes[row] = static_cast<std::uint16_t>(codes[row] ^ bit);
}

inline TitleRows title_rows(Panel const& panel, TitleHits& hits, std::size_t count) {
  auto const asked = panel.about(Reads::title);
  TitleRows titles;
  std::uint16_t base = 0;
  for (std::size_t at = 0; at < asked.size(); ++at)
    if (std::get<Titles>(asked[at].line->test).any.empty())
      base = static_cast<std::uint16_t>(base | 1U << at);
  titles.codes.assign(count, base);
  for (std::size_t at = 0; at < asked.size(); ++at)
    flip_answers(std::get<Titles>(asked[at].line->test), static_cast<std::uint16_t>(1U << at), hits,
                 titles.codes);

  for (std::size_t code = 0; code < std::size_t{1} << asked.size(); ++code) {
    auto lanes = all_lanes(panel.neutral());
    for (std::size_t at = 0; at < asked.size(); ++at)
      lanes.set(asked[at].lane, asked[at].replies.of(answer_of((code >> at & 1U) != 0)));
    titles.rows.push_back(lanes);
  }
  return titles;
}

}  // namespace sievarr::filter
