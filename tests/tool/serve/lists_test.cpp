#include "answering.hpp"

#include <sievarr/base/fold.hpp>
#include <sievarr/base/number.hpp>

#include <optional>
#include <string>
#include <vector>

/// Lists of the API, which are all asked for in the same way.
namespace sievarr::serve {
namespace {

using document::Node;
using test::Answering;
using test::at;
using test::json;

std::vector<Node> lines_of(Node const& page, std::string_view name) {
  return *document::sequence(*document::find(page, name));
}

std::optional<std::string> next_of(Node const& page) {
  auto const* const next = document::find(page, "next");
  return next ? std::optional(document::scalar(*next)->text) : std::nullopt;
}

/// How a list is asked for: its path, what its lines are called, and where a line has its number.
struct Listed {
  std::string path;
  std::string lines;
  std::string inside;  ///< The part of a line that has the number; the line itself where empty.
  std::string key;

  std::string key_of(Node const& line) const {
    return at(inside.empty() ? line : *document::find(line, inside), key);
  }
};

std::vector<Listed> const lists{{"/api/v1/journal", "entries", "intent", "id"},
                                {"/api/v1/cycles", "cycles", "", "id"},
                                {"/api/v1/runs", "runs", "", "id"},
                                {"/api/v1/review", "shows", "show", "id"},
                                {"/api/v1/activity", "activity", "", "id"},
                                {"/api/v1/plan/lines", "lines", "", "show_id"}};

/// The numbers of a list, page by page.
std::vector<std::string> walked(Answering& house, Listed const& list, std::string const& query) {
  std::vector<std::string> keys;
  std::string after;
  do {
    auto const answer = json(house.get(list.path + "?limit=2" + query + after).body);
    for (auto const& line : lines_of(answer, list.lines)) keys.push_back(list.key_of(line));
    auto const next = next_of(answer);
    after = next ? "&after=" + *next : "";
  } while (!after.empty());
  return keys;
}

void live(Answering& house) {
  for (int cycle = 0; cycle < 3; ++cycle) {
    REQUIRE(house.application->step());
    house.daemon.clock.advance(std::chrono::hours{7});
  }
}

}  // namespace

TEST_CASE(
    "each list is walked through in each order, says how many lines there are, and is whole") {
  Answering house;
  house.daemon.set("selections:", "selections:\n  - {name: asks, rating: {min: 8}, mode: review}");
  REQUIRE_FALSE(has_errors(house.application->reload().problems));
  live(house);
  for (auto const& list : lists)
    for (std::string const query : {"", "&direction=ascending", "&direction=descending",
                                    "&search=a&direction=descending", "&search=e"}) {
      CAPTURE(list.path);
      CAPTURE(query);
      auto const all = json(house.get(list.path + "?limit=1000" + query).body);
      std::vector<std::string> keys;
      for (auto const& line : lines_of(all, list.lines)) keys.push_back(list.key_of(line));
      CHECK(walked(house, list, query) == keys);
      CHECK(at(all, "total") == to_text(keys.size()));
      CHECK_FALSE(next_of(all));
    }
}

TEST_CASE("the journal is found by what came of it, and says titles itself") {
  Answering house;
  live(house);
  auto const answer = json(house.get("/api/v1/journal?where.fate=added&sort=title").body);
  auto const entries = lines_of(answer, "entries");
  REQUIRE(entries.size() >= 3);
  for (std::size_t line = 1; line < entries.size(); ++line)
    CHECK(fold(at(entries[line - 1], "title")) <= fold(at(entries[line], "title")));
  auto const id = at(*document::find(entries[1], "intent"), "id");
  auto const one = json(house.get("/api/v1/journal?where.id=" + id).body);
  CHECK(at(one, "total") == "1");
  CHECK(at(lines_of(one, "entries")[0], "title") == at(entries[1], "title"));
  CHECK(at(json(house.get("/api/v1/journal?where.fate=refused").body), "total") == "0");
}

TEST_CASE("older names of parameters go on to work") {
  Answering house;
  live(house);
  for (std::string const path : {"/api/v1/journal", "/api/v1/cycles"}) {
    CAPTURE(path);
    auto const first = json(house.get(path + "?limit=2").body);
    REQUIRE(next_of(first));
    CHECK(house.get(path + "?limit=2&before=" + *next_of(first)).body ==
          house.get(path + "?limit=2&after=" + *next_of(first)).body);
  }
}

TEST_CASE("what waits for a person is put in order by its show, and says what is wanted and had") {
  Answering house;
  house.daemon.set("selections:", "selections:\n  - {name: asks, rating: {min: 8}, mode: review}");
  REQUIRE_FALSE(has_errors(house.application->reload().problems));
  REQUIRE(house.application->step());
  auto const shows =
      lines_of(json(house.get("/api/v1/review?sort=rating&direction=descending").body), "shows");
  REQUIRE(shows.size() > 2);
  double best = 10;
  for (auto const& line : shows) {
    auto const rating = *to_double(at(*document::find(line, "show"), "rating"));
    CHECK(rating <= best);
    best = rating;
    auto const decides = lines_of(line, "lines");
    REQUIRE(decides.size() == 1);
    CHECK(at(decides[0], "line") == "rating");
    CHECK(at(decides[0], "wanted") == "at least 8");
    CHECK(at(decides[0], "actual") == to_text(rating));
    CHECK(at(decides[0], "place").starts_with("config.yaml:"));
  }
  CHECK(house.get("/api/v1/review?sort=rating&after=99999999").status == 400);
}

TEST_CASE(
    "what is put off leaves the queue, what is taken back is in it again, and both are told") {
  Answering house;
  house.daemon.set("selections:", "selections:\n  - {name: asks, rating: {min: 8}, mode: review}");
  REQUIRE_FALSE(has_errors(house.application->reload().problems));
  REQUIRE(house.application->step());
  auto const ids = [&] {
    std::string all;
    for (auto const& line : lines_of(json(house.get("/api/v1/review?limit=1000").body), "shows"))
      all += (all.empty() ? "" : ",") + at(*document::find(line, "show"), "id");
    return all;
  };
  auto const all = ids();
  auto const body = "{\"shows\":[" + all + "]}";
  for (std::string const decision : {"later", "approve", "reject"}) {
    CAPTURE(decision);
    auto const decided = json(house.post("/api/v1/review/" + decision, body).body);
    CHECK(lines_of(decided, "shows").size() > 3);
    CHECK(ids() == "");
    REQUIRE(house.post("/api/v1/review/undo", body).status == 200);
    CHECK(ids() == all);
  }
  auto const told = json(house.get("/api/v1/activity?where.kind=decision&where.by=API%20key").body);
  CHECK(at(told, "total") == "6");
  CHECK(at(json(house.get("/api/v1/activity?where.action=undo").body), "total") == "3");
}

}  // namespace sievarr::serve
