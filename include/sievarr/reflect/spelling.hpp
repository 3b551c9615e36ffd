#pragma once

#include <sievarr/base/ascii.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace sievarr::reflect {

/// How a name is written outside C++; inside, all names are snake_case.
enum class Spelling : std::uint8_t { snake, camel, kebab, upper };

/// A snake_case name in another spelling: first_season, firstSeason, first-season, FIRST_SEASON.
inline std::string spelled(std::string_view name, Spelling spelling) {
  std::string out;
  out.reserve(name.size());
  for (std::size_t i = 0; i < name.size(); ++i) {
    bool const after_joint = i > 0 && name[i - 1] == '_';
    if (name[i] == '_') {
      if (spelling != Spelling::camel) out += spelling == Spelling::kebab ? '-' : '_';
    } else if (spelling == Spelling::upper || (spelling == Spelling::camel && after_joint)) {
      out += ascii_upper(name[i]);
    } else {
      out += name[i];
    }
  }
  return out;
}

/// Whether two spellings mean the same name: case and joints do not count.
inline bool same_name(std::string_view a, std::string_view b) {
  auto const joint = [](char c) { return c == '_' || c == '-' || c == ' '; };
  std::size_t i = 0;
  std::size_t j = 0;
  while (true) {
    while (i < a.size() && joint(a[i])) ++i;
    while (j < b.size() && joint(b[j])) ++j;
    if (i == a.size() || j == b.size()) return i == a.size() && j == b.size();
    if (ascii_lower(a[i++]) != ascii_lower(b[j++])) return false;
  }
}

}  // namespace sievarr::reflect
