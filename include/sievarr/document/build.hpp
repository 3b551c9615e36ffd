#pragma once

#include <sievarr/document/node.hpp>

#include <string>
#include <string_view>
#include <utility>

/// Documents that the program itself makes.
namespace sievarr::document {

/// A text, which stays one however it looks.
inline Node text_node(std::string_view text) {
  return {.value = Scalar{std::string{text}, Scalar::Style::quoted}};
}

/// A number, true, false or null, written as it is.
inline Node plain_node(std::string_view text) { return {.value = Scalar{std::string{text}}}; }

inline Node list_node(Sequence items) { return {.value = std::move(items)}; }
inline Node object_node(Mapping members) { return {.value = std::move(members)}; }

inline Member member(std::string_view key, Node value) {
  return {.key = std::string{key}, .key_place = {}, .value = std::move(value)};
}

/// Adds a member behind those of a mapping.
inline void set(Node& object, std::string_view key, Node value) {
  mapping(object)->push_back(member(key, std::move(value)));
}

}  // namespace sievarr::document
