#pragma once

#include <sievarr/adding/settle.hpp>
#include <sievarr/filter/columns/decisions.hpp>
#include <sievarr/filter/columns/table.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace sievarr::adding {

inline constexpr std::size_t status_count = reflect::enumerator_count<Status>;
using StatusCounts = std::array<std::uint32_t, status_count>;

using CategoryCounts = std::array<std::uint32_t, filter::category_count>;

/// What has become of each show of a table, as far as counting and judging again need it: eight
/// bytes a show. The whole of it is in the store.
class Roster {
 public:
  /// Takes the state of the show in that row of the table.
  void set(std::size_t row, ShowState const& state) {
    if (row >= entries_.size()) entries_.resize(row + 1);
    auto& entry = entries_[row];
    count(entry, -1);
    entry = {.status = static_cast<std::uint8_t>(state.status),
             .category = static_cast<std::uint8_t>(state.category.value_or(filter::Category::none)),
             .flags = flags_of(state),
             .selection = code_of(state.selection),
             .instance = code_of(state.instance)};
    count(entry, 1);
  }

  /// Whether anything is known of a row.
  bool knows(std::size_t row) const {
    return row < entries_.size() && (entries_[row].flags & known) != 0;
  }

  Status status(std::size_t row) const { return static_cast<Status>(entries_[row].status); }
  /// Whether a person wants to be asked about it later.
  bool is_for_later(std::size_t row) const { return (entries_[row].flags & later) != 0; }
  bool in_library(std::size_t row) const { return (entries_[row].flags & library) != 0; }
  StatusCounts const& counts() const { return counts_; }
  /// Of the shows that are filtered, how many for what.
  CategoryCounts const& filtered() const { return filtered_; }

  std::optional<filter::Category> category(std::size_t row) const {
    auto const category = static_cast<filter::Category>(entries_[row].category);
    return category == filter::Category::none ? std::nullopt : std::optional{category};
  }

  /// The selection and the instance of a row, as places in `names`; 0 is nothing.
  std::uint16_t selection(std::size_t row) const { return entries_[row].selection; }
  std::uint16_t instance(std::size_t row) const { return entries_[row].instance; }

  /// The names of all selections and instances that were met; the first is empty.
  std::vector<std::string> const& names() const { return names_; }

  /// The whole state of a row, but for when it changed, where a verdict says all of it. The store
  /// need not be asked for such rows.
  std::optional<ShowState> by_verdict(std::size_t row, std::int64_t show_id) const {
    auto const& entry = entries_[row];
    if ((entry.flags & bare) == 0) return std::nullopt;
    return ShowState{.show_id = show_id,
                     .status = status(row),
                     .category = category(row),
                     .selection = name_of(entry.selection),
                     .instance = name_of(entry.instance)};
  }

  /// A record in the codes of this roster, to be compared with many rows.
  struct Coded {
    std::uint8_t status;
    std::uint8_t category;
    std::uint16_t selection;
    std::uint16_t instance;
  };
  Coded coded(VerdictRecord const& record) {
    auto const plain = settle_new(0, record, {});
    return {.status = static_cast<std::uint8_t>(plain.status),
            .category = static_cast<std::uint8_t>(record.category.value_or(filter::Category::none)),
            .selection = code_of(record.selection),
            .instance = code_of(record.instance)};
  }

  /// Whether judging again surely changes nothing: the row rests, or says the same already. A row
  /// that waits, was refused or was approved has to be looked at as a whole.
  bool stays(std::size_t row, Coded const& record) const {
    auto const& entry = entries_[row];
    if (rests(static_cast<Status>(entry.status))) return true;
    return (entry.flags & special) == 0 && entry.status == record.status &&
           entry.category == record.category && entry.selection == record.selection &&
           entry.instance == record.instance;
  }

 private:
  static constexpr std::uint8_t known = 1;
  static constexpr std::uint8_t library = 2;
  static constexpr std::uint8_t special = 4;  ///< A verdict alone does not say what it becomes.
  static constexpr std::uint8_t bare = 8;     ///< There is nothing but what a verdict said.
  static constexpr std::uint8_t later = 16;

  struct Entry {
    std::uint8_t status = 0;
    std::uint8_t category = 0;
    std::uint8_t flags = 0;
    std::uint16_t selection = 0;
    std::uint16_t instance = 0;
  };

  static std::uint8_t flags_of(ShowState const& state) {
    bool const waits = state.status == Status::pending_tvdb;
    bool const is_special = waits != state.waiting_since.has_value() || state.retries > 0 ||
                            state.retry_at || state.failed_route || state.word ||
                            state.later_until || state.status == Status::failed;
    return static_cast<std::uint8_t>(known | (state.in_library ? library : 0) |
                                     (is_special ? special : 0) | (is_bare(state) ? bare : 0) |
                                     (state.later_until ? later : 0));
  }

  static bool is_bare(ShowState const& state) {
    ShowState const said{.show_id = state.show_id,
                         .status = state.status,
                         .category = state.category,
                         .selection = state.selection,
                         .instance = state.instance,
                         .changed = state.changed};
    return said == state;
  }

  void count(Entry const& entry, int shows) {
    if ((entry.flags & known) == 0) return;
    counts_[entry.status] += static_cast<std::uint32_t>(shows);
    if (entry.status == static_cast<std::uint8_t>(Status::filtered))
      filtered_[entry.category] += static_cast<std::uint32_t>(shows);
  }

  /// Nothing is 0; each name that was met has a number of its own.
  std::uint16_t code_of(std::optional<std::string> const& name) {
    if (!name) return 0;
    auto const [found, is_new] = codes_.emplace(*name, static_cast<std::uint16_t>(names_.size()));
    if (is_new) names_.push_back(*name);
    return found->second;
  }

  std::optional<std::string> name_of(std::uint16_t code) const {
    return code == 0 ? std::nullopt : std::optional{names_[code]};
  }

  std::vector<Entry> entries_;
  StatusCounts counts_{};
  CategoryCounts filtered_{};
  std::map<std::string, std::uint16_t> codes_;
  std::vector<std::string> names_{""};
};

/// The rows of a table whose shows are in a status, by their ids; of shows that are gone, none.
inline std::vector<std::uint32_t> rows_in(Status status, filter::Table const& table,
                                          Roster const& roster) {
  std::vector<std::uint32_t> rows;
  for (auto const row : table.by_id())
    if (table.gone()[row] == 0 && roster.knows(row) && roster.status(row) == status)
      rows.push_back(row);
  return rows;
}

/// The rows of shows that a person is asked about now, by their ids.
inline std::vector<std::uint32_t> rows_to_review(filter::Table const& table, Roster const& roster) {
  auto rows = rows_in(Status::review, table, roster);
  std::erase_if(rows, [&](std::uint32_t row) { return roster.is_for_later(row); });
  return rows;
}

}  // namespace sievarr::adding
