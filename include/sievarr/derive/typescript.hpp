#pragma once

#include <sievarr/reflect/kind.hpp>
#include <sievarr/reflect/spelling.hpp>
#include <sievarr/reflect/type_name.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
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
    if constexpr (reflect::Enumeration<T>) {
      return enumeration<T>();
    } else if constexpr (reflect::Scalar<T>) {
      return std::string{plain_name(reflect::ScalarOf<T>::shape.type)};
    } else if constexpr (reflect::Maybe<T>) {
      return of<reflect::Inner<T>>(flow) + " | null";
    } else if constexpr (reflect::List<T>) {
      return list_of(of<typename T::value_type>(flow));
    } else if constexpr (reflect::Table<T>) {
      return "Record<string, " + of<typename T::mapped_type>(flow) + ">";
    } else if constexpr (reflect::Choice<T>) {
      return choice(static_cast<reflect::Alternatives<T> const*>(nullptr), flow);
    } else {
      return reference<T>(flow);
    }
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
    std::string name;
    void const* type;
    Flow flow;
    std::string text;
  };

  /// Something of each type that has an address.
  template <class T>
  static constexpr char mark = 0;

  static constexpr std::string_view plain_name(reflect::Shape::Type type) {
    using Type = reflect::Shape::Type;
    if (type == Type::text) return "string";
    if (type == Type::boolean) return "boolean";
    return type == Type::nothing ? "null" : "number";
  }

  static std::string list_of(std::string const& item) {
    return item.find(" | ") == std::string::npos ? item + "[]" : "(" + item + ")[]";
  }

  template <class... Ts>
  std::string choice(std::variant<Ts...> const*, Flow flow) {
    std::string all;
    ((all += (all.empty() ? "" : " | ") + of<Ts>(flow)), ...);
    return all;
  }

  /// The words are there as values, too, in the order of their numbers.
  template <reflect::Enumeration E>
  std::string enumeration() {
    std::string const name{reflect::type_name<E>()};
    if (is_known({name, &mark<E>, Flow::out, {}})) return name;
    std::string words;
    for (auto const& word : reflect::ScalarOf<E>::words())
      words += (words.empty() ? "\n  '" : ",\n  '") + word + "'";
    auto constant = name + "Words";
    constant.front() = ascii_lower(constant.front());
    declared_.back().text = "export const " + constant + " = [" + words + ",\n] as const;\n" +
                            "export type " + name + " = (typeof " + constant + ")[number];\n";
    return name;
  }

  template <reflect::Described T>
  std::string reference(Flow flow) {
    std::string const name{reflect::type_name<T>()};
    if (is_known({name, &mark<T>, flow, {}})) return name;
    auto const place = declared_.size() - 1;
    auto text = "export interface " + name + " {\n";
    reflect::for_each_field<T>([&](auto field) { text += member(field, flow); });
    declared_[place].text = text + "}\n";
    return name;
  }

  template <class Field>
  std::string member(Field field, Flow flow) {
    using Value = typename Field::Value;
    bool const optional = reflect::Maybe<Value> || (flow == Flow::in && !field.required);
    auto text = "  /** " + std::string{field.text} + " */\n  " + std::string{field.name};
    text += optional ? "?: " : ": ";
    if constexpr (reflect::Maybe<Value>)
      text += of<reflect::Inner<Value>>(flow);
    else
      text += of<Value>(flow);
    return text + ";\n";
  }

  /// Whether a type was met before; from now on it was.
  bool is_known(Declared const& met) {
    for (auto const& each : declared_) {
      if (each.name != met.name) continue;
      if (each.type != met.type || each.flow != met.flow) clashes_.push_back(met.name);
      return true;
    }
    declared_.push_back(met);
    return false;
  }

  std::vector<Declared> declared_;
  std::vector<std::string> clashes_;
};

}  // namespace sievarr::derive
