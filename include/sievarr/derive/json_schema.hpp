#pragma once

#include <sievarr/derive/outline.hpp>
#include <sievarr/document/build.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sievarr::derive {

/// Who writes the documents that a schema describes: people, whose `${VAR}` may stand for any
/// scalar and whose 24 may be a title, or programs, who are held to the types.
enum class Author : std::uint8_t { person, program };

/// What each word of an enumeration means that people are shown, a line each, to stand below what
/// is said of a field.
inline std::string meanings_of(Outline const& type) {
  using enum Outline::Kind;
  if (type.kind == maybe || type.kind == list || type.kind == one_or_many)
    return meanings_of(type.part());
  std::string lines;
  if (type.labels.empty()) return lines;
  auto const words = type.words();
  for (std::size_t at = 0; at < words.size(); ++at) {
    auto const& label = type.labels[at];
    lines.append(lines.empty() ? "\n\n- `" : "\n- `").append(words[at]).append("`, ");
    lines.append(label.text).append(": ").append(label.meaning);
  }
  return lines;
}

/// The schema of a type and of every described type that it leads to, as `$defs`.
class JsonSchema {
 public:
  using Node = document::Node;

  explicit JsonSchema(Author author, std::string_view home = "#/$defs/")
      : author_(author), home_(home) {}

  /// What a value of T must look like.
  template <class T>
  Node of() {
    return of(outline<T>());
  }

  /// The described types met so far, by name.
  Node definitions() const { return document::object_node(definitions_); }

 private:
  struct Entry {
    std::string_view key;
    Node value;
  };

  static Node text(std::string_view words) { return document::text_node(words); }
  static Node object(std::initializer_list<Entry> entries) {
    document::Mapping members;
    for (auto const& entry : entries) members.push_back(document::member(entry.key, entry.value));
    return document::object_node(std::move(members));
  }
  static Node any_of(document::Sequence ways) {
    return object({{"anyOf", document::list_node(std::move(ways))}});
  }

  bool by_hand() const { return author_ == Author::person; }

  Node of(Outline const& type) {
    using enum Outline::Kind;
    switch (type.kind) {
      case scalar: return shaped(type.shape);
      case enumeration: return words(type.words());
      case maybe: return of(type.part());
      case list: return many(of(type.part()));
      case one_or_many: return one_or_many_of(of(type.part()));
      case table:
        return object({{"type", text("object")}, {"additionalProperties", of(type.part())}});
      case choice: return any_of(alternatives_of(type));
      case shortened: return any_of({of(type.part()), reference(type)});
      case described: break;
    }
    return reference(type);
  }

  document::Sequence alternatives_of(Outline const& type) {
    document::Sequence ways;
    for (auto const part : type.parts) ways.push_back(of(part()));
    return ways;
  }

  Node words(std::vector<std::string> const& all) const {
    document::Sequence names;
    for (auto const& word : all) names.push_back(text(word));
    auto listed = object({{"enum", document::list_node(std::move(names))}});
    if (!by_hand()) return listed;
    return any_of(
        {std::move(listed), object({{"type", text("string")}, {"pattern", text("\\$\\{")}})});
  }

  Node shaped(reflect::Shape const& shape) const {
    static constexpr std::string_view names[] = {"string", "integer", "number", "boolean", "null"};
    bool const is_text = shape.type == reflect::Shape::Type::text;
    auto const name = names[static_cast<std::size_t>(shape.type)];
    auto type = text(name);
    if (by_hand()) type = document::list_node({text(name), text(is_text ? "number" : "string")});

    auto node = object({{"type", std::move(type)}});
    std::string pattern{shape.pattern};
    if (by_hand() && !is_text) pattern = "\\$\\{";
    if (by_hand() && !shape.pattern.empty()) pattern += "|\\$\\{";
    if (!pattern.empty()) document::set(node, "pattern", text(pattern));
    if (!by_hand() && !shape.format.empty()) document::set(node, "format", text(shape.format));
    if (std::isfinite(shape.min)) document::set(node, "minimum", number(shape.min));
    if (std::isfinite(shape.max)) document::set(node, "maximum", number(shape.max));
    return node;
  }

  static Node number(double value) { return document::plain_node(to_text(value)); }

  static Node many(Node items) {
    return object({{"type", text("array")}, {"items", std::move(items)}});
  }

  static Node one_or_many_of(Node const& item) { return any_of({item, many(item)}); }

  Node reference(Outline const& type) {
    bool known = false;
    for (auto const& definition : definitions_) known = known || definition.key == type.name;
    if (!known) {
      definitions_.push_back(document::member(type.name, {}));
      auto const place = definitions_.size() - 1;
      definitions_[place].value = definition(type);
    }
    return object({{"$ref", text(home_ + std::string{type.name})}});
  }

  Node definition(Outline const& type) {
    document::Mapping properties;
    document::Sequence required;
    auto const defaults = defaults_of(type);
    for (auto const& field : type.fields) {
      properties.push_back(document::member(field.name, property(field, defaults)));
      if (field.required || (author_ == Author::program && always_there(field)))
        required.push_back(text(field.name));
    }
    auto node = object({{"type", text("object")},
                        {"properties", document::object_node(std::move(properties))},
                        {"additionalProperties", document::plain_node("false")}});
    if (!required.empty())
      document::set(node, "required", document::list_node(std::move(required)));
    return node;
  }

  static bool always_there(FieldOutline const& field) {
    return field.type().kind != Outline::Kind::maybe;
  }

  Node property(FieldOutline const& field, Node const& defaults) {
    auto const& type = field.type();
    auto node = of(type);
    document::set(node, "description", text(std::string{field.text} + meanings_of(type)));
    if (!type.is_scalar()) return node;
    if (!field.required && !type.shape.secret)
      document::set(node, "default", default_of(defaults, field.name));
    if (!field.example.empty())
      document::set(node, "examples", document::list_node({text(field.example)}));
    return node;
  }

  Author author_;
  std::string home_;
  document::Mapping definitions_;
};

/// The JSON Schema (2020-12) of a document that people write.
template <class T>
document::Node json_schema(std::string_view title) {
  JsonSchema schema{Author::person};
  auto root = schema.of<T>();
  document::set(root, "$schema",
                document::text_node("https://json-schema.org/draft/2020-12/schema"));
  document::set(root, "title", document::text_node(title));
  document::set(root, "$defs", schema.definitions());
  return root;
}

}  // namespace sievarr::derive
