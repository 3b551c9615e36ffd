#pragma once

#include <sievarr/derive/redact.hpp>
#include <sievarr/document/node.hpp>

#include <string>
#include <vector>

namespace sievarr::derive {

/// One value that differs between two versions of the same thing. Secrets never show.
struct Change {
  std::string path;
  std::string before;  ///< Empty where there was nothing.
  std::string after;

  bool operator==(Change const&) const = default;
};

/// A node in the words of one line: `[Drama, Comedy]`, `{min: 7}`.
inline std::string one_line(document::Node const* node) {
  if (!node) return "";
  if (auto const* text = document::scalar(*node)) return text->text;
  std::string line;
  if (auto const* items = document::sequence(*node)) {
    for (auto const& item : *items) line.append(line.empty() ? "" : ", ").append(one_line(&item));
    return "[" + line + "]";
  }
  for (auto const& member : *document::mapping(*node)) {
    line.append(line.empty() ? "" : ", ").append(member.key).append(": ");
    line.append(one_line(&member.value));
  }
  return "{" + line + "}";
}

inline void compare(document::Node const* before, document::Node const* after,
                    std::string const& path, std::vector<Change>& changes) {
  auto const* old_members = before ? document::mapping(*before) : nullptr;
  auto const* new_members = after ? document::mapping(*after) : nullptr;
  if (!old_members || !new_members) {
    if (before && after && *before == *after) return;
    changes.push_back({path, one_line(before), one_line(after)});
    return;
  }
  auto const below = [&](std::string const& key) { return path.empty() ? key : path + "." + key; };
  for (auto const& member : *old_members)
    compare(&member.value, document::find(*after, member.key), below(member.key), changes);
  for (auto const& member : *new_members)
    if (!document::find(*before, member.key))
      compare(nullptr, &member.value, below(member.key), changes);
}

/// What a person would call changed between two values, in the order of the description.
template <class T>
std::vector<Change> difference(T const& before, T const& after) {
  std::vector<Change> changes;
  auto const old_node = redact(before);
  auto const new_node = redact(after);
  compare(&old_node, &new_node, "", changes);
  return changes;
}

}  // namespace sievarr::derive
