#include "environment.hpp"

#include <unistd.h>

#include <string_view>

namespace sievarr::os {

Environment environment() {
  Environment all;
  for (char** entry = environ; entry && *entry; ++entry) {
    std::string_view const line = *entry;
    auto const equals = line.find('=', 1);
    if (equals == std::string_view::npos) continue;
    all.emplace(line.substr(0, equals), line.substr(equals + 1));
  }
  return all;
}

std::optional<std::string> filled(Environment const& environment, std::string const& name) {
  auto const found = environment.find(name);
  if (found == environment.end() || found->second.empty()) return std::nullopt;
  return found->second;
}

}  // namespace sievarr::os
