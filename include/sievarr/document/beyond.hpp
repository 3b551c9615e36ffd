#pragma once

#include <sievarr/document/node.hpp>
#include <sievarr/document/same_meaning.hpp>

#include <utility>

namespace sievarr::document {

/// Whether nothing is in it: a null, or an empty list or mapping.
inline bool holds_nothing(Node const& node) {
  auto const* items = sequence(node);
  auto const* members = mapping(node);
  return is_null(node) || (items && items->empty()) || (members && members->empty());
}

/// What a document says beyond another: its members that differ from the other's, and nothing that
/// is empty. The items of a list are all kept.
inline Node beyond(Node const& node, Node const& other) {
  if (auto const* items = sequence(node)) {
    Sequence kept;
    for (auto const& item : *items) kept.push_back(beyond(item, {}));
    return {.value = std::move(kept)};
  }
  auto const* members = mapping(node);
  if (!members) return node;
  Mapping kept;
  for (auto const& member : *members) {
    auto const* known = find(other, member.key);
    if (known && same_meaning(member.value, *known)) continue;
    auto more = member;
    more.value = beyond(member.value, known ? *known : Node{});
    if (!holds_nothing(more.value)) kept.push_back(std::move(more));
  }
  return {.value = std::move(kept)};
}

}  // namespace sievarr::document
