#pragma once

#include <boost/describe.hpp>
#include <boost/mp11.hpp>

#include <array>
#include <cstddef>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

namespace sievarr::reflect {

template <class T>
struct Of {};

template <class C, class V>
V value_of(V C::*);

/// What a field says about itself beyond its name and its type.
template <auto Member>
struct Note {
  using Value = decltype(value_of(Member));

  std::string_view text = "";     ///< One sentence; it becomes the reference.
  std::string_view example = "";  ///< Shown in the docs, decoded by a test.
  bool key = false;               ///< Identifies a stored row.
  bool required = false;          ///< Must be written; has no default worth having.
  bool spread = false;            ///< Its own fields stand among those of the owner.
};

/// A field as a derivation meets it: its name, what it says, and how to reach it in an object.
template <class V, auto... Path>
struct Field {
  using Value = V;

  std::string_view name;
  std::string_view text;
  std::string_view example;
  bool key;
  bool required;

  template <class Object>
  constexpr auto& in(Object& object) const {
    return (object.*....*Path);
  }
};

template <class T>
concept Described = requires {
  notes_of(Of<T>{});
};

template <class T>
using Members = boost::describe::describe_members<T, boost::describe::mod_public>;

template <class N, auto Member>
inline constexpr bool is_note_of = false;
template <auto Member>
inline constexpr bool is_note_of<Note<Member>, Member> = true;

/// A C++ name as people write it: a field called not_ is "not" outside.
constexpr std::string_view outer_name(std::string_view name) {
  if (name.ends_with('_')) name.remove_suffix(1);
  return name;
}

/// Whether each member of T has exactly one note, in the order of declaration.
template <Described T>
consteval bool notes_fit() {
  using Notes = decltype(notes_of(Of<T>{}));
  constexpr std::size_t members = boost::mp11::mp_size<Members<T>>::value;
  constexpr std::size_t notes = std::tuple_size_v<Notes>;
  static_assert(notes >= members, "a field has no note: each field needs exactly one");
  static_assert(notes <= members, "a field has two notes: each field needs exactly one");
  if constexpr (notes == members) {
    boost::mp11::mp_for_each<boost::mp11::mp_iota_c<members>>([](auto i) {
      using Member = boost::mp11::mp_at_c<Members<T>, i>;
      static_assert(is_note_of<std::tuple_element_t<i, Notes>, Member::pointer>,
                    "a note is out of order: notes follow the order of the fields");
    });
  }
  return notes == members;
}

/// Calls visit(field) for every field of T in the order of declaration; the fields of a spread
/// member take its place. This is the only walk over a description, so it is the only place that
/// checks one: a field without a note does not compile.
template <Described T, auto... Path, class Visit>
constexpr void for_each_field(Visit&& visit) {
  if constexpr (notes_fit<T>()) {
    boost::mp11::mp_for_each<boost::mp11::mp_iota<boost::mp11::mp_size<Members<T>>>>([&](auto i) {
      using Member = boost::mp11::mp_at_c<Members<T>, i>;
      constexpr auto note = std::get<i>(notes_of(Of<T>{}));
      using Value = typename std::remove_const_t<decltype(note)>::Value;
      if constexpr (note.spread) {
        for_each_field<Value, Path..., Member::pointer>(visit);
      } else {
        visit(Field<Value, Path..., Member::pointer>{.name = outer_name(Member::name),
                                                     .text = note.text,
                                                     .example = note.example,
                                                     .key = note.key,
                                                     .required = note.required});
      }
    });
  }
}

/// Whether a field is called so.
template <Described T>
constexpr bool has_field(std::string_view name) {
  bool found = false;
  for_each_field<T>([&](auto field) { found = found || field.name == name; });
  return found;
}

/// Calls visit(value, name) for every enumerator of E in the order of declaration.
template <class E, class Visit>
constexpr void for_each_enumerator(Visit&& visit) {
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>(
      [&](auto enumerator) { visit(enumerator.value, outer_name(enumerator.name)); });
}

template <class E>
struct Enumerator {
  E value;
  std::string_view name;
};

/// The same as a table, for loops that need no code for each of them.
template <class E>
constexpr auto enumerators_of() {
  using All = boost::describe::describe_enumerators<E>;
  std::array<Enumerator<E>, boost::mp11::mp_size<All>::value> table{};
  std::size_t next = 0;
  for_each_enumerator<E>([&](E value, std::string_view name) { table[next++] = {value, name}; });
  return table;
}

}  // namespace sievarr::reflect
