#include <sievarr/wire/export.hpp>
#include <sievarr/wire/shows.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace sievarr::wire {
namespace {

Show const full{.id = 82,
                .title = "Game \"of\"\tThrones — é 😀",
                .tvdb_id = 121361,
                .imdb_id = "tt0944947",
                .type = "Scripted",
                .language = "English",
                .country = "US",
                .status = "Ended",
                .premiered = to_date("2011-04-17"),
                .ended = to_date("2019-05-19"),
                .network = "HBO",
                .web_channel = "Max",
                .genres = {"Drama", "Adventure", "Fantasy"},
                .runtime = 60,
                .average_runtime = 61,
                .rating = 8.9,
                .weight = 99,
                .updated = 1704793709};

std::string line(Show const& show) {
  std::string out;
  append_export_line(out, show);
  return out;
}

std::vector<Show> read_back(std::string const& text) {
  std::vector<Show> shows;
  ShowReader reader("x", [&](Show& show) { shows.push_back(show); });
  reader.feed(text);
  auto const read = reader.finish();
  CHECK(read.problems.empty());
  return shows;
}

TEST_CASE("the header says version and source, and when it was written if that is wanted") {
  std::string plain, dated;
  append_export_header(plain);
  append_export_header(dated, to_instant("2026-01-31T10:30:00Z"));

  CHECK(plain == "{\"sievarr_export\":1,\"source\":\"TVmaze, CC BY-SA 4.0\"}\n");
  CHECK(dated ==
        "{\"sievarr_export\":1,\"source\":\"TVmaze, CC BY-SA 4.0\","
        "\"written\":\"2026-01-31T10:30:00Z\"}\n");
}

TEST_CASE("a line names the fields as the show describes them") {
  CHECK(line(full) ==
        "{\"id\":82,\"title\":\"Game \\\"of\\\"\\tThrones — é 😀\",\"tvdb_id\":121361,"
        "\"imdb_id\":\"tt0944947\",\"type\":\"Scripted\",\"language\":\"English\","
        "\"country\":\"US\",\"status\":\"Ended\",\"premiered\":\"2011-04-17\","
        "\"ended\":\"2019-05-19\",\"network\":\"HBO\",\"web_channel\":\"Max\","
        "\"genres\":[\"Drama\",\"Adventure\",\"Fantasy\"],\"runtime\":60,\"average_runtime\":61,"
        "\"rating\":8.9,\"weight\":99,\"updated\":1704793709}\n");
}

TEST_CASE("what is absent is left out") {
  CHECK(line({.id = 1, .title = "A"}) ==
        "{\"id\":1,\"title\":\"A\",\"genres\":[],\"updated\":0}\n");
}

TEST_CASE("an export reads back as the same shows") {
  std::string text;
  append_export_header(text);
  auto shows = std::vector{full, Show{.id = 1, .title = "A"}, Show{.id = 2, .title = "name"}};
  for (auto const& show : shows) append_export_line(text, show);

  CHECK(read_back(text) == shows);
}

TEST_CASE("each field alone reads back") {
  reflect::for_each_field<Show>([](auto field) {
    CAPTURE(field.name);
    Show show{.id = 1, .title = "A"};
    field.in(show) = field.in(full);
    if (show.title != "A") show.id = 1;
    CHECK(read_back(line(show)) == std::vector{show});
  });
}

}  // namespace
}  // namespace sievarr::wire
