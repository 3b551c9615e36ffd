#pragma once

#include <sievarr/base/text.hpp>
#include <sievarr/reflect/shape.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace sievarr::value {

/// A value that is written as null, for the few places where leaving it out would not do.
struct Null {
  static constexpr reflect::Shape shape{.type = reflect::Shape::Type::nothing,
                                        .expected = "nothing"};

  static Result<Null, Misfit> read(std::string_view text) {
    if (text == "null") return Null{};
    return Misfit{"bad-type", "expected nothing, got " + quoted(text)};
  }
  std::string text() const { return "null"; }

  bool operator==(Null const&) const = default;
};

template <class T>
using OrNull = std::variant<Null, T>;

/// An absent value as null.
template <class T>
OrNull<T> or_null(std::optional<T> const& value) {
  if (value) return *value;
  return Null{};
}

}  // namespace sievarr::value
