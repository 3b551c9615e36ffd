#include "../store/opened.hpp"
#include "../support/fake_clock.hpp"
#include "../support/folder.hpp"
#include "app/sync/mirror_update.hpp"
#include "direct.hpp"
#include "effort.hpp"
#include "net/polite.hpp"
#include "sim/tvmaze.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <cstddef>
#include <vector>

/// How long a mirror takes where only the rate limit holds it up, in a time of its own.
namespace sievarr::app {
namespace {

using std::chrono::milliseconds;

/// Each answer takes a while, as it does when the other side is far away.
class FarAway final : public net::Transport {
 public:
  FarAway(net::Transport& inner, test::FakeClock& time, milliseconds span)
      : inner_(inner), time_(time), span_(span) {}

  Outcome<wire::Response> stream(wire::Request const& request, net::Sink& sink) override {
    auto answer = inner_.stream(request, sink);
    time_.advance(span_);
    return answer;
  }

 private:
  net::Transport& inner_;
  test::FakeClock& time_;
  milliseconds span_;
};

class Deaf final : public Observer {
 public:
  void hear(Event const&) override {}
};

/// What a full mirror took, and what TVMaze heard meanwhile.
struct Mirrored {
  milliseconds span{0};
  std::vector<sim::Heard> heard;
};

Mirrored mirrored(std::size_t shows, milliseconds away) {
  test::FakeClock time;
  sim::World world({.seed = 5, .shows = shows}, time);
  sim::Tvmaze server(world);
  test::Folder const folder(test::Folder::On::memory);
  auto database = store::opened(folder.file("shows.db"));
  Catalogue catalogue(database);
  test::Direct direct([&](http::Call const& call) { return server.respond(call); });
  FarAway far(direct, time, away);
  net::Polite polite(far, time, [] { return 0.5; }, {.rate = pacing::Rate{}});
  tvmaze::Tvmaze tvmaze(polite, {}, time);
  filter::Plan const plan;
  Deaf deaf;
  status::CycleRecord cycle{.id = 1, .kind = status::SyncMode::full};
  auto const began = time.now();
  auto const done =
      MirrorUpdate({tvmaze, catalogue, time, deaf}, plan, config::UpdateWindow::auto_).run(cycle);
  REQUIRE(done);
  return {time.now() - began, server.calls().all()};
}

}  // namespace

TEST_CASE("with the real limit a mirror takes no longer than its requests do at that rate") {
  for (auto const away : {milliseconds{150}, milliseconds{0}, milliseconds{400}}) {
    if (test::in_brief() && away != milliseconds{150}) continue;
    auto const [span, heard] = mirrored(15'000, away);
    auto const rate = pacing::Rate{};
    auto const requests = static_cast<milliseconds::rep>(heard.size());
    auto const least = rate.window * requests / static_cast<milliseconds::rep>(rate.limit);
    CAPTURE(away.count());
    auto const took = span.count();
    CAPTURE(took);
    CAPTURE(requests);

    CHECK(requests > 60);
    CHECK(span.count() * 100 <= least.count() * 103);
    // The first window is free: nobody was asked before.
    CHECK(span >= least - rate.window);
  }
}

TEST_CASE("with the real limit TVMaze never has to refuse anything") {
  for (auto const& each : mirrored(15'000, milliseconds{30}).heard) CHECK(each.status != 429);
}

}  // namespace sievarr::app
