#pragma once

#include <sievarr/config/config.hpp>
#include <sievarr/derive/leaves.hpp>
#include <sievarr/document/node.hpp>
#include <sievarr/document/path.hpp>

#include <cstddef>
#include <map>
#include <string>

namespace sievarr::config {

/// How many items each list of one or many has, by its path: {"sonarr": 2}. What is written without
/// a list, or not at all, is one.
using ItemCounts = std::map<std::string, std::size_t>;

inline std::size_t count_in(ItemCounts const& counts, std::string const& list) {
  auto const found = counts.find(list);
  return found == counts.end() ? 1 : found->second;
}

/// The counts of every list that has a value to set.
inline ItemCounts item_counts(document::Node const& document) {
  ItemCounts counts;
  for (auto const& leaf : derive::leaves<Config>()) {
    if (leaf.many.empty() || counts.count(leaf.many) > 0) continue;
    auto const path = document::read_path(leaf.many);
    auto const* const list = path ? document::find(document, *path) : nullptr;
    auto const* const items = list ? document::sequence(*list) : nullptr;
    counts.emplace(leaf.many, items ? items->size() : 1);
  }
  return counts;
}

}  // namespace sievarr::config
