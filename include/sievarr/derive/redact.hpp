#pragma once

#include <sievarr/derive/secrets.hpp>
#include <sievarr/document/build.hpp>
#include <sievarr/document/write_json.hpp>
#include <sievarr/reflect/kind.hpp>

#include <concepts>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace sievarr::derive {

/// Whether a text can do without quotes: a type of its own reads 6h either way, while a title that
/// is a number or a null needs them to stay one.
template <reflect::Scalar T>
bool reads_bare(std::string const& text) {
  auto const bare = document::plain_node(text);
  return !std::same_as<T, std::string> && !document::is_null(bare) && !document::is_json_word(text);
}

/// Turns values into documents, and remembers where it is: what stands for a secret says its place.
class Redaction {
 public:
  template <class T>
  document::Node of(T const& value) {
    if constexpr (reflect::Scalar<T>) {
      return scalar(value);
    } else if constexpr (reflect::Maybe<T>) {
      return value.has_value() ? of(*value) : document::Node{};
    } else if constexpr (reflect::List<T>) {
      return list(value);
    } else if constexpr (reflect::Table<T>) {
      return table(value);
    } else if constexpr (reflect::Choice<T>) {
      return std::visit([this](auto const& chosen) { return this->of(chosen); },
                        reflect::alternatives_of(value));
    } else {
      document::Mapping members;
      reflect::for_each_field<T>([&](auto field) {
        auto node = below(std::string{field.name}, field.in(value));
        if (!document::is_null(node))
          members.push_back(document::member(field.name, std::move(node)));
      });
      return {.value = std::move(members)};
    }
  }

 private:
  template <class T>
  document::Node below(document::Path::value_type step, T const& value) {
    if constexpr (!has_secret<T>()) {
      return of(value);
    } else {
      place_.path.push_back(std::move(step));
      auto node = of(value);
      place_.path.pop_back();
      return node;
    }
  }

  /// An item that is alone is where its list is.
  template <reflect::List T>
  document::Node list(T const& value) {
    document::Sequence items;
    auto const settable = std::exchange(place_.settable, place_.settable && reflect::OneOrMany<T>);
    for (auto const& item : value)
      items.push_back(value.size() > 1 ? below(items.size(), item) : of(item));
    place_.settable = settable;
    return {.value = std::move(items)};
  }

  template <reflect::Table T>
  document::Node table(T const& value) {
    document::Mapping members;
    auto const settable = std::exchange(place_.settable, false);
    for (auto const& [name, item] : value)
      members.push_back(document::member(name, below(name, item)));
    place_.settable = settable;
    return {.value = std::move(members)};
  }

  /// A secret that is empty is none.
  template <reflect::Scalar T>
  document::Node scalar(T const& value) {
    using Type = reflect::ScalarOf<T>;
    if constexpr (Type::shape.secret) {
      return document::text_node(value.empty() ? "" : reference_to(place_));
    } else {
      auto const text = Type::text(value);
      bool const number = Type::shape.type != reflect::Shape::Type::text;
      return number || reads_bare<T>(text) ? document::plain_node(text) : document::text_node(text);
    }
  }

  SecretPlace place_;
};

/// A value as a document that may be given to anybody: absent values are left out, and where a
/// secret was there is the variable that may hold it. Without secrets, decoding it gives the value
/// back.
template <class T>
document::Node redact(T const& value) {
  return Redaction().of(value);
}

}  // namespace sievarr::derive
