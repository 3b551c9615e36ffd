#pragma once

#include <sievarr/config/config.hpp>
#include <sievarr/derive/docs.hpp>
#include <sievarr/derive/leaves.hpp>

#include <string>
#include <string_view>

namespace sievarr::config {

/// The table of all variables, as Markdown.
inline std::string variables_reference() {
  std::string text =
      "## Variables\n\n"
      "Each value can be set by a variable as well: by its short name, by the one with SIEVARR__ "
      "in "
      "front, and by either with `_FILE` behind, which then names a file that holds the value. "
      "Lists are separated by commas. A variable that is set and empty resets the value to its "
      "default. Where there are several instances, the number of the one that is meant stands in "
      "the name: `SIEVARR__SONARR__0__URL`. Keys that have no short name here have none at all.\n\n"
      "| key | variable | with prefix |\n|---|---|---|\n";
  for (auto const& leaf : derive::leaves<Config>()) {
    auto const prefixed = derive::prefixed_variable_of(leaf.path);
    text.append("| `").append(leaf.path).append(leaf.table ? ".NAME` | " : "` | ");
    bool const bare = !leaf.table && !leaf.facts.long_name;
    text.append(bare ? "`" + derive::variable_of(leaf.path) + "`" : "");
    text.append(" | `").append(prefixed).append(leaf.table ? "__NAME` |\n" : "` |\n");
  }
  return text;
}

/// The reference of config.yaml, as Markdown.
inline std::string reference() {
  return "# Reference of config.yaml\n\n"
         "Made by `sievarr config docs` from the descriptions in the program.\n\n" +
         derive::docs<Config>("Keys") + variables_reference();
}

}  // namespace sievarr::config
