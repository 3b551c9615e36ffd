#pragma once

#include <sievarr/filter/columns/columns.hpp>
#include <sievarr/filter/subject/asked.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>

namespace sievarr::filter {

/// Packs rows of a subject into the columns of a table and back.
template <class Columns, class Kept>
class RowPacker;

template <class... Column, class... Kept>
class RowPacker<ColumnList<Column...>, KeptList<Kept...>> {
 public:
  static constexpr std::array<std::size_t, sizeof...(Column)> vocabularies{Column::vocabularies...};
  static constexpr std::size_t fields = (Column::Fields::size + ...) + sizeof...(Kept);

  /// What is kept of a number that no column holds.
  static constexpr std::uint32_t irregular_id = 0xFFFF'FFFF;

  /// Stores a row; false where a value is so irregular, or so many are already there, that no code
  /// is left for it.
  template <class Row>
  static bool store(Row const& row, Columns& table, std::size_t at) {
    std::array<std::uint16_t, sizeof...(Column)> codes{};
    std::array<std::uint32_t, sizeof...(Kept)> kept{};
    std::size_t place = 0;
    std::size_t beside = 0;
    auto const set = [](auto& code, auto packed) {
      if (packed) code = *packed;
      return packed.has_value();
    };
    auto const pack = [&]<class Each>(Each) {
      auto const packed = Each::pack(row, table.meaning_to_add_to(place));
      return set(codes[place++], packed);
    };
    bool const fits = (pack(Column{}) && ...) && (set(kept[beside++], Kept::pack(row)) && ...);
    if (!fits) {
      codes = {};
      kept = {(Kept::is_there_in(row) ? irregular_id : 0)...};
    }
    table.store(at, codes, kept);
    return fits;
  }

  template <class Row>
  static void load(Row& row, Columns const& table, std::size_t at) {
    std::size_t place = 0;
    std::size_t beside = 0;
    auto const unpack = [&]<class Each>(Each) {
      Each::unpack(row, table.column(place)[at], table.meaning(place));
      ++place;
    };
    (unpack(Column{}), ...);
    (Kept::unpack(row, table.kept(beside++)[at]), ...);
  }
};

/// A table of one subject: rows go in, and come back exactly as they were.
template <Subject S>
class TableOf : public Columns {
  using Packer = RowPacker<typename S::Columns, typename S::Kept>;

 public:
  using Row = typename S::Row;
  static_assert(Packer::fields + 2 == boost::mp11::mp_size<reflect::Members<Row>>::value,
                "each field of a row is packed, or is its key or its title");

  TableOf()
      : Columns({.vocabularies = Packer::vocabularies,
                 .kept = S::Kept::size,
                 .weight = weight_of_rows()}) {}

  /// Adds a row or replaces the one with its id; says which place it has.
  std::size_t upsert(Row const& row) {
    auto const at = row_for(row.*S::key);
    bool const fits = Packer::store(row, *this, at);
    if (fits) {
      irregular_rows_.erase(at);
    } else {
      irregular_rows_.insert_or_assign(at, row);
      store_irregular(at, facts_of<S>(row));
    }
    set_title(at, row.*S::title);
    return at;
  }

  /// The row at a place, exactly as it came.
  Row at(std::size_t place) const {
    if (auto const whole = irregular_rows_.find(place); whole != irregular_rows_.end())
      return whole->second;
    Row row;
    Packer::load(row, *this, place);
    row.*S::key = ids()[place];
    row.*S::title = titles()[place];
    return row;
  }

  /// The few rows that do not fit into the columns.
  std::map<std::size_t, Row> const& irregular_rows() const { return irregular_rows_; }

 private:
  static constexpr AskedCriterion const* weight_of_rows() {
    if constexpr (requires { S::weight; })
      return &asked_criteria<S>[static_cast<std::size_t>(S::weight)];
    else
      return nullptr;
  }

  std::map<std::size_t, Row> irregular_rows_;
};

}  // namespace sievarr::filter
