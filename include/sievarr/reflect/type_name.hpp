#pragma once

#include <sievarr/reflect/describe.hpp>

#include <string_view>

namespace sievarr::reflect {

/// The name of a type without its namespaces: the name of its section in schemas and references.
/// Each way to fill a template in needs a title_of(Of<T>), or all of them would share one section.
template <class T>
constexpr std::string_view type_name() {
  if constexpr (requires { title_of(Of<T>{}); }) return title_of(Of<T>{});
  std::string_view name = __PRETTY_FUNCTION__;
  name.remove_prefix(name.find("T = ") + 4);
  name = name.substr(0, name.find_first_of("];<"));
  if (auto const colons = name.rfind("::"); colons != name.npos) name.remove_prefix(colons + 2);
  return name;
}

}  // namespace sievarr::reflect
