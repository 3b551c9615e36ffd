#pragma once

#include "cli/parse/syntax.hpp"
#include "cli/text/problems.hpp"
#include "console.hpp"

#include <sievarr/config/layers.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace sievarr::cli {

/// A config as far as it could be read, and what there is to say about it.
struct LoadedConfig {
  config::Loaded loaded;
  filter::Plan plan;
  Findings findings;
};

/// The options that say which config is meant and what stands over it: --config and --set.
class ConfigOption {
 public:
  void declare(Syntax& syntax);

  /// The config, right or wrong; a failure when the file cannot be read. No file at all is fine.
  Outcome<LoadedConfig> load(Console& console) const;

  /// The config for a command that only needs it: what is wrong goes to the error stream, and
  /// nothing comes back when it stops us. Variables of servers may be unset.
  std::optional<LoadedConfig> need(Console& console) const;

  /// The same for a command that talks to the servers: they must be whole.
  std::optional<LoadedConfig> need_all(Console& console) const;

  /// The file that is meant: named by an argument or a variable, or where one usually lies.
  std::optional<std::string> path(Console const& console) const;

  /// Whether --config named a file.
  bool is_given() const { return !file_.empty(); }

  /// The same options for another file.
  ConfigOption with_file(std::string path) const;

  /// The same options for a file that has been read already.
  ConfigOption with_source(config::Source source) const;

 private:
  /// Whether variables of servers may be unset.
  enum class Servers : std::uint8_t { excused, needed };

  std::optional<LoadedConfig> need(Console& console, Servers servers) const;
  Outcome<std::optional<config::Source>> source(Console& console) const;

  std::string file_;
  std::optional<config::Source> source_;
  std::vector<std::string> settings_;
};

/// What variables and files look like from here.
document::Surroundings surroundings_of(Console const& console);

/// Reads a file that a person wrote; "-" is what comes in.
Outcome<config::Source> read_source(Console& console, std::string const& path);

/// A config out of its layers, and the plan of its filter.
LoadedConfig loaded_config(config::Layers const& layers, Date today);

}  // namespace sievarr::cli
