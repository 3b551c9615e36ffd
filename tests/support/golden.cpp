#include "golden.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <system_error>

namespace sievarr::test {
namespace {

namespace fs = std::filesystem;

fs::path tests_folder() {
  char const* const folder = std::getenv("SIEVARR_TESTS");
  return folder != nullptr ? fs::path(folder) : fs::path("tests");
}

std::optional<std::string> read_file(fs::path const& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(file), {});
}

void write_file(fs::path const& path, std::string_view text) {
  std::error_code ignored;
  fs::create_directories(path.parent_path(), ignored);
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file << text;
  file.close();
  REQUIRE_MESSAGE(!file.fail(), "cannot write ", path.string());
}

}  // namespace

std::string read_data(std::string_view name) {
  auto text = read_file(tests_folder() / name);
  REQUIRE_MESSAGE(text.has_value(), "there is no file tests/", std::string(name));
  return std::move(*text);
}

void golden(std::string_view name, std::string_view text) {
  golden_beside("golden/" + std::string(name), text);
}

void golden_beside(std::string_view name, std::string_view text) {
  auto const path = tests_folder() / name;
  char const* const update = std::getenv("SIEVARR_UPDATE_GOLDENS");
  if (update != nullptr && std::string_view(update) == "1") write_file(path, text);

  auto const expected = read_file(path);
  INFO(std::string(name), " differs; if that is meant: tests/run goldens");
  REQUIRE(expected.has_value());
  CHECK(*expected == std::string(text));
}

std::vector<std::string> names_below(std::string_view folder, std::string_view end) {
  std::vector<std::string> names;
  for (auto const& entry : fs::directory_iterator(tests_folder() / folder)) {
    auto name = entry.path().filename().string();
    if (name.size() < end.size() || std::string_view(name).substr(name.size() - end.size()) != end)
      continue;
    names.push_back(std::string(folder) + "/" + name.substr(0, name.size() - end.size()));
  }
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace sievarr::test
