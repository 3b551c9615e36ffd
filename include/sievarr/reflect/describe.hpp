#pragma once

#include <boost/describe.hpp>
#include <boost/mp11.hpp>

#include <array>
#include <cstddef>
#include <string_view>
#include <type_traits>
#include <utility>

namespace sievarr::reflect {

template <class T>
struct Of {};

template <class C, class V>
V value_of(V C::*);

/// What follows from a field, as those find it who walk over a description. What is said of a
/// section holds for all that is below it.
struct Facts {
  bool restart = false;    ///< A change counts after a restart only.
  bool guarded = false;    ///< Never changed over HTTP, only in the file itself.
  bool server = false;     ///< A change opens new connections to the servers of the config.
  bool long_name = false;  ///< Only the long form of its variable sets it.

  bool operator==(Facts const&) const = default;

  constexpr Facts operator|(Facts const& other) const {
    return {restart || other.restart, guarded || other.guarded, server || other.server,
            long_name || other.long_name};
  }
};

/// What a field says about itself beyond its name and its type.
struct Remark {
  std::string_view text = "";     ///< One sentence; it becomes the reference.
  std::string_view example = "";  ///< Shown in the docs, decoded by a test.
  bool key = false;               ///< Identifies a stored row.
  bool required = false;          ///< Must be written; has no default worth having.
  bool spread = false;            ///< Its own fields stand among those of the owner.
  Facts facts = {};
};

/// A remark, and which field makes it. It has the members of a remark instead of being one, since
/// only members of its own can be named where it is written: {.text = "..."}.
template <auto Member>
struct Note {
  std::string_view text = "";
  std::string_view example = "";
  bool key = false;
  bool required = false;
  bool spread = false;
  Facts facts = {};

  constexpr operator Remark() const { return {text, example, key, required, spread, facts}; }
};

/// All notes of a struct. What differs in type is in its name alone, so that a compiler has little
/// to do for each.
template <auto... Members>
struct Notes {
  constexpr Notes(Note<Members>... notes) : remarks{notes...} {}

  std::array<Remark, sizeof...(Members)> remarks;
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
  Facts facts;

  template <class Object>
  constexpr auto& in(Object& object) const {
    return (object.*....*Path);
  }
};

template <class T>
concept Described = requires {
  notes_of(Of<T>{});
};

template <class... Member>
struct MemberList {};

/// The members of a struct; one that is made out of a list of types says its own.
template <class T>
struct MembersOf {
  using List = boost::describe::describe_members<T, boost::describe::mod_public>;
};

template <class T>
using Members = typename MembersOf<T>::List;

/// The notes of a struct, made once.
template <Described T>
inline constexpr auto notes = notes_of(Of<T>{});

template <auto... Noted, template <class...> class List, class... Member>
consteval bool are_in_order(Notes<Noted...> const&, List<Member...>) {
  return (std::is_same_v<Note<Noted>, Note<Member::pointer>> && ...);
}

/// A C++ name as people write it: a field called not_ is "not" outside.
constexpr std::string_view outer_name(std::string_view name) {
  if (name.ends_with('_')) name.remove_suffix(1);
  return name;
}

/// Whether each member of T has exactly one note, in the order of declaration.
template <Described T>
consteval bool notes_fit() {
  constexpr auto members = boost::mp11::mp_size<Members<T>>::value;
  constexpr auto noted = notes<T>.remarks.size();
  static_assert(noted >= members, "a field has no note: each field needs exactly one");
  static_assert(noted <= members, "a field has two notes: each field needs exactly one");
  if constexpr (noted == members)
    static_assert(are_in_order(notes<T>, Members<T>{}),
                  "a note is out of order: notes follow the order of the fields");
  return noted == members;
}

template <Described T, auto... Path, class Visit>
constexpr void for_each_field(Visit&& visit);

/// Calls visit(field) for one member, or for each of its own fields if it is spread.
template <Described T, std::size_t Index, class Member, auto... Path, class Visit>
[[gnu::always_inline]] constexpr void visit_member(Visit& visit) {
  using Value = decltype(value_of(Member::pointer));
  constexpr Remark const& remark = notes<T>.remarks[Index];
  static_assert(!remark.spread || remark.facts == Facts{},
                "facts stand with the fields themselves");
  if constexpr (remark.spread)
    for_each_field<Value, Path..., Member::pointer>(visit);
  else
    visit(Field<Value, Path..., Member::pointer>{.name = outer_name(Member::name),
                                                 .text = remark.text,
                                                 .example = remark.example,
                                                 .key = remark.key,
                                                 .required = remark.required,
                                                 .facts = remark.facts});
}

template <Described T, auto... Path, class Visit, template <class...> class List, class... Member,
          std::size_t... Index>
[[gnu::always_inline]] constexpr void visit_members(Visit& visit, List<Member...>,
                                                    std::index_sequence<Index...>) {
  (visit_member<T, Index, Member, Path...>(visit), ...);
}

/// Calls visit(field) for every field of T in the order of declaration; the fields of a spread
/// member take its place. This is the only walk over a description, so it is the only place that
/// checks one: a field without a note does not compile.
template <Described T, auto... Path, class Visit>
constexpr void for_each_field(Visit&& visit) {
  if constexpr (notes_fit<T>())
    visit_members<T, Path...>(visit, Members<T>{},
                              std::make_index_sequence<notes<T>.remarks.size()>{});
}

template <Described T>
consteval std::size_t field_count();

template <Described T, std::size_t Index, class Member>
consteval std::size_t fields_in() {
  if constexpr (notes<T>.remarks[Index].spread)
    return field_count<decltype(value_of(Member::pointer))>();
  else
    return 1;
}

template <Described T, template <class...> class List, class... Member, std::size_t... Index>
consteval std::size_t sum_of_fields(List<Member...>, std::index_sequence<Index...>) {
  return (std::size_t{0} + ... + fields_in<T, Index, Member>());
}

/// How many fields for_each_field meets.
template <Described T>
consteval std::size_t field_count() {
  return sum_of_fields<T>(Members<T>{}, std::make_index_sequence<notes<T>.remarks.size()>{});
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

template <class E>
inline constexpr std::size_t enumerator_count =
    boost::mp11::mp_size<boost::describe::describe_enumerators<E>>::value;

}  // namespace sievarr::reflect
