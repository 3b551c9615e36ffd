#pragma once

#include <sievarr/document/node.hpp>

#include <string>
#include <string_view>
#include <utility>

namespace sievarr::filter {

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
