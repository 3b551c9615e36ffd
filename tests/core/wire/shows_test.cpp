#include <sievarr/wire/shows.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace sievarr::wire {
namespace {

struct All {
  std::vector<Show> shows;
  ShowsRead read;

  std::string ids() const {
    std::string text;
    for (auto const& show : shows) text += to_text(show.id) + " ";
    return text;
  }
  std::string said() const {
    std::string text;
    for (auto const& problem : read.problems) text += to_text(problem) + "\n";
    return text;
  }
};

All read_all(std::string_view text, std::size_t chunk = 1 << 20) {
  All all;
  ShowReader reader("f", [&](Show& show) { all.shows.push_back(show); });
  for (; !text.empty(); text.remove_prefix(std::min(chunk, text.size())))
    reader.feed(text.substr(0, chunk));
  all.read = reader.finish();
  return all;
}

TEST_CASE("shows are read from one a line, from a list, and from a single object") {
  for (std::string_view text : {
           "{\"id\":1,\"name\":\"A\"}\n{\"id\":2,\"name\":\"B\"}\n",
           "{\"id\":1,\"name\":\"A\"}\r\n\r\n{\"id\":2,\"name\":\"B\"}",
           "\xEF\xBB\xBF\n\n{\"id\":1,\"name\":\"A\"}\n \n{\"id\":2,\"name\":\"B\"}",
           "[{\"id\":1,\"name\":\"A\"},{\"id\":2,\"name\":\"B\"}]",
           "\xEF\xBB\xBF [\n  {\n    \"id\": 1,\n    \"name\": \"A\"\n  "
           "},\n{\"id\":2,\"name\":\"B\"}\n]\n",
           "[{\"id\":1,\"name\":\"A\"}]\n[{\"id\":2,\"name\":\"B\"}]",
           "{\n  \"id\": 1,\n  \"name\": \"A\"\n}\n{\n  \"id\": 2,\n  \"name\": \"B\"\n}\n",
       }) {
    CAPTURE(text);
    auto const all = read_all(text);

    CHECK(all.ids() == "1 2 ");
    CHECK(all.said() == "");
    CHECK(all.read.whole);
    CHECK(all.read.shows == 2);
  }
  CHECK(read_all("{\"id\":1,\"name\":\"A\"}").ids() == "1 ");
  CHECK(read_all("{\n\"id\":1,\n\"name\":\"A\"}").ids() == "1 ");
}

TEST_CASE("an object with a title is ours, one with a name is TVMaze's, side by side") {
  auto const all = read_all(
      R"({"sievarr_export":1,"source":"x"}
{"id":1,"title":"A","country":"NO","premiered":"2020-01-02","rating":7.5,"web_channel":"W","genres":["Drama"]}
{"id":2,"name":"B","network":{"name":"N","country":{"code":"SE"}},"rating":{"average":8}}
{"id":3,"title":"C","name":"other","network":"N"}
{"id":4,"name":"D","title":"","network":{"name":"M"}}
{"id":5,"title":"","name":"E","network":{"name":"M"}}
)");

  REQUIRE(all.shows.size() == 5);
  CHECK(all.said() == "");
  CHECK(all.shows[0] == Show{.id = 1,
                             .title = "A",
                             .country = "NO",
                             .premiered = to_date("2020-01-02"),
                             .web_channel = "W",
                             .genres = {"Drama"},
                             .rating = 7.5});
  CHECK(all.shows[1] ==
        Show{.id = 2, .title = "B", .country = "SE", .network = "N", .rating = 8.0});
  CHECK(all.shows[2] == Show{.id = 3, .title = "C", .network = "N"});
  CHECK(all.shows[3] == Show{.id = 4, .title = "D", .network = "M"});
  CHECK(all.shows[4] == Show{.id = 5, .title = "E", .network = "M"});
}

TEST_CASE("what a show leaves out is not taken from the show before it") {
  auto const all = read_all(
      R"({"id":1,"title":"A","tvdb_id":5,"genres":["Drama"],"network":"N","updated":7,"weight":3}
{"id":2,"title":"B"}
{"name":"C"})");

  REQUIRE(all.shows.size() == 2);
  CHECK(all.shows[1] == Show{.id = 2, .title = "B"});
  CHECK(all.read.bad == 1);
}

TEST_CASE("a bad line is named and does not spoil the others") {
  auto const all = read_all(
      "{\"id\":1,\"na\n{\"id\":2,\"name\":\"B\"}\nnonsense\n\n[1]\n{\"id\":3,\"name\":\"C\"}}\n"
      "{\"name\":\"D\"}\n{\"id\":4,\"name\":\"\xFF\"}\n{\"id\":5,\"name\":\"E\"}");

  CHECK(all.ids() == "2 5 ");
  CHECK(all.read.bad == 6);
  CHECK(all.read.whole);
  CHECK(all.said() ==
        "f:1:9: a string without an end\n"
        "f:3:1: expected an object, got \"n\"\n"
        "f:5:1: expected an object, got \"[\"\n"
        "f:6:20: expected nothing behind the value, got \"}\"\n"
        "f:7:1: a show needs an id, a whole number above 0\n"
        "f:8:17: bytes that are not UTF-8\n");
}

TEST_CASE("of very many bad lines the first hundred are kept and all are counted") {
  std::string text;
  for (int line = 0; line < 1000; ++line) text += "{\"id\":1,\"name\":\"A\",\"runtime\":[1]}\nx\n";
  auto const all = read_all(text);

  CHECK(all.read.shows == 1000);
  CHECK(all.read.bad == 1000);
  CHECK(all.read.odd == 1000);
  REQUIRE(all.read.problems.size() == 200);
  CHECK(all.read.problems[0].code == "odd-value");
  CHECK(all.read.problems[1].code == "bad-show");
}

TEST_CASE("an export of a newer program is refused whole") {
  auto const all =
      read_all("{\"sievarr_export\":2,\"source\":\"x\"}\n{\"id\":1,\"title\":\"A\"}\n{\"id\":2}\n");

  CHECK(all.shows.empty());
  CHECK(!all.read.whole);
  REQUIRE(all.read.problems.size() == 1);
  CHECK(all.read.problems[0].code == "newer-export");
  CHECK(all.said() ==
        "f:1:1: the export was written by a newer version of this program; this one reads version "
        "1, update it\n");
}

TEST_CASE("nothing, white space and an empty list hold no shows and no fault") {
  for (std::string_view text : {"", "\n", "  \n\t\r\n", "\xEF\xBB\xBF", "[]", " [ ]\n"}) {
    CAPTURE(text);
    auto const all = read_all(text);
    CHECK(all.read.shows == 0);
    CHECK(all.said() == "");
    CHECK(all.read.whole);
  }
}

TEST_CASE("it does not matter where the chunks are cut") {
  std::string const texts[] = {
      "\xEF\xBB\xBF{\"id\":1,\"name\":\"\\\"é€]\"}\n\n{\"id\":2,\"name\":\"B\"}\nbad\n{\"id\":3,"
      "\"title\":\"C\"}",
      "\xEF\xBB\xBF [{\"id\":1,\"name\":\"a\\\\\"} , "
      "12,{\"id\":2,\"name\":\"]}\\u00e9\"}\n,[[]],null]",
      "{\n \"id\": 1,\n \"name\": \"é{\"\n}\n{\"id\":2,\n\"name\":\"B\"} true",
      "[{\"id\":1,\"name\":\"A\"},{\"id\":2,\"name\":\"B\"",
      "[1 2]",
  };
  for (auto const& text : texts) {
    auto const whole = read_all(text);
    for (std::size_t chunk = 1; chunk < text.size(); ++chunk) {
      CAPTURE(chunk);
      auto const parts = read_all(text, chunk);
      CHECK(parts.shows == whole.shows);
      CHECK(parts.said() == whole.said());
      CHECK(parts.read.whole == whole.read.whole);
    }
  }
}

TEST_CASE("a list that breaks off says so, and gives what came before") {
  auto const all = read_all("[{\"id\":1,\"name\":\"A\"},\n{\"id\":2,\"na");

  CHECK(all.ids() == "1 ");
  CHECK(!all.read.whole);
  CHECK(all.said() == "f:2:12: the text ends too early\n");
}

TEST_CASE("a line without an end is not kept, and the next one is read") {
  std::string text = "{\"id\":1,\"name\":\"A\"}\n{\"id\":2,\"name\":\"";
  text.append(most_piece_bytes, 'x').append("\"}\n{\"id\":3,\"name\":\"C\"}\n");
  for (std::size_t const chunk : {std::size_t{1} << 30, std::size_t{100'000}}) {
    auto const all = read_all(text, chunk);
    CHECK(all.ids() == "1 3 ");
    CHECK(all.said() == "f:2:1: longer than any show can be\n");
    CHECK(all.read.whole);
  }
}

TEST_CASE("an endless value in a list ends the reading") {
  std::string text = "[{\"id\":1,\"name\":\"A\"},{\"id\":2,\"name\":\"";
  text.append(most_piece_bytes, 'x');
  auto const all = read_all(text, 100'000);

  CHECK(all.ids() == "1 ");
  CHECK(!all.read.whole);
  CHECK(all.read.bad == 1);
}

TEST_CASE("hostile nesting is one bad line") {
  auto const all = read_all(std::string(200'000, '[') + "\n{\"id\":1,\"name\":\"A\"}");
  CHECK(all.shows.empty());
  CHECK(!all.read.whole);

  auto const line = read_all("{\"id\":1,\"name\":\"A\",\"x\":" + std::string(200'000, '[') +
                             "}\n{\"id\":2,\"name\":\"B\"}");
  CHECK(line.ids() == "2 ");
  CHECK(line.said() == "f:1:87: nested too deep\n");
}

}  // namespace
}  // namespace sievarr::wire
