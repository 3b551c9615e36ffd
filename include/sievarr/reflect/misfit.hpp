#pragma once

#include <sievarr/base/number.hpp>
#include <sievarr/base/problem.hpp>
#include <sievarr/base/text.hpp>
#include <sievarr/reflect/shape.hpp>

#include <cmath>
#include <string>
#include <string_view>
#include <utility>

namespace sievarr::reflect {

/// What was found instead of something expected: got "soon".
inline std::string got(std::string_view text) {
  return text.empty() ? "got nothing" : "got " + quoted(text);
}

/// The text is nothing of this shape at all.
inline Misfit unreadable(Shape const& shape, std::string_view text, std::string instead = {}) {
  return {"bad-type", "expected " + std::string{shape.expected} + ", " + got(text),
          std::move(instead)};
}

/// The bounds of a shape in words: between 1 and 1000.
inline std::string bounds(Shape const& shape) {
  if (std::isinf(shape.max)) return "at least " + to_text(shape.min);
  if (std::isinf(shape.min)) return "at most " + to_text(shape.max);
  return "between " + to_text(shape.min) + " and " + to_text(shape.max);
}

/// The text is a number, but none that the shape allows.
inline Misfit out_of_range(Shape const& shape, std::string_view number) {
  auto shown = std::string{number.substr(0, 40)};
  if (number.size() > shown.size()) shown += "…";
  return {"out-of-range", "must be " + bounds(shape) + ", got " + shown};
}

}  // namespace sievarr::reflect
