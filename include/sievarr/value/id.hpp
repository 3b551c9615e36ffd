#pragma once

#include <sievarr/base/number.hpp>
#include <sievarr/base/text.hpp>
#include <sievarr/reflect/misfit.hpp>

#include <cassert>
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace sievarr::value {

/// A number that names something of one kind: ids of different kinds do not mix. The default is
/// the id of nothing, which cannot be read.
template <class Kind>
class Id {
 public:
  static constexpr reflect::Shape shape{.type = reflect::Shape::Type::integer,
                                        .expected = "an id, a whole number from 1",
                                        .example = "82",
                                        .min = 1};

  constexpr Id() = default;
  explicit constexpr Id(std::int64_t number) : number_(number) { assert(number > 0); }

  static Result<Id, Misfit> read(std::string_view text) {
    text = trimmed(text);
    auto const number = to_integer(text);
    if (!number) return reflect::unreadable(shape, text);
    if (*number < 1) return reflect::out_of_range(shape, text);
    return Id{*number};
  }

  constexpr std::int64_t number() const { return number_; }
  std::string text() const { return to_text(number_); }

  auto operator<=>(Id const&) const = default;

 private:
  std::int64_t number_ = 0;
};

}  // namespace sievarr::value
