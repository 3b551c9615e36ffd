#include "shared.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>

namespace sievarr::test {
namespace {

namespace fs = std::filesystem;

fs::path shared_data() {
  char const* const folder = std::getenv("SIEVARR_TESTS");
  auto const checkout = folder != nullptr ? fs::path(folder).parent_path() : fs::current_path();
  return checkout.parent_path() / "shared" / "data";
}

void say_absent(std::string_view name) {
  MESSAGE("skipped: there is no ../shared/data/", std::string(name), " beside the checkout");
}

}  // namespace

std::optional<std::string> read_shared(std::string_view name) {
  std::ifstream file(shared_data() / name, std::ios::binary);
  if (file) return std::string(std::istreambuf_iterator<char>(file), {});
  say_absent(name);
  return std::nullopt;
}

std::vector<std::string> list_shared(std::string_view folder) {
  std::vector<std::string> names;
  std::error_code error;
  for (auto const& entry : fs::directory_iterator(shared_data() / folder, error))
    names.push_back(std::string(folder) + "/" + entry.path().filename().string());
  if (names.empty()) say_absent(folder);
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace sievarr::test
