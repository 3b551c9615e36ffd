#include <sievarr/filter/browse/find.hpp>

#include <doctest/doctest.h>

#include <string>

namespace sievarr::filter {
namespace {

Table catalogue() {
  Table table;
  for (auto const& show : {
           Show{.id = 24, .title = "Twenty"},
           Show{.id = 167, .title = "24", .tvdb_id = 76290, .imdb_id = "tt0285331"},
           Show{.id = 526, .title = "The Office"},
           Show{.id = 1234, .title = "THE OFFICE "},
           Show{.id = 82, .title = "The Office Party", .imdb_id = "not of this form"},
           Show{.id = 83, .title = "\xC3\x89lite"},
           Show{.id = 84, .title = "Strange", .tvdb_id = 99'999'999'999, .imdb_id = "tt1"},
       })
    table.upsert(show);
  return table;
}

std::string ids(std::vector<std::size_t> const& rows, Table const& table) {
  std::string text;
  for (auto const row : rows)
    text.append(text.empty() ? "" : " ").append(to_text(table.ids()[row]));
  return text;
}

std::string found(std::string_view text) {
  auto const table = catalogue();
  return ids(Finder(table).find(text).rows, table);
}

std::string near(std::string_view text) {
  auto const table = catalogue();
  return ids(Finder(table).find(text).near, table);
}

}  // namespace

TEST_CASE("a show is found by its number in any catalogue") {
  CHECK(found("82") == "82");
  CHECK(found(" TVmaze:82 ") == "82");
  CHECK(found("tvdb:76290") == "167");
  CHECK(found("imdb:tt0285331") == "167");
  CHECK(found("tt0285331") == "167");
  CHECK(found("https://www.tvmaze.com/shows/82/the-office-party") == "82");
}

TEST_CASE("numbers that fit into no column are found as well") {
  CHECK(found("tvdb:99999999999") == "84");
  CHECK(found("imdb:tt0000001") == "84");
}

TEST_CASE("a number that is a title, too, is a question") {
  CHECK(found("24") == "24 167");
  CHECK(found("tvmaze:24") == "24");
}

TEST_CASE("a whole title comes before a part of one, and case does not count") {
  CHECK(found("the office") == "526 1234");
  CHECK(found("office p") == "82");
  CHECK(found("office") == "526 1234 82");
  CHECK(found("\xC3\xA9LITE") == "83");
}

TEST_CASE("a title with a slip is told") {
  CHECK(found("Strnage") == "");
  CHECK(near("Strnage") == "84");
  CHECK(near("the ofice") == "526 1234 82");
  CHECK(near("offcie") == "526 1234 82");
  CHECK(near("completely different") == "");
}

TEST_CASE("nothing and nonsense find nothing") {
  CHECK(found("") == "");
  CHECK(found("   ") == "");
  CHECK(found("tvdb:1") == "");
  CHECK(found("tvmaze:0") == "");
  CHECK(found(std::string(5000, 'x')) == "");
  CHECK(found("\xFF") == "");
}

}  // namespace sievarr::filter
