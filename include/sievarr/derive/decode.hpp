#pragma once

#include <sievarr/derive/decode/choice.hpp>
#include <sievarr/derive/decode/object.hpp>
#include <sievarr/derive/decode/scalar.hpp>
#include <sievarr/derive/decode/sequence.hpp>

#include <optional>
#include <utility>

namespace sievarr::derive {

/// Reads a node as whatever kind of type is wanted.
template <class T>
std::optional<T> decode_node(document::Node const& node, Findings& findings) {
  if constexpr (reflect::Scalar<T>) {
    return decode_scalar<T>(node, findings);
  } else if constexpr (reflect::Maybe<T>) {
    auto inner = decode_node<reflect::Inner<T>>(node, findings);
    if (!inner) return std::nullopt;
    return T{std::move(*inner)};
  } else if constexpr (reflect::List<T>) {
    return decode_list<T>(node, findings);
  } else if constexpr (reflect::Table<T>) {
    return decode_table<T>(node, findings);
  } else if constexpr (reflect::Choice<T>) {
    using Alternatives = reflect::Alternatives<T>;
    auto chosen = decode_choice(static_cast<Alternatives const*>(nullptr), node, findings);
    if (!chosen) return std::nullopt;
    return T{std::move(*chosen)};
  } else if constexpr (reflect::Shortened<T>) {
    if (document::mapping(node)) return decode_object<T>(node, findings);
    auto inner = decode_node<reflect::Shorthand<T>>(node, findings);
    if (!inner) return std::nullopt;
    T object{};
    object.*shorthand_of(reflect::Of<T>{}) = std::move(*inner);
    return object;
  } else {
    return decode_object<T>(node, findings);
  }
}

/// A document as a value: as much of it as can be read, and all problems at once.
template <class T>
Reading<T> decode(document::Node const& node) {
  Findings findings;
  auto value = decode_node<T>(node, findings);
  return {value ? std::move(*value) : T{}, findings.take()};
}

}  // namespace sievarr::derive
