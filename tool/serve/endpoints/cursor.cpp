#include "cursor.hpp"

#include <sievarr/base/number.hpp>
#include <sievarr/filter/browse/sort_keys.hpp>

#include <algorithm>

namespace sievarr::serve {
namespace {

using api::ShowOrder;

/// The heading of a table that an order goes by; none for what is in no column of codes.
std::optional<filter::SortBy> heading_of(ShowOrder by) {
  switch (by) {
    case ShowOrder::premiered: return filter::SortBy::premiered;
    case ShowOrder::ended: return filter::SortBy::ended;
    case ShowOrder::rating: return filter::SortBy::rating;
    case ShowOrder::runtime: return filter::SortBy::runtime;
    case ShowOrder::popularity: return filter::SortBy::popularity;
    default: return std::nullopt;
  }
}

/// The highest code that a column holds.
std::size_t most_code(std::vector<std::uint16_t> const& column) {
  return column.empty() ? 0 : *std::max_element(column.begin(), column.end());
}

}  // namespace

std::optional<Cursor> Cursor::read(std::string_view text, ShowOrder by) {
  auto const colon = text.find(':');
  auto const id = to_integer(text.substr(0, colon));
  if (!id) return std::nullopt;
  Cursor cursor{.id = *id};
  if (by == ShowOrder::id) return colon == text.npos ? std::optional(cursor) : std::nullopt;
  if (colon == text.npos) return std::nullopt;
  auto const value = text.substr(colon + 1);
  if (by == ShowOrder::title) {
    cursor.title = std::string(value);
  } else if (!value.empty()) {
    cursor.number = to_double(value);
    if (!cursor.number) return std::nullopt;
  }
  return cursor;
}

std::string Cursor::text(ShowOrder by) const {
  auto const text = to_text(id);
  if (by == ShowOrder::id) return text;
  return text + ":" + (number ? to_text(*number) : title);
}

Order::Order(filter::Table const& table, ShowOrder by, api::Direction direction)
    : table_(table), by_(by), sign_(direction == api::Direction::ascending ? 1 : -1) {
  auto const heading = heading_of(by);
  if (!heading) return;
  // What a code stands for is worked out once for all rows that have it.
  column_ = &table.column(*filter::column_of(*heading));
  of_code_.resize(most_code(*column_) + 1);
  std::vector<bool> known(of_code_.size());
  for (std::size_t row = 0; row < table.size(); ++row) {
    auto const code = (*column_)[row];
    if (known[code] || table.is_irregular(row)) continue;
    known[code] = true;
    of_code_[code] = number_of(table.at(row));
  }
}

std::optional<double> Order::number_of(Show const& show) const {
  if (auto const heading = heading_of(by_)) return filter::sorted_number(*heading, show);
  return static_cast<double>(by_ == ShowOrder::updated ? show.updated : show.id);
}

std::optional<double> Order::number_of(std::uint32_t row) const {
  if (by_ == ShowOrder::id || by_ == ShowOrder::title)
    return static_cast<double>(table_.ids()[row]);
  if (auto const whole = table_.irregular_rows().find(row); whole != table_.irregular_rows().end())
    return number_of(whole->second);
  if (by_ == ShowOrder::updated) return static_cast<double>(filter::updates(table_)[row]);
  return of_code_[(*column_)[row]];
}

int Order::compared(std::optional<double> a, std::optional<double> b) const {
  if (!a || !b) return static_cast<int>(b.has_value()) - static_cast<int>(a.has_value());
  if (*a == *b) return 0;
  return *a < *b ? -sign_ : sign_;
}

bool Order::comes_before(std::uint32_t a, std::uint32_t b) const {
  int order = 0;
  if (by_ == ShowOrder::title)
    order = sign_ * table_.folded_titles()[a].compare(table_.folded_titles()[b]);
  else
    order = compared(number_of(a), number_of(b));
  return order != 0 ? order < 0 : table_.ids()[a] < table_.ids()[b];
}

bool Order::is_behind(std::uint32_t row, Cursor const& place) const {
  auto const id = table_.ids()[row];
  if (by_ == ShowOrder::id) return sign_ > 0 ? id > place.id : id < place.id;
  int const order = by_ == ShowOrder::title
                        ? sign_ * table_.folded_titles()[row].compare(place.title)
                        : compared(number_of(row), place.number);
  return order != 0 ? order > 0 : id > place.id;
}

Cursor Order::cursor_at(std::uint32_t row) const {
  Cursor cursor{.id = table_.ids()[row]};
  if (by_ == ShowOrder::title) cursor.title = std::string(table_.folded_titles()[row]);
  if (by_ != ShowOrder::title && by_ != ShowOrder::id) cursor.number = number_of(row);
  return cursor;
}

}  // namespace sievarr::serve
