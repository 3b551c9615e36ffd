#include <sievarr/derive/csv.hpp>
#include <sievarr/derive/difference.hpp>
#include <sievarr/derive/digest.hpp>
#include <sievarr/derive/docs.hpp>
#include <sievarr/derive/example.hpp>
#include <sievarr/derive/from_json.hpp>
#include <sievarr/derive/json.hpp>
#include <sievarr/derive/json_schema.hpp>
#include <sievarr/derive/leaves.hpp>
#include <sievarr/derive/print.hpp>
#include <sievarr/derive/redact.hpp>
#include <sievarr/derive/sql.hpp>

#include <sievarr/document/write_json.hpp>
#include <sievarr/document/yaml.hpp>

#include "golden.hpp"
#include "shelf.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace sievarr::derive {
namespace {

using shelf::Book;
using shelf::Reason;
using shelf::Shelf;

Book emma() {
  Book book{.id = 7,
            .title = "Emma, \"the\" novel",
            .score = 8.5,
            .binding = shelf::Binding::hard_cover,
            .authors = {"Jane Austen"},
            .topic = shelf::Topic{"love", shelf::Topic{"people", {}}},
            .labels = {{"red", "blue"}, true},
            .pages = std::vector<std::int64_t>{1, 2},
            .copies = {{"north", 2}},
            .loan = {.since = to_date("2026-01-31"), .length = {}},
            .signed_ = true};
  return book;
}

}  // namespace

TEST_CASE("a value that became JSON comes back equal") {
  auto const back = from_json<Book>(to_json(emma()), "emma.json");

  CHECK(back.problems.empty());
  CHECK(back.value == emma());
  test::golden("derive/book.json", to_json(emma()) + "\n");
}

TEST_CASE("a redacted value decodes to itself where nothing is secret") {
  CHECK(decode<Book>(redact(emma())).value == emma());
}

TEST_CASE("a redacted value shows no secret") {
  Shelf shelf;
  shelf.keeper.push_back({"Ada", value::Secret{"open sesame"}});

  auto const text = document::write_json(redact(shelf));

  CHECK(text == R"({"keeper":[{"name":"Ada","door_code":"${KEEPER_DOOR_CODE}"}],"books":[],)"
                R"("marks":{"any":[],"sorted":false}})");
}

TEST_CASE("of several secrets each has its own variable, and one that is empty has none") {
  Shelf shelf;
  shelf.keeper.push_back({"Ada", value::Secret{"open sesame"}});
  shelf.keeper.push_back({"Bea", value::Secret{}});
  shelf.keeper.push_back({"Eve", value::Secret{"open up"}});

  auto const shown = redact(shelf);
  auto const& keepers = *document::sequence(*document::find(shown, "keeper"));

  auto const code = [&](std::size_t at) {
    return document::scalar(*document::find(keepers[at], "door_code"))->text;
  };
  CHECK(code(0) == "${SIEVARR__KEEPER__0__DOOR_CODE}");
  CHECK(code(1) == "");
  CHECK(code(2) == "${SIEVARR__KEEPER__2__DOOR_CODE}");
}

TEST_CASE("the digest does not see order where there is none, spelled defaults or secrets") {
  auto const digest_of = [](std::string_view yaml) {
    return digest(decode<Shelf>(document::read_yaml(yaml, "").value).value);
  };

  CHECK(digest_of("marks: [red, blue]") == digest_of("marks: {any: [blue, red], sorted: false}"));
  CHECK(digest_of("marks: [red, red]") == digest_of("marks: [red]"));
  CHECK(digest_of("keeper: {name: Ada}") == digest_of("keeper: [{name: Ada, door_code: 1}]"));
  CHECK(digest_of("marks: [red]") != digest_of("marks: [blue]"));
  CHECK(digest_of("marks: {any: [red], sorted: true}") != digest_of("marks: [red]"));
  CHECK(digest_of("books: [{title: a}, {title: b}]") !=
        digest_of("books: [{title: b}, {title: a}]"));
  CHECK(digest_of("books: [{authors: [a, b]}]") != digest_of("books: [{authors: [\"a,b\"]}]"));
}

TEST_CASE("a table in SQL follows the description") {
  test::golden("derive/book.sql", create_table<Book>("books") + upsert<Book>("books") + "\n");
}

TEST_CASE("CSV quotes what would break a line and defuses formulas") {
  Book book{.id = 1, .title = "=SUM(A1)", .authors = {"a, b", "c"}};

  test::golden("derive/book.csv", csv_header<Book>() + csv_line(emma()) + csv_line(book));
}

TEST_CASE("a difference names the path and both values") {
  auto after = emma();
  after.title = "Persuasion";
  after.score.reset();
  after.topic->within->name = "pride";

  CHECK(difference(emma(), after) ==
        std::vector<Change>{{"title", "Emma, \"the\" novel", "Persuasion"},
                            {"score", "8.5", ""},
                            {"topic.within.name", "people", "pride"}});
  CHECK(difference(emma(), emma()).empty());
}

TEST_CASE("the schema, the reference, the sample and the variables follow the description") {
  test::golden("derive/shelf.schema.json",
               document::write_json_pretty(json_schema<Shelf>("A shelf")));
  test::golden("derive/shelf.md", docs<Shelf>("Shelf"));

  test::golden("derive/book.example.yaml", example<Book>());
  test::golden("derive/shelf.example.yaml", example<Shelf>());

  std::string variables;
  for (auto const& leaf : leaves<Shelf>())
    variables += leaf.path + " " + variable_of(leaf.path) + " " + prefixed_variable_of(leaf.path) +
                 (leaf.list ? " list" : "") + (leaf.secret ? " secret" : "") +
                 (leaf.many.empty() ? "" : " many") + "\n";
  test::golden("derive/shelf.variables.txt", variables);
}

TEST_CASE("the sample reads back as the defaults") {
  auto const document = document::read_yaml(example<Book>(), "example.yaml");
  REQUIRE(document.problems.empty());

  auto const book = decode<Book>(document.value);

  CHECK(book.problems.empty());
  CHECK(book.value == Book{});
}

TEST_CASE("a table for people is aligned by what is seen, not by bytes") {
  std::vector<Book> const books{{.id = 7, .title = "Étude"}, {.id = 12, .title = "a\nb"}};

  test::golden("derive/books.txt", print_table(std::span<Book const>(books)));
}

TEST_CASE("the last column of a table is whole, but for a screen that is narrower") {
  std::string const tall(100, 'x');
  struct Shown {
    std::string table;
    std::size_t widest = 0;
  };
  auto const shown = [&](std::optional<std::size_t> screen) {
    std::vector<Reason> const reasons{{.show = tall, .why = tall + " is why"}};
    Shown made{.table = print_table(std::span<Reason const>(reasons), screen)};
    for (std::size_t at = 0; at < made.table.size();) {
      auto const end = made.table.find('\n', at);
      made.widest = std::max(made.widest, code_points(made.table.substr(at, end - at)));
      at = end + 1;
    }
    return made;
  };
  CHECK(shown(std::nullopt).table.find(tall + " is why\n") != std::string::npos);
  CHECK(shown(std::nullopt).table.find(std::string(48, 'x')) != std::string::npos);
  CHECK(shown(std::nullopt).widest == 48 + 2 + 107);
  CHECK(shown(80).widest == 80);
  CHECK(shown(500).widest == 48 + 2 + 107);
}

}  // namespace sievarr::derive
