#include "checks.hpp"

#include <algorithm>
#include <filesystem>
#include <set>

namespace sievarr::tidy {
namespace {

std::string name_of(std::string_view path) { return std::string(path.substr(path.rfind('/') + 1)); }

/// The paths that an include may mean, from most to least likely.
std::vector<std::string> targets_of(Source const& source, Include const& include) {
  auto const folder = folder_of(source.path);
  auto const beside = std::filesystem::path(folder + "/" + include.name).lexically_normal();
  return {beside.generic_string(), "include/" + include.name, "tool/" + include.name,
          "tests/support/" + include.name, include.name};
}

std::set<std::string> included_paths(std::vector<Source> const& sources) {
  std::set<std::string> paths;
  for (auto const& source : sources) {
    for (auto const& include : source.includes) {
      for (auto const& target : targets_of(source, include)) {
        if (target != source.path) paths.insert(target);
      }
    }
  }
  return paths;
}

/// Whether a build file of the folder or above it names the file, whole or without its ending.
bool is_listed(std::string const& path, std::vector<Source> const& sources) {
  auto const stem = path.substr(0, path.rfind('.'));
  for (auto const& source : sources) {
    if (name_of(source.path) != "meson.build") continue;
    auto const folder = folder_of(source.path);
    auto const start = folder.empty() ? 0 : folder.size() + 1;
    if (!folder.empty() && !path.starts_with(folder + "/")) continue;
    for (auto const& line : source.lines) {
      if (line.find("'" + path.substr(start) + "'") != std::string::npos) return true;
      if (line.find("'" + stem.substr(start) + "'") != std::string::npos) return true;
    }
  }
  return false;
}

bool is_a_program_part(Source const& source) { return source.path.ends_with(".cpp"); }

}  // namespace

Findings check_dead_files(std::vector<Source> const& sources) {
  Findings findings;
  auto const included = included_paths(sources);
  for (auto const& source : sources) {
    if (is_header(source) && included.count(source.path) == 0) {
      findings.push_back({source.path, 0, "nobody includes it"});
    }
    if (is_a_program_part(source) && !is_listed(source.path, sources)) {
      findings.push_back({source.path, 0, "no meson.build names it, so nothing builds it"});
    }
  }
  return findings;
}

Findings check_project(std::vector<Source> const& sources, Rules const& rules) {
  auto findings = check_one_file_each(sources, rules);
  append(findings, check_dead_files(sources));
  append(findings, check_folders(sources));
  return findings;
}

Findings check_source(Source const& source, Rules const& rules) {
  auto findings = check_floors(source, rules);
  append(findings, check_bans(source, rules));
  append(findings, check_layout(source));
  append(findings, check_statements(source));
  append(findings, check_imports(source, rules));
  return findings;
}

}  // namespace sievarr::tidy
