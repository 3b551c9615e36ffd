#include <sievarr/document/yaml_edit.hpp>

#include <golden.hpp>
#include "shown.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace sievarr::document {
namespace {

Path path(std::string const& text) { return *read_path(text); }
Node node(std::string const& text) { return read_yaml(text, "").value; }
Node plain(std::string text) { return {.value = Scalar{.text = std::move(text)}}; }
Member entry(std::string key, Node value) {
  return {.key = std::move(key), .value = std::move(value)};
}

/// The text after the change, or why there was none.
std::string changed(std::string const& text, YamlEditor::Answer const& answer) {
  if (!answer) return "cannot: " + answer.error().message;
  auto made = edited(text, *answer);
  return made ? *made : "broken: " + made.error().message;
}

std::string replaced(std::string const& text, std::string const& at, Node const& value) {
  return changed(text, YamlEditor(text).replace(path(at), value));
}
std::string removed(std::string const& text, std::string const& at) {
  return changed(text, YamlEditor(text).remove(path(at)));
}
std::string renamed(std::string const& text, std::string const& at, std::string const& key) {
  return changed(text, YamlEditor(text).rename(path(at), key));
}
std::string inserted(std::string const& text, std::string const& at, Member const& value) {
  return changed(text, YamlEditor(text).insert(path(at), value));
}
std::string appended(std::string const& text, std::string const& at, Node const& value) {
  return changed(text, YamlEditor(text).append(path(at), value));
}

TEST_CASE("edits are made in any order, but never over each other") {
  CHECK(*edited("abcdef", {{4, 5, "E"}, {0, 1, "A"}, {2, 2, "-"}, {2, 2, "+"}}) == "Ab-+cdEf");
  CHECK(edited("abc", {{0, 2, ""}, {1, 3, ""}}).error().message ==
        "two changes overlap at byte 1; make them one after the other");
  CHECK(edited("abc", {{0, 4, ""}}).error().message ==
        "the change of bytes 0 to 4 does not fit a text of 3");
  CHECK(edited("abc", {{2, 1, ""}}).error().code == "bad-edit");
  CHECK(*edited("", {{0, 0, "x"}}) == "x");
}

TEST_CASE("a threshold is dragged, and nothing else moves") {
  CHECK(replaced("rating: { min: 7.5 }  # good ones\nb:   1\n", "rating.min", plain("8")) ==
        "rating: { min: 8 }  # good ones\nb:   1\n");
  CHECK(replaced("a:\r\n  - min: 7 # x\r\n", "a[0].min", plain("8")) == "a:\r\n  - min: 8 # x\r\n");
}

TEST_CASE("a new text gets the quotes that its surroundings need") {
  CHECK(replaced("a: x # c\n", "a", plain("y: z")) == "a: \"y: z\" # c\n");
  CHECK(replaced("a: x, y\n", "a", plain("p, q")) == "a: p, q\n");
  CHECK(replaced("a: [x, y]\n", "a[0]", plain("p, q")) == "a: [\"p, q\", y]\n");
  CHECK(replaced("a: 'x'\n", "a", {.value = Scalar{"08", Scalar::Style::quoted}}) == "a: \"08\"\n");
  CHECK(replaced("a: |\n  one\n  two\nb: 1\n", "a", plain("x")) == "a: x\nb: 1\n");
}

TEST_CASE("a value appears where there was none") {
  CHECK(replaced("a:\nb: 1\n", "a", plain("x")) == "a: x\nb: 1\n");
  CHECK(replaced("a:  # why\n", "a", plain("x")) == "a: x  # why\n");
  CHECK(replaced("-\n- b\n", "[0]", plain("x")) == "- x\n- b\n");
  CHECK(replaced("{a, b: }", "a", plain("x")) == "{a: x, b: }");
  CHECK(replaced("{a, b: }", "b", plain("x")) == "{a, b: x }");
  CHECK(replaced("a: &x\nb: 1\n", "a", plain("y")) == "a: &x y\nb: 1\n");
}

TEST_CASE("collections are replaced by whatever is wanted") {
  CHECK(replaced("a:\n  - x\n  - y\nb: 1\n", "a", node("[p, q]")) == "a: [p, q]\nb: 1\n");
  CHECK(replaced("a: [x]\nb: 1\n", "a", node("{p: 1, q: [2]}")) == "a:\n  p: 1\n  q: [2]\nb: 1\n");
  CHECK(replaced("a:\n- x\nb: 1\n", "a", node("{p: 1}")) == "a:\n  p: 1\nb: 1\n");
  CHECK(replaced("a: # why\n  x: 1\nb: 1\n", "a", node("{p: 1, q: 2}")) ==
        "a: # why\n  p: 1\n  q: 2\nb: 1\n");
  CHECK(replaced("- x: 1\n  y: 2\n- z\n", "[0]", node("{p: 1, q: 2}")) == "- p: 1\n  q: 2\n- z\n");
  CHECK(replaced("a: {x: 1}\n", "a.x", node("{p: [1]}")) == "a: {x: {p: [1]}}\n");
  CHECK(replaced("a: 1\n", "", node("{b: 2}")) == "b: 2\n");
}

TEST_CASE("a key is renamed where it stands") {
  CHECK(renamed("exclude:\n  genre: [x] # c\n", "exclude.genre", "genres") ==
        "exclude:\n  genres: [x] # c\n");
  CHECK(renamed("{\"a\":1}", "a", "b") == "{\"b\":1}");
  CHECK(renamed("a: 1\n", "a", "b: c") == "\"b: c\": 1\n");
  CHECK(renamed("a: 1\nb: 2\n", "a", "b") ==
        "cannot: this cannot be changed without touching more; change it by hand");
  CHECK(renamed("?", "[\"\"]", "b") ==
        "cannot: this cannot be changed without touching more; change it by hand");
  CHECK(renamed("a: 1\n", "x", "b") == "cannot: there is no x to change");
}

TEST_CASE("a member goes with its lines and the comment right above it") {
  CHECK(removed("a: 1\n# about b\n# more\nb: 2  # here\nc: 3\n", "b") == "a: 1\nc: 3\n");
  CHECK(removed("a: 1\n\n# about b\nb:\n  - x\n  - y\n\nc: 3\n", "b") == "a: 1\n\n\nc: 3\n");
  CHECK(removed("# about all\na: 1\nb: 2\n", "a") == "# about all\nb: 2\n");
  CHECK(removed("a: 1\nb: 2", "b") == "a: 1");
  CHECK(removed("a: 1\r\nb: 2\r\nc: 3\r\n", "b") == "a: 1\r\nc: 3\r\n");
  CHECK(removed("a:\n  b: 1\n  # of c\n  c: 2\n", "a.c") == "a:\n  b: 1\n");
}

TEST_CASE("a member that shares its line with a dash leaves the dash") {
  CHECK(removed("- name: x\n  min: 1\n- y\n", "[0].name") == "- min: 1\n- y\n");
  CHECK(removed("- - a\n  - b\n", "[0][0]") == "- - b\n");
}

TEST_CASE("an item goes, with its comma") {
  CHECK(removed("a: [x, y, z]  # c\n", "a[0]") == "a: [y, z]  # c\n");
  CHECK(removed("a: [x, y, z]\n", "a[1]") == "a: [x, z]\n");
  CHECK(removed("a: [x, y, z]\n", "a[2]") == "a: [x, y]\n");
  CHECK(removed("a: [\n  x,  # one\n  y,  # two\n  z,\n]\n", "a[1]") ==
        "a: [\n  x,  # one\n  z,\n]\n");
  CHECK(removed("a: {x: 1, y: 2}\n", "a.y") == "a: {x: 1}\n");
  CHECK(removed("a:\n- x\n- y # c\n- z\n", "a[1]") == "a:\n- x\n- z\n");
}

TEST_CASE("the last one leaves an empty collection, not nothing") {
  CHECK(removed("a:\n  b: 1\nc: 2\n", "a.b") == "a: {}\nc: 2\n");
  CHECK(removed("a:\n  - b\nc: 2\n", "a[0]") == "a: []\nc: 2\n");
  CHECK(removed("a: [b]\n", "a[0]") == "a: []\n");
  CHECK(removed("# all\na: 1\n", "a") == "# all\n");
  CHECK(removed("- a\n", "[0]") == "[]\n");
}

TEST_CASE("a member is added behind the others, indented as they are") {
  auto const genres = entry("genres", node("[News]"));
  CHECK(inserted("a:\n    b: 1  # c\n\nd: 2\n", "a", genres) ==
        "a:\n    b: 1  # c\n    genres: [News]\n\nd: 2\n");
  CHECK(inserted("- name: x\n- y\n", "[0]", genres) == "- name: x\n  genres: [News]\n- y\n");
  CHECK(inserted("a: {b: 1}\n", "a", genres) == "a: {b: 1, genres: [News]}\n");
  CHECK(inserted("a: {b: , c: }\n", "a", genres) == "a: {b: , c: , genres: [News] }\n");
  CHECK(inserted("a: {}\n", "a", genres) == "a: {genres: [News]}\n");
  CHECK(inserted("a:\nb: 1\n", "a", genres) == "a:\n  genres: [News]\nb: 1\n");
  CHECK(inserted("a: 1", "", genres) == "a: 1\ngenres: [News]");
  CHECK(inserted("a: 1\r\n", "", genres) == "a: 1\r\ngenres: [News]\r\n");
}

TEST_CASE("a member begins a document that has none") {
  auto const run = entry("dry_run", plain("true"));
  CHECK(inserted("", "", run) == "dry_run: true\n");
  CHECK(inserted("# mine\n", "", run) == "# mine\ndry_run: true\n");
  CHECK(inserted("# mine", "", run) == "# mine\ndry_run: true\n");
  CHECK(inserted("---\n", "", run) == "---\ndry_run: true\n");
}

TEST_CASE("a member with parts is written as a block") {
  CHECK(inserted("a: 1\n", "", entry("rating", node("{min: 1, max: [2, {x: 3}]}"))) ==
        "a: 1\nrating:\n  min: 1\n  max:\n    - 2\n    - x: 3\n");
}

TEST_CASE("an item is added behind the others") {
  CHECK(appended("a:\n  - x  # c\nb: 1\n", "a", plain("y")) == "a:\n  - x  # c\n  - y\nb: 1\n");
  CHECK(appended("a:\n- x\nb: 1\n", "a", plain("y")) == "a:\n- x\n- y\nb: 1\n");
  CHECK(appended("a: [x, ]\n", "a", plain("y")) == "a: [x, y, ]\n");
  CHECK(appended("a: []\n", "a", plain("y")) == "a: [y]\n");
  CHECK(appended("a:\n", "a", plain("y")) == "a: [y]\n");
  CHECK(appended("s:\n  - name: x\n", "s", node("{name: y, min: 1}")) ==
        "s:\n  - name: x\n  - name: y\n    min: 1\n");
}

TEST_CASE("what an anchor gives is changed where it is written, or not at all") {
  auto const text = std::string("base: &b {min: 1}\na: *b\nc:\n  <<: *b\n  max: 2\n");

  CHECK(replaced(text, "base.min", plain("3")) ==
        "base: &b {min: 3}\na: *b\nc:\n  <<: *b\n  max: 2\n");
  CHECK(inserted(text, "c", entry("x", plain("1"))) ==
        "base: &b {min: 1}\na: *b\nc:\n  <<: *b\n  max: 2\n  x: 1\n");
  CHECK(replaced(text, "a.min", plain("3")) ==
        "cannot: a.min comes from an alias or a merge key; change it where it is written");
  CHECK(replaced(text, "c.min", plain("3")) ==
        "cannot: c.min comes from an alias or a merge key; change it where it is written");
  CHECK(replaced(text, "a", plain("x")) == "base: &b {min: 1}\na: x\nc:\n  <<: *b\n  max: 2\n");
  CHECK(removed(text, "base").substr(0, 7) == "cannot:");
  CHECK(removed(text, "c.max") == "base: &b {min: 1}\na: *b\nc:\n  <<: *b\n");
}

TEST_CASE("a broken document is not made worse") {
  CHECK(replaced("a: 1\na: 2\n", "a", plain("3")) ==
        "cannot: mend the document first: duplicate key \"a\", first in line 1");
}

std::vector<Path> paths(Node const& tree, Path const& at = {}) {
  std::vector<Path> all{at};
  auto const visit = [&](Node const& inner, Path::value_type step) {
    auto deeper = at;
    deeper.push_back(std::move(step));
    for (auto& each : paths(inner, deeper)) all.push_back(std::move(each));
  };
  if (auto const* items = sequence(tree))
    for (std::size_t index = 0; index < items->size(); ++index) visit((*items)[index], index);
  if (auto const* members = mapping(tree))
    for (auto const& each : *members) visit(each.value, each.key);
  return all;
}

TEST_CASE("every value of every good document can be changed, or says why not") {
  int made = 0;
  int refused = 0;
  auto const check = [&](std::string const& text, YamlEditor::Answer const& answer,
                         std::string const& what) {
    ++(answer ? made : refused);
    CAPTURE(text);
    CAPTURE(what);
    if (!answer) {
      CHECK(answer.error().code == "cannot-edit");
      return;
    }
    auto const now = edited(text, *answer);
    REQUIRE(now);
    CHECK_FALSE(has_errors(read_yaml(*now, "").problems));
  };
  for (auto const& name : test::names_below("data/yaml/good", ".yaml")) {
    auto const text = test::read_data(name + ".yaml");
    if (text.size() > 100 && text.find("[[[[") == 0) continue;
    YamlEditor const editor(text);
    for (auto const& at : paths(editor.tree())) {
      auto const where = name + " " + to_text(at);
      check(text, editor.replace(at, plain("new")), where + " text");
      check(text, editor.replace(at, node("\"a: [b]\\n\"")), where + " quoted");
      check(text, editor.replace(at, node("[x, {y: z}]")), where + " list");
      check(text, editor.replace(at, node("{x: {y: z}}")), where + " mapping");
      check(text, editor.remove(at), where + " remove");
      check(text, editor.rename(at, "new, key"), where + " rename");
      check(text, editor.insert(at, entry("new", node("[1, 2]"))), where + " insert");
      check(text, editor.append(at, node("{x: 1, y: 2}")), where + " append");
    }
  }
  // What is refused are renames and removals without a name, and what anchors and merge keys share.
  CHECK(made > 2 * refused);
}

}  // namespace
}  // namespace sievarr::document
