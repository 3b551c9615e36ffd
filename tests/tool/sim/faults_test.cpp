#include "running.hpp"

#include <sievarr/wire/tvmaze/tvmaze.hpp>

#include <atomic>
#include <chrono>
#include <string>
#include <thread>
#include <vector>

namespace sievarr::sim {
namespace {

using std::chrono::milliseconds;
using test::Running;

Options of(std::size_t shows) {
  return {.world = {.shows = shows}, .tvmaze = {.limit = std::nullopt}};
}

Outcome<wire::Response> page_with(Harm harm) {
  Running running(of(300));
  running.tvmaze().faults().inject({.harm = std::move(harm), .kind = Kind::page});
  auto answer = running.ask_tvmaze("/shows?page=0");
  CHECK(running.tvmaze().faults().struck() == 1);
  return answer;
}

}  // namespace

TEST_CASE("a fault comes at the call it is meant for, and only there") {
  Running running(of(5));
  running.tvmaze().faults().inject(
      {.harm = Says{.status = 502}, .kind = Kind::show, .first = 2, .times = 2});
  std::vector<int> statuses;
  for (int call = 0; call < 5; ++call) {
    statuses.push_back(running.ask_tvmaze("/shows/1")->status);
    CHECK(running.ask_tvmaze("/updates/shows")->status == 200);
  }

  CHECK(statuses == std::vector{200, 502, 502, 200, 200});
  CHECK(running.tvmaze().faults().struck() == 2);
  CHECK(running.tvmaze().calls().all(Kind::show)[1].status == 502);
  running.tvmaze().faults().inject({.harm = Says{}, .times = Fault::for_ever});
  for (int call = 0; call < 3; ++call) CHECK(running.ask_tvmaze("/shows/1")->status == 500);
  running.tvmaze().faults().clear();
  CHECK(running.ask_tvmaze("/shows/1")->status == 200);
}

TEST_CASE("any status can be said, with and without a hint when to come back") {
  auto const limited = page_with(Says{.status = 429, .retry_after = "7"});
  REQUIRE(limited);
  CHECK(limited->status == 429);
  CHECK(wire::header(limited->headers, "Retry-After") == "7");
  auto const bare = page_with(Says{.status = 429});
  REQUIRE(bare);
  CHECK_FALSE(wire::header(bare->headers, "Retry-After"));
  CHECK(wire::content_type(bare->headers) == "application/json");
  auto const gateway = page_with(Says{.status = 502});
  REQUIRE(gateway);
  CHECK(wire::content_type(gateway->headers) == "text/html");
  auto const html = page_with(Says{.status = 200, .body = "<html></html>"});
  REQUIRE(html);
  CHECK(html->body == "<html></html>");
  CHECK(wire::content_type(html->headers) == "text/html");
}

TEST_CASE("an answer can break in its middle, be lost, or never be thought of") {
  for (Harm const& harm : {Harm{Breaks{}}, Harm{Breaks{Breaks::End::closed}}, Harm{TruncatedGzip{}},
                           Harm{Lost{}}, Harm{Unheard{}}}) {
    CAPTURE(harm.index());
    CHECK_FALSE(page_with(harm));
  }
}

TEST_CASE("a late answer comes, for those who wait") {
  CHECK(page_with(Late{milliseconds{30}}));

  Running running(of(5));
  running.tvmaze().faults().inject({.harm = Late{milliseconds{5000}}});
  net::CurlTransport impatient({.total = milliseconds{100}});
  auto const answer = impatient.send({.target = running.sim().tvmaze_address() + "/shows/1"});
  REQUIRE_FALSE(answer);
  CHECK(answer.error().kind == Failure::Kind::timed_out);
}

TEST_CASE("an answer can be longer than anybody wants") {
  auto const answer = page_with(Huge{});
  REQUIRE_FALSE(answer);
  CHECK(answer.error().kind == Failure::Kind::too_large);
}

TEST_CASE("a show with every field null comes with a page, or is the show") {
  auto const answer = page_with(NullShow{.id = 3});
  REQUIRE(answer);
  CHECK(answer->body.starts_with(R"([{"id":3,"url":null,"name":null,)"));
  auto const page = wire::tvmaze::read_page(answer->body, "page");
  REQUIRE(page);
  CHECK(page->problems.size() == 1);
  CHECK(page->shows.size() > 200);

  Running running(of(5));
  running.tvmaze().faults().inject({.harm = NullShow{}});
  CHECK(running.ask_tvmaze("/shows/1")->body.starts_with(R"({"id":null,"url":null,)"));
}

TEST_CASE("the map can name ids that nobody knows") {
  Running running(of(5));
  running.tvmaze().faults().inject({.harm = UnknownIds{{900'001, 900'002}}});
  auto const map = wire::tvmaze::read_updates(running.ask_tvmaze("/updates/shows")->body, "");
  REQUIRE(map);
  CHECK(map->shows.size() == 7);
  CHECK(map->shows.back().id == 900'002);
  CHECK(running.ask_tvmaze("/shows/900002")->status == 404);
}

TEST_CASE("something else can happen just before a call, and several things at once") {
  Running running(of(5));
  running.tvmaze().faults().inject({.harm = Meanwhile{[&] { running.world().remove(1); }}});
  running.tvmaze().faults().inject({.harm = Late{milliseconds{5}}});

  CHECK(running.ask_tvmaze("/shows/1")->status == 404);
}

TEST_CASE("many may ask at the same time, and each call is counted") {
  Running running(of(50));
  running.tvmaze().faults().inject({.harm = Says{.status = 500}, .first = 10, .times = 7});
  std::atomic<int> failed{0};
  std::vector<std::thread> askers;
  for (int asker = 0; asker < 4; ++asker)
    askers.emplace_back([&] {
      for (int call = 0; call < 10; ++call) {
        auto const answer = running.ask_tvmaze("/shows?page=0");
        if (!answer || answer->status != 200) ++failed;
      }
    });
  for (auto& asker : askers) asker.join();

  CHECK(failed == 7);
  CHECK(running.tvmaze().calls().count() == 40);
}

}  // namespace sievarr::sim
