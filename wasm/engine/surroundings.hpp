#pragma once

#include <sievarr/reflect/describe.hpp>

#include <map>
#include <string>
#include <vector>

namespace sievarr::wasm {

/// What lies over a text, and what it may refer to: a browser has none of its own.
struct Surroundings {
  std::map<std::string, std::string> variables;
  std::vector<std::string> arguments;
};
BOOST_DESCRIBE_STRUCT(Surroundings, (), (variables, arguments))

constexpr auto notes_of(reflect::Of<Surroundings>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&Surroundings::variables>{.text = "The variables, by name."},
      Note<&Surroundings::arguments>{.text = "Values that are set on top: PATH=VALUE."},
  };
}

}  // namespace sievarr::wasm
