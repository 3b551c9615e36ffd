#pragma once

#include <sievarr/config/config.hpp>
#include <sievarr/reflect/kind.hpp>

#include <cstddef>
#include <string>
#include <string_view>

/// The servers of a config, whatever their kinds: found in its description, so that another kind is
/// met without a word here.
namespace sievarr::config {

/// A section that names a server of the family.
template <class T>
concept ServerSection = requires {
  kind_of(reflect::Of<T>{});
};

/// Calls visit(list, key) for each list of servers, in the order of the config.
template <class Visit>
void for_each_server_list(Config const& config, Visit const& visit) {
  reflect::for_each_field<Config>([&](auto field) {
    using Value = typename decltype(field)::Value;
    if constexpr (reflect::OneOrMany<Value>)
      if constexpr (ServerSection<typename Value::value_type>) visit(field.in(config), field.name);
  });
}

/// The path of one of several servers: "radarr[1]"; of one that is alone, "radarr".
inline std::string path_of_server(std::string_view key, std::size_t at, std::size_t all) {
  std::string path{key};
  return all < 2 ? path : path + "[" + std::to_string(at) + "]";
}

/// Calls visit(section, path) for each server, in the order of the config.
template <class Visit>
void for_each_server(Config const& config, Visit const& visit) {
  for_each_server_list(config, [&](auto const& list, std::string_view key) {
    for (std::size_t at = 0; at < list.size(); ++at)
      visit(list[at], path_of_server(key, at, list.size()));
  });
}

}  // namespace sievarr::config
