#include "../../support/fake_clock.hpp"
#include "../../support/recorded.hpp"
#include "../../support/stand_in.hpp"
#include "net/curl_transport.hpp"
#include "service/tvmaze/client.hpp"
#include "shared.hpp"

#include <sievarr/document/yaml.hpp>
#include <sievarr/sample/catalogue.hpp>
#include <sievarr/sample/tvmaze.hpp>

#include <doctest/doctest.h>

#include <deque>
#include <string>
#include <utility>
#include <vector>

namespace sievarr::tvmaze {
namespace {

using config::UpdateWindow;
using Kind = Failure::Kind;
using Answers = std::deque<Outcome<wire::Response>>;

wire::Response json(std::string body, int status = 200, wire::Headers headers = {}) {
  headers.push_back({"Content-Type", "application/json; charset=UTF-8"});
  return {.status = status, .headers = std::move(headers), .body = std::move(body)};
}

wire::Response html(int status = 200) {
  return {.status = status,
          .headers = {{"Content-Type", "text/html"}},
          .body = "<!DOCTYPE html><title>hotel</title>"};
}

std::string const not_found = R"({"name":"Not Found","message":"","code":0,"status":404})";

/// A client of a TVMaze that answers as it was told to.
struct World {
  explicit World(Answers answers, config::Tvmaze config = {})
      : recorded(std::move(answers)), tvmaze(recorded, config, clock) {}

  std::string asked() const {
    std::string targets;
    for (auto const& request : recorded.asked)
      targets += (targets.empty() ? "" : " ") + request.target;
    return targets;
  }

  test::FakeClock clock;
  test::Recorded recorded;
  Tvmaze tvmaze;
};

config::Tvmaze with_key(std::string const& key) {
  config::Tvmaze config;
  config.api_key = value::Secret(key);
  return config;
}

/// What somebody asked TVMaze once, and what it said.
struct Exchange {
  std::string address;
  wire::Response response;
};

std::string text_in(document::Node const& node, std::string_view key) {
  auto const* const found = document::find(node, key);
  auto const* const text = found == nullptr ? nullptr : document::scalar(*found);
  return text == nullptr ? std::string() : text->text;
}

Exchange exchange_in(document::Node const& node) {
  auto const& said = *document::find(node, "response");
  Exchange exchange{.address = text_in(*document::find(node, "request"), "uri")};
  exchange.response.status = std::stoi(text_in(*document::find(said, "status"), "code"));
  exchange.response.body = text_in(*document::find(said, "body"), "string");
  for (auto const& header : *document::mapping(*document::find(said, "headers"))) {
    auto const& value = document::sequence(header.value)->front();
    exchange.response.headers.push_back({header.key, document::scalar(value)->text});
  }
  return exchange;
}

/// All recorded exchanges, where they lie beside the checkout.
std::vector<Exchange> exchanges() {
  std::vector<Exchange> all;
  for (auto const& name : test::list_shared("tvmaze/exchanges")) {
    auto const document = document::read_yaml(*test::read_shared(name), name);
    for (auto const& node : *document::sequence(*document::find(document.value, "interactions")))
      all.push_back(exchange_in(node));
  }
  return all;
}

std::string three_times(std::string const& target) { return target + " " + target + " " + target; }

}  // namespace

TEST_CASE("each window of updates is asked for by its name, all by none") {
  std::string const base = "https://api.tvmaze.com/updates/shows";
  std::vector<std::pair<UpdateWindow, std::string>> const cases = {
      {UpdateWindow::day, "?since=day"},
      {UpdateWindow::week, "?since=week"},
      {UpdateWindow::month, "?since=month"},
      {UpdateWindow::all, ""},
      {UpdateWindow::auto_, ""},
  };
  for (auto const& each : cases) {
    World world({json(R"({"7":1709303296,"3":1704793709})")});

    auto const answer = world.tvmaze.updates(each.first);

    REQUIRE(answer);
    CHECK(world.asked() == base + each.second);
    CHECK(answer->updates.stamps == mirror::Stamps{{3, 1704793709}, {7, 1709303296}});
    CHECK((answer->updates.window == each.first || each.first == UpdateWindow::auto_));
  }
}

TEST_CASE("entries of the map that make no sense are told and left out; none at all is a list") {
  World world({json(R"({"7":5,"x":5,"-3":5,"4":null,"5":0,"7":9})"), json("[]")});

  auto const odd = world.tvmaze.updates(UpdateWindow::all);
  REQUIRE(odd);
  CHECK(odd->updates.stamps == mirror::Stamps{{7, 9}});
  CHECK(odd->problems.size() == 4);

  auto const none = world.tvmaze.updates(UpdateWindow::day);
  REQUIRE(none);
  CHECK(none->updates.stamps.empty());
}

TEST_CASE("a whole map that names no show is no map, though a day may have none") {
  World world({json("{}"), json("[]"), json("{}"), json("{}")});

  auto const all = world.tvmaze.updates(UpdateWindow::all);
  REQUIRE_FALSE(all);
  CHECK(all.error().text == "https://api.tvmaze.com/updates/shows names no show at all");
  CHECK(world.tvmaze.updates(UpdateWindow::day));
}

TEST_CASE("a page is its shows, and how old they are") {
  auto const shows = sample::shows(3, 5);
  std::string body;
  for (auto const& show : shows) body += (body.empty() ? "[" : ",") + sample::as_tvmaze(show);
  World world({json(body + "]", 200,
                    {{"Date", "Fri, 01 Jan 1971 10:00:00 GMT"},
                     {"Age", "60"},
                     {"Cache-Control", "public, max-age=3600"},
                     {"ETag", "\"a\""}})});

  auto const answer = world.tvmaze.page(12);

  REQUIRE(answer);
  CHECK(world.asked() == "https://api.tvmaze.com/shows?page=12");
  CHECK(answer->kind == PageAnswer::Kind::shows);
  CHECK(answer->shows == shows);
  auto const copy = page_copy(12, answer);
  CHECK(copy.page == 12);
  CHECK(copy.fate == mirror::PageOutcome::read);
  CHECK(to_text(*copy.made) == "1971-01-01T09:59:00Z");
  CHECK(*copy.fresh_until == world.clock.now() + std::chrono::seconds{3540});
  CHECK(copy.etag == "\"a\"");
}

TEST_CASE("a page that has not changed says so when it is asked for by its etag, and only then") {
  World world({wire::Response{.status = 304}, wire::Response{.status = 304}});

  auto const answer = world.tvmaze.page(1, {.etag = "\"a\""});

  REQUIRE(answer);
  CHECK(answer->kind == PageAnswer::Kind::unchanged);
  CHECK(*wire::header(world.recorded.asked[0].headers, "If-None-Match") == "\"a\"");
  CHECK(page_copy(1, answer).etag == "\"a\"");
  CHECK_FALSE(world.tvmaze.page(1));
}

TEST_CASE("what TVMaze does not have is an answer; what somebody else does not have is none") {
  World world({json(not_found, 404), json("", 404), html(404), html(404), html(404)});

  auto const page = world.tvmaze.page(999);
  REQUIRE(page);
  CHECK(page->kind == PageAnswer::Kind::missing);
  CHECK(page_copy(999, page).fate == mirror::PageOutcome::missing);
  auto const show = world.tvmaze.show(5);
  REQUIRE(show);
  CHECK_FALSE(show->show);

  auto const elsewhere = world.tvmaze.show(5);
  REQUIRE_FALSE(elsewhere);
  CHECK(elsewhere.error().kind == Kind::malformed);
  CHECK(elsewhere.error().text ==
        "https://api.tvmaze.com/shows/5 answered 404 with \"text/html\", expected JSON");
}

TEST_CASE("an answer that cannot be read is asked for again, three times in all") {
  struct Case {
    wire::Response answer;
    std::string text;
  };
  std::string const page = "https://api.tvmaze.com/shows?page=1";
  for (auto const& each : std::vector<Case>{
           {html(), page + " answered 200 with \"text/html\", expected JSON"},
           {{.body = "[]"}, page + " answered 200 with a body of no type, expected JSON"},
           {json(""), page + ":1:1: expected an array, got the end"},
           {json(R"([{"id":1,"name":"A"},{"id":2,"na)"), page + ":1:33: "},
           {json("{}"), page + ":1:1: "},
           {json("garbage"), page + ":1:1: "},
           {json(std::string("\0\0\0", 3)), page + ":1:1: "},
           {json(std::string(100'000, '[')), page + ":1:"},
       }) {
    CAPTURE(each.answer.body.substr(0, 40));
    World world({each.answer, each.answer, each.answer, json("[]")});

    auto const answer = world.tvmaze.page(1);

    REQUIRE_FALSE(answer);
    CHECK(answer.error().kind == Kind::malformed);
    CHECK(answer.error().text.substr(0, each.text.size()) == each.text);
    CHECK(world.asked() == three_times(page));
    CHECK(page_copy(1, answer).fate == mirror::PageOutcome::failed);
    CHECK(page_copy(1, answer).words == answer.error().text);
  }
}

TEST_CASE("at the second reading an answer may be good") {
  World world({html(), json("[]")});

  CHECK(world.tvmaze.page(1));
}

TEST_CASE("a failure of the transport is told as it is, and not tried again here") {
  World world({Failure{.kind = Kind::timed_out, .text = "too late"}, json("[]")});

  auto const answer = world.tvmaze.page(1);

  REQUIRE_FALSE(answer);
  CHECK(answer.error() == Failure{.kind = Kind::timed_out, .text = "too late"});
  CHECK(world.recorded.asked.size() == 1);
}

TEST_CASE("a status that is no success says what it means") {
  struct Case {
    int status;
    Kind kind;
    std::string hint;
  };
  for (auto const& each : std::vector<Case>{
           {401, Kind::denied, "TVMaze refuses this address; wait, or set tvmaze.api_key"},
           {429, Kind::throttled, "nothing, it is asked again later"},
           {500, Kind::broken, "look into the log of that server"},
           {502, Kind::broken, "look into the log of that server"},
           {301, Kind::refused, ""},
       }) {
    CAPTURE(each.status);
    World world({html(each.status)});
    auto const answer = world.tvmaze.show(5);
    REQUIRE_FALSE(answer);
    CHECK(answer.error().kind == each.kind);
    CHECK(answer.error().hint == each.hint);
  }
  World keyed({html(403)}, with_key("k"));
  CHECK(keyed.tvmaze.show(5).error().hint == "check tvmaze.api_key");
}

TEST_CASE("the key goes out with each request, and into no message") {
  World world({json("{}", 401), json("{}", 401), json("nonsense"), json("x"), json("y")},
              with_key("a b&c/\xC3\xBC"));

  auto const show = world.tvmaze.show(5);
  auto const updates = world.tvmaze.updates(UpdateWindow::day);
  auto const page = world.tvmaze.page(5);

  std::string const key = "apikey=a%20b%26c%2F%C3%BC";
  CHECK(world.recorded.asked[0].target == "https://api.tvmaze.com/shows/5?" + key);
  CHECK(world.recorded.asked[1].target == "https://api.tvmaze.com/updates/shows?since=day&" + key);
  CHECK(world.recorded.asked[2].target == "https://api.tvmaze.com/shows?page=5&" + key);
  CHECK(show.error().text == "https://api.tvmaze.com/shows/5 answered 401");
  CHECK(updates.error().text.find("a%20b") == std::string::npos);
  CHECK(page.error().text.find("a%20b") == std::string::npos);
}

TEST_CASE("another address is asked where one is configured") {
  config::Tvmaze config;
  config.base_url = *value::Url::read("http://127.0.0.1:8080/tv");
  World world({json(R"({"1":5})")}, config);

  CHECK(world.tvmaze.updates(UpdateWindow::all));
  CHECK(world.asked() == "http://127.0.0.1:8080/tv/updates/shows");
}

TEST_CASE("an answer about another show is not taken for the one that was asked for") {
  World world({json(R"({"id":6,"name":"A"})"), json(R"({"id":6,"name":"A"})"),
               json(R"({"id":6,"name":"A"})")});

  auto const answer = world.tvmaze.show(5);

  REQUIRE_FALSE(answer);
  CHECK(answer.error().text == "https://api.tvmaze.com/shows/5 answered with show 6");
}

TEST_CASE("a show with every field null but its name is a show; without a name it is none") {
  std::string const nulls =
      R"(,"type":null,"language":null,"genres":null,"status":null,"runtime":null,
         "averageRuntime":null,"premiered":null,"ended":null,"rating":null,"weight":null,
         "network":null,"webChannel":null,"externals":null,"updated":null})";
  auto const nameless = json(R"({"id":5,"name":null)" + nulls);
  World world({json(R"({"id":5,"name":"A")" + nulls), nameless, nameless, nameless,
               json(R"([{"id":null},7,{"id":1,"name":"A"}])")});

  CHECK(world.tvmaze.show(5)->show == Show{.id = 5, .title = "A"});
  auto const none = world.tvmaze.show(5);
  auto const page = world.tvmaze.page(0);

  REQUIRE_FALSE(none);
  CHECK(none.error().kind == Kind::malformed);
  REQUIRE(page);
  CHECK(page->shows.size() == 1);
  CHECK(page->problems.size() == 2);
}

TEST_CASE("whether TVMaze is there is one request, or two where the first show is gone") {
  CHECK(World({json(R"({"id":1,"name":"A"})")}).tvmaze.check());
  CHECK(World({json(not_found, 404), json(R"([{"id":2,"name":"B"}])")}).tvmaze.check());
  for (auto const& other : {json(not_found, 404), json("[]")}) {
    auto const none = World({json(not_found, 404), other}).tvmaze.check();
    REQUIRE_FALSE(none);
    CHECK(none.error().kind == Kind::missing);
    CHECK(none.error().text.ends_with(" is not the address of a TVMaze: it has no shows"));
  }
  auto const denied = World({json("{}", 401)}, with_key("k")).tvmaze.check();
  REQUIRE_FALSE(denied);
  CHECK(denied.error().kind == Kind::denied);
  auto const nobody = World({}).tvmaze.check();
  REQUIRE_FALSE(nobody);
  CHECK(nobody.error().kind == Kind::unreachable);
}

TEST_CASE("a body of 100 MB is cut off, and one that breaks off is no page") {
  auto const big = json("[" + std::string(100 << 20, ' ') + "]");
  auto const page = json("[" + std::string(1'000, ' ') + "]");
  test::StandIn const server([&](http::Call const& call) {
    bool const first = call.request.target == "/shows?page=0";
    return first ? http::Answer{big}
                 : http::Answer{page, {.cut_after = 500, .end = http::Delivery::End::reset}};
  });
  config::Tvmaze config;
  config.base_url = *value::Url::read(server.address(""));
  net::CurlTransport transport({});
  test::FakeClock clock;
  Tvmaze tvmaze(transport, config, clock);

  auto const large = tvmaze.page(0);
  REQUIRE_FALSE(large);
  CHECK(large.error().kind == Kind::too_large);
  auto const cut = tvmaze.page(1);
  REQUIRE_FALSE(cut);
  CHECK(cut.error().kind == Kind::broken);
}

TEST_CASE("what TVMaze answered in earlier years is read as it was") {
  int shows = 0;
  int missing = 0;
  for (auto const& each : exchanges()) {
    CAPTURE(each.address);
    std::int64_t id = 5;
    if (each.response.status == 200) {
      std::string const path = "api.tvmaze.com/shows/";
      auto const at = each.address.find(path);
      if (at == path.npos || each.address.find("/episode") != path.npos) continue;
      id = std::stoll(each.address.substr(at + path.size()));
    }
    World world({each.response});
    auto const answer = world.tvmaze.show(id);
    REQUIRE(answer);
    CHECK(answer->freshness.fresh_until.has_value());
    CHECK(answer->show.has_value() == (each.response.status == 200));
    answer->show ? ++shows : ++missing;
  }
  CHECK((shows > 0) == (missing > 0));
}

TEST_CASE("a real page is read as a page") {
  auto const text = test::read_shared("tvmaze/page-0.json");
  if (!text) return;
  World world({json(*text)});

  auto const answer = world.tvmaze.page(0);

  REQUIRE(answer);
  CHECK(answer->shows.size() == 240);
  CHECK(answer->problems.empty());
}

}  // namespace sievarr::tvmaze
