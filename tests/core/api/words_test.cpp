#include <sievarr/api/words.hpp>

#include <sievarr/adding/plan_report.hpp>
#include <sievarr/api/openapi.hpp>
#include <sievarr/derive/print.hpp>
#include <sievarr/document/write_json.hpp>

#include "golden.hpp"

#include <doctest/doctest.h>

#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sievarr::api {
namespace {

/// The enumerations of a document that no description above them tells in words.
void collect(document::Node const& node, bool told, std::set<std::string>& bare) {
  if (auto const* const items = document::sequence(node))
    for (auto const& item : *items) collect(item, told, bare);
  auto const* const members = document::mapping(node);
  if (!members) return;
  auto const* const said = document::find(node, "description");
  if (said && document::scalar(*said))
    told = told || document::scalar(*said)->text.find("\n- `") != std::string::npos;
  if (auto const* const words = document::find(node, "enum"); words && !told)
    bare.insert(document::write_json(*words));
  for (auto const& member : *members) collect(member.value, told, bare);
}

}  // namespace

TEST_CASE("the reference of the words and those of the page are what stands beside the types") {
  test::golden_beside("../docs/reference/words.md", words_as_markdown());
  test::golden_beside("../docs/reference/words.ts", words_as_typescript());
}

TEST_CASE("each word that people are shown has a text, a shape and a sentence of its own") {
  for_each_shown([](auto shown) {
    using E = typename decltype(shown)::Words;
    std::set<std::string_view> meanings;
    for (auto const& each : reflect::enumerators_of<E>()) {
      auto const label = reflect::label_of(each.value);
      CAPTURE(each.name);
      CHECK_FALSE(label.text.empty());
      CHECK_FALSE(label.several.empty());
      CHECK_FALSE(label.glyph.empty());
      CHECK(label.text.find_first_of("'\"<&_|") == std::string_view::npos);
      CHECK(label.meaning.ends_with('.'));
      CHECK(meanings.insert(label.meaning).second);
    }
  });
}

TEST_CASE("verdicts, and what becomes of shows, are told apart by their shape alone") {
  auto const shapes = [](auto enumerators) {
    std::set<std::string_view> glyphs;
    for (auto const& each : enumerators) glyphs.insert(reflect::label_of(each.value).glyph);
    return glyphs.size();
  };
  CHECK(shapes(reflect::enumerators_of<filter::Verdict>()) == 4);
  CHECK(shapes(reflect::enumerators_of<filter::Shift>()) == 5);
  CHECK(shapes(reflect::enumerators_of<adding::Status>()) == 8);
}

TEST_CASE("what several do is said as one would say it behind a number") {
  CHECK(reflect::counted_as(1, filter::Shift::added) == "1 enters");
  CHECK(reflect::counted_as(80, filter::Shift::added) == "80 enter");
  CHECK(reflect::counted_as(12, adding::Status::pending_tvdb) == "12 wait for an id");
  CHECK(reflect::counted_as(2, filter::Verdict::no_tvdb) == "2 no id");
}

TEST_CASE("a table for people has the words that people are shown") {
  std::vector<adding::WaitRow> const rows{{.cause = adding::Cause::free_space, .shows = 3}};
  auto const table = derive::print_table(std::span<adding::WaitRow const>(rows));
  CHECK(table.find("waits for space") != std::string::npos);
  CHECK(table.find("free_space") == std::string::npos);
}

TEST_CASE("programs go on reading the words that they know") {
  CHECK(reflect::word_of(adding::Status::pending_tvdb) == "pending_tvdb");
  CHECK(derive::to_json(adding::WaitRow{.cause = adding::Cause::free_space}) ==
        R"({"cause":"free_space","shows":0,"why":""})");
}

TEST_CASE("the API tells every enumeration in words, but those that are what they say") {
  std::set<std::string> bare;
  collect(openapi("0.1.0"), false, bare);
  std::string lines;
  for (auto const& words : bare) lines += words + "\n";
  test::golden("decisions/words_as_they_are.txt", lines);
}

}  // namespace sievarr::api
