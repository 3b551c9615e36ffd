#pragma once

#include <sievarr/base/stable_sort.hpp>
#include <sievarr/document/node.hpp>
#include <sievarr/document/path.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <variant>

namespace sievarr::document {

/// Calls change(node) for the value at a path, and for all copies of it that aliases made: they
/// stand at the same place.
template <class Change>
void change_copies(Node& node, Node const& original, Change const& change) {
  auto const is_copy = node.place == original.place && node.value.index() == original.value.index();
  if (auto* items = sequence(node))
    for (auto& item : *items) change_copies(item, original, change);
  if (auto* members = mapping(node))
    for (auto& member : *members) change_copies(member.value, original, change);
  if (is_copy) change(node);
}

/// The value at a path of a tree that may be changed, if there is one.
inline Node* find_to_change(Node& node, Path const& path) {
  auto* found = &node;
  for (auto const& step : path) {
    auto const* key = std::get_if<std::string>(&step);
    if (key) {
      auto* member = find_member(*found, *key);
      found = member ? &member->value : nullptr;
    } else {
      auto* items = sequence(*found);
      auto const index = std::get<std::size_t>(step);
      found = items && index < items->size() ? &(*items)[index] : nullptr;
    }
    if (!found) return nullptr;
  }
  return found;
}

/// A tree with the keys of each mapping in alphabetical order: merge keys put what they bring
/// behind all others, wherever they stand.
inline Node in_key_order(Node node) {
  if (auto* items = sequence(node))
    for (auto& item : *items) item = in_key_order(std::move(item));
  if (auto* members = mapping(node)) {
    for (auto& member : *members) member.value = in_key_order(std::move(member.value));
    sievarr::stable_sort(*members, [](Member const& a, Member const& b) { return a.key < b.key; });
  }
  return node;
}

}  // namespace sievarr::document
