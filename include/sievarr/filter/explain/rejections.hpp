#pragma once

#include <sievarr/filter/columns/where_rows.hpp>
#include <sievarr/filter/explain/effect.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

/// How many rows each line rejects by itself. Lines about one column need not look at the rows:
/// how often each code occurs is enough.
namespace sievarr::filter {

/// Adds up the lanes of all rows, where a lane is one or zero.
class LaneSums {
 public:
  using Sums = std::array<std::uint32_t, Lanes::count>;

  explicit LaneSums(std::size_t codes) : rows_(codes, 0) {}

  void meet(std::size_t code, std::uint8_t out) { rows_[code] += out == 0 ? 1U : 0U; }

  template <class LanesOf>
  void add_to(Sums& sums, LanesOf lanes_of) const {
    for (std::size_t code = 0; code < rows_.size(); ++code) {
      if (rows_[code] == 0) continue;
      Lanes const lanes = lanes_of(code);
      for (std::size_t lane = 0; lane < Lanes::count; ++lane)
        sums[lane] += rows_[code] * lanes[lane];
    }
  }

 private:
  std::vector<std::uint32_t> rows_;
};

inline void add_up(LookUp const& look_up, std::vector<std::uint8_t> const& out,
                   LaneSums::Sums& sums) {
  bool const classed = !look_up.classes.empty();
  LaneSums counts(classed ? look_up.classes.size() : look_up.rows.size());
  for (std::size_t row = 0; row < out.size(); ++row) counts.meet(look_up.codes[row], out[row]);
  counts.add_to(
      sums, [&](std::size_t code) { return look_up.rows[classed ? look_up.classes[code] : code]; });
}

inline void add_up(Beginning const& beginning, std::vector<std::uint8_t> const& out,
                   LaneSums::Sums& sums) {
  LaneSums counts(beginning.rows.size());
  for (std::size_t row = 0; row < beginning.of_row.size(); ++row)
    counts.meet(beginning.of_row[row], out[row]);
  counts.add_to(sums, [&](std::size_t code) { return beginning.rows[code]; });
}

/// Whether a line speaks against a row, as one or zero.
inline Replies rejecting(LineEffect const& effect, bool excludes) {
  if (excludes) return {.yes = 1, .no = 0, .unknown = 0};
  bool const denied = effect.line->unknown == UnknownPolicy::deny;
  return {.yes = 0, .no = 1, .unknown = static_cast<std::uint8_t>(denied ? 1 : 0)};
}

/// Counts for up to sixteen lines about one criterion.
inline void count_rejections(std::vector<LineEffect*> const& lines, Panel const& panel,
                             Columns const& table, TitleHits& hits,
                             std::vector<std::uint8_t> const& out) {
  LaneSums::Sums sums{};
  auto columns = out;  // Irregular rows are in no column.
  for (auto const& [row, facts] : table.irregular()) columns[row] = 1;
  for (auto const& look_up : LookUps(panel, table, hits).take()) add_up(look_up, columns, sums);
  add_up(where_rows(panel, table, hits), columns, sums);
  for (auto const& [row, facts] : table.irregular()) {
    auto const lanes = ask(panel, facts);
    for (std::size_t lane = 0; lane < Lanes::count; ++lane)
      sums[lane] += out[row] == 0 ? lanes[lane] : 0U;
  }
  for (std::size_t at = 0; at < lines.size(); ++at) lines[at]->rejects = sums[at];
}

inline void count_rejections(Effects& effects, Columns const& table, TitleHits& hits,
                             std::vector<std::uint8_t> const& out) {
  for (std::size_t number = 0; number < lane_byte::ranks; ++number) {
    std::vector<LineEffect*> lines;
    Panel panel{.merge = Merge::sum};
    auto const flush = [&] {
      if (!lines.empty()) count_rejections(lines, panel, table, hits, out);
      lines.clear();
      panel.asked.clear();
    };
    for (auto& rule : effects) {
      auto* effect = rule.about(static_cast<Rank>(number));
      if (!effect) continue;
      panel.asked.push_back({effect->line, static_cast<std::uint8_t>(lines.size()),
                             rejecting(*effect, rule.compiled == nullptr)});
      lines.push_back(effect);
      if (lines.size() == Lanes::count) flush();
    }
    flush();
  }
}

}  // namespace sievarr::filter
