#pragma once

#include <sievarr/document/path.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sievarr::editor {

/// What may stand where in a config, found by walking its JSON Schema.
class Schema {
 public:
  using Node = document::Node;
  using Ways = std::vector<Node const*>;  ///< What a value may be; any of these.

  explicit Schema(Node root) : root_(std::move(root)) {}

  /// What is said about the value at a path; nothing where no such value may stand.
  Ways at(document::Path const& path) const {
    Ways ways{&root_};
    for (auto const& step : path) {
      Ways below;
      for (auto const* way : alternatives(ways))
        if (auto const* next = below_one(*way, step)) below.push_back(next);
      ways = std::move(below);
    }
    return ways;
  }

  /// The same with references followed and choices laid open.
  Ways alternatives(Ways const& ways) const {
    Ways all;
    for (auto const* way : ways) lay_open(*way, all);
    return all;
  }

  static std::string_view text(Node const& node, std::string_view key) {
    auto const* found = document::find(node, key);
    auto const* words = found ? document::scalar(*found) : nullptr;
    return words ? std::string_view{words->text} : std::string_view{};
  }

  /// Whether something is of a JSON type, perhaps among others.
  static bool is(Node const& way, std::string_view type) {
    auto const* types = document::find(way, "type");
    if (!types) return false;
    if (auto const* one = document::scalar(*types)) return one->text == type;
    for (auto const& each : *document::sequence(*types))
      if (document::scalar(each)->text == type) return true;
    return false;
  }

 private:
  Node const* below_one(Node const& way, document::Path::value_type const& step) const {
    if (std::holds_alternative<std::size_t>(step)) return document::find(way, "items");
    auto const* properties = document::find(way, "properties");
    auto const* named =
        properties ? document::find(*properties, std::get<std::string>(step)) : nullptr;
    if (named) return named;
    auto const* others = document::find(way, "additionalProperties");
    return others && document::mapping(*others) ? others : nullptr;
  }

  void lay_open(Node const& way, Ways& all) const {
    constexpr std::string_view home = "#/$defs/";
    if (auto const reference = text(way, "$ref"); !reference.empty()) {
      auto const* definitions = document::find(root_, "$defs");
      if (auto const* found = document::find(*definitions, reference.substr(home.size())))
        lay_open(*found, all);
    } else if (auto const* choices = document::find(way, "anyOf")) {
      for (auto const& choice : *document::sequence(*choices)) lay_open(choice, all);
    } else {
      all.push_back(&way);
    }
  }

  Node root_;
};

}  // namespace sievarr::editor
