#pragma once

#include <sievarr/document/build.hpp>
#include <sievarr/document/write_json.hpp>
#include <sievarr/reflect/kind.hpp>

#include <concepts>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace sievarr::derive {

/// What stands where a secret was.
inline constexpr std::string_view mask = "********";

template <class T>
document::Node redact(T const& value);

/// Whether a text can do without quotes: a type of its own reads 6h either way, while a title that
/// is a number or a null needs them to stay one.
template <reflect::Scalar T>
bool reads_bare(std::string const& text) {
  auto const bare = document::plain_node(text);
  return !std::same_as<T, std::string> && !document::is_null(bare) && !document::is_json_word(text);
}

template <reflect::Scalar T>
document::Node redact_scalar(T const& value) {
  using Type = reflect::ScalarOf<T>;
  if constexpr (Type::shape.secret) {
    return document::text_node(mask);
  } else {
    auto const text = Type::text(value);
    bool const number = Type::shape.type != reflect::Shape::Type::text;
    return number || reads_bare<T>(text) ? document::plain_node(text) : document::text_node(text);
  }
}

/// A value as a document that may be shown to anybody: absent values are left out, secrets are
/// masked. Without secrets, decoding it gives the value back.
template <class T>
document::Node redact(T const& value) {
  if constexpr (reflect::Scalar<T>) {
    return redact_scalar(value);
  } else if constexpr (reflect::Maybe<T>) {
    return value.has_value() ? redact(*value) : document::Node{};
  } else if constexpr (reflect::List<T>) {
    document::Sequence items;
    for (auto const& item : value) items.push_back(redact(item));
    return {.value = std::move(items)};
  } else if constexpr (reflect::Table<T>) {
    document::Mapping members;
    for (auto const& [name, item] : value) members.push_back(document::member(name, redact(item)));
    return {.value = std::move(members)};
  } else if constexpr (reflect::Choice<T>) {
    return std::visit([](auto const& chosen) { return redact(chosen); },
                      reflect::alternatives_of(value));
  } else {
    document::Mapping members;
    reflect::for_each_field<T>([&](auto field) {
      auto node = redact(field.in(value));
      if (!document::is_null(node))
        members.push_back(document::member(field.name, std::move(node)));
    });
    return {.value = std::move(members)};
  }
}

}  // namespace sievarr::derive
