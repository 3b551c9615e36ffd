#include "checks.hpp"

#include <algorithm>
#include <map>

namespace sievarr::tidy {
namespace {

bool is_below(std::string_view name, std::string_view prefix) {
  if (!name.starts_with(prefix)) return false;
  return name.size() == prefix.size() || name[prefix.size()] == '/' || name[prefix.size()] == '.';
}

bool is_standard(Include const& include) {
  return include.opened == '<' && include.name.find_first_of("./") == std::string::npos;
}

/// How others include what lies in a folder.
std::string_view room_of(std::string_view folder) {
  for (std::string_view const outer : {"include/", "tool/"}) {
    if (folder.starts_with(outer)) return folder.substr(outer.size());
  }
  return folder;
}

std::string_view stem_of(std::string_view path) {
  auto const slash = path.rfind('/');
  auto const name = slash == std::string_view::npos ? path : path.substr(slash + 1);
  return name.substr(0, name.find('.'));
}

bool may_include_ours(Floor const& floor, Include const& include) {
  auto const& name = include.name;
  // A name without a folder is a neighbour.
  if (name.find('/') == std::string::npos) return true;
  if (is_below(name, room_of(floor.folder))) return true;
  return std::any_of(floor.ours.begin(), floor.ours.end(),
                     [&](std::string const& ours) { return ours == "*" || is_below(name, ours); });
}

bool may_include_others(Floor const& floor, Include const& include, std::string_view path) {
  return std::any_of(floor.others.begin(), floor.others.end(), [&](Permission const& permission) {
    if (permission.header == "*") return true;
    bool const here = permission.where.empty() || permission.where == "1" ||
                      stem_of(path).starts_with(permission.where);
    return here && is_below(include.name, permission.header);
  });
}

bool needs_a_floor(Source const& source) {
  return is_cpp(source) && (source.path.starts_with("include/sievarr/") ||
                            source.path.starts_with("tool/") || source.path.starts_with("wasm/"));
}

/// The files of a folder that use a library that only one of them may use.
Findings check_only_one(std::vector<Source> const& sources, Floor const& floor,
                        Permission const& permission) {
  Findings findings;
  std::string first;
  for (auto const& source : sources) {
    if (!is_below(source.path, floor.folder)) continue;
    for (auto const& include : source.includes) {
      if (!is_below(include.name, permission.header)) continue;
      if (first.empty()) first = source.path;
      if (first == source.path) break;
      findings.push_back({source.path, include.line,
                          "only one file may use " + permission.header + ", " + first + " does"});
      break;
    }
  }
  return findings;
}

}  // namespace

Findings check_floors(Source const& source, Rules const& rules) {
  Findings findings;
  auto const* const floor = find_floor(rules, folder_of(source.path));
  if (floor == nullptr) {
    if (!needs_a_floor(source)) return findings;
    return {{source.path, 0, "its folder has no row in tests/tidy/floors"}};
  }
  for (auto const& include : source.includes) {
    if (is_standard(include)) continue;
    bool const allowed = is_ours(include) ? may_include_ours(*floor, include)
                                          : may_include_others(*floor, include, source.path);
    if (allowed) continue;
    findings.push_back(
        {source.path, include.line,
         floor->folder + " may not include " + include.name + " here, see tests/tidy/floors"});
  }
  return findings;
}

Findings check_one_file_each(std::vector<Source> const& sources, Rules const& rules) {
  Findings findings;
  for (auto const& floor : rules.floors) {
    for (auto const& permission : floor.others) {
      if (permission.where == "1") append(findings, check_only_one(sources, floor, permission));
    }
  }
  return findings;
}

}  // namespace sievarr::tidy
