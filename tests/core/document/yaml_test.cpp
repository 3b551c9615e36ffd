#include <sievarr/document/yaml.hpp>

#include "golden.hpp"
#include "shown.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

namespace sievarr::document {
namespace {

/// The documents of a folder below tests/data/yaml, without their ".yaml", in order.
std::vector<std::string> documents(std::string const& folder) {
  std::vector<std::string> names;
  auto const root = std::filesystem::path(std::getenv("SIEVARR_TESTS")) / "data/yaml" / folder;
  for (auto const& entry : std::filesystem::directory_iterator(root))
    if (entry.path().extension() == ".yaml")
      names.push_back("data/yaml/" + folder + "/" + entry.path().stem().string());
  std::sort(names.begin(), names.end());
  return names;
}

/// The expectation beside a document; written anew where goldens are.
std::string expected(std::string const& name, std::string const& now) {
  if (std::getenv("SIEVARR_UPDATE_GOLDENS"))
    std::ofstream(std::string(std::getenv("SIEVARR_TESTS")) + "/" + name + ".expected",
                  std::ios::binary)
        << now;
  return test::read_data(name + ".expected");
}

std::string shown(Problems const& problems) {
  std::string text;
  for (auto const& problem : problems)
    text += to_text(problem) + "\n    " + std::string(problem.code) + "\n";
  return text;
}

TEST_CASE("every good document is the tree that stands beside it") {
  auto const names = documents("good");
  CHECK(names.size() >= 60);
  for (auto const& name : names) {
    CAPTURE(name);
    auto const read = read_yaml(test::read_data(name + ".yaml"), "config.yaml");

    auto now = test::shown(read.value) + "\n" + shown(read.problems);
    if (name.find("places") != std::string::npos) now += test::places(read.value);
    CHECK_FALSE(has_errors(read.problems));
    CHECK(now == expected(name, now));
  }
}

TEST_CASE("every bad document says what is wrong with it, and where") {
  auto const names = documents("bad");
  CHECK(names.size() >= 60);
  for (auto const& name : names) {
    CAPTURE(name);
    auto const read = read_yaml(test::read_data(name + ".yaml"), "config.yaml");

    auto const now = shown(read.problems);
    CHECK_FALSE(read.problems.empty());
    CHECK(now == expected(name, now));
  }
}

}  // namespace
}  // namespace sievarr::document
