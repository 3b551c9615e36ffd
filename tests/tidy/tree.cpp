#include "tree.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace sievarr::tidy {
namespace {

namespace fs = std::filesystem;

/// Folders that are left out, by their path below the root or, without a slash, by their name.
constexpr std::array left_out{
    ".git",         "build",      "node_modules",     "bad",
    "tests/golden", "tests/data", "tests/fuzz/seeds", "tests/fuzz/crashes",
    "dist",         ".cache",     "docs/reference"};

bool is_left_out(std::string const& path) {
  bool const is_fetched = path.starts_with("subprojects/") && path != "subprojects/packagefiles" &&
                          !path.starts_with("subprojects/packagefiles/");
  auto const name = path.substr(path.rfind('/') + 1);
  return is_fetched || std::any_of(left_out.begin(), left_out.end(), [&](std::string_view folder) {
           return path == folder || name == folder;
         });
}

bool is_read(fs::path const& path) {
  static constexpr std::array endings{".hpp", ".cpp", ".h",   ".c",      ".sh",   ".md",   ".ts",
                                      ".js",  ".css", ".mjs", ".svelte", ".html", ".yaml", ".wrap"};
  auto const name = path.filename().string();
  // The tables of tidy itself: wide, and full of banned words.
  if (path.extension().empty()) return name != "bans" && name != "floors";
  return name == "meson.build" ||
         std::find(endings.begin(), endings.end(), path.extension().string()) != endings.end();
}

}  // namespace

std::string root_folder() {
  char const* const tests = std::getenv("SIEVARR_TESTS");
  return (fs::path(tests == nullptr ? "tests" : tests) / "..").lexically_normal().string();
}

std::string read_text(std::string const& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<Source> read_tree(std::string const& root) {
  std::vector<Source> sources;
  for (auto at = fs::recursive_directory_iterator(root); at != fs::recursive_directory_iterator();
       ++at) {
    auto const path = at->path().lexically_relative(root).generic_string();
    if (at->is_directory()) {
      if (is_left_out(path)) at.disable_recursion_pending();
    } else if (at->is_regular_file() && is_read(at->path())) {
      sources.push_back(read_source(path, read_text(at->path().string())));
    }
  }
  std::sort(sources.begin(), sources.end(),
            [](Source const& a, Source const& b) { return a.path < b.path; });
  return sources;
}

}  // namespace sievarr::tidy
