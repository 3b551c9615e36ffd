#include <sievarr/document/yaml.hpp>

#include "golden.hpp"
#include "shown.hpp"

#include <doctest/doctest.h>

#include <string>

namespace sievarr::document {
namespace {

std::string shown(Problems const& problems) {
  std::string text;
  for (auto const& problem : problems)
    text += to_text(problem) + "\n    " + std::string(problem.code) + "\n";
  return text;
}

TEST_CASE("every good document is the tree that stands beside it") {
  auto const names = test::names_below("data/yaml/good", ".yaml");
  CHECK(names.size() >= 60);
  for (auto const& name : names) {
    CAPTURE(name);
    auto const read = read_yaml(test::read_data(name + ".yaml"), "config.yaml");

    auto now = test::shown(read.value) + "\n" + shown(read.problems);
    if (name.find("places") != std::string::npos) now += test::places(read.value);
    CHECK_FALSE(has_errors(read.problems));
    test::golden_beside(name + ".expected", now);
  }
}

TEST_CASE("every bad document says what is wrong with it, and where") {
  auto const names = test::names_below("data/yaml/bad", ".yaml");
  CHECK(names.size() >= 60);
  for (auto const& name : names) {
    CAPTURE(name);
    auto const read = read_yaml(test::read_data(name + ".yaml"), "config.yaml");

    auto const now = shown(read.problems);
    CHECK_FALSE(read.problems.empty());
    test::golden_beside(name + ".expected", now);
  }
}

}  // namespace
}  // namespace sievarr::document
