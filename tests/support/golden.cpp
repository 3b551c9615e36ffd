#include "golden.hpp"

#include <doctest/doctest.h>

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
  auto const path = tests_folder() / "golden" / name;
  char const* const update = std::getenv("SIEVARR_UPDATE_GOLDENS");
  if (update != nullptr && std::string_view(update) == "1") write_file(path, text);

  auto const expected = read_file(path);
  INFO("golden/", std::string(name), " differs; if that is meant: tests/run goldens");
  REQUIRE(expected.has_value());
  CHECK(*expected == std::string(text));
}

}  // namespace sievarr::test
