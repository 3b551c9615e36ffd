#pragma once

#include <sievarr/base/text.hpp>
#include <sievarr/filter/columns/title_column.hpp>
#include <sievarr/filter/subject/fact.hpp>
#include <sievarr/filter/subject/meanings.hpp>
#include <sievarr/filter/subject/subject.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace sievarr::filter {

/// What a table is made for: how many vocabularies each column has, how many numbers are kept
/// beside the columns, and the criterion by which rows matter more or less, if there is one.
struct TableShape {
  std::span<std::size_t const> vocabularies;
  std::size_t kept = 0;
  AskedCriterion const* weight = nullptr;
};

/// Rows of whatever subject as columns of codes: all that is needed to judge them. A row keeps its
/// place for good: it may be replaced, or gone, but never moves.
class Columns {
 public:
  explicit Columns(TableShape shape)
      : weight_(shape.weight), codes_(shape.vocabularies.size()), kept_(shape.kept) {
    for (auto const vocabularies : shape.vocabularies)
      meanings_.push_back({.words = WordSets(vocabularies), .numbers = {}});
  }

  std::size_t size() const { return ids_.size(); }
  std::size_t present() const {
    return size() - static_cast<std::size_t>(std::count(gone_.begin(), gone_.end(), 1));
  }
  std::optional<std::size_t> find(std::int64_t id) const {
    auto const place = place_of(id);
    if (!has_at(place, id)) return std::nullopt;
    return by_id_[place];
  }

  std::size_t columns() const { return codes_.size(); }
  template <class Place>
  std::vector<std::uint16_t> const& column(Place place) const {
    return codes_[static_cast<std::size_t>(place)];
  }
  template <class Place>
  Meaning const& meaning(Place place) const {
    return meanings_[static_cast<std::size_t>(place)];
  }
  std::vector<std::uint32_t> const& kept(std::size_t place) const { return kept_[place]; }

  std::vector<std::int64_t> const& ids() const { return ids_; }
  std::vector<std::uint8_t> const& gone() const { return gone_; }
  TitleColumn const& titles() const { return titles_; }
  TitleColumn const& folded_titles() const { return folded_; }
  /// The rows in the order of their ids.
  std::vector<std::uint32_t> const& by_id() const { return by_id_; }
  /// What is known of the few rows that do not fit into the columns; there, their codes mean
  /// nothing.
  std::map<std::uint32_t, Facts> const& irregular() const { return irregular_; }
  bool is_irregular(std::size_t row) const {
    return !irregular_.empty() && irregular_.contains(static_cast<std::uint32_t>(row));
  }
  AskedCriterion const* weight() const { return weight_; }

  /// Changes with every change.
  std::uint64_t version() const { return version_; }

  /// The place of the row with an id, a new one if need be.
  std::size_t row_for(std::int64_t id) {
    auto const place = place_of(id);
    return has_at(place, id) ? by_id_[place] : add_row(id, place);
  }

  Meaning& meaning_to_add_to(std::size_t place) { return meanings_[place]; }

  /// Says what stands in a row: codes and, where they mean nothing, facts after them.
  void store(std::size_t row, std::span<std::uint16_t const> codes,
             std::span<std::uint32_t const> kept) {
    for (std::size_t at = 0; at < codes.size(); ++at) codes_[at][row] = codes[at];
    for (std::size_t at = 0; at < kept.size(); ++at) kept_[at][row] = kept[at];
    irregular_.erase(static_cast<std::uint32_t>(row));
    gone_[row] = 0;
    ++version_;
  }
  void store_irregular(std::size_t row, Facts facts) {
    irregular_.insert_or_assign(static_cast<std::uint32_t>(row), std::move(facts));
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

  /// Marks a row as gone: it is judged still, and counts no more. Says whether there was one.
  bool remove(std::int64_t id) {
    auto const row = find(id);
    if (!row || gone_[*row]) return false;
    gone_[*row] = 1;
    ++version_;
    return true;
  }

  void shrink() {
    for (auto& codes : codes_) codes.shrink_to_fit();
    for (auto& kept : kept_) kept.shrink_to_fit();
    ids_.shrink_to_fit();
    by_id_.shrink_to_fit();
    gone_.shrink_to_fit();
    titles_.shrink();
    folded_.shrink();
  }

  /// How much memory it takes, but for the texts of the titles.
  std::size_t bytes() const {
    auto sum = ids_.capacity() * sizeof(std::int64_t) + gone_.capacity() + titles_.bytes() +
               folded_.bytes() + by_id_.capacity() * sizeof(std::uint32_t);
    for (auto const& meaning : meanings_) sum += meaning.bytes();
    for (auto const& codes : codes_) sum += codes.capacity() * sizeof(std::uint16_t);
    for (auto const& kept : kept_) sum += kept.capacity() * sizeof(std::uint32_t);
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
  bool has_at(std::size_t place, std::int64_t id) const {
    return place < by_id_.size() && ids_[by_id_[place]] == id;
  }

  std::size_t add_row(std::int64_t id, std::size_t place) {
    auto const row = static_cast<std::uint32_t>(ids_.size());
    by_id_.insert(by_id_.begin() + static_cast<std::ptrdiff_t>(place), row);
    ids_.push_back(id);
    for (auto& codes : codes_) codes.push_back(0);
    for (auto& kept : kept_) kept.push_back(0);
    gone_.push_back(0);
    return row;
  }

  AskedCriterion const* weight_;
  std::vector<Meaning> meanings_;
  std::vector<std::vector<std::uint16_t>> codes_;
  std::vector<std::vector<std::uint32_t>> kept_;
  std::vector<std::int64_t> ids_;
  std::vector<std::uint32_t> by_id_;
  std::vector<std::uint8_t> gone_;
  TitleColumn titles_;
  TitleColumn folded_;
  std::map<std::uint32_t, Facts> irregular_;
  std::uint64_t version_ = 0;
};

}  // namespace sievarr::filter
