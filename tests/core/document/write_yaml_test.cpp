#include <sievarr/document/same_meaning.hpp>
#include <sievarr/document/write_yaml.hpp>
#include <sievarr/document/yaml.hpp>

#include "golden.hpp"
#include "shown.hpp"

#include <doctest/doctest.h>

#include <string>

namespace sievarr::document {
namespace {

Node parsed(std::string const& text) { return read_yaml(text, "config.yaml").value; }

Node text_node(std::string text, Scalar::Style style) {
  return {.value = Scalar{.text = std::move(text), .style = style}};
}

TEST_CASE("a config is written as people write it") {
  auto const node = parsed(
      R"({"exclude": {"genres": ["News", "Talk Show"], "where": {"all": [{"rating": {"min": 3}}]}},
          "selections": [{"name": "prestige", "rating": {"min": 8}}, {"name": "rest"}],
          "dry_run": true, "always": [], "sonarr": {}, "nothing": null})");

  CHECK(write_yaml(node) == R"(exclude:
  genres: [News, Talk Show]
  where:
    all:
      - rating:
          min: 3
selections:
  - name: prestige
    rating:
      min: 8
  - name: rest
dry_run: true
always: []
sonarr: {}
nothing: null
)");
}

TEST_CASE("texts keep their quotes where they would be taken for something else") {
  auto const node = parsed(
      R"({a: "null", b: "08", c: "true", d: "no", e: "-1", f: ".5", g: "", h: " x", i: "a: b",
          j: "a #b", k: "*x", l: "[x]", m: "x,y", n: "2026-01-31", o: "x\ty", p: "-", q: "it's",
          r: "~", s: "é", t: "\u2028", u: "a:", v: "-x", w: "---", x: "<<"})");

  CHECK(write_yaml(node) == R"(a: "null"
b: "08"
c: "true"
d: "no"
e: "-1"
f: ".5"
g: ""
h: " x"
i: "a: b"
j: "a #b"
k: "*x"
l: "[x]"
m: x,y
n: "2026-01-31"
o: "x\ty"
p: "-"
q: it's
r: "~"
s: é
t: "\u2028"
u: "a:"
v: -x
w: "---"
x: "<<"
)");
}

TEST_CASE("plain words stay plain") {
  CHECK(write_yaml(parsed("a: no\nb: 08\nc: 1e3\nd: null\ne: ~\nf:\n")) ==
        "a: no\nb: 08\nc: 1e3\nd: null\ne: ~\nf: null\n");
}

TEST_CASE("texts of several lines stand behind a bar") {
  CHECK(write_yaml(parsed("a: \"one\\n  two\\n\\nthree\\n\"\nb: [\"x\\ny\"]\nc: \"\\nx\"\n")) ==
        "a: |\n  one\n    two\n\n  three\nb: [\"x\\ny\"]\nc: \"\\nx\"\n");
  CHECK(write_yaml(parsed("- a: |-\n    x\n    y\n")) == "- a: |-\n    x\n    y\n");
}

TEST_CASE("long lists have an item on each line") {
  CHECK(write_yaml(parsed("a: [" + std::string(40, 'x') + ", " + std::string(40, 'y') + "]\n")) ==
        "a:\n  - " + std::string(40, 'x') + "\n  - " + std::string(40, 'y') + "\n");
}

TEST_CASE("every good document is written and read again as the same") {
  for (auto const& name : test::names_below("data/yaml/good", ".yaml")) {
    CAPTURE(name);
    auto const node = parsed(test::read_data(name + ".yaml"));
    auto const written = write_yaml(node);
    CAPTURE(written);

    auto const again = read_yaml(written, "again.yaml");
    CHECK(again.problems.empty());
    CHECK(same_meaning(again.value, node));
    CHECK(write_yaml(again.value) == written);
  }
}

constexpr char const* awkward_texts[] = {"",
                                         " ",
                                         "\n",
                                         "\n\n",
                                         "a\n",
                                         "a\n\n",
                                         " a\nb",
                                         "a \nb",
                                         "a\n b",
                                         "\t",
                                         "\ta\nb",
                                         "\r\n",
                                         "a\rb",
                                         "#",
                                         "# x",
                                         "a #",
                                         "a:",
                                         ":a",
                                         "a:b",
                                         "a: b",
                                         "- a",
                                         "-",
                                         "--",
                                         "---",
                                         "...",
                                         "? a",
                                         "?",
                                         "a?",
                                         "%a",
                                         "@a",
                                         "`a",
                                         "!a",
                                         "&a",
                                         "*a",
                                         "|",
                                         ">",
                                         "'",
                                         "\"",
                                         "\\",
                                         "a\\n",
                                         "[",
                                         "]",
                                         "{",
                                         "}",
                                         ",",
                                         "a,b",
                                         "a]b",
                                         "<<",
                                         "=",
                                         "null",
                                         "~",
                                         "\x7F",
                                         "\xC2\x85",
                                         "\xE2\x80\xA8",
                                         "\xEF\xBB\xBF",
                                         "\xEF\xBB\xBFx",
                                         "😀",
                                         "\xC2\xA0",
                                         "a\xC2\xA0",
                                         "${X}",
                                         "$${X}"};

TEST_CASE("every awkward text is written and read again as the same") {
  for (auto const* text : awkward_texts) {
    CAPTURE(text);
    for (auto const style : {Scalar::Style::plain, Scalar::Style::quoted}) {
      Node const node = text_node(text, style);
      Node const holder{.value =
                            Mapping{{.key = text, .value = node},
                                    {.key = "list", .value = {.value = Sequence{node, node}}}}};
      for (auto const& each : {node, holder}) {
        auto const written = write_yaml(each);
        CAPTURE(written);
        auto const again = read_yaml(written, "again.yaml");
        CHECK(again.problems.empty());
        CHECK(same_meaning(again.value, each));
      }
    }
  }
}

TEST_CASE("keys of any length can be written") {
  auto const node = Node{
      .value = Mapping{{.key = std::string(5000, 'k'), .value = {.value = Mapping{{.key = "a"}}}}}};

  auto const again = read_yaml(write_yaml(node), "again.yaml");
  CHECK(again.problems.empty());
  CHECK(same_meaning(again.value, node));
}

}  // namespace
}  // namespace sievarr::document
