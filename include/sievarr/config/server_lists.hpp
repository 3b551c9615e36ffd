#pragma once

#include <sievarr/config/server_connection.hpp>
#include <sievarr/value/one_or_many.hpp>

#include <string_view>
#include <type_traits>

namespace sievarr::config {

/// For each kind of server one of them or a list, below the name of the kind: a table of kinds as a
/// described struct, to be spread.
template <class... Kinds>
struct ServerLists {};

template <class Kind, class... Rest>
struct ServerLists<Kind, Rest...> {
  value::OneOrMany<Kind> first;
  ServerLists<Rest...> rest;

  template <class Wanted>
  auto const& of() const {
    if constexpr (std::is_same_v<Wanted, Kind>)
      return first;
    else
      return rest.template of<Wanted>();
  }
};

constexpr auto notes_of(reflect::Of<ServerLists<>>) { return reflect::Notes<>{}; }

template <class Kind, class... Rest>
constexpr auto notes_of(reflect::Of<ServerLists<Kind, Rest...>>) {
  using reflect::Note;
  using Lists = ServerLists<Kind, Rest...>;
  return reflect::Notes{
      Note<&Lists::first>{.text = kind_of(reflect::Of<Kind>{}).text,
                          .facts = {.server = true, .long_name = true}},
      Note<&Lists::rest>{.spread = true},
  };
}

/// Members whose names are those of their kinds.
template <class Lists, class Kind>
struct FirstList {
  static constexpr auto pointer = &Lists::first;
  static constexpr std::string_view name = kind_of(reflect::Of<Kind>{}).section;
};

template <class Lists>
struct RestOfLists {
  static constexpr auto pointer = &Lists::rest;
  static constexpr std::string_view name = "rest";
};

}  // namespace sievarr::config

namespace sievarr::reflect {

template <>
struct MembersOf<config::ServerLists<>> {
  using List = MemberList<>;
};

template <class Kind, class... Rest>
struct MembersOf<config::ServerLists<Kind, Rest...>> {
  using Lists = config::ServerLists<Kind, Rest...>;
  using List = MemberList<config::FirstList<Lists, Kind>, config::RestOfLists<Lists>>;
};

}  // namespace sievarr::reflect
