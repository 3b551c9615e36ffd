#include "engine.hpp"

#include <sievarr/filter/plan/plan.hpp>

#include <algorithm>
#include <utility>
#include <variant>

namespace sievarr::wasm {

std::vector<report::RowFacts> Engine::facts(std::span<std::uint32_t const> rows) const {
  std::vector<report::RowFacts> facts;
  if (!now_) return facts;
  for (auto const row : rows)
    if (row < shows_->table.size())
      facts.push_back(report::row_facts(now_->plan(), shows_->table.at(row), row));
  return facts;
}

/// All rows are sorted once, and what is asked for is taken out of them: a text that is edited
/// changes what fits, not the order. Only the order of what was judged has to be worked out anew.
Rows Engine::in_order(Rows const& rows, filter::SortBy by, filter::Direction direction) {
  bool const judged = by == filter::SortBy::verdict || by == filter::SortBy::category;
  auto& order = orders_[{by, direction}];
  if (judged || order.empty()) order = sorted(by, direction, *shows_, decisions());
  std::vector<bool> fits(shows_->table.size(), false);
  for (auto const row : rows) fits[row] = true;
  Rows taken;
  taken.reserve(rows.size());
  for (auto const row : order)
    if (fits[row]) taken.push_back(row);
  return taken;
}

Rows Engine::order(report::RowQuery const& query) {
  sections_.clear();
  if (!now_) return {};
  auto const fitting =
      narrowed(query, fitting_rows(query, {now_->plan(), shows_->table, now_->judged}));
  auto const direction =
      query.descending ? filter::Direction::descending : filter::Direction::ascending;
  auto rows = in_order(fitting, query.sort, direction);
  if (!query.group) return rows;
  auto const headed = in_order(rows, *query.group, filter::Direction::ascending);
  auto ordered = in_sections(rows, headed, keys_of(*query.group, *shows_, decisions()));
  sections_ = std::move(ordered.begins);
  return std::move(ordered.rows);
}

Excerpt Engine::excerpt(Rows const& rows, std::size_t most) const {
  return {.total = rows.size(), .shows = facts(std::span(rows).first(std::min(most, rows.size())))};
}

Excerpt Engine::first(report::RowQuery const& query, std::size_t most) {
  auto excerpt = this->excerpt(order(query), most);
  auto const& groups = difference().groups;
  if (!query.change || *query.change >= groups.size()) return excerpt;
  auto const& cause = groups[*query.change].cause;
  auto const& plan = cause.side == filter::Cause::Side::before ? pinned_->plan() : now_->plan();
  auto const* line = filter::line_of(cause, plan);
  if (!line || std::holds_alternative<filter::Tree>(line->test)) return excerpt;
  for (auto& show : excerpt.shows)
    show.actual = filter::actual(*line->criterion,
                                 filter::facts_of<filter::Shows>(shows_->table.at(show.row)));
  return excerpt;
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
  return filter::why(now_->plan(), shows_->table.at(*row));
}

report::Insight Engine::insight() {
  if (!now_) return {};
  auto const effects = effects_of(now_->plan(), *shows_, now_->judged);
  return report::insight_of(effects, now_->plan(), shows_->table);
}

std::vector<report::GroupLine> Engine::groups(filter::GroupBy by) {
  if (!now_) return {};
  auto const known = groups_.try_emplace(by, shows_->table, by).first;
  return report::group_lines(known->second.count(shows_->table, now_->judged.decisions), by);
}

report::HistogramReport Engine::histogram(filter::Measure measure) {
  if (!now_) return {};
  auto const known = bins_.try_emplace(measure, shows_->table, measure).first;
  return report::histogram_report(known->second.count(shows_->table, now_->judged.decisions),
                                  measure);
}

Rows Engine::alone(std::uint32_t part) {
  if (!now_ || part >= filter::Parts(now_->plan()).size()) return {};
  auto const other = judged_by(filter::without(now_->plan(), part), *shows_);
  Rows rows;
  constexpr auto filtered = static_cast<std::uint8_t>(filter::Verdict::filtered);
  bool const selection = filter::Parts(now_->plan())[part].line == nullptr;
  auto const& wanted = (selection ? now_->judged : other).decisions.verdict;
  auto const& unwanted = (selection ? other : now_->judged).decisions.verdict;
  for (std::uint32_t row = 0; row < wanted.size(); ++row)
    if (wanted[row] != filtered && unwanted[row] == filtered && shows_->table.gone()[row] == 0)
      rows.push_back(row);
  return in_order(rows, filter::SortBy::popularity, filter::Direction::descending);
}

std::string Engine::exported(std::span<std::uint32_t const> rows,
                             report::ExportFormat format) const {
  if (!now_) return {};
  return report::exported(now_->plan(), shows_->table, {rows.begin(), rows.end()}, format);
}

void Engine::pin() {
  difference_.reset();
  pinned_.reset();
  if (!now_) return;
  // Tried again rather than copied: it is as good, and copies of all this would need room as code.
  layers_.file = config::Source{"config.yaml", now_->text};
  auto prepared = config::prepare(layers_, now_->plan().today).value;
  auto judged = judged_by(prepared.plan, *shows_);
  pinned_.emplace(
      JudgedText{now_->text, document::Utf16(now_->text), std::move(prepared), std::move(judged)});
}

filter::RunDifference const& Engine::difference() {
  if (!difference_)
    difference_ = now_ && pinned_ ? difference_of({pinned_->plan(), pinned_->judged},
                                                  {now_->plan(), now_->judged}, *shows_)
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
