#include <sievarr/sample/show.hpp>
#include <sievarr/sample/tvmaze.hpp>
#include <sievarr/wire/tvmaze/tvmaze.hpp>

#include <doctest/doctest.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace sievarr::wire::tvmaze {
namespace {

std::string said(Problems const& problems) {
  std::string all;
  for (auto const& problem : problems) all += to_text(problem) + "\n";
  return all;
}

Show only_show(std::string_view text) {
  auto const show = read_show(text, "x");
  if (!show) FAIL(said(show.error()));
  return *show;
}

std::string const severance = R"({
  "id": 44933, "url": "https://www.tvmaze.com/shows/44933/severance", "name": "Severance",
  "type": "Scripted", "language": "English", "genres": ["Drama", "Science-Fiction"],
  "status": "Running", "runtime": null, "averageRuntime": 50, "premiered": "2022-02-18",
  "ended": null, "officialSite": null, "schedule": {"time": "", "days": ["Friday"]},
  "rating": {"average": 8.4}, "weight": 99, "network": null,
  "webChannel": {"id": 310, "name": "Apple TV+", "country": null, "officialSite": "https://x/"},
  "dvdCountry": null, "externals": {"tvrage": null, "thetvdb": 371980, "imdb": "tt11280740"},
  "image": {"medium": "a", "original": "b"}, "summary": "<p>\"Work\" \u2014 life</p>",
  "updated": 1704793709, "_links": {"self": {"href": "https://api.tvmaze.com/shows/44933"}}})";

TEST_CASE("a show is read with everything that matters, and nothing else") {
  auto const show = only_show(severance);

  CHECK(show == Show{.id = 44933,
                     .title = "Severance",
                     .tvdb_id = 371980,
                     .imdb_id = "tt11280740",
                     .type = "Scripted",
                     .language = "English",
                     .status = "Running",
                     .premiered = to_date("2022-02-18"),
                     .web_channel = "Apple TV+",
                     .genres = {"Drama", "Science-Fiction"},
                     .average_runtime = 50,
                     .rating = 8.4,
                     .weight = 99,
                     .updated = 1704793709});
}

TEST_CASE("a country is read from the web channel when there is no network") {
  auto const show = only_show(
      R"({"id":1,"name":"A","webChannel":{"name":"N","country":{"name":"Norway","code":"NO"}}})");

  CHECK(show.country == "NO");
  CHECK(show.web_channel == "N");
}

TEST_CASE("the network's country goes before that of the web channel, in any order") {
  auto const show = only_show(
      R"({"webChannel":{"country":{"code":"NO"},"name":"W"},"network":{"name":"N","country":{"code":"SE"}},
          "name":"A","id":1})");

  CHECK(show.country == "SE");
  CHECK(show.network == "N");
}

TEST_CASE("a network without a country leaves it to the web channel") {
  auto const show = only_show(
      R"({"id":1,"name":"A","network":{"name":"N","country":null},
          "webChannel":{"name":"W","country":{"code":"DK"}}})");

  CHECK(show.country == "DK");
}

TEST_CASE("every null is absent") {
  auto const show = only_show(
      R"({"id":1,"name":"A","type":null,"language":null,"genres":null,"status":null,"runtime":null,
          "averageRuntime":null,"premiered":null,"ended":null,"rating":null,"weight":null,
          "network":null,"webChannel":null,"externals":null,"updated":null})");

  CHECK(show == Show{.id = 1, .title = "A"});
}

TEST_CASE("zeros and empty texts are absent") {
  auto const show = only_show(
      R"({"id":1,"name":"A","type":"","language":"","genres":["",null],"runtime":0,"premiered":"",
          "network":{"name":"","country":{"code":""}},"externals":{"thetvdb":0,"imdb":""}})");

  CHECK(show == Show{.id = 1, .title = "A"});
}

TEST_CASE("numbers may be written as texts, and whole ones with a point") {
  auto const show = only_show(
      R"({"id":"12","name":"A","runtime":"30","averageRuntime":45.0,"rating":{"average":"7.5"},
          "weight":"80","externals":{"thetvdb":"81189"},"updated":"1704793709"})");

  CHECK(show == Show{.id = 12,
                     .title = "A",
                     .tvdb_id = 81189,
                     .runtime = 30,
                     .average_runtime = 45,
                     .rating = 7.5,
                     .weight = 80,
                     .updated = 1704793709});
}

TEST_CASE("a rating is a whole number now and then") {
  CHECK(only_show(R"({"id":1,"name":"A","rating":{"average":8}})").rating == 8.0);
  CHECK(only_show(R"({"id":1,"name":"A","rating":7.1})").rating == 7.1);
  CHECK(only_show(R"({"id":1,"name":"A","rating":{}})").rating == std::nullopt);
}

TEST_CASE("an empty list in the place of an object is absent") {
  auto const page = read_page(R"([{"id":1,"name":"A","network":[],"externals":[]}])", "x");

  REQUIRE(page);
  CHECK(page->problems.empty());
  CHECK(page->shows == std::vector{Show{.id = 1, .title = "A"}});
}

TEST_CASE("what makes no sense is absent, with a hint") {
  auto const page = read_page(
      R"([{"id":1,"name":"A","premiered":"0000-00-00","ended":"2015","genres":"Drama","runtime":12.5,
          "weight":99999999999,"language":{"a":1},"network":{"name":7,"country":{"code":"usa"}}}])",
      "page");

  REQUIRE(page);
  CHECK(page->shows == std::vector{Show{.id = 1, .title = "A"}});
  CHECK(!has_errors(page->problems));
  CHECK(said(page->problems) ==
        "page:1:2: hint: [0].premiered: expected a date such as 2026-01-31, got \"0000-00-00\"; "
        "taken as unknown\n"
        "page:1:2: hint: [0].ended: expected a date such as 2026-01-31, got \"2015\"; taken as "
        "unknown\n"
        "page:1:2: hint: [0].genres: expected a list of texts, got \"\\\"Drama\\\"\"; taken as "
        "unknown\n"
        "page:1:2: hint: [0].runtime: expected a whole number, got \"12.5\"; taken as unknown\n"
        "page:1:2: hint: [0].weight: expected a whole number, got \"99999999999\"; taken as "
        "unknown\n"
        "page:1:2: hint: [0].language: expected a text, got \"{\\\"a\\\":1}\"; taken as unknown\n"
        "page:1:2: hint: [0].network: expected a text, got \"7\"; taken as unknown\n"
        "page:1:2: hint: [0].network: expected a country code of two letters, got \"usa\"; taken "
        "as unknown\n");
}

TEST_CASE("a vote or a weight that cannot be is absent, with a hint") {
  auto const page = read_page(
      R"([{"id":1,"name":"A","rating":{"average":84},"weight":-1},
          {"id":2,"name":"B","rating":{"average":-1e300},"weight":101},
          {"id":3,"name":"C","rating":{"average":10},"weight":100},
          {"id":4,"name":"D","rating":{"average":0},"weight":0}])",
      "page");

  REQUIRE(page);
  CHECK(page->shows[0] == Show{.id = 1, .title = "A"});
  CHECK(page->shows[1] == Show{.id = 2, .title = "B"});
  CHECK(page->shows[2] == Show{.id = 3, .title = "C", .rating = 10, .weight = 100});
  CHECK(page->shows[3] == Show{.id = 4, .title = "D", .rating = 0, .weight = 0});
  REQUIRE(page->problems.size() == 4);
  CHECK(to_text(page->problems[0]) ==
        "page:1:2: hint: [0].rating: expected a number from 0 to 10, got \"84\"; taken as unknown");
  CHECK(to_text(page->problems[1]) ==
        "page:1:2: hint: [0].weight: expected a whole number from 0 to 100, got \"-1\"; taken as "
        "unknown");
}

TEST_CASE("an entry that is no show does not spoil its page") {
  auto const page = read_page(
      "[{\"id\":1,\"name\":\"A\"},7,null,\n{\"name\":\"B\"},{\"id\":0,\"name\":\"C\"},"
      "{\"id\":4},{\"id\":5,\"name\":\" \"},[],\"x\",{\"id\":6,\"name\":\"\\x\"},"
      "{\"id\":7,\"name\":\"D\"}]",
      "page");

  REQUIRE(page);
  REQUIRE(page->shows.size() == 2);
  CHECK(page->shows[1].title == "D");
  CHECK(said(page->problems) ==
        "page:1:22: [1]: expected an object, got \"7\"\n"
        "page:1:24: [2]: expected an object, got \"n\"\n"
        "page:2:1: [3]: a show needs an id, a whole number above 0\n"
        "page:2:14: [4]: a show needs an id, a whole number above 0\n"
        "page:2:34: [5]: show 4 needs a \"name\" or, in an export, a \"title\"\n"
        "page:2:43: [6]: show 5 needs a \"name\" or, in an export, a \"title\"\n"
        "page:2:63: [7]: expected an object, got \"[\"\n"
        "page:2:66: [8]: expected an object, got \"\\\"\"\n"
        "page:2:86: [9]: an unknown escape in a string\n");
}

TEST_CASE("what is not a whole list is no page") {
  struct {
    std::string_view text, message;
  } const cases[] = {
      {"", "page:1:1: expected an array, got the end of the text\n"},
      {"<html><body>502</body></html>", "page:1:1: expected an array, got \"<\"\n"},
      {R"({"name":"Not Found","status":404})", "page:1:1: expected an array, got \"{\"\n"},
      {R"([{"id":1,"name":"A"})", "page:1:21: the text ends too early\n"},
      {R"([{"id":1,"name":"A"},)", "page:1:22: the text ends too early\n"},
      {R"([{"id":1,"na)", "page:1:13: the text ends too early\n"},
      {R"([{"id":1,"name":"A"} {"id":2}])",
       "page:1:22: expected \",\" or \"]\" between two values\n"},
      {R"([,])", "page:1:2: expected a value\n"},
      {R"([{"id":1,"name":"A"},])", "page:1:22: expected a value\n"},
  };
  for (auto const& each : cases) {
    CAPTURE(each.text);
    auto const page = read_page(each.text, "page");
    REQUIRE(!page);
    CHECK(said(page.error()) == each.message);
  }
}

TEST_CASE("a page reads the same whether or not one of its entries wants a remark") {
  std::string plain = "[" + severance;
  for (std::int64_t id = 1; id <= 250; ++id) plain += "," + sample::as_tvmaze(sample::show(7, id));
  auto const remarked = plain + R"(,{"id":0,"name":"nobody"},{"id":9,"name":"N","runtime":"x"}])";
  plain += R"(,{"id":9,"name":"N"}])";

  CHECK(read_page(plain, "x")->problems.empty());
  CHECK(read_page(remarked, "x")->problems.size() == 2);
  CHECK(read_page(plain, "x")->shows.size() == 252);
  CHECK(read_page(plain, "x")->shows == read_page(remarked, "x")->shows);
}

TEST_CASE("of a page only those shows need to be read that are wanted") {
  std::string text = "[";
  for (std::int64_t id = 1; id <= 250; ++id)
    text += (id == 1 ? "" : ",") + sample::as_tvmaze(sample::show(7, id));
  text += R"(,{"id":300,"name":"]},{\"\\","x":[{"y":"\u005d"},"日本"]},{"id":301,"name":"Z"}])";
  auto const all = read_page(text, "x");
  auto const some = read_page(text, "x", [](std::int64_t id) { return id % 50 == 1; });

  REQUIRE(all);
  REQUIRE(some);
  CHECK(all->shows.size() == 252);
  REQUIRE(some->shows.size() == 6);
  for (std::size_t at = 0; at < 5; ++at) CHECK(some->shows[at] == all->shows[at * 50]);
  CHECK(some->shows.back() == all->shows.back());
}

TEST_CASE("a page that breaks off is none, even where nobody wants what is missing") {
  auto const nobody = [](std::int64_t) { return false; };
  std::string const whole = R"([{"id":1,"name":"A \\\" }"},{"id":2,"name":"B","genres":["x"]}])";
  REQUIRE(read_page(whole, "x", nobody));
  CHECK(read_page(whole, "x", nobody)->shows.empty());
  for (std::size_t length = 0; length < whole.size(); ++length) {
    CAPTURE(length);
    CHECK_FALSE(read_page(whole.substr(0, length), "x", nobody));
  }
  CHECK_FALSE(read_page(whole + "]", "x", nobody));
}

TEST_CASE("what is laid out in another way, or has no id in front, is read as a whole") {
  auto const nobody = [](std::int64_t) { return false; };
  CHECK(read_page(R"( [ {"id":1,"name":"A"} ] )", "x", nobody)->shows.size() == 1);
  CHECK(read_page(R"([{"name":"A","id":1}])", "x", nobody)->shows.size() == 1);
  CHECK(read_page(R"([{"id":"1","name":"A"}])", "x", nobody)->shows.size() == 1);
}

TEST_CASE("an empty page is a page") { CHECK(read_page(" [ ] ", "x")->shows.empty()); }

TEST_CASE("a single show that is none says why") {
  auto const show = read_show("{\"id\":1,\n\"name\":tru}", "show");

  REQUIRE(!show);
  CHECK(said(show.error()) == "show:2:8: expected a value, got \"t\"\n");
}

TEST_CASE("the map of updates is read by id") {
  auto const updates = read_updates(R"({"250":1704793709,"2":1709303296})", "x");

  REQUIRE(updates);
  CHECK(updates->shows == std::vector<Update>{{2, 1709303296}, {250, 1704793709}});
  CHECK(updates->problems.empty());
}

TEST_CASE("an empty map of updates may be a list") {
  CHECK(read_updates("[]", "x")->shows.empty());
  CHECK(read_updates("{}", "x")->shows.empty());
}

TEST_CASE("entries of the updates that make no sense are left out and named") {
  auto const updates = read_updates(R"({"a":1,"1":"x","-2":5,"3":0,"4":7,"5":null})", "map");

  REQUIRE(updates);
  CHECK(updates->shows == std::vector<Update>{{4, 7}});
  CHECK(said(updates->problems) ==
        "map: expected an id and a time above 0, got \"a\": \"1\"\n"
        "map: expected an id and a time above 0, got \"1\": \"\\\"x\\\"\"\n"
        "map: expected an id and a time above 0, got \"-2\": \"5\"\n"
        "map: expected an id and a time above 0, got \"3\": \"0\"\n"
        "map: expected an id and a time above 0, got \"5\": \"null\"\n");
}

TEST_CASE("updates that are not a whole map are refused") {
  for (std::string_view text : {"", "[1]", "{", "{\"1\":5", "<html>", "{\"1\":5}x", "\"a\""}) {
    CAPTURE(text);
    CHECK(!read_updates(text, "x"));
  }
}

}  // namespace
}  // namespace sievarr::wire::tvmaze
