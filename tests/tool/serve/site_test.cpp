#include "answering.hpp"

#include <sievarr/base/number.hpp>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

/// What is answered, in the terms of who asks.
namespace sievarr::serve {
namespace {

using document::Node;
using test::Answering;
using test::at;
using test::json;
using wire::Method;

std::vector<std::string> ids(Node const& page) {
  std::vector<std::string> all;
  for (auto const& show : *document::sequence(*document::find(page, "shows")))
    all.push_back(at(show, "id"));
  return all;
}

/// All shows of a query, page by page.
std::vector<std::string> walked(Answering& house, std::string const& query) {
  std::vector<std::string> all;
  std::string after;
  do {
    auto const page = json(house.get("/api/v1/shows?limit=37&" + query + after).body);
    for (auto const& id : ids(page)) all.push_back(id);
    auto const* const next = document::find(page, "next");
    after.clear();
    if (!next) continue;
    after = "&after=";
    for (char const each : document::scalar(*next)->text) {
      auto const letter = static_cast<unsigned char>(each);
      constexpr std::string_view digits = "0123456789ABCDEF";
      after += '%';
      after += digits[letter >> 4];
      after += digits[letter & 15];
    }
  } while (!after.empty());
  return all;
}

std::int64_t total(Answering& house, std::string const& query) {
  return *to_integer(at(json(house.get("/api/v1/shows?limit=1&" + query).body), "total"));
}

}  // namespace

TEST_CASE("the requests that scripts know are answered as they were") {
  Answering house;
  REQUIRE(house.application->step());

  CHECK(house.get("/health").body == "{\"status\":\"ok\"}\n");
  CHECK(house.get("/ping").body == "{\"status\":\"OK\"}\n");
  CHECK(house.get("/ready").body == R"({"status":"ready","checks":{"database":true,"sonarr":true}})"
                                    "\n");
  auto const state = json(house.get("/state").body);
  CHECK(at(state, "sync_running") == "false");
  CHECK(at(state, "added") == "5");
  CHECK(at(state, "highest_tvmaze_id") != "0");
  auto const shows = json(house.get("/shows?status=added").body);
  CHECK(at(shows, "count") == "5");
  CHECK(at(shows, "limit") == "100");
  CHECK(at(shows, "offset") == "0");
  for (auto const& show : *document::sequence(*document::find(shows, "shows"))) {
    CHECK(at(show, "processing_status") == "added");
    CHECK(at(show, "filter_reason") == "null");
    CHECK(at(show, "sonarr_series_id") != "null");
  }
  CHECK(at(json(house.get("/shows?limit=5000&offset=3").body), "limit") == "1000");
  CHECK(at(json(house.get("/shows?limit=0").body), "count") == "0");
  auto const refiltered = json(house.post("/refilter").body);
  CHECK(at(refiltered, "status") == "complete");
  CHECK(at(refiltered, "shows_re_evaluated") == "300");
  CHECK(house.post("/trigger").body == "{\"status\":\"triggered\"}\n");
}

TEST_CASE("before the first cycle what is not known is null") {
  Answering house;
  auto const state = json(house.get("/state").body);
  CHECK(at(state, "last_full_sync") == "null");
  CHECK(at(state, "last_incremental_sync") == "null");
}

TEST_CASE("every order walks over every show once, whatever the pages") {
  Answering house;
  REQUIRE(house.application->step());
  auto const all = walked(house, "");
  CHECK(all.size() == 300);
  for (std::string const sort :
       {"id", "title", "premiered", "ended", "rating", "runtime", "popularity", "updated"})
    for (std::string const direction : {"ascending", "descending"}) {
      CAPTURE(sort);
      CAPTURE(direction);
      auto const walk = walked(house, "sort=" + sort + "&direction=" + direction);
      CHECK(walk.size() == 300);
      CHECK(std::set<std::string>(walk.begin(), walk.end()).size() == 300);
    }
  auto backwards = walked(house, "direction=descending");
  std::reverse(backwards.begin(), backwards.end());
  CHECK(backwards == all);
}

TEST_CASE("in order of rating the best comes first, and who has none comes last") {
  Answering house;
  REQUIRE(house.application->step());
  auto const page =
      json(house.get("/api/v1/shows?sort=rating&direction=descending&limit=1000").body);
  std::optional<double> before = 11;
  for (auto const& show : *document::sequence(*document::find(page, "shows"))) {
    auto const* const rating = document::find(show, "rating");
    auto const now = rating ? to_double(document::scalar(*rating)->text) : std::nullopt;
    CHECK((before || !now));
    if (before && now) CHECK(*before >= *now);
    before = now;
  }
}

TEST_CASE("shows are found by what the filter can ask and by what became of them") {
  Answering house;
  REQUIRE(house.application->step());

  CHECK(total(house, "rating.min=7") + total(house, "where={not: {rating: {min: 7}}}") <= 300);
  CHECK(total(house, "rating.min=7") > 0);
  CHECK(total(house, "processing_status=added") == 5);
  CHECK(total(house, "processing_status=added&processing_status=filtered") ==
        5 + total(house, "processing_status=filtered"));
  CHECK(total(house, "selection=good") >= 5);
  CHECK(total(house, "selection=nobody") == 0);
  CHECK(total(house, "instance=sonarr&processing_status=added") == 5);
  CHECK(total(house, "category=rating") + total(house, "processing_status=pending") > 0);
  CHECK(total(house, "in_library=false") == 300);
  CHECK(total(house, "search=zzzzzz") == 0);
  auto const first = json(house.get("/api/v1/shows?limit=1").body);
  auto const& show = document::sequence(*document::find(first, "shows"))->front();
  CHECK(ids(json(house.get("/api/v1/shows?search=" + at(show, "id")).body)).front() ==
        at(show, "id"));
}

TEST_CASE("a place of another order is refused") {
  Answering house;
  REQUIRE(house.application->step());
  for (std::string const query : {"after=x", "after=1:2", "sort=rating&after=1",
                                  "sort=rating&after=1:x", "sort=title&after=1", "after="}) {
    CAPTURE(query);
    CHECK(house.get("/api/v1/shows?" + query).status == 400);
  }
}

TEST_CASE("a show is told with its reasons and its history") {
  Answering house;
  REQUIRE(house.application->step());
  auto const added = json(house.get("/api/v1/shows?processing_status=added&limit=1").body);
  auto const report = json(house.get("/api/v1/shows/" + ids(added).front()).body);

  CHECK(at(report, "gone") == "false");
  CHECK(at(*document::find(report, "why"), "verdict") == "add");
  CHECK(at(*document::find(report, "processing"), "status") == "added");
  auto const& history = *document::sequence(*document::find(report, "history"));
  REQUIRE(history.size() == 1);
  CHECK(at(*document::find(history[0], "ending"), "fate") == "added");
}

TEST_CASE("cycles and the journal are told from the newest on") {
  Answering house;
  REQUIRE(house.application->step());
  house.daemon.clock.advance(std::chrono::hours{7});
  REQUIRE(house.application->step());

  auto const cycles = json(house.get("/api/v1/cycles?limit=1").body);
  auto const& first = document::sequence(*document::find(cycles, "cycles"))->front();
  CHECK(at(first, "id") == at(cycles, "next"));
  auto const older = json(house.get("/api/v1/cycles?before=" + at(cycles, "next")).body);
  CHECK(at(document::sequence(*document::find(older, "cycles"))->front(), "kind") == "full");
  auto const journal = json(house.get("/api/v1/journal").body);
  CHECK(document::sequence(*document::find(journal, "entries"))->size() == 10);
}

TEST_CASE("what is held is told by the status, the plan and the numbers, until it is let pass") {
  Answering house;
  house.daemon.set("{max_adds_per_cycle: 5}", "{max_adds_per_cycle: 5, hold_above: 20}");
  house.daemon.set("min: 7", "min: 9");
  REQUIRE_FALSE(has_errors(house.application->reload().problems));
  REQUIRE(house.application->step());
  auto const progress = [&] {
    auto const status = json(house.get("/api/v1/system/status").body);
    return *document::find(status, "progress");
  };
  auto const held_by_the_numbers = [&] {
    auto const text = house.ask({.target = "/metrics"}).response.body;
    auto const at = text.find("\nsievarr_held_shows ");
    REQUIRE(at != text.npos);
    return text.substr(at + 20, text.find('\n', at + 20) - at - 20);
  };
  auto const early = house.get("/api/v1/plan").body;
  auto const added = total(house, "processing_status=added");
  CHECK_FALSE(document::find(progress(), "held"));
  CHECK(held_by_the_numbers() == "0");

  house.daemon.set("min: 9", "min: 6");
  REQUIRE_FALSE(has_errors(house.application->reload().problems));
  auto const held = at(progress(), "held");
  CHECK(*to_integer(held) > 20);
  CHECK(at(progress(), "held_since") == to_text(house.daemon.clock.now()));
  CHECK(at(progress(), "held_filter_hash") ==
        house.application->config_in_force()->plan.filter_hash);
  CHECK(held_by_the_numbers() == held);
  CHECK(std::count_if(house.daemon.lines.begin(), house.daemon.lines.end(), [](auto const& line) {
          return line.find("adding is held: ") != line.npos;
        }) == 1);
  auto const plan = house.get("/api/v1/plan").body;
  CHECK(at(json(plan), "held_shows") == held);
  CHECK(at(json(plan), "held_since") == at(progress(), "held_since"));

  CHECK(house.post("/api/v1/plan/apply", early).status == 409);
  CHECK(house.post("/api/v1/plan/apply?force=true", early).status == 409);
  CHECK(total(house, "processing_status=added") == added);
  CHECK(house.post("/api/v1/plan/apply", plan).status == 200);
  CHECK_FALSE(document::find(progress(), "held"));
  CHECK_FALSE(document::find(progress(), "held_since"));
  CHECK(held_by_the_numbers() == "0");
}

TEST_CASE("the status tells what the clock of the daemon says") {
  Answering house;
  house.daemon.clock.advance(std::chrono::hours{30});
  CHECK(at(json(house.get("/api/v1/system/status").body), "now") ==
        to_text(house.daemon.clock.now()));
}

TEST_CASE("the config is shown without its secrets") {
  Answering house;
  auto const body = house.get("/api/v1/config").body;
  CHECK(body.find("open sesame") == std::string::npos);
  CHECK(body.find(house.daemon.sim().api_key()) == std::string::npos);
  CHECK(body.find("***") == std::string::npos);
  auto const report = json(body);
  auto const& config = *document::find(report, "config");
  CHECK(at(*document::find(config, "server"), "api_key") == "${SERVER_API_KEY}");
  auto const& sonarr = *document::sequence(*document::find(config, "sonarr"));
  CHECK(at(sonarr.front(), "api_key") == "${SONARR_API_KEY}");
  CHECK(at(report, "yaml").find("api_key: ${SERVER_API_KEY}") != std::string::npos);
}

TEST_CASE("the config that the daemon tells can be its config again") {
  Answering house;
  auto const told = at(json(house.get("/api/v1/config").body), "yaml");
  auto const key = house.daemon.sim().api_key();
  house.daemon.text = told;
  CHECK(has_errors(house.application->reload().problems));
  CHECK(house.get("/state").status == 200);

  house.daemon.variables = {{"SERVER_API_KEY", "open sesame"}, {"SONARR_API_KEY", key}};
  auto const again = house.application->reload();
  CHECK_MESSAGE(!has_errors(again.problems), to_text(again.problems.front()));
  CHECK(house.get("/state").status == 200);
}

TEST_CASE("another config is judged by without variables, files or where series go") {
  Answering house;
  REQUIRE(house.application->step());
  auto const judged = [&](std::string const& yaml) {
    return house.post("/api/v1/judge", yaml, "application/yaml");
  };

  auto const wider = json(judged("selections: [{name: all, rating: {min: 1}}]").body);
  CHECK(at(*document::find(wider, "difference"), "added") != "0");
  auto const same = json(judged("selections: [{name: good, rating: {min: 7}}]").body);
  CHECK(at(*document::find(same, "difference"), "added") == "0");
  CHECK(judged("selections: [{rating: {min: 7}}]\nsonarr: {url: x, api_key: '${KEY}', "
               "root_folder: /tv, quality_profile: HD}")
            .status == 200);
  auto const broken = judged("selections: [{ratng: {min: 7}}]");
  CHECK(broken.status == 422);
  CHECK(broken.body.find("did you mean") != std::string::npos);
  for (std::string const secret : {"languages: ['${HOME}']", "languages: ['${PATH_FILE}']"}) {
    auto const response = judged("selections: [{" + secret + "}]");
    CHECK(response.status == 422);
    CHECK(response.body.find("/root") == std::string::npos);
  }
}

TEST_CASE("people decide about many shows at once, and are told what made no sense") {
  Answering house;
  REQUIRE(house.application->step());
  auto const filtered =
      ids(json(house.get("/api/v1/shows?processing_status=filtered&limit=2").body));
  auto const body = "{\"shows\":[" + filtered[0] + "," + filtered[1] + ",999999]}";
  auto const skipped = json(house.post("/api/v1/skip", body).body);
  CHECK(at(skipped, "changed") == "2");
  auto const& shows = *document::sequence(*document::find(skipped, "shows"));
  REQUIRE(shows.size() == 3);
  CHECK(at(shows[0], "became") == "skipped");
  CHECK(document::find(shows[2], "error"));
  CHECK(total(house, "processing_status=skipped") == 2);
  auto const again = json(house.post("/api/v1/skip", body).body);
  CHECK(at(again, "changed") == "0");
  CHECK(at(json(house.post("/api/v1/retry", body).body), "changed") == "0");
  CHECK(at(json(house.post("/api/v1/unskip", body).body), "changed") == "2");
}

TEST_CASE("the catalogue is exported as every command reads it") {
  Answering house;
  REQUIRE(house.application->step());
  auto answer = house.ask({.target = "/api/v1/export", .headers = Answering::key()});
  REQUIRE(answer.source);
  std::string text;
  while (auto const piece = answer.source->next()) text += *piece;
  CHECK(std::count(text.begin(), text.end(), '\n') == 301);
  CHECK(text.starts_with(R"({"sievarr_export":1,"source":"TVmaze, CC BY-SA 4.0"})"));
}

TEST_CASE("who listens hears how it stands, and then what happens") {
  Answering house;
  auto answer = house.ask({.target = "/api/v1/events", .headers = Answering::key()});
  REQUIRE(answer.source);
  std::size_t woken = 0;
  answer.source->wake_with([&] { ++woken; });
  auto const first = answer.source->next();
  REQUIRE(first);
  CHECK(first->find("event: phase\ndata: {") != std::string::npos);
  CHECK(answer.source->next() == "");
  REQUIRE(house.application->step());
  CHECK(woken > 0);
  auto const news = *answer.source->next();
  CHECK(news.find("event: cycle\n") != std::string::npos);
  CHECK(news.find("event: added\n") != std::string::npos);
  CHECK(news.find("event: judged\n") + news.find("event: phase\n") != std::string::npos);
}

TEST_CASE("a browser gets a session that scripts cannot see and other sites cannot use") {
  Answering house;
  house.daemon.text += "";
  wire::Headers const browser{
      {"Host", "house"}, {"Origin", "http://house"}, {"Content-Type", "application/json"}};
  auto const opened = house
                          .ask({.method = Method::post,
                                .target = "/session",
                                .headers = browser,
                                .body = R"({"key":"open sesame"})"})
                          .response;
  CHECK(opened.status == 204);
  std::string const cookie(*wire::header(opened.headers, "Set-Cookie"));
  CHECK(cookie.ends_with("; Path=/; Max-Age=2592000; HttpOnly; SameSite=Lax"));
  auto const session = cookie.substr(0, cookie.find(';'));
  auto const with = [&](Method method, std::string target, wire::Headers more) {
    more.push_back({"Cookie", session});
    return house.ask({.method = method, .target = std::move(target), .headers = more})
        .response.status;
  };
  CHECK(with(Method::get, "/state", {{"Host", "house"}}) == 200);
  CHECK(with(Method::get, "/state", {{"Host", "evil.example.org"}}) == 403);
  CHECK(with(Method::post, "/trigger", {{"Host", "house"}, {"Origin", "http://evil.org"}}) == 403);
  CHECK(with(Method::post, "/trigger", {{"Host", "house"}}) == 403);
  CHECK(with(Method::post, "/trigger", browser) == 200);
  CHECK(with(Method::delete_, "/session", browser) == 204);
  CHECK(with(Method::get, "/state", {{"Host", "house"}}) == 401);
}

TEST_CASE("nothing that is answered can be put into a frame or taken for something else") {
  Answering house;
  for (std::string const target : {"/", "/health", "/state", "/nothing", "/%zz"}) {
    CAPTURE(target);
    auto const headers = house.ask({.target = target}).response.headers;
    CHECK(wire::header(headers, "X-Content-Type-Options") == "nosniff");
    CHECK(wire::header(headers, "X-Frame-Options") == "DENY");
    auto const policy = wire::header(headers, "Content-Security-Policy").value_or("");
    CHECK(policy.find("default-src 'none'") != policy.npos);
    CHECK(policy.find("frame-ancestors 'none'") != policy.npos);
    CHECK(policy.find("unsafe-inline") == policy.npos);
    CHECK(wire::header(headers, "Cache-Control"));
  }
}

TEST_CASE("another key ends all sessions and counts at once; a broken config changes nothing") {
  Answering house;
  auto const good = house.daemon.text;
  house.daemon.text.replace(good.find("open sesame"), 11, "other words");
  REQUIRE_FALSE(has_errors(house.application->reload().problems));
  CHECK(house.get("/state").status == 401);
  CHECK(
      house.ask({.target = "/state", .headers = {{"X-Api-Key", "other words"}}}).response.status ==
      200);
  house.daemon.text = "server: {api_key: mine}\nselections: [";
  CHECK(has_errors(house.application->reload().problems));
  CHECK(
      house.ask({.target = "/state", .headers = {{"X-Api-Key", "other words"}}}).response.status ==
      200);
}

TEST_CASE("a config with a mask for a key is refused, and the key in force goes on to open") {
  Answering house;
  auto const good = house.daemon.text;
  house.daemon.text.replace(good.find("open sesame"), 11, "\"********\"");
  auto const refused = house.application->reload().problems;
  REQUIRE(has_errors(refused));
  CHECK(refused.front().code == "masked-secret");
  CHECK(house.ask({.target = "/state", .headers = {{"X-Api-Key", "********"}}}).response.status ==
        401);
  CHECK(house.get("/state").status == 200);
  auto const judged = house.post("/api/v1/judge", house.daemon.text, "application/yaml");
  CHECK(judged.status == 422);
  CHECK(judged.body.find("masked-secret") != std::string::npos);
}

TEST_CASE("below a base the cookie stays there, and the way to the page is shown") {
  Answering house;
  house.daemon.text.replace(house.daemon.text.find("server: {"), 9,
                            "server: {url_base: /sievarr, ");
  REQUIRE_FALSE(has_errors(house.application->reload().problems));
  CHECK(house.ask({.target = "/sievarr/health"}).response.status == 200);
  CHECK(house.ask({.target = "/health"}).response.status == 401);
  CHECK(house.get("/state").status == 404);
  CHECK(house.get("/sievarr/state").status == 200);
  auto const way = house.ask({.target = "/"}).response;
  CHECK(way.status == 307);
  CHECK(wire::header(way.headers, "Location") == "/sievarr/");
  auto const opened = house
                          .ask({.method = Method::post,
                                .target = "/sievarr/session",
                                .headers = {{"Host", "house"},
                                            {"Origin", "http://house"},
                                            {"Content-Type", "application/json"}},
                                .body = R"({"key":"open sesame"})"})
                          .response;
  CHECK(wire::header(opened.headers, "Set-Cookie")->find("; Path=/sievarr;") !=
        std::string_view::npos);
}

TEST_CASE("what is asked is counted by route, and the numbers are what Prometheus reads") {
  Answering house;
  house.get("/state");
  house.get("/state");
  house.get("/nothing");
  auto const text = house.ask({.target = "/metrics"}).response.body;
  CHECK(
      text.find("sievarr_http_requests_total{method=\"GET\",route=\"/state\",status=\"200\"} 2") !=
      std::string::npos);
  CHECK(text.find("{method=\"other\",route=\"other\",status=\"404\"} 1") != std::string::npos);
  auto const open =
      house.ask({.target = "/metrics", .headers = {{"Accept", "application/openmetrics-text"}}})
          .response;
  CHECK(open.body.ends_with("# EOF\n"));
}

TEST_CASE("a wrong key is logged once in a while, without the key") {
  Answering house;
  for (int i = 0; i < 100; ++i)
    house.ask({.target = "/state", .headers = {{"X-Api-Key", "my guess"}}});
  std::size_t told = 0;
  for (auto const& line : house.daemon.lines) {
    told += line.find("a wrong key was sent") != std::string::npos ? 1 : 0;
    CHECK(line.find("my guess") == std::string::npos);
  }
  CHECK(told == 10);
}

}  // namespace sievarr::serve
