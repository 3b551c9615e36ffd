#pragma once

#include <sievarr/derive/leaves.hpp>
#include <sievarr/document/environment.hpp>

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace sievarr::config {

/// A line as a config said it before there were selections, and where it went. Paths of old lines
/// begin below `filters`; those of new ones in `exclude` or in the selection that replaces them.
struct LegacyLine {
  enum class Home : std::uint8_t { exclude, selection };

  std::string_view path;
  Home home;
  std::string_view now;
  bool lenient = false;           ///< It let shows pass that lack the value.
  std::string_view word_if = "";  ///< A truth value; where it is true, this word is what it means.
};

inline constexpr std::array<LegacyLine, 7> legacy_lines{{
    {"genres.exclude", LegacyLine::Home::exclude, "genres"},
    {"types.include", LegacyLine::Home::selection, "types"},
    {"languages.include", LegacyLine::Home::selection, "languages"},
    {"countries.include", LegacyLine::Home::selection, "countries"},
    {"status.exclude_ended", LegacyLine::Home::selection, "status.none", false, "Ended"},
    {"premiered.after", LegacyLine::Home::selection, "premiered.after", true},
    {"min_runtime", LegacyLine::Home::selection, "runtime.min", true},
}};

/// The selection that old lines become.
inline constexpr std::string_view legacy_selection = "default";

/// The variables that set old lines: FILTERS_GENRES_EXCLUDE and so on.
inline std::vector<document::Setting> legacy_settings() {
  using Shape = document::Setting::Shape;
  std::vector<document::Setting> settings;
  for (auto const& line : legacy_lines) {
    auto const path = "filters." + std::string{line.path};
    bool const list = line.now.find('.') == std::string_view::npos;
    auto steps = document::read_path(path);
    settings.push_back({.path = steps ? *std::move(steps) : document::Path{},
                        .name = derive::variable_of(path),
                        .shape = list ? Shape::list : Shape::one});
  }
  return settings;
}

}  // namespace sievarr::config
