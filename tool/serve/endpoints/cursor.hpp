#pragma once

#include <sievarr/api/shows.hpp>
#include <sievarr/filter/columns/table.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sievarr::serve {

/// A place in an order: a show's number, and what it is sorted by. "44933", "44933:8.4",
/// "44933:severance"; a show without a value has nothing behind the colon.
struct Cursor {
  std::int64_t id = 0;
  std::optional<double> number = {};
  std::string title = {};

  static std::optional<Cursor> read(std::string_view text, api::ShowOrder by);
  std::string text(api::ShowOrder by) const;
};

/// An order of shows. Those without a value come last, whichever way it goes.
class Order {
 public:
  Order(filter::Table const& table, api::ShowOrder by, api::Direction direction);

  /// Whether it is the order in which a table has its rows by id.
  bool is_by_id() const { return by_ == api::ShowOrder::id && sign_ > 0; }
  bool comes_before(std::uint32_t a, std::uint32_t b) const;
  bool is_behind(std::uint32_t row, Cursor const& place) const;
  Cursor cursor_at(std::uint32_t row) const;

 private:
  std::optional<double> number_of(std::uint32_t row) const;
  std::optional<double> number_of(Show const& show) const;
  /// Below zero where the first comes first.
  int compared(std::optional<double> a, std::optional<double> b) const;

  filter::Table const& table_;
  api::ShowOrder by_;
  int sign_;
  std::vector<std::optional<double>> of_code_;  ///< For columns of codes: what each stands for.
  std::vector<std::uint16_t> const* column_ = nullptr;
};

}  // namespace sievarr::serve
