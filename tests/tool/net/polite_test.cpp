#include "net/polite.hpp"
#include "../support/fake_clock.hpp"
#include "../support/recorded.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace sievarr::net {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
using Kind = Failure::Kind;
using Answers = std::deque<Outcome<wire::Response>>;

wire::Response status(int number, wire::Headers headers = {}) {
  return {.status = number, .headers = std::move(headers), .body = "body"};
}

Failure failed(Kind kind) { return {.kind = kind, .text = "x"}; }

wire::Request const question{.target = "http://tvmaze/shows?page=1"};
wire::Request const add{.method = wire::Method::post, .target = "http://sonarr/series?apikey=k"};

/// A transport with good manners over one that was recorded, in a time of its own.
struct World {
  explicit World(Answers answers, Manners manners = {}) : recorded(std::move(answers)) {
    polite.emplace(
        recorded, clock, [] { return 1.0; }, manners);
  }
  test::FakeClock clock;
  test::Recorded recorded;
  std::optional<Polite> polite;
};

}  // namespace

TEST_CASE("what may pass is tried again, with growing pauses") {
  for (auto const kind : {Kind::unreachable, Kind::timed_out, Kind::broken, Kind::malformed}) {
    World world({failed(kind), failed(kind), status(200)});

    auto const answer = world.polite->send(question);

    REQUIRE(answer);
    CHECK(answer->body == "body");
    CHECK(world.recorded.asked.size() == 3);
    CHECK(world.clock.slept == std::vector{milliseconds{500}, milliseconds{1000}});
  }
}

TEST_CASE("what will not pass is not tried again") {
  for (auto const kind : {Kind::denied, Kind::refused, Kind::too_large, Kind::cancelled}) {
    World world({failed(kind), status(200)});
    CHECK_FALSE(world.polite->send(question));
    CHECK(world.recorded.asked.size() == 1);
  }
  for (int const number : {301, 400, 401, 403, 404, 422}) {
    World world({status(number), status(200)});
    auto const answer = world.polite->send(question);
    REQUIRE(answer);
    CHECK(answer->status == number);
    CHECK(world.recorded.asked.size() == 1);
  }
}

TEST_CASE("after the last attempt the answer comes as it is") {
  World world({status(500), status(502), status(503), status(500), status(200)});

  auto const answer = world.polite->send(question);

  REQUIRE(answer);
  CHECK(answer->status == 500);
  CHECK(world.recorded.asked.size() == 4);
}

TEST_CASE("what must not happen twice is repeated only if it surely did not happen") {
  for (auto const kind : {Kind::timed_out, Kind::broken, Kind::malformed}) {
    World world({failed(kind), status(201)});
    auto const answer = world.polite->send(add);
    REQUIRE_FALSE(answer);
    CHECK(answer.error().kind == kind);
    CHECK(world.recorded.asked.size() == 1);
  }
  World error({status(500), status(201)});
  CHECK(error.polite->send(add)->status == 500);
  World busy({status(429, {{"Retry-After", "2"}}), failed(Kind::unreachable), status(201)});
  CHECK(busy.polite->send(add)->status == 201);
  CHECK(busy.recorded.asked.size() == 3);
}

TEST_CASE("who asks to be left alone is, and gets fewer requests for a while") {
  World world({status(429, {{"Retry-After", "7"}}), status(200), status(200)},
              {.rate = pacing::Rate{.limit = 2, .window = seconds{10}}});

  REQUIRE(world.polite->send(question));
  // Half as many are allowed now: the one that was refused counts, and so does the next.
  CHECK(world.clock.slept == std::vector{milliseconds{seconds{7}}, milliseconds{seconds{3}}});

  REQUIRE(world.polite->send(question));
  CHECK(world.clock.slept.back() == seconds{10});
}

TEST_CASE("no faster than allowed") {
  Answers answers;
  for (int i = 0; i < 5; ++i) answers.push_back(status(200));
  World world(answers, {.rate = pacing::Rate{.limit = 2, .window = seconds{10}}});

  for (int i = 0; i < 5; ++i) REQUIRE(world.polite->send(question));

  CHECK(world.clock.slept == std::vector{milliseconds{seconds{10}}, milliseconds{seconds{10}}});
}

TEST_CASE("who fails again and again is left alone, but for a probe now and then") {
  Answers answers;
  for (int i = 0; i < 4; ++i) answers.push_back(failed(Kind::unreachable));
  answers.push_back(status(200));
  World world(answers, {.patience = {.attempts = 1},
                        .tolerance = {.failures = 3, .first_rest = seconds{30}}});
  for (int i = 0; i < 3; ++i) CHECK_FALSE(world.polite->send(question));

  auto const resting = world.polite->send(question);
  REQUIRE_FALSE(resting);
  CHECK(resting.error().text ==
        "http://tvmaze/shows: left alone until 1971-01-01T00:00:30Z after repeated failures, the "
        "last one: x");
  CHECK(resting.error().kind == Kind::left_alone);
  CHECK(resting.error().retry_after == seconds{30});
  CHECK(world.recorded.asked.size() == 3);

  world.clock.advance(seconds{30});
  CHECK_FALSE(world.polite->send(question));
  CHECK(world.recorded.asked.size() == 4);
  CHECK_FALSE(world.polite->send(question));
  CHECK(world.recorded.asked.size() == 4);

  world.clock.advance(seconds{60});
  CHECK(world.polite->send(question));
}

TEST_CASE("who is there and never answers in time is left alone like who is not there") {
  for (auto const kind : {Kind::unreachable, Kind::timed_out, Kind::broken}) {
    CAPTURE(static_cast<int>(kind));
    World world({failed(kind), failed(kind), failed(kind), status(200)},
                {.patience = {.attempts = 1}, .tolerance = {.failures = 3}});
    for (int i = 0; i < 3; ++i) CHECK_FALSE(world.polite->send(question));

    CHECK_FALSE(world.polite->send(question));
    CHECK(world.recorded.asked.size() == 3);
  }
}

TEST_CASE("who is left alone in the midst of trying hears what was answered, not that it rests") {
  World world({status(503), status(503), status(503), status(200)},
              {.patience = {.attempts = 4}, .tolerance = {.failures = 3}});
  auto const answer = world.polite->send(question);
  REQUIRE(answer);
  CHECK(answer->status == 503);
  CHECK(world.recorded.asked.size() == 3);
}

TEST_CASE("who is not asked hears why, in the words of the server where it has any") {
  auto const explain = [](wire::Request const&, wire::Response const&, Instant) {
    return std::optional(Failure{.text = "its metadata service is down", .hint = "wait for it"});
  };
  World world({status(503)},
              {.patience = {.attempts = 1}, .tolerance = {.failures = 1}, .explain = explain});
  REQUIRE(world.polite->send(question));
  auto const resting = world.polite->send(question);
  REQUIRE_FALSE(resting);
  CHECK(resting.error().text.ends_with(", the last one: its metadata service is down"));
  CHECK(resting.error().hint == "wait for it");
}

TEST_CASE("a wait that is cut short sends nothing more") {
  World world({failed(Kind::broken), status(200)});
  world.clock.stopped = true;

  auto const answer = world.polite->send(question);

  REQUIRE_FALSE(answer);
  CHECK(answer.error().kind == Kind::cancelled);
  CHECK(answer.error().text == "http://tvmaze/shows: stopped");
  CHECK(world.recorded.asked.size() == 1);
}

TEST_CASE("a body that is poured twice begins twice") {
  struct Counting final : Sink {
    Counting() : Sink(1000) {}
    void begin() override { ++begun, body.clear(); }
    void take(std::string_view bytes) override { body += bytes; }
    int begun = 0;
    std::string body;
  } sink;
  World world({failed(Kind::broken), status(200)});

  REQUIRE(world.polite->stream(question, sink));

  CHECK(sink.begun == 2);
  CHECK(sink.body == "body");
}

TEST_CASE("several may ask at once, and one of them throws the dice at a time") {
  struct Garbled final : Transport {
    Outcome<wire::Response> stream(wire::Request const&, Sink&) override {
      return failed(Kind::malformed);
    }
  } garbled;
  struct Hurried final : os::Clock {
    Instant now() override { return Instant{}; }
    bool sleep(milliseconds) override { return true; }
  } clock;
  std::atomic<bool> throwing = false;
  std::atomic<int> together = 0;
  auto const jitter = [&] {
    if (throwing.exchange(true)) ++together;
    std::this_thread::yield();
    throwing = false;
    return 1.0;
  };
  Polite polite(garbled, clock, jitter, {.patience = {.attempts = 2000}});

  {
    std::vector<std::jthread> askers;
    for (int i = 0; i < 4; ++i) askers.emplace_back([&] { CHECK_FALSE(polite.send(question)); });
  }

  CHECK(together.load() == 0);
}

}  // namespace sievarr::net
