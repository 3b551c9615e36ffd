#pragma once

#include <sievarr/base/closest.hpp>
#include <sievarr/derive/decode/findings.hpp>
#include <sievarr/document/behind.hpp>
#include <sievarr/reflect/kind.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sievarr::derive {

template <class T>
std::optional<T> decode_node(document::Node const& node, Findings& findings);

/// How one field of some described type is read. The types are gone here: what is said about the
/// fields of a mapping is compiled once, not once for each type that has fields.
struct FieldReader {
  std::string_view name;
  std::string_view text;
  bool required = false;
  void (*read)(void* object, document::Node const& node, Findings& findings) = nullptr;
};

/// Reads a value into its member; one that cannot be read keeps its default. Compiled once for each
/// type of value, not once for each field.
template <class Value>
void read_member(Value& member, document::Node const& node, Findings& findings) {
  if (auto value = decode_node<Value>(node, findings)) member = std::move(*value);
}

template <reflect::Described T>
constexpr std::size_t field_count() {
  std::size_t count = 0;
  reflect::for_each_field<T>([&](auto) { ++count; });
  return count;
}

template <reflect::Described T>
constexpr auto field_readers() {
  std::array<FieldReader, field_count<T>()> readers{};
  std::size_t next = 0;
  reflect::for_each_field<T>([&](auto field) {
    using Field = decltype(field);
    readers[next++] = {field.name, field.text, field.required,
                       [](void* object, document::Node const& node, Findings& findings) {
                         read_member<typename Field::Value>(Field{}.in(*static_cast<T*>(object)),
                                                            node, findings);
                       }};
  });
  return readers;
}

using FieldReaders = std::span<FieldReader const>;

template <reflect::Described T>
FieldReaders readers_of() {
  static constexpr auto readers = field_readers<T>();
  return readers;
}

/// The field of that name as people write it.
inline FieldReader const* find_field(FieldReaders fields, std::string_view name) {
  auto const found = std::find_if(fields.begin(), fields.end(),
                                  [&](FieldReader const& field) { return field.name == name; });
  return found == fields.end() ? nullptr : &*found;
}

inline void report_unknown_keys(document::Mapping const& members, FieldReaders fields,
                                Findings& findings) {
  for (auto const& member : members) {
    if (find_field(fields, member.key)) continue;
    std::vector<std::string_view> names;
    for (auto const& field : fields) names.push_back(field.name);
    Misfit misfit{"unknown-key", "unknown key " + quoted(member.key)};
    if (auto const near = closest(member.key, names))
      misfit.instead = *near;
    else
      misfit.message += ", known here: " + listed(names, ",");
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

/// Reads the fields of an object, whatever it is, out of a mapping.
inline void decode_fields(document::Node const& node, FieldReaders fields, void* object,
                          Findings& findings) {
  auto const& members = *document::mapping(node);
  report_unknown_keys(members, fields, findings);
  for (auto const& field : fields) {
    auto const member = std::find_if(members.begin(), members.end(),
                                     [&](auto const& each) { return each.key == field.name; });
    bool const written = member != members.end();
    if (written && !document::is_null(member->value)) {
      Findings::Step const step(findings, field.name);
      field.read(object, member->value, findings);
    } else if (field.required) {
      Findings::Step const step(findings, field.name);
      findings.add(document::place_behind(node),
                   {"missing-key", "is required" + in_brackets(field.text)});
    } else if (written) {
      report_empty(*member, findings);
    }
  }
}

inline bool require_mapping(document::Node const& node, Findings& findings) {
  if (document::mapping(node)) return true;
  findings.add(node.place, {"bad-type", "expected a mapping, got " + named(node)});
  return false;
}

/// A mapping, field by field. What cannot be read keeps its default and leaves a problem.
template <reflect::Described T>
std::optional<T> decode_object(document::Node const& node, Findings& findings) {
  if (!require_mapping(node, findings)) return std::nullopt;
  std::optional<T> object{std::in_place};
  decode_fields(node, readers_of<T>(), &*object, findings);
  return object;
}

/// Names that the author chose, each with a value.
template <reflect::Table T>
std::optional<T> decode_table(document::Node const& node, Findings& findings) {
  if (!require_mapping(node, findings)) return std::nullopt;
  T table;
  for (auto const& member : *document::mapping(node)) {
    Findings::Step const step(findings, member.key);
    if (auto value = decode_node<typename T::mapped_type>(member.value, findings))
      table.emplace(member.key, std::move(*value));
  }
  return table;
}

}  // namespace sievarr::derive
