#pragma once

#include <sievarr/base/closest.hpp>
#include <sievarr/base/instant.hpp>
#include <sievarr/base/number.hpp>
#include <sievarr/base/text.hpp>
#include <sievarr/reflect/describe.hpp>
#include <sievarr/reflect/misfit.hpp>
#include <sievarr/reflect/shape.hpp>
#include <sievarr/reflect/spelling.hpp>

#include <array>
#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

/// One way to ask any type that is written as one scalar: its shape, how to read it, its text.
namespace sievarr::reflect {

template <class T>
struct ScalarOf;

template <class T>
concept Scalar = requires {
  ScalarOf<T>::shape;
};

/// What there is to say about a text that was accepted all the same.
template <Scalar T>
std::optional<Misfit> remark_on(std::string_view text) {
  if constexpr (requires { ScalarOf<T>::remark(text); }) return ScalarOf<T>::remark(text);
  if constexpr (requires { T::remark(text); }) return T::remark(text);
  return std::nullopt;
}

template <Shaped T>
struct ScalarOf<T> {
  static constexpr Shape shape = T::shape;
  static Result<T, Misfit> read(std::string_view text) { return T::read(text); }
  static std::string text(T const& value) requires Printable<T> { return value.text(); }
};

template <>
struct ScalarOf<std::string> {
  static constexpr Shape shape{.expected = "text"};
  static Result<std::string, Misfit> read(std::string_view text) { return std::string{text}; }
  static std::string text(std::string const& value) { return value; }
};

template <>
struct ScalarOf<bool> {
  static constexpr Shape shape{.type = Shape::Type::boolean, .expected = "true or false"};

  static Result<bool, Misfit> read(std::string_view text) {
    for (std::string_view yes : {"true", "yes", "on"})
      if (same_name(text, yes)) return true;
    for (std::string_view no : {"false", "no", "off"})
      if (same_name(text, no)) return false;
    return unreadable(shape, text);
  }
  static std::optional<Misfit> remark(std::string_view word) {
    auto const value = read(word);
    if (!value || same_name(word, text(*value))) return std::nullopt;
    auto const plain = text(*value);
    return Misfit{"loose-boolean", "read as " + plain + ", better written so", plain,
                  Severity::warning};
  }
  static std::string text(bool value) { return value ? "true" : "false"; }
};

template <std::integral T>
  requires(!std::same_as<T, bool>)
struct ScalarOf<T> {
  static constexpr Shape shape{.type = Shape::Type::integer, .expected = "a whole number"};

  static Result<T, Misfit> read(std::string_view text) {
    auto const number = to_integer(text);
    if (!number || !std::in_range<T>(*number)) return unreadable(shape, text);
    return static_cast<T>(*number);
  }
  static std::string text(T value) { return to_text(static_cast<std::int64_t>(value)); }
};

template <>
struct ScalarOf<double> {
  static constexpr Shape shape{.type = Shape::Type::number, .expected = "a number"};

  static Result<double, Misfit> read(std::string_view text) {
    if (auto const number = to_double(text)) return *number;
    return unreadable(shape, text);
  }
  static std::string text(double value) { return to_text(value); }
};

template <>
struct ScalarOf<Date> {
  static constexpr Shape shape{
      .expected = "a date such as 2026-01-31", .example = "2026-01-31", .format = "date"};

  static Result<Date, Misfit> read(std::string_view text) {
    if (auto const date = to_date(text)) return *date;
    return unreadable(shape, text);
  }
  static std::string text(Date value) { return to_text(value); }
};

template <>
struct ScalarOf<Instant> {
  static constexpr Shape shape{.expected = "a time such as 2026-01-31T10:30:00Z",
                               .example = "2026-01-31T10:30:00Z",
                               .format = "date-time"};

  static Result<Instant, Misfit> read(std::string_view text) {
    if (auto const instant = to_instant(text)) return *instant;
    return unreadable(shape, text);
  }
  static std::string text(Instant value) { return to_text(value); }
};

/// A word that is read as an enumerator although it is not one, with a warning.
template <class E>
struct Synonym {
  std::string_view written;
  E meant;
};

template <class E>
concept Enumeration = std::is_enum_v<E> && boost::describe::has_describe_enumerators<E>::value;

inline Misfit unknown_word(std::vector<std::string> const& words, std::string_view text) {
  std::vector<std::string_view> const views(words.begin(), words.end());
  Misfit misfit{"unknown-word", "expected " + listed(words, "or") + ", got " + quoted(text)};
  if (auto const near = closest(text, views)) misfit.instead = *near;
  return misfit;
}

/// An enumeration is written in snake_case unless spelling_of(Of<E>) says otherwise.
template <Enumeration E>
struct ScalarOf<E> {
  static constexpr Shape shape{.expected = "one of the listed words"};

  static std::string text(E value) {
    for (auto const& named : enumerators_of<E>())
      if (named.value == value) return outside(named.name);
    return {};
  }

  static std::vector<std::string> words() {
    std::vector<std::string> all;
    for (auto const& named : enumerators_of<E>()) all.push_back(outside(named.name));
    return all;
  }

  static Result<E, Misfit> read(std::string_view text) {
    std::optional<E> found;
    for (auto const& named : enumerators_of<E>())
      if (same_name(named.name, text)) found = named.value;
    for (auto const& synonym : synonyms())
      if (same_name(synonym.written, text)) found = synonym.meant;
    if (found) return *found;
    return unknown_word(words(), text);
  }

  static std::optional<Misfit> remark(std::string_view word) {
    for (auto const& synonym : synonyms()) {
      if (!same_name(synonym.written, word)) continue;
      auto const meant = text(synonym.meant);
      return Misfit{"synonym", "read as " + meant, meant, Severity::warning};
    }
    return std::nullopt;
  }

 private:
  static std::string outside(std::string_view name) {
    if constexpr (requires { spelling_of(Of<E>{}); }) return spelled(name, spelling_of(Of<E>{}));
    return std::string{name};
  }

  static constexpr auto synonyms() {
    if constexpr (requires { synonyms_of(Of<E>{}); })
      return synonyms_of(Of<E>{});
    else
      return std::array<Synonym<E>, 0>{};
  }
};

/// A value as users write it.
template <class T>
std::string word_of(T const& value) {
  return ScalarOf<T>::text(value);
}

}  // namespace sievarr::reflect
