#pragma once

#include <sievarr/base/number.hpp>
#include <sievarr/reflect/describe.hpp>

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>

namespace sievarr::reflect {

/// What a word is about, which the page and the terminal show as a colour: something that enters or
/// can be done, somebody who must act, what is broken, what is done, what waits for something
/// outside, and what is left out.
BOOST_DEFINE_ENUM_CLASS(Tone, enters, person, broken, done, waiting, filtered)

/// How people meet an enumerator, wherever it is shown to them; programs meet its name.
struct Label {
  std::string_view text;   ///< In a table: "waits for an id".
  std::string_view glyph;  ///< A shape, so that nobody has to tell colours apart.
  Tone tone;
  std::string_view meaning;  ///< One sentence; it becomes the reference.
  std::string_view several;  ///< Behind a number: "12 wait for an id".
};

/// A label, and which enumerator has it. It has the members of a label instead of being one, as
/// notes have those of a remark; several are called as one is, unless that is said.
template <auto Enumerator>
struct Called {
  std::string_view text;
  std::string_view glyph;
  Tone tone;
  std::string_view meaning;
  std::string_view several = "";

  constexpr operator Label() const {
    return {text, glyph, tone, meaning, several.empty() ? text : several};
  }
};

/// The labels of all enumerators of one type.
template <auto... Enumerators>
struct Labels {
  constexpr Labels(Called<Enumerators>... labels) : all{labels...} {}

  std::array<Label, sizeof...(Enumerators)> all;
};

/// An enumeration that is shown to people, with its labels beside it.
template <class E>
concept Labelled = std::is_enum_v<E> && requires {
  labels_of(Of<E>{});
};

template <auto... Named, template <class...> class List, class... Enumerator>
consteval bool are_called_in_order(Labels<Named...> const&, List<Enumerator...>) {
  if constexpr (sizeof...(Named) == sizeof...(Enumerator))
    return ((Named == Enumerator::value) && ...);
  return false;
}

template <Labelled E>
consteval auto checked_labels() {
  static_assert(are_called_in_order(labels_of(Of<E>{}), boost::describe::describe_enumerators<E>{}),
                "each enumerator needs exactly one label, in the order of the enumerators");
  return labels_of(Of<E>{});
}

/// The labels of an enumeration, made once.
template <Labelled E>
inline constexpr auto labels = checked_labels<E>();

/// How people meet a value.
template <Labelled E>
constexpr Label label_of(E value) {
  constexpr auto all = enumerators_of<E>();
  for (std::size_t at = 0; at < all.size(); ++at)
    if (all[at].value == value) return labels<E>.all[at];
  return {};
}

/// An enumerator that is called as one of another type is.
template <auto Enumerator, Labelled E>
constexpr Called<Enumerator> called_as(E other) {
  auto const label = label_of(other);
  return {label.text, label.glyph, label.tone, label.meaning, label.several};
}

/// The text of a label as a string of its own.
template <Labelled E>
std::string label_text(E value) {
  return std::string{label_of(value).text};
}

/// "12 wait for an id".
template <Whole Count, Labelled E>
std::string counted_as(Count count, E value) {
  auto const label = label_of(value);
  return to_text(count) + " " + std::string{count == 1 ? label.text : label.several};
}

}  // namespace sievarr::reflect
