#include "config_option.hpp"

#include "os/file.hpp"

#include <sievarr/config/excuse.hpp>
#include <sievarr/config/plan.hpp>
#include <sievarr/document/limits.hpp>

#include <utility>

namespace sievarr::cli {
namespace {

constexpr std::size_t largest_secret = 64 * 1024;

/// Where a config usually lies, in the order in which it is looked for.
std::vector<std::string> usual_places(os::Environment const& environment) {
  std::vector<std::string> places{"/config/config.yaml"};
  if (auto const folder = os::filled(environment, "XDG_CONFIG_HOME"))
    places.push_back(*folder + "/sievarr/config.yaml");
  else if (auto const home = os::filled(environment, "HOME"))
    places.push_back(*home + "/.config/sievarr/config.yaml");
  return places;
}

}  // namespace

document::Surroundings surroundings_of(Console const& console) {
  return {.variables = console.environment,
          .read_file = [](std::string const& path) { return os::read_file(path, largest_secret); }};
}

Outcome<config::Source> read_source(Console& console, std::string const& path) {
  bool const in = path == "-";
  auto text = in ? os::read_stream(console.in, "standard input", document::most_bytes)
                 : os::read_file(path, document::most_bytes);
  if (!text) return text.error();
  return config::Source{in ? "<stdin>" : path, *std::move(text)};
}

LoadedConfig loaded_config(config::Layers const& layers, Date today) {
  auto reading = config::prepare(layers, today);
  LoadedConfig loaded{.loaded = std::move(reading.value.loaded),
                      .plan = std::move(reading.value.plan),
                      .findings = {.problems = std::move(reading.problems)}};
  if (layers.file) loaded.findings.sources.emplace(layers.file->name, layers.file->text);
  return loaded;
}

void ConfigOption::declare(Syntax& syntax) {
  syntax.add({.name = "--config",
              .letter = "-c",
              .takes = "FILE",
              .meaning =
                  "the config file, - for standard input; else $SIEVARR_CONFIG, $CONFIG_PATH, "
                  "/config/config.yaml or $XDG_CONFIG_HOME/sievarr/config.yaml",
              .into = &file_});
  syntax.add({.name = "--set",
              .takes = "PATH=VALUE",
              .meaning = "a value that stands over the file and the environment, such as "
                         "exclude.genres=News,Sports; without a value the default counts",
              .into = &settings_});
}

std::optional<std::string> ConfigOption::path(Console const& console) const {
  if (!file_.empty()) return file_;
  for (auto const* const variable : {"SIEVARR_CONFIG", "CONFIG_PATH"})
    if (auto const named = os::filled(console.environment, variable)) return named;
  for (auto const& place : usual_places(console.environment))
    if (os::exists(place)) return place;
  return std::nullopt;
}

Outcome<LoadedConfig> ConfigOption::load(Console& console) const {
  auto source = this->source(console);
  if (!source) return source.error();
  config::Layers const layers{
      .file = *std::move(source), .surroundings = surroundings_of(console), .arguments = settings_};
  return loaded_config(layers, console.today);
}

Outcome<std::optional<config::Source>> ConfigOption::source(Console& console) const {
  if (source_) return source_;
  auto const file = path(console);
  if (!file) return std::optional<config::Source>{};
  auto read = read_source(console, *file);
  if (!read) return read.error();
  return std::optional{*std::move(read)};
}

std::optional<LoadedConfig> ConfigOption::need(Console& console) const {
  return need(console, Servers::excused);
}

std::optional<LoadedConfig> ConfigOption::need_all(Console& console) const {
  return need(console, Servers::needed);
}

std::optional<LoadedConfig> ConfigOption::need(Console& console, Servers servers) const {
  auto loaded = load(console);
  if (!loaded) {
    complain(console, loaded.error());
    return std::nullopt;
  }
  if (servers == Servers::excused) config::excuse_unset(loaded->findings.problems);
  complain(console, loaded->findings);
  if (has_errors(loaded->findings.problems)) return std::nullopt;
  return *std::move(loaded);
}

ConfigOption ConfigOption::with_file(std::string path) const {
  auto other = *this;
  other.file_ = std::move(path);
  other.source_.reset();
  return other;
}

ConfigOption ConfigOption::with_source(config::Source source) const {
  auto other = *this;
  other.source_ = std::move(source);
  return other;
}

}  // namespace sievarr::cli
