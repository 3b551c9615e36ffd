#include "engine.hpp"

#include <algorithm>
#include <utility>

namespace sievarr::wasm {

std::vector<report::RowFacts> Engine::facts(std::span<std::uint32_t const> rows) const {
  std::vector<report::RowFacts> facts;
  if (!now_) return facts;
  for (auto const row : rows)
    if (row < shows_->table.size())
      facts.push_back(report::row_facts(now_->plan(), shows_->table.show(row), row));
  return facts;
}

filter::SortKeys const& Engine::keys(filter::SortBy by) {
  bool const judged = by == filter::SortBy::verdict || by == filter::SortBy::category;
  if (!keys_ || keys_->first != by || judged)
    keys_.emplace(by, filter::SortKeyMaker(shows_->table, now_->judged.decisions).keys(by));
  return keys_->second;
}

Rows Engine::order(report::RowQuery const& query) {
  if (!now_) return {};
  auto rows =
      narrowed(query, report::rows_that_fit(query, {now_->plan(), shows_->table, now_->judged}));
  auto const direction =
      query.descending ? filter::Direction::descending : filter::Direction::ascending;
  return filter::sorted_rows(std::move(rows), keys(query.sort), direction, shows_->table);
}

Rows Engine::narrowed(report::RowQuery const& query, Rows rows) {
  if (query.part) {
    auto const& deciders = this->deciders();
    std::erase_if(rows, [&](std::uint32_t row) { return deciders[row] != *query.part; });
  }
  if (!query.changed && !query.change) return rows;
  std::vector<bool> shifted(shows_->table.size(), false);
  auto const& groups = difference().groups;
  for (std::size_t number = 0; number < groups.size(); ++number)
    if (!query.change || *query.change == number)
      for (auto const row : groups[number].rows)
        shifted[row] = query.change || groups[number].shift != filter::Shift::reasoned;
  std::erase_if(rows, [&](std::uint32_t row) { return !shifted[row]; });
  return rows;
}

std::optional<filter::Why> Engine::why(std::int64_t id) const {
  auto const row = shows_->table.find(id);
  if (!row || !now_) return std::nullopt;
  return filter::why(now_->plan(), shows_->table.show(*row));
}

report::Insight Engine::insight() {
  if (!now_) return {};
  auto const effects = filter::effects_of(now_->plan(), shows_->table, now_->judged, shows_->hits);
  return report::insight_of(effects, now_->plan(), shows_->table);
}

void Engine::pin() {
  pinned_ = now_;
  difference_.reset();
}

filter::RunDifference const& Engine::difference() {
  if (!difference_)
    difference_ = now_ && pinned_
                      ? filter::compare_runs({pinned_->plan(), pinned_->judged},
                                             {now_->plan(), now_->judged}, shows_->table)
                      : filter::RunDifference{};
  return *difference_;
}

editor::Changes Engine::changes() {
  if (!now_ || !pinned_) return {};
  return editor::changes_of(difference(), {{pinned_->plan(), pinned_->judged}, pinned_->units},
                            {{now_->plan(), now_->judged}, now_->units});
}

std::vector<std::uint8_t> Engine::shifts() {
  std::vector<std::uint8_t> shifts(shows_->table.size(), 0);
  for (auto const& group : difference().groups)
    for (auto const row : group.rows)
      shifts[row] = static_cast<std::uint8_t>(1 + static_cast<int>(group.shift));
  return shifts;
}

filter::Decisions const& Engine::pinned() const {
  static filter::Decisions const none;
  return pinned_ ? pinned_->judged.decisions : none;
}

}  // namespace sievarr::wasm
