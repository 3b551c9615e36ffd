#include <sievarr/derive/decode.hpp>

#include <sievarr/document/yaml.hpp>

#include "shelf.hpp"

#include <doctest/doctest.h>

#include <string>

namespace sievarr::derive {
namespace {

using shelf::Book;
using shelf::Shelf;

template <class T>
Reading<T> read(std::string_view yaml) {
  auto document = document::read_yaml(yaml, "shelf.yaml");
  REQUIRE(document.problems.empty());
  return decode<T>(document.value);
}

template <class T>
std::string problems(std::string_view yaml) {
  std::string text;
  for (auto const& problem : read<T>(yaml).problems) text += to_text(problem) + "\n";
  return text;
}

}  // namespace

TEST_CASE("a document fills the fields that it names and leaves the others alone") {
  auto const book = read<Book>(R"(
id: 7
title: Emma
score: 8.5
binding: hard-cover
authors: [Jane Austen]
topic: {name: love, within: {name: people}}
labels: [red, blue]
pages: [1, 2]
copies: {north: 2}
since: 2026-01-31
length: 2w
signed: true
)");

  CHECK(book.problems.empty());
  CHECK(book.value.id == 7);
  CHECK(book.value.score == 8.5);
  CHECK(book.value.binding == shelf::Binding::hard_cover);
  CHECK(book.value.topic->within->name == "people");
  CHECK(book.value.labels.any == value::Set<std::string>{"blue", "red"});
  CHECK(std::get<1>(book.value.pages) == std::vector<std::int64_t>{1, 2});
  CHECK(book.value.copies.at("north") == 2);
  CHECK(book.value.loan.length.text() == "2w");
  CHECK(book.value.signed_);
  CHECK(read<Book>("title: Emma").value.binding == shelf::Binding::paperback);
}

TEST_CASE("a mapping says more than the list that stands for it") {
  auto const book = read<Book>("labels: {any: [red], sorted: true}");

  CHECK(book.value.labels.sorted);
  CHECK(book.value.labels.any.size() == 1);
}

TEST_CASE("one keeper needs no list") {
  CHECK(read<Shelf>("keeper: {name: Ada}").value.keeper.size() == 1);
  CHECK(read<Shelf>("keeper: [{name: Ada}, {name: Bob}]").value.keeper[1].name == "Bob");
}

TEST_CASE("text stays text until its type reads it") {
  CHECK(read<Book>("title: no").value.title == "no");
  CHECK(read<Book>("title: 08").value.title == "08");
  CHECK(read<Book>("id: \"7\"").value.id == 7);
}

TEST_CASE("all problems are found at once, each where it stands") {
  CHECK(problems<Book>(R"(
id: seven
titel: Emma
binding: paperbak
labels: red
topic: {within: {nam: people}}
pages: {}
length: 3
authors: [[Jane]]
)") == R"(shelf.yaml:2:5: id: expected a whole number, got "seven"
shelf.yaml:3:1: unknown key "titel", did you mean "title"?
shelf.yaml:4:10: binding: expected hard-cover or paperback, got "paperbak", did you mean "paperback"?
shelf.yaml:5:9: labels: expected a list, got "red", did you mean "[red]"?
shelf.yaml:6:8: topic.name: is required (What it is about)
shelf.yaml:6:17: topic.within.name: is required (What it is about)
shelf.yaml:6:18: topic.within: unknown key "nam", did you mean "name"?
shelf.yaml:7:8: pages: expected text or a list, got a mapping
shelf.yaml:8:9: length: a span of time needs a unit (s, m, h, d, w or y), got "3", did you mean "3s"?
shelf.yaml:9:11: authors[0]: expected text, got a list
)");
}

TEST_CASE("a value that is not there is left out, with a hint") {
  CHECK(problems<Book>("title:\nscore: ~") ==
        "shelf.yaml:1:1: hint: title: has no value and is left out\n"
        "shelf.yaml:2:1: hint: score: has no value and is left out\n");
}

TEST_CASE("a word that is read as another comes with a warning and its correction") {
  auto const book = read<Book>("binding: pocket\nsigned: Yes");

  REQUIRE(book.problems.size() == 2);
  CHECK(to_text(book.problems[0]) == "shelf.yaml:1:10: warning: binding: read as paperback");
  CHECK(book.problems[0].fix == std::vector<Edit>{{9, 15, "paperback"}});
  CHECK(to_text(book.problems[1]) ==
        "shelf.yaml:2:9: warning: signed: read as true, better written so");
  CHECK(book.value.signed_);
}

TEST_CASE("a suggestion is an edit of the source") {
  auto const book = read<Book>("titel: Emma");

  REQUIRE(book.problems.size() == 1);
  CHECK(book.problems[0].code == "unknown-key");
  CHECK(book.problems[0].fix == std::vector<Edit>{{0, 5, "title"}});
}

TEST_CASE("a whole document of the wrong kind is one problem") {
  CHECK(problems<Book>("[1]") == "shelf.yaml:1:1: expected a mapping, got a list\n");
  CHECK(problems<Book>("{}").empty());
}

}  // namespace sievarr::derive
