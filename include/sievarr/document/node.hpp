#pragma once

#include <sievarr/base/problem.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace sievarr::document {

/// Text as it was written. Whether `no` is Norway or false is up to the type that reads it; the
/// style only tells a plain null from a quoted "null".
struct Scalar {
  enum class Style : std::uint8_t { plain, quoted };

  std::string text;
  Style style = Style::plain;

  bool operator==(Scalar const&) const = default;
};

struct Member;
struct Node;
using Sequence = std::vector<Node>;
using Mapping = std::vector<Member>;

/// One value of a document, whoever wrote it, and where it stands. Aliases are already expanded.
struct Node {
  std::variant<Scalar, Sequence, Mapping> value;
  Place place = {};
};

/// A key and its value. Keys keep the order in which they were written.
struct Member {
  std::string key;
  Place key_place = {};
  Node value = {};
};

inline Scalar const* scalar(Node const& node) { return std::get_if<Scalar>(&node.value); }
inline Sequence const* sequence(Node const& node) { return std::get_if<Sequence>(&node.value); }
inline Mapping const* mapping(Node const& node) { return std::get_if<Mapping>(&node.value); }
inline Scalar* scalar(Node& node) { return std::get_if<Scalar>(&node.value); }
inline Sequence* sequence(Node& node) { return std::get_if<Sequence>(&node.value); }
inline Mapping* mapping(Node& node) { return std::get_if<Mapping>(&node.value); }

/// An absent value: nothing, ~ or null, not quoted.
inline bool is_null(Node const& node) {
  auto const* plain = scalar(node);
  if (!plain || plain->style != Scalar::Style::plain) return false;
  auto const& text = plain->text;
  return text.empty() || text == "~" || text == "null" || text == "Null" || text == "NULL";
}

/// The value under a key of a mapping, if there is one.
inline Node const* find(Node const& node, std::string_view key) {
  if (auto const* members = mapping(node)) {
    for (auto const& member : *members)
      if (member.key == key) return &member.value;
  }
  return nullptr;
}

inline Member* find_member(Node& node, std::string_view key) {
  if (auto* members = mapping(node)) {
    for (auto& member : *members)
      if (member.key == key) return &member;
  }
  return nullptr;
}

/// The same document apart from its places.
bool operator==(Node const& a, Node const& b);
inline bool operator==(Member const& a, Member const& b) {
  return a.key == b.key && a.value == b.value;
}
inline bool operator==(Node const& a, Node const& b) { return a.value == b.value; }

}  // namespace sievarr::document
