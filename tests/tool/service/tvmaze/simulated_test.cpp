#include "net/polite.hpp"
#include "service/tvmaze/client.hpp"

#include "../../sim/known_harms.hpp"
#include "../../sim/running.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

/// Against a simulated TVMaze, over real sockets.
namespace sievarr::tvmaze {
namespace {

using std::chrono::milliseconds;

/// A world of two pages, and our side of the conversation.
class Conversation : public test::Running {
 public:
  explicit Conversation(sim::TvmazeOptions options = {.limit = std::nullopt})
      : Running({.world = {.shows = 300}, .tvmaze = std::move(options)}),
        curl_({.total = milliseconds{5'000}}),
        polite_(curl_, clock(), [] { return 0.5; }, {.rate = pacing::Rate{}}),
        ours_(polite_, config(), clock()) {}

  Tvmaze& ours() { return ours_; }

  /// The catalogue as a mirror gets it, page by page; nothing where one of them failed.
  std::vector<Show> walk() {
    std::vector<Show> shows;
    for (std::int64_t number = 0;; ++number) {
      auto page = ours_.page(number);
      if (!page) return {};
      if (page->kind == PageAnswer::Kind::missing) return shows;
      shows.insert(shows.end(), page->shows.begin(), page->shows.end());
    }
  }

  std::vector<Show> wanted() {
    std::vector<Show> shows;
    for (std::int64_t number = 0; number < 2; ++number) {
      auto const page = world().page(number, world().now());
      REQUIRE(page);
      shows.insert(shows.end(), page->begin(), page->end());
    }
    return shows;
  }

 private:
  config::Tvmaze config() {
    config::Tvmaze made;
    made.base_url = *value::Url::read(sim().tvmaze_address());
    return made;
  }

  net::CurlTransport curl_;
  net::Polite polite_;
  Tvmaze ours_;
};

}  // namespace

TEST_CASE("a catalogue is read as it is, and its server never has to refuse us") {
  Conversation talk(sim::TvmazeOptions{});
  for (int round = 0; round < 10; ++round) CHECK(talk.walk() == talk.wanted());

  CHECK(talk.tvmaze().calls().count(sim::Kind::page) == 30);
  for (auto const& heard : talk.tvmaze().calls().all()) CHECK(heard.status != 429);
}

TEST_CASE("whatever goes wrong with a call once, the catalogue is read as it is") {
  for (std::size_t first = 1; first <= 3; ++first)
    for (auto const& [name, harm] : test::passing_harms()) {
      Conversation talk;
      CAPTURE(first);
      auto const& with_name = name;
      CAPTURE(with_name);
      talk.tvmaze().faults().inject({.harm = harm, .first = first});
      CHECK(talk.walk() == talk.wanted());
      CHECK(talk.tvmaze().calls().count() == 4);
    }
}

TEST_CASE("what goes wrong for ever is a failure in the end, and does not end the next page") {
  for (auto const& [name, harm] : test::passing_harms()) {
    Conversation talk;
    auto const& with_name = name;
    CAPTURE(with_name);
    talk.tvmaze().faults().inject({.harm = harm, .times = sim::Fault::for_ever});
    CHECK_FALSE(talk.ours().page(0));
    CHECK(talk.tvmaze().calls().count() < 20);

    talk.tvmaze().faults().clear();
    talk.clock().advance(std::chrono::hours{1});
    auto const next = talk.ours().page(1);
    REQUIRE(next);
    CHECK_FALSE(next->shows.empty());
  }
}

TEST_CASE("a body without an end is given up, and asked for no more than a few times") {
  Conversation talk;
  talk.tvmaze().faults().inject({.harm = sim::Huge{}});
  auto const page = talk.ours().page(0);

  CHECK((!page || page->shows.size() > 200));
  CHECK(talk.tvmaze().calls().count() < 5);
}

TEST_CASE("a show with every field null spoils nothing but itself") {
  Conversation talk;
  talk.tvmaze().faults().inject({.harm = sim::NullShow{.id = 2}, .times = sim::Fault::for_ever});

  auto const page = talk.ours().page(0);
  REQUIRE(page);
  CHECK(page->problems.size() == 1);
  CHECK(page->shows == *talk.world().page(0, talk.world().now()));
  CHECK_FALSE(talk.ours().show(2));
}

TEST_CASE("an id that only the map knows is a show that is missing") {
  Conversation talk;
  talk.tvmaze().faults().inject({.harm = sim::UnknownIds{{77'777}}});
  auto const updates = talk.ours().updates(config::UpdateWindow::all);
  REQUIRE(updates);
  CHECK(updates->updates.stamps.size() == 301);

  auto const show = talk.ours().show(77'777);
  REQUIRE(show);
  CHECK_FALSE(show->show);
}

TEST_CASE("an answer is never taken for newer than it is") {
  for (auto const edge : {sim::TvmazeOptions::Edge::caching, sim::TvmazeOptions::Edge::redating}) {
    Conversation talk({.edge = edge, .limit = std::nullopt});
    for (int hour = 0; hour < 30; ++hour) {
      talk.clock().advance(std::chrono::hours{1});
      auto const page = talk.ours().page(0);
      REQUIRE(page);
      auto const made = page->freshness.made;
      REQUIRE(made);
      CHECK(*made <= talk.clock().now());
      auto const then = talk.world().page(0, *made);
      REQUIRE(then);
      REQUIRE(page->shows.size() == then->size());
      for (std::size_t at = 0; at < then->size(); ++at)
        CHECK(page->shows[at].updated >= (*then)[at].updated);
      talk.world().touch(1 + hour);
    }
  }
}

TEST_CASE("a page that has not changed is not sent again") {
  Conversation talk({.tags = sim::TvmazeOptions::Tags::given, .limit = std::nullopt});
  auto const first = talk.ours().page(0);
  REQUIRE(first);
  REQUIRE(first->etag);

  auto const second = talk.ours().page(0, {.etag = first->etag});
  REQUIRE(second);
  CHECK(second->kind == PageAnswer::Kind::unchanged);
  talk.world().touch(1);
  auto const third = talk.ours().page(0, {.etag = first->etag});
  REQUIRE(third);
  CHECK(third->kind == PageAnswer::Kind::shows);
}

}  // namespace sievarr::tvmaze
