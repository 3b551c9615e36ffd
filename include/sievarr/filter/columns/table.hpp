#pragma once

#include <sievarr/base/text.hpp>
#include <sievarr/filter/columns/columns.hpp>
#include <sievarr/filter/columns/title_column.hpp>
#include <sievarr/media/show.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace sievarr::filter {

/// The catalogue as columns of codes. A show keeps its row for good: it may be replaced, or gone,
/// but never moves.
class Table {
 public:
  /// A number of tvdb for a show that has one which no column holds.
  static constexpr std::uint32_t strange_id = 0xFFFF'FFFF;

  /// Adds a show or replaces the one with its id; says which row it has.
  std::size_t upsert(Show const& show) {
    auto const place = place_of(show.id);
    bool const known = place < by_id_.size() && ids_[by_id_[place]] == show.id;
    auto const row = known ? by_id_[place] : add_row(show.id, place);
    auto codes = Packer{meanings_}.pack(show);
    if (codes) {
      irregular_.erase(row);
    } else {
      irregular_.insert_or_assign(row, show);
      codes = RowCodes{.tvdb = show.tvdb_id ? strange_id : 0};
    }
    store(row, *codes);
    set_title(row, show.title);
    gone_[row] = 0;
    ++version_;
    return row;
  }

  /// Marks a show as gone: it is judged still, and counts no more. Says whether there was one.
  bool remove(std::int64_t id) {
    auto const row = find(id);
    if (!row || gone_[*row]) return false;
    gone_[*row] = 1;
    ++version_;
    return true;
  }

  std::optional<std::size_t> find(std::int64_t id) const {
    auto const place = place_of(id);
    if (place == by_id_.size() || ids_[by_id_[place]] != id) return std::nullopt;
    return by_id_[place];
  }

  /// The show of a row, exactly as it came.
  Show show(std::size_t row) const {
    if (auto const whole = irregular_.find(static_cast<std::uint32_t>(row));
        whole != irregular_.end())
      return whole->second;
    RowCodes codes{.tvdb = tvdb_[row], .imdb = imdb_[row], .updated = updated_[row]};
    for (std::size_t at = 0; at < column_count; ++at) codes.codes[at] = columns_[at][row];
    auto show = unpack(codes, meanings_);
    show.id = ids_[row];
    show.title = titles_[row];
    return show;
  }

  std::size_t size() const { return ids_.size(); }
  std::size_t present() const {
    return size() - static_cast<std::size_t>(std::count(gone_.begin(), gone_.end(), 1));
  }

  std::vector<std::uint16_t> const& column(Column column) const {
    return columns_[index_of(column)];
  }
  Meanings const& meanings() const { return meanings_; }
  std::vector<std::int64_t> const& ids() const { return ids_; }
  std::vector<std::uint32_t> const& tvdb() const { return tvdb_; }
  std::vector<std::uint32_t> const& imdb() const { return imdb_; }
  std::vector<std::uint32_t> const& updated() const { return updated_; }
  std::vector<std::uint8_t> const& gone() const { return gone_; }
  TitleColumn const& titles() const { return titles_; }
  TitleColumn const& folded_titles() const { return folded_; }

  /// The rows in the order of their ids.
  std::vector<std::uint32_t> const& by_id() const { return by_id_; }
  /// The few shows that do not fit into the columns; there, their codes mean nothing.
  std::map<std::uint32_t, Show> const& irregular() const { return irregular_; }

  /// Changes with every change.
  std::uint64_t version() const { return version_; }

  void shrink() {
    for (auto& column : columns_) column.shrink_to_fit();
    ids_.shrink_to_fit();
    for (auto* column : {&tvdb_, &imdb_, &updated_, &by_id_}) column->shrink_to_fit();
    gone_.shrink_to_fit();
    titles_.shrink();
    folded_.shrink();
  }

  /// How much memory it takes, but for the texts of the titles.
  std::size_t bytes() const {
    auto sum = meanings_.bytes() + ids_.capacity() * sizeof(std::int64_t) + gone_.capacity() +
               titles_.bytes() + folded_.bytes();
    for (auto const& column : columns_) sum += column.capacity() * sizeof(std::uint16_t);
    for (auto const* column : {&tvdb_, &imdb_, &updated_, &by_id_})
      sum += column->capacity() * sizeof(std::uint32_t);
    return sum;
  }

 private:
  /// Where the id stands in their order, or would.
  std::size_t place_of(std::int64_t id) const {
    if (by_id_.empty() || ids_[by_id_.back()] < id) return by_id_.size();
    auto const place = std::lower_bound(
        by_id_.begin(), by_id_.end(), id,
        [&](std::uint32_t row, std::int64_t wanted) { return ids_[row] < wanted; });
    return static_cast<std::size_t>(place - by_id_.begin());
  }

  std::uint32_t add_row(std::int64_t id, std::size_t place) {
    auto const row = static_cast<std::uint32_t>(ids_.size());
    by_id_.insert(by_id_.begin() + static_cast<std::ptrdiff_t>(place), row);
    ids_.push_back(id);
    for (auto& column : columns_) column.push_back(0);
    for (auto* column : {&tvdb_, &imdb_, &updated_}) column->push_back(0);
    gone_.push_back(0);
    return row;
  }

  void store(std::size_t row, RowCodes const& codes) {
    for (std::size_t at = 0; at < column_count; ++at) columns_[at][row] = codes.codes[at];
    tvdb_[row] = codes.tvdb;
    imdb_[row] = codes.imdb;
    updated_[row] = codes.updated;
  }

  void set_title(std::size_t row, std::string const& title) {
    auto const folded = fold(trimmed(title));
    if (row == titles_.size()) {
      titles_.push_back(title);
      folded_.push_back(folded);
    } else if (titles_[row] != title) {
      titles_.replace(row, title);
      folded_.replace(row, folded);
    }
  }

  Meanings meanings_;
  std::array<std::vector<std::uint16_t>, column_count> columns_;
  std::vector<std::int64_t> ids_;
  std::vector<std::uint32_t> tvdb_;
  std::vector<std::uint32_t> imdb_;
  std::vector<std::uint32_t> updated_;
  std::vector<std::uint32_t> by_id_;
  std::vector<std::uint8_t> gone_;
  TitleColumn titles_;
  TitleColumn folded_;
  std::map<std::uint32_t, Show> irregular_;
  std::uint64_t version_ = 0;
};

}  // namespace sievarr::filter
