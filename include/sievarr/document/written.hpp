#pragma once

#include <sievarr/document/node.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace sievarr::filter {

/// Whether somebody wrote nothing there: null, an empty list, or keys with nothing behind them.
/// What could not be read is not nothing.
inline bool says_nothing(document::Node const& node) {
  if (document::scalar(node)) return document::is_null(node);
  if (auto const* items = document::sequence(node)) return items->empty();
  auto const& members = *document::mapping(node);
  return std::all_of(members.begin(), members.end(),
                     [](auto const& member) { return says_nothing(member.value); });
}

/// A value of the document together with its path, for walking the two side by side. A value that
/// nobody wrote has no node and keeps the place of what it is missing from.
struct Written {
  document::Node const* node = nullptr;
  std::string path = {};
  Place place = {};

  explicit operator bool() const { return node != nullptr; }

  /// The value under a key; its place is that of the key.
  Written at(std::string_view key) const {
    Written below{.node = nullptr, .path = path, .place = place};
    if (!below.path.empty()) below.path += '.';
    below.path += key;
    auto const* members = node ? document::mapping(*node) : nullptr;
    if (!members) return below;
    for (auto const& member : *members) {
      if (member.key != key) continue;
      below.node = &member.value;
      below.place = member.key_place;
    }
    return below;
  }

  /// The item with an index; its place is its own.
  Written at(std::size_t index) const {
    Written below{.node = nullptr, .path = path, .place = place};
    below.path.append("[").append(std::to_string(index)).append("]");
    auto const* items = node ? document::sequence(*node) : nullptr;
    if (items && index < items->size()) {
      below.node = &(*items)[index];
      below.place = below.node->place;
    }
    return below;
  }

  Problem problem(std::string_view code, std::string message,
                  Severity severity = Severity::error) const {
    return {.place = place,
            .path = path,
            .message = std::move(message),
            .code = code,
            .severity = severity,
            .fix = {}};
  }
};

}  // namespace sievarr::filter
