#pragma once

#include <sievarr/derive/decode/findings.hpp>
#include <sievarr/reflect/kind.hpp>

#include <optional>

namespace sievarr::derive {

template <class T>
std::optional<T> decode_node(document::Node const& node, Findings& findings);

/// A scalar where a list belongs is refused with the list that was probably meant.
inline void refuse_scalar_for_list(document::Node const& node, Findings& findings) {
  Misfit misfit{"bad-type", "expected a list, got " + named(node)};
  auto const* text = document::scalar(node);
  if (text && !document::is_null(node) &&
      text->text.find_first_of("[]{},:#\n") == std::string::npos)
    misfit.instead = "[" + text->text + "]";
  findings.add(node.place, std::move(misfit));
}

/// All items that can be read; the others leave a problem each.
template <reflect::List T>
std::optional<T> decode_list(document::Node const& node, Findings& findings) {
  using Item = typename T::value_type;
  T list;
  auto const* items = document::sequence(node);
  if (!items) {
    if (reflect::OneOrMany<T> && document::mapping(node)) {
      if (auto one = decode_node<Item>(node, findings)) list.push_back(std::move(*one));
      return list;
    }
    refuse_scalar_for_list(node, findings);
    return std::nullopt;
  }
  for (std::size_t i = 0; i < items->size(); ++i) {
    Findings::Step const step(findings, i);
    if (auto item = decode_node<Item>((*items)[i], findings)) list.push_back(std::move(*item));
  }
  return list;
}

}  // namespace sievarr::derive
