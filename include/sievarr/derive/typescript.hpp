#pragma once

#include <sievarr/derive/outline.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sievarr::derive {

/// Which way a value goes: what comes in may leave out what has a default, what goes out is whole.
enum class Flow : std::uint8_t { in, out };

/// Types as TypeScript writes them, with a declaration of each type that they lead to.
class TypeScript {
 public:
  /// How T is written where a value of it is used.
  template <class T>
  std::string of(Flow flow) {
    return of(outline<T>(), flow);
  }

  /// The declarations, in the order in which their types were met.
  std::string declarations() const {
    std::string all;
    for (auto const& each : declared_) all += "\n" + each.text;
    return all;
  }

  /// Names that two types have, or one type that flows both ways; there should be none.
  std::vector<std::string> const& clashes() const { return clashes_; }

 private:
  struct Declared {
    Outline const* type;
    Flow flow;
    std::string text;
  };

  std::string of(Outline const& type, Flow flow) {
    using enum Outline::Kind;
    switch (type.kind) {
      case scalar: return std::string{plain_name(type.shape.type)};
      case enumeration: return enumeration_of(type);
      case maybe: return of(type.part(), flow) + " | null";
      case list:
      case one_or_many: return list_of(of(type.part(), flow));
      case table: return "Record<string, " + of(type.part(), flow) + ">";
      case choice: return alternatives_of(type, flow);
      case shortened:
      case described: break;
    }
    return reference(type, flow);
  }

  static constexpr std::string_view plain_name(reflect::Shape::Type type) {
    using Type = reflect::Shape::Type;
    if (type == Type::text) return "string";
    if (type == Type::boolean) return "boolean";
    return type == Type::nothing ? "null" : "number";
  }

  static std::string list_of(std::string const& item) {
    return item.find(" | ") == std::string::npos ? item + "[]" : "(" + item + ")[]";
  }

  std::string alternatives_of(Outline const& type, Flow flow) {
    std::string all;
    for (auto const part : type.parts) all += (all.empty() ? "" : " | ") + of(part(), flow);
    return all;
  }

  /// The words are there as values, too, in the order of their numbers.
  std::string enumeration_of(Outline const& type) {
    std::string const name{type.name};
    if (is_known({&type, Flow::out, {}})) return name;
    std::string words;
    for (auto const& word : type.words())
      words += (words.empty() ? "\n  '" : ",\n  '") + word + "'";
    auto constant = name + "Words";
    constant.front() = ascii_lower(constant.front());
    declared_.back().text = "export const " + constant + " = [" + words + ",\n] as const;\n" +
                            "export type " + name + " = (typeof " + constant + ")[number];\n";
    return name;
  }

  std::string reference(Outline const& type, Flow flow) {
    std::string const name{type.name};
    if (is_known({&type, flow, {}})) return name;
    auto const place = declared_.size() - 1;
    auto text = "export interface " + name + " {\n";
    for (auto const& field : type.fields) text += member(field, flow);
    declared_[place].text = text + "}\n";
    return name;
  }

  std::string member(FieldOutline const& field, Flow flow) {
    auto const& type = field.type();
    bool const maybe = type.kind == Outline::Kind::maybe;
    bool const optional = maybe || (flow == Flow::in && !field.required);
    auto text = "  /** " + std::string{field.text} + " */\n  " + std::string{field.name};
    text += optional ? "?: " : ": ";
    return text + of(maybe ? type.part() : type, flow) + ";\n";
  }

  /// Whether a type was met before; from now on it was.
  bool is_known(Declared const& met) {
    for (auto const& each : declared_) {
      if (each.type->name != met.type->name) continue;
      if (each.type != met.type || each.flow != met.flow) clashes_.emplace_back(met.type->name);
      return true;
    }
    declared_.push_back(met);
    return false;
  }

  std::vector<Declared> declared_;
  std::vector<std::string> clashes_;
};

}  // namespace sievarr::derive
