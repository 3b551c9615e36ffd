#pragma once

#include <sievarr/base/closest.hpp>
#include <sievarr/derive/decode/findings.hpp>
#include <sievarr/reflect/kind.hpp>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sievarr::derive {

template <class T>
std::optional<T> decode_node(document::Node const& node, Findings& findings);

/// The names of the fields of T as people write them.
template <reflect::Described T>
std::vector<std::string_view> field_names() {
  std::vector<std::string_view> names;
  reflect::for_each_field<T>([&](auto field) { names.push_back(field.name); });
  return names;
}

template <reflect::Described T>
void report_unknown_keys(document::Mapping const& members, Findings& findings) {
  auto const names = field_names<T>();
  for (auto const& member : members) {
    if (std::find(names.begin(), names.end(), member.key) != names.end()) continue;
    Misfit misfit{"unknown-key", "unknown key " + quoted(member.key)};
    if (auto const near = closest(member.key, names)) misfit.instead = *near;
    findings.add(member.key_place, std::move(misfit));
  }
}

/// A sentence as an aside: " (Title on the cover)".
inline std::string in_brackets(std::string_view sentence) {
  if (sentence.ends_with('.')) sentence.remove_suffix(1);
  return sentence.empty() ? "" : " (" + std::string{sentence} + ")";
}

inline void report_empty(document::Member const& member, Findings& findings) {
  Findings::Step const step(findings, member.key);
  findings.add(member.key_place,
               {"empty-value", "has no value and is left out", {}, Severity::hint});
}

template <class Field, class T>
void decode_field(Field field, document::Member const& member, T& object, Findings& findings) {
  Findings::Step const step(findings, field.name);
  if (auto value = decode_node<typename Field::Value>(member.value, findings))
    field.in(object) = std::move(*value);
}

/// A mapping, field by field. What cannot be read keeps its default and leaves a problem.
template <reflect::Described T>
std::optional<T> decode_object(document::Node const& node, Findings& findings) {
  auto const* members = document::mapping(node);
  if (!members) {
    findings.add(node.place, {"bad-type", "expected a mapping, got " + named(node)});
    return std::nullopt;
  }
  T object{};
  report_unknown_keys<T>(*members, findings);
  reflect::for_each_field<T>([&](auto field) {
    auto const member = std::find_if(members->begin(), members->end(),
                                     [&](auto const& each) { return each.key == field.name; });
    bool const written = member != members->end();
    if (written && !document::is_null(member->value)) {
      decode_field(field, *member, object, findings);
    } else if (field.required) {
      Findings::Step const step(findings, field.name);
      findings.add(node.place, {"missing-key", "is required" + in_brackets(field.text)});
    } else if (written) {
      report_empty(*member, findings);
    }
  });
  return object;
}

/// Names that the author chose, each with a value.
template <reflect::Table T>
std::optional<T> decode_table(document::Node const& node, Findings& findings) {
  auto const* members = document::mapping(node);
  if (!members) {
    findings.add(node.place, {"bad-type", "expected a mapping, got " + named(node)});
    return std::nullopt;
  }
  T table;
  for (auto const& member : *members) {
    Findings::Step const step(findings, member.key);
    if (auto value = decode_node<typename T::mapped_type>(member.value, findings))
      table.emplace(member.key, std::move(*value));
  }
  return table;
}

}  // namespace sievarr::derive
