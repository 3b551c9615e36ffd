#include "checks.hpp"

#include <algorithm>
#include <filesystem>
#include <map>

namespace sievarr::tidy {
namespace {

constexpr std::size_t most_files = 40;
constexpr std::string_view page = "wasm/web/src/";

bool is_script(std::string_view path) {
  return path.ends_with(".ts") || path.ends_with(".svelte") || path.ends_with(".js");
}

/// What a line of a script imports from the page itself, as a path from the root; or nothing.
std::string imported_in(std::string const& line, std::string const& folder) {
  for (std::string_view const word : {"from '", "import '", "import('"}) {
    auto const at = line.find(word);
    if (at == std::string::npos) continue;
    auto const start = at + word.size();
    auto const name = line.substr(start, line.find('\'', start) - start);
    if (!name.starts_with('.')) continue;
    return std::filesystem::path(folder + "/" + name).lexically_normal().generic_string();
  }
  return {};
}

/// The folder of the page that a path lies in, without what is below it; "main" for its root.
std::string floor_of(std::string_view path) {
  auto const rest = path.substr(page.size());
  auto const slash = rest.find('/');
  return slash == std::string_view::npos ? "main" : std::string(rest.substr(0, slash));
}

}  // namespace

Findings check_folders(std::vector<Source> const& sources) {
  std::map<std::string, std::size_t> counts;
  for (auto const& source : sources)
    if (is_cpp(source) || is_script(source.path)) ++counts[folder_of(source.path)];
  Findings findings;
  for (auto const& [folder, count] : counts) {
    if (count <= most_files) continue;
    findings.push_back({folder, 0, "a folder has at most 40 files, got " + std::to_string(count)});
  }
  return findings;
}

Findings check_imports(Source const& source, Rules const& rules) {
  if (!source.path.starts_with(page) || !is_script(source.path)) return {};
  auto const here = floor_of(source.path);
  if (here == "main") return {};
  auto const* const floor = find_floor(rules, std::string(page) + here);
  if (floor == nullptr || floor->folder != std::string(page) + here)
    return {{source.path, 0, "its folder has no row in tests/tidy/floors"}};
  Findings findings;
  for (std::size_t line = 0; line < source.lines.size(); ++line) {
    auto const path = imported_in(source.lines[line], folder_of(source.path));
    if (!path.starts_with(page)) continue;
    auto const there = floor_of(path);
    auto const& ours = floor->ours;
    if (there == here || std::find(ours.begin(), ours.end(), there) != ours.end()) continue;
    findings.push_back({source.path, line + 1,
                        here + " may not import from " + there + ", see tests/tidy/floors"});
  }
  return findings;
}

}  // namespace sievarr::tidy
