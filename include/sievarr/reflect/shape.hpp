#pragma once

#include <sievarr/base/problem.hpp>

#include <concepts>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

namespace sievarr::reflect {

/// What a value that is written as one scalar looks like from outside. A value type says it once,
/// beside itself; messages, schemas and forms are made from it.
struct Shape {
  enum class Type : std::uint8_t { text, integer, number, boolean, nothing };

  Type type = Type::text;
  std::string_view expected;      ///< "a span of time such as 6h or 1h30m".
  std::string_view example = "";  ///< A text that the type reads.
  std::string_view pattern = "";  ///< ECMA-262, for schemas; empty where prose must do.
  std::string_view format = "";   ///< JSON Schema's word for it: "date", "uri".
  double min = -std::numeric_limits<double>::infinity();
  double max = std::numeric_limits<double>::infinity();
  bool secret = false;  ///< Never printed, compared or serialised.
};

/// A type that is written as one scalar: it says its shape and reads itself. One that may be
/// written again also has text().
template <class T>
concept Shaped = requires(std::string_view text) {
  { T::shape } -> std::convertible_to<Shape>;
  { T::read(text) } -> std::same_as<Result<T, Misfit>>;
};

template <class T>
concept Printable = Shaped<T> && requires(T const& value) {
  { value.text() } -> std::convertible_to<std::string>;
};

}  // namespace sievarr::reflect
