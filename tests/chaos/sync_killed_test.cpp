#include "effort.hpp"
#include "scene.hpp"

#include <doctest/doctest.h>
#include <signal.h>

#include <chrono>
#include <thread>

/// `sievarr sync`: the first mirror, and what it adds to two Sonarrs.
namespace sievarr::chaos {
namespace {

using adding::Status;

/// How it ends when nobody disturbs it.
struct CalmSync {
  CalmSync() {
    REQUIRE(scene.live({"sync"}) == 0);
    passages = scene.passages();
    ending = scene.ending();
    scene.check();
  }

  Scene scene{Scene::two_routes};
  AddResult ending;
  int passages = 0;
};

CalmSync const& calm_sync() {
  static CalmSync const made;
  return made;
}

/// Kills it there in each of so many lives, and sees that all ends as if nobody had; how often it
/// was killed.
int kill_at(Death death, int lives = 1) {
  Scene scene(Scene::two_routes);
  int killed = 0;
  for (int life = 0; life < lives; ++life)
    if (scene.live({"sync"}, death) == -SIGKILL) ++killed;
  auto const where = scene.died_at();
  CAPTURE(where);
  REQUIRE(scene.finish());
  CHECK(scene.ending() == calm_sync().ending);
  scene.check();
  return killed;
}

}  // namespace

TEST_CASE("undisturbed, a sync posts each series once, to the right Sonarr") {
  CHECK(calm_sync().ending.count(Status::added) == calm_sync().scene.posts_heard());
  for (auto const& library : calm_sync().ending.libraries) CHECK(library.size() >= 3);
  for (auto const seam : {Seam::before_commit, Seam::after_commit, Seam::after_get, Seam::post_sent,
                          Seam::torn_write, Seam::after_sync, Seam::after_rename})
    CHECK(calm_sync().scene.passages(seam) > 3);
}

TEST_CASE("a sync that is killed around its posts loses nothing and adds nothing twice") {
  int killed = 0;
  for (auto const seam : {Seam::before_post, Seam::post_sent, Seam::post_heard, Seam::after_post,
                          Seam::before_commit, Seam::after_commit}) {
    for (int const passage : {1, 4, 10}) {
      CAPTURE(passage);
      killed += kill_at({.passage = passage, .seam = seam});
    }
  }
  CHECK(killed == 18);
}

TEST_CASE("killed at the same post in each of its lives, it gets one step further each time") {
  CHECK(kill_at({.passage = 1, .seam = Seam::after_post}, 4) == 4);
}

TEST_CASE("what was promised to one Sonarr and goes to another one by now ends for both") {
  constexpr auto other_way_round = R"(
selections:
  - {name: best, rating: {min: 7.4}, sonarr: {instance: main}}
  - {name: good, rating: {min: 6.6}, sonarr: {instance: slow}}
)";
  Scene scene(Scene::two_routes);
  CHECK(scene.live({"sync"}, {.passage = 1, .seam = Seam::before_post}) == -SIGKILL);
  REQUIRE(scene.open_intents() > 0);
  scene.write(other_way_round);

  CHECK(scene.live({"sync"}, {.passage = 1, .seam = Seam::post_heard}) == -SIGKILL);
  REQUIRE(scene.finish());

  scene.check();
}

TEST_CASE("what a Sonarr is still busy with when it is asked is sent twice, and added once") {
  Scene scene(Scene::two_routes);
  scene.sim().sonarr().faults().inject(
      {.harm = sim::Meanwhile{[] { std::this_thread::sleep_for(std::chrono::milliseconds{500}); }},
       .kind = sim::Kind::add,
       .first = 3});

  CHECK(scene.live({"sync"}, {.passage = 3, .seam = Seam::post_sent}) == -SIGKILL);
  CHECK(scene.finish());

  while (scene.sim().sonarr().posts().size() < calm_sync().ending.libraries.front().size())
    std::this_thread::sleep_for(std::chrono::milliseconds{5});
  CHECK(scene.ending() == calm_sync().ending);
  scene.check();
}

TEST_CASE("a sync that is killed at any seam ends as one that nobody disturbed" *
          doctest::test_suite("slow")) {
  int killed = 0;
  for (int const passage : spread(calm_sync().passages, test::rounds(140, calm_sync().passages))) {
    CAPTURE(passage);
    killed += kill_at({.passage = passage});
  }
  MESSAGE("killed ", killed, " times, at one of ", calm_sync().passages, " passages each");
  CHECK(killed >= test::rounds(130, 300));
}

TEST_CASE("a mirror that is killed at any seam goes on, while TVMaze goes on as well" *
          doctest::test_suite("slow")) {
  constexpr std::size_t shows = 700;
  constexpr auto best = "selections: [{name: best, rating: {min: 9}}]\n";
  Scene undisturbed(best, shows, 1);
  REQUIRE(undisturbed.live({"sync"}) == 0);
  int const passages = undisturbed.passages();
  int killed = 0;
  for (int const passage : spread(passages, test::rounds(36, 200))) {
    CAPTURE(passage);
    Scene scene(best, shows, 1);
    if (scene.live({"sync"}, {.passage = passage}) == -SIGKILL) ++killed;
    for (std::int64_t const id : {3, 300, 640}) scene.sim().world().touch(id);
    if (scene.live({"sync"}, {.passage = passages - passage}) == -SIGKILL) ++killed;
    REQUIRE(scene.finish());
    // What changes while a page is being read is found by the next cycle.
    REQUIRE(scene.live({"sync"}) == 0);
    scene.check();
  }
  MESSAGE("killed ", killed, " times, at one of ", passages, " passages each");
  CHECK(killed >= test::rounds(66, 300));
}

}  // namespace sievarr::chaos
