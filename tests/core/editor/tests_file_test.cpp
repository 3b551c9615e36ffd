#include <sievarr/editor/tests_file.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace sievarr::editor {
namespace {

constexpr std::string_view beside =
    "config: config.yaml\n"
    "today: 2026-01-31\n"
    "expect:\n"
    "  - {show: \"tvmaze:1\", verdict: add}\n";

std::string config_with(std::string_view text, std::string_view file) {
  auto const made = take_tests(text, file);
  return made.text ? *made.text : *made.message;
}

TEST_CASE("the tests of a file are put into a config, in the place of those that it had") {
  std::string const taken =
      "tests:\n  today: 2026-01-31\n  expect:\n    - show: tvmaze:1\n      verdict: add\n";
  CHECK(config_with("exclude: {}  # mine\n", beside) == "exclude: {}  # mine\n" + taken);
  CHECK(config_with("tests:\n  - {no_other_than: [add]}\ndry_run: true\n", beside) ==
        taken + "dry_run: true\n");
}

TEST_CASE("a file that expects nothing is no file of tests") {
  CHECK(config_with("", "selections: []\n") == "there is no \"expect\" in this file");
  CHECK(config_with("", "[") == "there is no \"expect\" in this file");
}

TEST_CASE("the tests of a config are a file that brings them back") {
  auto const config = config_with("selections: []\n", beside);
  auto const file = tests_file(config);
  CHECK(file.starts_with("config: config.yaml\n"));
  CHECK(config_with("selections: []\n", file) == config);
  CHECK(tests_file("tests: [{no_other_than: [add]}]\n") ==
        "config: config.yaml\nexpect:\n  - no_other_than: [add]\n");
  CHECK(tests_file("selections: []\n").empty());
  CHECK(tests_file("tests:\n").empty());
  CHECK(tests_file("tests: [").empty());
}

}  // namespace
}  // namespace sievarr::editor
