#pragma once

#include <sievarr/document/node.hpp>

#include <algorithm>

namespace sievarr::document {

bool same_meaning(Node const& a, Node const& b);

inline bool same_meaning(Member const& a, Member const& b) {
  return a.key == b.key && same_meaning(a.value, b.value);
}

/// Whether two trees have the same keys, texts and nulls in the same order. Quotes around a text
/// that means no null are a matter of taste.
inline bool same_meaning(Node const& a, Node const& b) {
  if (is_null(a) || is_null(b)) return is_null(a) && is_null(b);
  if (a.value.index() != b.value.index()) return false;
  auto const same = [](auto const& one, auto const& other) { return same_meaning(one, other); };
  if (auto const* items = sequence(a))
    return std::equal(items->begin(), items->end(), sequence(b)->begin(), sequence(b)->end(), same);
  if (auto const* members = mapping(a))
    return std::equal(members->begin(), members->end(), mapping(b)->begin(), mapping(b)->end(),
                      same);
  return scalar(a)->text == scalar(b)->text;
}

}  // namespace sievarr::document
