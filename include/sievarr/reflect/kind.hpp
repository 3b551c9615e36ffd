#pragma once

#include <sievarr/reflect/describe.hpp>
#include <sievarr/reflect/scalar.hpp>

#include <concepts>
#include <map>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>

/// The few kinds of types that a derivation tells apart. Every type is exactly one of them.
namespace sievarr::reflect {

/// Perhaps a value: std::optional, or a Box where a type contains itself.
template <class T>
concept Maybe = !Scalar<T> && requires(T const& maybe) {
  { maybe.has_value() } -> std::same_as<bool>;
  *maybe;
};

template <Maybe T>
using Inner = std::remove_cvref_t<decltype(*std::declval<T const&>())>;

/// A list of values: std::vector, or a Set where the order means nothing.
template <class T>
concept List = !Scalar<T> && requires(T & list, typename T::value_type item) {
  list.push_back(item);
  list.begin();
};

/// A list in which order and repetition mean nothing.
template <class T>
concept Unordered = List<T> && requires {
  requires T::unordered;
};

/// A list of one that may be written without being a list.
template <class T>
concept OneOrMany = List<T> && requires {
  requires T::one_or_many;
};

template <class T>
inline constexpr bool is_table = false;
template <class V>
inline constexpr bool is_table<std::map<std::string, V>> = true;

/// Names that the author chose, each with a value.
template <class T>
concept Table = is_table<T>;

template <class T>
inline constexpr bool is_choice = false;
template <class... Ts>
inline constexpr bool is_choice<std::variant<Ts...>> = true;

/// One of several closed alternatives, told apart by how it is written: a std::variant, or a
/// struct around one where a type contains itself.
template <class T>
concept Choice = is_choice<T> || requires(T const& choice) {
  requires is_choice<std::remove_cvref_t<decltype(choice.alternatives)>>;
};

template <Choice T>
constexpr auto const& alternatives_of(T const& choice) {
  if constexpr (is_choice<T>)
    return choice;
  else
    return choice.alternatives;
}

template <Choice T>
using Alternatives = std::remove_cvref_t<decltype(alternatives_of(std::declval<T const&>()))>;

/// The member that a described type stands for when it is written without its keys.
template <class T>
concept Shortened = Described<T> && requires {
  shorthand_of(Of<T>{});
};

template <Shortened T>
using Shorthand = decltype(value_of(shorthand_of(Of<T>{})));

}  // namespace sievarr::reflect
