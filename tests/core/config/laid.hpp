#pragma once

#include <sievarr/config/plan.hpp>

#include <string>
#include <string_view>
#include <utility>

namespace sievarr::config {

/// The layers that a document of tests/data/config describes: itself, and in its first comments
/// "# with NAME=VALUE" for variables and "# set PATH=VALUE" for arguments.
inline Layers layers_of(std::string text) {
  Layers layers;
  std::string_view rest = text;
  while (rest.starts_with("# ")) {
    auto line = rest.substr(2, rest.find('\n') - 2);
    rest.remove_prefix(line.size() + 3);
    bool const variable = line.starts_with("with ");
    if (!variable && !line.starts_with("set ")) continue;
    line.remove_prefix(line.find(' ') + 1);
    auto const equals = line.find('=');
    if (variable)
      layers.surroundings.variables.emplace(line.substr(0, equals), line.substr(equals + 1));
    else
      layers.arguments.emplace_back(line);
  }
  layers.surroundings.read_file = [](std::string const& path) -> Outcome<std::string> {
    if (path == "/run/secrets/key") return std::string{"0123456789abcdef\n"};
    return Failure{.kind = Failure::Kind::missing, .text = "there is no such file"};
  };
  layers.file = Source{"config.yaml", std::move(text)};
  return layers;
}

/// Problems with their codes, a line each.
inline std::string lines_of(Problems const& problems) {
  std::string said;
  for (auto const& problem : problems)
    said.append(to_text(problem)).append(" (").append(problem.code).append(")\n");
  return said;
}

/// Everything that there is to say about a document, the filter included.
inline std::string said_about(std::string text) {
  return lines_of(prepare(layers_of(std::move(text)), *to_date("2026-01-31")).problems);
}

}  // namespace sievarr::config
