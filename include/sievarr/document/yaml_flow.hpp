#pragma once

#include <sievarr/document/node.hpp>
#include <sievarr/document/yaml_scalar.hpp>

#include <string>

namespace sievarr::document {

/// A tree on one line, between brackets where it has parts.
inline std::string yaml_flow(Node const& node);

inline std::string yaml_flow(Member const& member) {
  return yaml_key(member.key, YamlContext::flow) + ": " + yaml_flow(member.value);
}

template <class Parts>
std::string yaml_flow_parts(Parts const& parts) {
  std::string text;
  for (auto const& part : parts) text += (text.empty() ? "" : ", ") + yaml_flow(part);
  return text;
}

inline std::string yaml_flow(Node const& node) {
  if (auto const* items = sequence(node)) return "[" + yaml_flow_parts(*items) + "]";
  if (auto const* members = mapping(node)) return "{" + yaml_flow_parts(*members) + "}";
  return yaml_scalar(*scalar(node), YamlContext::flow);
}

}  // namespace sievarr::document
