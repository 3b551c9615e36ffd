#pragma once

#include <sievarr/derive/redact.hpp>
#include <sievarr/reflect/kind.hpp>
#include <sievarr/reflect/label.hpp>
#include <sievarr/reflect/type_name.hpp>

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

/// A description as data. Derivations that look at types and at no value go by it: they are
/// functions, compiled once, where a template would be compiled once for each field.
namespace sievarr::derive {

struct Outline;

/// How to reach an outline. A function, since a type may lead to itself.
using OutlineOf = Outline const& (*)();

/// A field as data.
struct FieldOutline {
  std::string_view name;
  std::string_view text;
  std::string_view example;
  bool required = false;
  reflect::Facts facts = {};
  OutlineOf type = nullptr;
};

/// A type as data. Every type is exactly one of the kinds of reflect/kind.hpp.
struct Outline {
  enum class Kind : std::uint8_t {
    scalar,
    enumeration,
    maybe,
    list,
    one_or_many,
    table,
    choice,
    shortened,
    described,
  };

  Kind kind = Kind::scalar;
  std::string_view name = "";                     ///< Of described types and of enumerations.
  reflect::Shape shape = {};                      ///< Of scalars and of enumerations.
  std::vector<std::string> (*words)() = nullptr;  ///< Of enumerations, as they are written.
  std::span<reflect::Label const> labels = {};    ///< Of those words, where people are shown them.
  std::span<OutlineOf const> parts = {};  ///< What it holds, its alternatives, or its shorthand.
  std::span<FieldOutline const> fields = {};  ///< Those of spread members among them.
  document::Node (*defaults)() = nullptr;     ///< By name, of described types made of nothing.

  bool is_scalar() const { return kind == Kind::scalar || kind == Kind::enumeration; }
  bool is_described() const { return kind == Kind::described || kind == Kind::shortened; }
  Outline const& part() const { return parts.front()(); }
};

/// How much an outline tells: the module for browsers has no room for what nobody reads there.
enum class Detail : std::uint8_t { names, all };

template <class T, Detail detail = Detail::all>
Outline const& outline();

template <Detail detail, class... Ts>
constexpr std::array<OutlineOf, sizeof...(Ts)> alternatives(std::variant<Ts...> const*) {
  return {&outline<Ts, detail>...};
}

/// The outlines that a type leads to without a name.
template <class T, Detail detail>
constexpr auto parts_of() {
  using Parts = std::array<OutlineOf, 1>;
  if constexpr (reflect::Scalar<T>)
    return std::array<OutlineOf, 0>{};
  else if constexpr (reflect::Maybe<T>)
    return Parts{&outline<reflect::Inner<T>, detail>};
  else if constexpr (reflect::List<T>)
    return Parts{&outline<typename T::value_type, detail>};
  else if constexpr (reflect::Table<T>)
    return Parts{&outline<typename T::mapped_type, detail>};
  else if constexpr (reflect::Choice<T>)
    return alternatives<detail>(static_cast<reflect::Alternatives<T> const*>(nullptr));
  else if constexpr (reflect::Shortened<T>)
    return Parts{&outline<reflect::Shorthand<T>, detail>};
  else
    return std::array<OutlineOf, 0>{};
}

template <reflect::Described T, Detail detail>
constexpr auto fields_of() {
  constexpr bool all = detail == Detail::all;
  std::array<FieldOutline, reflect::field_count<T>()> fields;
  std::size_t next = 0;
  reflect::for_each_field<T>([&](auto field) {
    fields[next++] = {.name = field.name,
                      .text = all ? field.text : "",
                      .example = all ? field.example : "",
                      .required = field.required,
                      .facts = field.facts,
                      .type = &outline<typename decltype(field)::Value, detail>};
  });
  return fields;
}

template <class T>
constexpr Outline::Kind kind_of() {
  using enum Outline::Kind;
  if constexpr (reflect::Scalar<T>)
    return reflect::Enumeration<T> ? enumeration : scalar;
  else if constexpr (reflect::Maybe<T>)
    return maybe;
  else if constexpr (reflect::List<T>)
    return reflect::OneOrMany<T> ? one_or_many : list;
  else if constexpr (reflect::Table<T>)
    return table;
  else if constexpr (reflect::Choice<T>)
    return choice;
  else
    return reflect::Shortened<T> ? shortened : described;
}

template <class T, Detail detail>
inline constexpr auto parts = parts_of<T, detail>();

template <reflect::Described T, Detail detail>
inline constexpr auto fields = fields_of<T, detail>();

/// A value that may be written as one scalar.
template <class T>
concept Plain = reflect::Scalar<T> || reflect::Choice<T> ||
    (reflect::Maybe<T>&& reflect::Scalar<reflect::Inner<T>>);

/// The defaults that may be written as one scalar, by the names of their fields.
template <reflect::Described T>
document::Node plain_defaults() {
  document::Mapping defaults;
  T const made{};
  reflect::for_each_field<T>([&](auto field) {
    if constexpr (Plain<typename decltype(field)::Value>)
      defaults.push_back(document::member(field.name, redact(field.in(made))));
  });
  return document::object_node(std::move(defaults));
}

template <class T, Detail detail>
constexpr Outline outlined() {
  constexpr bool all = detail == Detail::all;
  Outline made{.kind = kind_of<T>(), .parts = parts<T, detail>};
  if constexpr (reflect::Scalar<T>) {
    made.shape = reflect::ScalarOf<T>::shape;
    if constexpr (all && reflect::Enumeration<T>) {
      made.name = reflect::type_name<T>();
      made.words = &reflect::ScalarOf<T>::words;
      if constexpr (reflect::Labelled<T>) made.labels = reflect::labels<T>.all;
    }
  } else if constexpr (kind_of<T>() >= Outline::Kind::shortened) {
    if constexpr (all) made.name = reflect::type_name<T>();
    made.fields = fields<T, detail>;
    if constexpr (all && std::default_initializable<T>) made.defaults = &plain_defaults<T>;
  }
  return made;
}

/// The outline of a type; each type has one of each detail, at one address.
template <class T, Detail detail>
Outline const& outline() {
  static constexpr Outline made = outlined<T, detail>();
  return made;
}

/// The defaults of a described type, as far as they are plain, by the names of its fields.
inline document::Node defaults_of(Outline const& type) {
  return type.defaults ? type.defaults() : document::Node{};
}

/// The default of a field; nothing where it has none.
inline document::Node default_of(document::Node const& defaults, std::string_view field) {
  auto const* found = document::find(defaults, field);
  return found ? *found : document::Node{};
}

}  // namespace sievarr::derive
