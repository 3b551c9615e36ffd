#include <sievarr/document/path.hpp>
#include <sievarr/document/yaml.hpp>

#include <doctest/doctest.h>

#include <string>

namespace sievarr::document {
namespace {

Path path(std::string_view text) {
  auto read = read_path(text);
  REQUIRE(read);
  return *read;
}

TEST_CASE("a path is written as it is read") {
  for (auto const* text : {"", "a", "selections[2].rating.min", "[0]", "[0][1].a", "a[\"b.c\"].d",
                           "[\"say \\\"x\\\" \\\\\"]", "a-b_c.é", "[\"\"]"}) {
    CAPTURE(text);
    CHECK(to_text(path(text)) == text);
  }
}

TEST_CASE("what is no path is refused") {
  for (auto const* text : {".", "a.", ".a", "a..b", "a[", "a[x]", "a[-1]", "a[]", "a[1]b", "a b",
                           "a[\"b]", "a[\"b\"", "a]", "a[99999999999999999999]"}) {
    CAPTURE(text);
    auto const read = read_path(text);
    REQUIRE_FALSE(read);
    CHECK(read.error().code == "bad-path");
  }
  CHECK(read_path("a..b").error().message ==
        "must be a path such as selections[2].rating.min, got \"a..b\"");
}

TEST_CASE("a path leads to a value, or to nothing") {
  auto const node = read_yaml("a:\n  - b: 1\n  - c d: 2\n", "config.yaml").value;

  CHECK(scalar(*find(node, path("a[0].b")))->text == "1");
  CHECK(scalar(*find(node, path("a[1][\"c d\"]")))->text == "2");
  CHECK(find(node, path("")) == &node);
  for (auto const* text : {"a[2]", "a.b", "x", "a[0].b.c", "a[0][0]"}) {
    CAPTURE(text);
    CHECK(find(node, path(text)) == nullptr);
  }
}

TEST_CASE("what does not exist stands where its nearest ancestor does") {
  auto const node = read_yaml("a:\n  b: 1\n", "config.yaml").value;

  CHECK(to_text(place_of(node, path("a.b"))) == "config.yaml:2:6");
  CHECK(to_text(place_of(node, path("a.c.d"))) == "config.yaml:2:3");
  CHECK(to_text(place_of(node, path("x[3]"))) == "config.yaml:1:1");
}

}  // namespace
}  // namespace sievarr::document
