#include "app/sync/mirror_update.hpp"
#include "../store/opened.hpp"
#include "../support/fake_clock.hpp"
#include "../support/faulty_disk.hpp"
#include "../support/folder.hpp"
#include "effort.hpp"
#include "sim/tvmaze.hpp"

#include <doctest/doctest.h>

#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <utility>
#include <variant>

/// The mirror against a simulated TVMaze: whatever goes wrong, it is in the end what TVMaze is.
namespace sievarr::app {
namespace {

using status::SyncMode;
using std::chrono::hours;

/// Asks the simulated server without sockets.
class Straight final : public net::Transport {
 public:
  explicit Straight(sim::Tvmaze& server) : server_(server) {}

  Outcome<wire::Response> stream(wire::Request const& request, net::Sink& sink) override {
    auto asked = request;
    asked.target = asked.target.substr(asked.target.find('/', asked.target.find("://") + 3));
    auto answer = server_.respond({.request = asked, .peer = "test"});
    auto const& how = answer.delivery;
    if (!how.raw.empty() || how.cut_after != http::Delivery{}.cut_after)
      return Failure{.kind = Failure::Kind::broken, .text = "the connection broke"};
    sink.begin();
    if (!wire::is_success(answer.response.status)) return std::move(answer.response);
    if (answer.response.body.size() > sink.most())
      return Failure{.kind = Failure::Kind::too_large, .text = "the answer is too large"};
    sink.take(answer.response.body);
    answer.response.body.clear();
    return std::move(answer.response);
  }

 private:
  sim::Tvmaze& server_;
};

class Counting final : public Observer {
 public:
  void hear(Event const& event) override {
    if (std::holds_alternative<Trouble>(event)) ++troubles;
    if (each) each();
  }
  int troubles = 0;
  std::function<void()> each = {};
};

/// A mirror in a folder of its own, and the TVMaze that it mirrors.
class Place {
 public:
  explicit Place(sim::TvmazeOptions::Edge edge = sim::TvmazeOptions::Edge::none)
      : world({.seed = 5, .shows = 1'200}, clock),
        server(world, {.edge = edge, .limit = std::nullopt}) {}

  /// One cycle as a program that was just started does it.
  Outcome<Done> cycle(std::optional<SyncMode> kind = {}, std::stop_token stop = {}) {
    auto database = store::opened(folder_.file("shows.db"));
    Catalogue catalogue(database);
    REQUIRE(catalogue.load());
    auto const progress = catalogue.take_turn().store().mirror().progress();
    REQUIRE(progress);
    status::CycleRecord cycle{.id = 1, .kind = kind.value_or(MirrorUpdate::kind_for(*progress))};
    Straight transport(server);
    tvmaze::Tvmaze tvmaze(transport, {}, clock);
    MirrorUpdate gather({tvmaze, catalogue, clock, observer, std::move(stop)}, plan_,
                        config::UpdateWindow::auto_);
    auto const done = gather.run(cycle);
    last = cycle;
    return done;
  }

  /// That each show of the world is here as it is there, and, after a whole look, none besides.
  void check_same() {
    clock.advance(hours{24 * 8});
    REQUIRE(cycle());
    check_no_less();
    CHECK(present() == world.updates({}, world.now()).size());
  }

  std::size_t present() {
    auto database = store::opened(folder_.file("shows.db"));
    Catalogue catalogue(database);
    REQUIRE(catalogue.load());
    return catalogue.take_turn().table().present();
  }

  void check_no_less() {
    auto database = store::opened(folder_.file("shows.db"));
    Catalogue catalogue(database);
    REQUIRE(catalogue.load());
    auto const turn = catalogue.take_turn();
    std::size_t different = 0;
    for (auto const& update : world.updates({}, world.now())) {
      auto const row = turn.table().find(update.id);
      bool const same = row && turn.table().at(*row) == world.show(update.id);
      if (!same) ++different;
    }
    CHECK(different == 0);
  }

  /// A day's worth of changes: some updates, arrivals and departures.
  void change(std::int64_t salt) {
    for (std::int64_t id = 1 + salt % 7; id < 1'200; id += 31) world.touch(id);
    for (std::int64_t id = 260; id < 300; ++id) world.touch(id);
    world.remove(17 + salt);
    auto show = *world.show(1'200 + salt % 2 == 0 ? 100 : 101);
    show.id = 1'300 + salt;
    show.updated = 0;
    world.put(show);
  }

  test::FakeClock clock;
  sim::World world;
  sim::Tvmaze server;
  Counting observer;
  status::CycleRecord last;

 private:
  test::FaultyDisk disk_;  // For its speed: nothing is synced for real.
  test::Folder folder_;
  filter::Plan plan_;
};

}  // namespace

TEST_CASE("a full mirror and the changes after it are what TVMaze has") {
  Place place;
  REQUIRE(place.cycle());
  CHECK(place.last.kind == SyncMode::full);
  place.check_no_less();

  for (std::int64_t salt = 1; salt <= 3; ++salt) {
    place.clock.advance(hours{6});
    place.change(salt);
    REQUIRE(place.cycle());
    CHECK(place.last.kind == SyncMode::incremental);
    CHECK(place.last.requests < 20);
    place.check_no_less();
  }
  place.check_same();
}

TEST_CASE("behind caches that give out old copies the mirror catches up") {
  Place place(sim::TvmazeOptions::Edge::caching);
  REQUIRE(place.cycle());
  for (std::int64_t salt = 1; salt <= 4; ++salt) {
    place.clock.advance(hours{3});
    place.change(salt);
    REQUIRE(place.cycle());
  }
  for (int i = 0; i < 2; ++i) {
    place.clock.advance(hours{2});
    REQUIRE(place.cycle());
  }

  place.check_same();
}

TEST_CASE("a full mirror that is stopped anywhere goes on with the first page that is missing") {
  for (int n = 1; n <= 8; ++n) {
    CAPTURE(n);
    Place place;
    std::stop_source stop;
    int events = 0;
    place.observer.each = [&] {
      if (++events == n) stop.request_stop();
    };
    auto const cut = place.cycle({}, stop.get_token());
    auto const pages = place.server.calls().count(sim::Kind::page);
    CHECK((cut || cut.error().kind == Failure::Kind::cancelled));

    REQUIRE(place.cycle());
    place.check_no_less();
    // Six pages and the one behind them, and perhaps that one twice.
    CHECK(place.server.calls().count(sim::Kind::page) <= 8);
    CHECK(pages <= 7);
  }
}

TEST_CASE("whichever call fails, in whichever way, nothing is lost") {
  std::vector<sim::Harm> const harms = {
      sim::Says{.status = 500}, sim::Says{.status = 200, .body = "<html>hotel</html>"},
      sim::Says{.status = 404, .body = "<html>none</html>"}, sim::Breaks{}};
  for (auto const& harm : harms) {
    CAPTURE(harm.index());
    for (std::size_t n = 1; n <= 10; n += test::every<std::size_t>(1)) {
      CAPTURE(n);
      Place place;
      place.server.faults().inject({.harm = harm, .first = n, .times = 3});
      static_cast<void>(place.cycle());
      place.clock.advance(hours{6});
      place.change(1);
      place.server.faults().clear();
      place.server.faults().inject({.harm = harm, .first = n, .times = 3});
      static_cast<void>(place.cycle());
      place.server.faults().clear();
      for (int i = 0; i < 2; ++i) {
        place.clock.advance(hours{30});
        REQUIRE(place.cycle());
      }
      place.check_same();
    }
  }
}

TEST_CASE("a TVMaze that is down for long ends the cycle, and what was named is named again") {
  Place place;
  REQUIRE(place.cycle());
  place.clock.advance(hours{6});
  for (std::int64_t id = 1; id < 1'200; id += 250) place.world.touch(id);
  for (std::int64_t id = 2; id < 1'200; ++id)
    if (id % 250 == 100) place.world.remove(id);
  place.server.faults().inject(
      {.harm = sim::Says{.status = 503}, .kind = sim::Kind::show, .times = sim::Fault::for_ever});
  for (int i = 0; i < 12; ++i) {
    static_cast<void>(place.cycle());
    place.clock.advance(hours{6});
  }
  place.server.faults().clear();
  place.clock.advance(hours{24 * 40});

  REQUIRE(place.cycle());
  REQUIRE(place.cycle());

  place.check_same();
}

}  // namespace sievarr::app
