#pragma once

#include <sievarr/reflect/describe.hpp>

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace sievarr::wasm {

/// What lies over a text, and what it may refer to: a browser has none of its own.
struct ConfigOverlay {
  std::map<std::string, std::string> variables;
  std::vector<std::string> arguments;
};
BOOST_DESCRIBE_STRUCT(ConfigOverlay, (), (variables, arguments))

constexpr std::string_view title_of(reflect::Of<ConfigOverlay>) { return "Surroundings"; }

constexpr auto notes_of(reflect::Of<ConfigOverlay>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&ConfigOverlay::variables>{.text = "The variables, by name."},
      Note<&ConfigOverlay::arguments>{.text = "Values that are set on top: PATH=VALUE."},
  };
}

}  // namespace sievarr::wasm
