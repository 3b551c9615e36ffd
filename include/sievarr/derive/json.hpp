#pragma once

#include <sievarr/document/json_text.hpp>
#include <sievarr/reflect/kind.hpp>

#include <string>
#include <utility>
#include <variant>

namespace sievarr::derive {

template <class T>
void append_json(std::string& out, T const& value);

template <reflect::Scalar T>
void append_json_scalar(std::string& out, T const& value) {
  static_assert(!reflect::ScalarOf<T>::shape.secret, "a secret is never serialised: redact it");
  auto const text = reflect::word_of(value);
  if (reflect::ScalarOf<T>::shape.type == reflect::Shape::Type::text)
    document::append_json_string(out, text);
  else
    out += text;
}

template <reflect::Described T>
void append_json_object(std::string& out, T const& object) {
  char joint = '{';
  reflect::for_each_field<T>([&](auto field) {
    auto const& member = field.in(object);
    if constexpr (reflect::Maybe<typename decltype(field)::Value>)
      if (!member.has_value()) return;
    out += joint;
    joint = ',';
    document::append_json_string(out, field.name);
    out += ':';
    append_json(out, member);
  });
  out += joint == '{' ? "{}" : "}";
}

/// A value as JSON behind what is already there. An absent value leaves no trace in an object.
template <class T>
void append_json(std::string& out, T const& value) {
  if constexpr (reflect::Scalar<T>) {
    append_json_scalar(out, value);
  } else if constexpr (reflect::Maybe<T>) {
    if (value.has_value())
      append_json(out, *value);
    else
      out += "null";
  } else if constexpr (reflect::List<T>) {
    out += '[';
    for (bool first = true; auto const& item : value) {
      if (!std::exchange(first, false)) out += ',';
      append_json(out, item);
    }
    out += ']';
  } else if constexpr (reflect::Table<T>) {
    out += '{';
    for (bool first = true; auto const& [name, item] : value) {
      if (!std::exchange(first, false)) out += ',';
      document::append_json_string(out, name);
      out += ':';
      append_json(out, item);
    }
    out += '}';
  } else if constexpr (reflect::Choice<T>) {
    std::visit([&](auto const& chosen) { append_json(out, chosen); },
               reflect::alternatives_of(value));
  } else {
    append_json_object(out, value);
  }
}

/// A value as one line of JSON, its fields in the order of their description.
template <class T>
std::string to_json(T const& value) {
  std::string out;
  append_json(out, value);
  return out;
}

}  // namespace sievarr::derive
