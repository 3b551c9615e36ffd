#pragma once

#include <sievarr/base/number.hpp>
#include <sievarr/base/problem.hpp>
#include <sievarr/base/stable_sort.hpp>
#include <sievarr/document/node.hpp>
#include <sievarr/document/path.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace sievarr::document {

/// A value that takes back what lower layers say, so that the default counts. No document can
/// write it: a plain text holds no zero byte.
inline Node reset(Place place) {
  return {.value = Scalar{.text = std::string(1, '\0')}, .place = std::move(place)};
}

inline bool is_reset(Node const& node) {
  auto const* found = scalar(node);
  return found && found->style == Scalar::Style::plain && found->text == std::string_view("\0", 1);
}

/// The number that a key writes, when it stands for the place of an item.
inline std::optional<std::size_t> index_of(std::string_view key) {
  auto const number = key.size() < 7 ? to_integer(key) : std::nullopt;
  auto const is_plain = number && *number >= 0 && std::to_string(*number) == key;
  return is_plain ? std::optional(static_cast<std::size_t>(*number)) : std::nullopt;
}

/// Whether a mapping says something about single items of a list: {"0": ..., "1": ...}.
inline bool names_items(Mapping const& members) {
  return !members.empty() && std::all_of(members.begin(), members.end(), [](Member const& member) {
    return index_of(member.key).has_value();
  });
}

/// Lays one tree over another.
class Merge {
 public:
  Reading<Node> of(Node lower, Node upper) && {
    auto merged = over(std::move(lower), std::move(upper));
    if (is_reset(merged)) merged.value = Mapping{};
    return {.value = std::move(merged), .problems = std::move(problems_)};
  }

 private:
  Node over(Node lower, Node upper) {
    auto* above = mapping(upper);
    if (!above) return upper;
    if (names_items(*above)) return items_over(std::move(lower), std::move(upper));
    if (mapping(lower)) return members_over(std::move(lower), std::move(*above));
    if (is_list_of_mappings(lower)) return only_item_over(std::move(lower), std::move(upper));
    return members_over({.value = Mapping{}, .place = upper.place}, std::move(*above));
  }

  Node members_over(Node lower, Mapping above) {
    auto& members = *mapping(lower);
    for (auto& member : above) {
      trail_.emplace_back(member.key);
      auto const found = std::find_if(members.begin(), members.end(),
                                      [&](Member const& each) { return each.key == member.key; });
      if (is_reset(member.value)) {
        if (found != members.end()) members.erase(found);
      } else if (found != members.end()) {
        // Whoever says the whole value also wrote the key of it.
        if (!mapping(member.value)) found->key_place = member.key_place;
        found->value = over(std::move(found->value), std::move(member.value));
      } else {
        member.value = over({.value = {}, .place = member.value.place}, std::move(member.value));
        members.push_back(std::move(member));
      }
      trail_.pop_back();
    }
    return lower;
  }

  /// Changes single items of a list; one mapping counts as a list of one.
  Node items_over(Node lower, Node upper) {
    auto const was_mapping = mapping(lower) && !mapping(lower)->empty();
    auto items = sequence(lower) ? std::move(*sequence(lower)) : Sequence{};
    if (was_mapping) items.push_back(lower);
    auto& above = *mapping(upper);
    sievarr::stable_sort(
        above, [](Member const& a, Member const& b) { return index_of(a.key) < index_of(b.key); });
    for (auto& member : above) {
      auto const at = *index_of(member.key);
      trail_.emplace_back(at);
      if (at > items.size())
        report(member.key_place, "there is no item " + std::to_string(items.size()) +
                                     " in front of it; number them from 0 without a gap");
      if (at >= items.size()) items.push_back({.value = {}, .place = member.value.place});
      auto& item = items[std::min(at, items.size() - 1)];
      item = over(std::move(item), std::move(member.value));
      trail_.pop_back();
    }
    items.erase(std::remove_if(items.begin(), items.end(), is_reset), items.end());
    if (was_mapping && items.size() == 1) return std::move(items.front());
    return {.value = std::move(items), .place = sequence(lower) ? lower.place : upper.place};
  }

  static bool is_list_of_mappings(Node const& node) {
    auto const* items = sequence(node);
    return items && !items->empty() && mapping(items->front());
  }

  /// What is said about one where there are several is said about nobody.
  Node only_item_over(Node lower, Node upper) {
    auto& items = *sequence(lower);
    if (items.size() == 1) {
      items.front() = over(std::move(items.front()), std::move(upper));
      return lower;
    }
    auto const& first = mapping(upper)->empty() ? upper.place : mapping(upper)->front().key_place;
    report(first, "there are " + std::to_string(items.size()) + " of them; say which one is meant");
    return lower;
  }

  void report(Place place, std::string message) {
    problems_.push_back({.place = std::move(place),
                         .path = to_text(trail_),
                         .message = std::move(message),
                         .code = "ambiguous-override",
                         .fix = {}});
  }

  Path trail_;
  Problems problems_;
};

/// The lower tree with what the upper one says laid over it: mappings merge by key, all else is
/// replaced, and each value keeps the place that it came from. A mapping whose keys are numbers
/// changes single items of a list; a reset takes its key away.
inline Reading<Node> merge(Node lower, Node upper) {
  return Merge().of(std::move(lower), std::move(upper));
}

}  // namespace sievarr::document
