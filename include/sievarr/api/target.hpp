#pragma once

#include <sievarr/api/query.hpp>
#include <sievarr/derive/json.hpp>
#include <sievarr/document/beyond.hpp>
#include <sievarr/document/json.hpp>

#include <string>
#include <string_view>

/// The address of a request: the other half of what the router reads.
namespace sievarr::api {

/// A path with a value in the place of the braces that name it; false where nothing names it.
inline bool fill_braces(std::string& path, std::string_view name, std::string_view value) {
  auto const braces = "{" + std::string(name) + "}";
  auto const at = path.find(braces);
  if (at == std::string::npos) return false;
  path.replace(at, braces.size(), escaped(value));
  return true;
}

/// The path and the query of a request with these parameters. What is as it is by default is left
/// out of the query. Parameters with parts of their own have no short form and are not written.
template <class T>
std::string target_of(std::string_view path, T const& parameters) {
  std::string filled{path};
  std::string query;
  auto const tree = [](T const& value) {
    return document::read_json(derive::to_json(value), "parameters").value;
  };
  auto const whole = tree(parameters);
  auto const said = document::beyond(whole, tree(T{}));
  for (auto const& [key, key_place, value] : *document::mapping(whole))
    if (auto const* const scalar = document::scalar(value)) fill_braces(filled, key, scalar->text);
  for (auto const& [key, key_place, value] : *document::mapping(said)) {
    auto const* const scalar = document::scalar(value);
    if (!scalar || path.find("{" + key + "}") != std::string_view::npos) continue;
    query.append(query.empty() ? "?" : "&").append(key + "=" + escaped(scalar->text));
  }
  return filled + query;
}

}  // namespace sievarr::api
