#pragma once

#include <sievarr/reflect/describe.hpp>

#include <algorithm>
#include <cstdint>

namespace sievarr::filter {

/// Kleene's three values. Catalogues are full of holes; a line may decline to answer, never guess.
/// In this order "and" is the smaller, "or" the greater, "not" the mirror image.
BOOST_DEFINE_ENUM_CLASS(Answer, no, unknown, yes)

constexpr Answer both(Answer a, Answer b) { return std::min(a, b); }
constexpr Answer either(Answer a, Answer b) { return std::max(a, b); }
constexpr Answer opposite(Answer a) { return static_cast<Answer>(2 - static_cast<int>(a)); }
constexpr Answer answer_of(bool holds) { return holds ? Answer::yes : Answer::no; }

}  // namespace sievarr::filter
