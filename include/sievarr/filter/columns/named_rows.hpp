#pragma once

#include <sievarr/filter/columns/table.hpp>
#include <sievarr/filter/plan/judge.hpp>

#include <algorithm>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <vector>

namespace sievarr::filter {

/// Numbers to look for in a column. A bit for the end of each tells most others at once.
class WantedNumbers {
 public:
  void add(std::int64_t number) {
    auto const packed = pack_id(std::optional{number});
    if (!packed) return;
    numbers_.push_back(*packed);
    ends_.set(*packed & mask);
  }

  /// Calls found(row) for each row with one of the numbers.
  template <class NumberOf, class Found>
  void look_in(std::vector<std::uint32_t> const& column, NumberOf number_of, Found found) {
    if (numbers_.empty()) return;
    std::sort(numbers_.begin(), numbers_.end());
    for (std::size_t row = 0; row < column.size(); ++row) {
      if (column[row] == 0) continue;
      auto const number = number_of(column[row]);
      if (ends_[number & mask] && std::binary_search(numbers_.begin(), numbers_.end(), number))
        found(row);
    }
  }

 private:
  static constexpr std::uint32_t mask = 0x3FFF;

  std::vector<std::uint32_t> numbers_;
  std::bitset<mask + 1> ends_;
};

/// The rows of the shows that a list of references names, some perhaps more than once.
inline std::vector<std::size_t> named_rows(std::span<value::ShowRef const> refs,
                                           Table const& table) {
  using Catalogue = value::ShowRef::Catalogue;
  std::vector<std::size_t> rows;
  WantedNumbers tvdb;
  WantedNumbers imdb;
  for (auto const& ref : refs) {
    if (ref.catalogue() == Catalogue::tvdb) tvdb.add(ref.number());
    if (ref.catalogue() == Catalogue::imdb) imdb.add(ref.number());
    if (ref.catalogue() != Catalogue::tvmaze) continue;
    if (auto const row = table.find(ref.number())) rows.push_back(*row);
  }
  auto const found = [&](std::size_t row) {
    if (!table.is_irregular(row)) rows.push_back(row);
  };
  tvdb.look_in(
      tvdb_numbers(table), [](std::uint32_t code) { return code; }, found);
  imdb.look_in(
      imdb_codes(table), [](std::uint32_t code) { return ImdbCode::number(code); }, found);
  for (auto const& [row, show] : table.irregular_rows())
    if (names(refs, show)) rows.push_back(row);
  return rows;
}

/// What `always` and `never` say about the rows that they name; nothing about all others.
using NamedRows = std::map<std::size_t, Circumstances>;

inline NamedRows named_rows(Plan const& plan, Table const& table) {
  NamedRows named;
  for (auto const row : named_rows(plan.never, table)) named[row].never = true;
  for (auto const row : named_rows(plan.always, table)) named[row].always = true;
  for (auto& [row, circumstances] : named) circumstances.has_tvdb = tvdb_numbers(table)[row] != 0;
  return named;
}

}  // namespace sievarr::filter
