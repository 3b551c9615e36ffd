#pragma once

#include <sievarr/base/number.hpp>
#include <sievarr/document/node.hpp>

#include <algorithm>
#include <functional>
#include <string>
#include <utility>

namespace sievarr::test {

/// What a reader of an older version misses in a newer document, a line each. Objects and lists of
/// words may grow, parameters are known by their names; all else stays. Paths that are passed over
/// are not looked into.
class Missing {
 public:
  using Passed = std::function<bool(std::string const& key)>;

  explicit Missing(Passed passed) : passed_(std::move(passed)) {}

  std::string of(document::Node const& older, document::Node const& newer) {
    lines_.clear();
    compare(older, newer, "");
    return lines_;
  }

 private:
  void compare(document::Node const& older, document::Node const& newer, std::string const& path) {
    if (auto const* const members = document::mapping(older)) return fields(*members, newer, path);
    if (auto const* const items = document::sequence(older)) return list(*items, newer, path);
    auto const* const now = document::scalar(newer);
    if (now == nullptr || now->text != document::scalar(older)->text) miss(path);
  }

  void fields(document::Mapping const& older, document::Node const& newer,
              std::string const& path) {
    for (auto const& member : older) {
      if (passed_(member.key)) continue;
      auto const below = path + "/" + member.key;
      auto const* const found = document::find(newer, member.key);
      if (found == nullptr)
        miss(below);
      else
        compare(member.value, *found, below);
    }
  }

  void list(document::Sequence const& older, document::Node const& newer, std::string const& path) {
    auto const* const items = document::sequence(newer);
    if (items == nullptr) return miss(path);
    bool const words = std::all_of(older.begin(), older.end(), [](document::Node const& item) {
      return document::scalar(item);
    });
    for (std::size_t at = 0; at < older.size(); ++at) {
      auto const below = path + "/" + to_text(at);
      if (words && std::find(items->begin(), items->end(), older[at]) == items->end()) miss(below);
      if (words) continue;
      auto const* const now = same_item(older[at], *items, at);
      if (now == nullptr)
        miss(below);
      else
        compare(older[at], *now, below);
    }
  }

  /// Parameters of a request may stand in any order.
  static document::Node const* same_item(document::Node const& older,
                                         document::Sequence const& newer, std::size_t at) {
    auto const* const name = document::find(older, "name");
    if (name == nullptr || document::find(older, "in") == nullptr)
      return at < newer.size() ? &newer[at] : nullptr;
    for (auto const& item : newer) {
      auto const* const found = document::find(item, "name");
      if (found != nullptr && document::scalar(*found)->text == document::scalar(*name)->text)
        return &item;
    }
    return nullptr;
  }

  void miss(std::string const& path) { lines_ += path + "\n"; }

  Passed passed_;
  std::string lines_;
};

}  // namespace sievarr::test
