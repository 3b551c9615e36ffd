#pragma once

#include <sievarr/derive/decode/object.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>
#include <variant>

namespace sievarr::derive {

/// One more than the keys of a mapping that are known; 0 for anything else.
inline std::size_t known_keys(document::Node const& node, FieldReaders fields) {
  auto const* members = document::mapping(node);
  if (!members) return 0;
  auto const known = std::count_if(members->begin(), members->end(), [&](auto const& member) {
    return find_field(fields, member.key) != nullptr;
  });
  return 1 + static_cast<std::size_t>(known);
}

/// How well the writing of a node fits a type: 0 not at all, then by the keys that it knows.
template <class T>
std::size_t fit(document::Node const& node) {
  if constexpr (reflect::Scalar<T>) {
    return document::scalar(node) ? 1 : 0;
  } else if constexpr (reflect::List<T>) {
    return document::sequence(node) ? 1 : 0;
  } else if constexpr (reflect::Described<T>) {
    return known_keys(node, readers_of<T>());
  } else {
    return document::mapping(node) ? 1 : 0;
  }
}

template <class... Ts>
std::string expected_of(std::variant<Ts...> const*) {
  std::string text;
  auto const add = [&](std::string_view word) {
    if (text.find(word) != std::string::npos) return;
    text.append(text.empty() ? "" : " or ").append(word);
  };
  auto const name = [&]<class T>(T const*) {
    if constexpr (reflect::Scalar<T>)
      add(reflect::ScalarOf<T>::shape.expected);
    else
      add(reflect::List<T> ? "a list" : "a mapping");
  };
  (name(static_cast<Ts const*>(nullptr)), ...);
  return text;
}

/// The alternative that the writing fits best is the one that was meant; the first of equals.
template <class... Ts>
std::optional<std::variant<Ts...>> decode_choice(std::variant<Ts...> const* type,
                                                 document::Node const& node, Findings& findings) {
  std::size_t const fits[] = {fit<Ts>(node)...};
  auto const best = std::max_element(std::begin(fits), std::end(fits));
  if (*best == 0) {
    findings.add(node.place,
                 {"bad-type", "expected " + expected_of(type) + ", got " + named(node)});
    return std::nullopt;
  }
  std::optional<std::variant<Ts...>> chosen;
  auto const choose = [&]<class T>(T const*, std::size_t index) {
    if (index != static_cast<std::size_t>(best - std::begin(fits))) return;
    if (auto value = decode_node<T>(node, findings)) chosen = std::move(*value);
  };
  std::size_t index = 0;
  (choose(static_cast<Ts const*>(nullptr), index++), ...);
  return chosen;
}

}  // namespace sievarr::derive
