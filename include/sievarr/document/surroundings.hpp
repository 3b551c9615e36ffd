#pragma once

#include <sievarr/base/failure.hpp>
#include <sievarr/base/problem.hpp>
#include <sievarr/base/text.hpp>

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace sievarr::document {

/// What can be seen around a program: its variables and its files. The core is told, it never
/// looks by itself.
struct Surroundings {
  std::map<std::string, std::string, std::less<>> variables = {};
  std::function<Outcome<std::string>(std::string const& path)> read_file = {};
};

/// What ends the name of a variable that holds the path of a file instead of a value.
inline constexpr std::string_view file_suffix = "_FILE";

/// What a file says, without the white space around it, such as the line break at its end.
inline Result<std::optional<std::string>, Misfit> contents_of(Surroundings const& surroundings,
                                                              std::string_view variable,
                                                              std::string const& path) {
  auto const start = "cannot read " + quoted(path) + ", which " + std::string(variable) + " names";
  if (!surroundings.read_file)
    return Misfit{.code = "unreadable-file", .message = start + ": there are no files here"};
  auto contents = surroundings.read_file(path);
  if (contents) return std::optional(std::string(trimmed(*contents)));
  return Misfit{.code = "unreadable-file", .message = start + ": " + contents.error().told()};
}

/// What a variable gives: its own text, or that of the file that NAME_FILE names; nothing when
/// neither is set. Both are never right.
inline Result<std::optional<std::string>, Misfit> look_up(Surroundings const& surroundings,
                                                          std::string_view name) {
  auto const& variables = surroundings.variables;
  auto const own = variables.find(name);
  auto const file = variables.find(std::string(name) + std::string(file_suffix));
  auto const names_file = file != variables.end() && !file->second.empty();
  if (own != variables.end() && names_file)
    return Misfit{.code = "ambiguous-variable",
                  .message = "both " + own->first + " and " + file->first + " are set; keep one"};
  if (names_file) return contents_of(surroundings, file->first, file->second);
  if (own != variables.end()) return std::optional(own->second);
  return std::optional<std::string>();
}

}  // namespace sievarr::document
