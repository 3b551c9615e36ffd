#pragma once

#include <sievarr/base/decimal.hpp>
#include <sievarr/document/path.hpp>
#include <sievarr/reflect/spelling.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>

namespace sievarr::derive {

/// A text as a part of the name of a variable: "my key" is MY_KEY.
inline std::string variable_part(std::string_view text) {
  std::string part;
  for (char const letter : text) {
    auto const upper = ascii_upper(letter);
    bool const fits = is_digit(letter) || (upper >= 'A' && upper <= 'Z');
    part += fits ? upper : '_';
  }
  return part;
}

/// Where a secret stands: the way to it, without the number of an item that is alone in its list.
struct SecretPlace {
  document::Path path;
  bool settable = true;  ///< Whether a variable with that path as its name sets it.

  bool operator==(SecretPlace const&) const = default;
};

/// What a document that may be given away says instead of a secret: ${SONARR_API_KEY}, or
/// ${SIEVARR__SONARR__0__API_KEY} where there are several.
inline std::string reference_to(SecretPlace const& place) {
  bool numbered = false;
  for (auto const& step : place.path) numbered |= std::holds_alternative<std::size_t>(step);
  bool const prefixed = numbered && place.settable;
  std::string name = prefixed ? "SIEVARR" : "";
  for (auto const& step : place.path) {
    if (!name.empty()) name += prefixed ? "__" : "_";
    auto const* key = std::get_if<std::string>(&step);
    name += key ? variable_part(*key) : std::to_string(std::get<std::size_t>(step));
  }
  return "${" + name + "}";
}

}  // namespace sievarr::derive
