#include <sievarr/document/merge.hpp>
#include <sievarr/document/yaml.hpp>

#include "shown.hpp"

#include <doctest/doctest.h>

#include <string>

namespace sievarr::document {
namespace {

Node read(std::string const& text, std::string const& source = "config.yaml") {
  return read_yaml(text, source).value;
}

std::string merged(std::string const& lower, std::string const& upper) {
  auto const result = merge(read(lower), read(upper, "upper.yaml"));
  if (result.problems.empty()) return test::shown(result.value);
  return to_text(result.problems.front());
}

TEST_CASE("mappings merge by key, in the order of the lower one") {
  CHECK(merged("{a: 1, b: {c: 2, d: 3}}", "{e: 5, b: {d: 4}}") == "{a: 1, b: {c: 2, d: 4}, e: 5}");
  CHECK(merged("{}", "{a: {b: 1}}") == "{a: {b: 1}}");
  CHECK(merged("{a: 1}", "{}") == "{a: 1}");
}

TEST_CASE("all else is replaced") {
  CHECK(merged("{a: [1, 2]}", "{a: [3]}") == "{a: [3]}");
  CHECK(merged("{a: [Drama]}", "{a: {none: [News]}}") == "{a: {none: [News]}}");
  CHECK(merged("{a: {b: 1}}", "{a: x}") == "{a: x}");
  CHECK(merged("{a: {b: 1}}", "{a: null}") == "{a: null}");
  CHECK(merged("{a: x}", "{a: {b: 1}}") == "{a: {b: 1}}");
  CHECK(merged("a", "{b: 1}") == "{b: 1}");
}

TEST_CASE("each value remembers where it came from") {
  auto const node =
      merge(read("a: 1\nb: {c: 2, d: 3}\n"), read("b:\n  d: 4\n", "upper.yaml")).value;

  CHECK(to_text(find(node, "a")->place) == "config.yaml:1:4");
  CHECK(to_text(find(node, "b")->place) == "config.yaml:2:4");
  CHECK(to_text(find(*find(node, "b"), "c")->place) == "config.yaml:2:8");
  CHECK(to_text(find(*find(node, "b"), "d")->place) == "upper.yaml:2:6");
}

TEST_CASE("a reset takes its key away, and only its key") {
  Node upper{.value = Mapping{{.key = "b", .value = {.value = Mapping{}}}}};
  mapping(mapping(upper)->front().value)->push_back({.key = "c", .value = reset({})});
  mapping(mapping(upper)->front().value)->push_back({.key = "x", .value = reset({})});

  CHECK(test::shown(merge(read("{a: 1, b: {c: 2, d: 3}}"), upper).value) == "{a: 1, b: {d: 3}}");
  CHECK(test::shown(merge(read("{a: 1}"), upper).value) == "{a: 1, b: {}}");
  CHECK(test::shown(merge(read("{a: 1}"), reset({})).value) == "{}");
}

TEST_CASE("no document can write a reset") {
  CHECK_FALSE(is_reset(*find(read("a: \"\\0\""), "a")));
  CHECK_FALSE(is_reset(*find(read("a:"), "a")));
  CHECK(is_reset(reset({})));
}

TEST_CASE("numbers as keys change single items of a list") {
  CHECK(merged("{s: [{u: a, k: 1}, {u: b}]}", "{s: {'1': {u: c}}}") ==
        "{s: [{u: a, k: 1}, {u: c}]}");
  CHECK(merged("{s: [{u: a}]}", "{s: {'1': {u: b}}}") == "{s: [{u: a}, {u: b}]}");
  CHECK(merged("{}", "{s: {'1': {u: b}, '0': {u: a}}}") == "{s: [{u: a}, {u: b}]}");
  CHECK(merged("{s: {u: a}}", "{s: {'0': {k: 1}}}") == "{s: {u: a, k: 1}}");
  CHECK(merged("{s: {u: a}}", "{s: {'1': {u: b}}}") == "{s: [{u: a}, {u: b}]}");
}

TEST_CASE("a gap between items is said") {
  CHECK(
      merged("{s: [{u: a}]}", "{s: {'2': {u: c}}}") ==
      "upper.yaml:1:6: s[2]: there is no item 1 in front of it; number them from 0 without a gap");
}

TEST_CASE("what is said about one of several is said about nobody") {
  CHECK(merged("{s: [{u: a}]}", "{s: {u: b}}") == "{s: [{u: b}]}");
  CHECK(merged("{s: [{u: a}, {u: b}]}", "{s: {u: c}}") ==
        "upper.yaml:1:6: s: there are 2 of them; say which one is meant");
}

}  // namespace
}  // namespace sievarr::document
