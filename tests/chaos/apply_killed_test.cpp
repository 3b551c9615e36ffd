#include "effort.hpp"
#include "scene.hpp"

#include <doctest/doctest.h>
#include <signal.h>

/// `sievarr plan`, a person who looks at it, and `sievarr apply`.
namespace sievarr::chaos {
namespace {

/// A plan that was made, and nothing of it done.
class Planned {
 public:
  Planned() {
    REQUIRE(scene.live({"sync", "--set", "dry_run=true"}) == 0);
    scene.live({"plan", "--out", plan()});
    REQUIRE(scene.posts_heard() == 0);
  }

  int apply(Death death = {}) { return scene.live({"apply", plan()}, death); }

  /// As somebody does who finds it half done: what is left of it. Whether that came.
  bool finish() {
    for (int life = 0; life < 5; ++life)
      if (apply() == 0 || scene.live({"apply", "--force", plan()}) == 0) return scene.finish();
    return false;
  }

  Scene scene{Scene::two_routes};

 private:
  std::string plan() const { return scene.file("plan.json"); }
};

}  // namespace

TEST_CASE("a plan whose apply is killed at any seam is carried out once all the same" *
          doctest::test_suite("slow")) {
  Planned calm;
  REQUIRE(calm.apply() == 0);
  int const passages = calm.scene.passages();
  auto const done = calm.scene.ending().libraries;
  REQUIRE(calm.scene.finish());
  auto const expected = calm.scene.ending();
  // What the plan named is all there is to add.
  CHECK(expected.libraries == done);
  CHECK(calm.scene.posts_heard() > 10);

  int killed = 0;
  for (int const passage : spread(passages, test::rounds(60, passages))) {
    CAPTURE(passage);
    Planned planned;
    if (planned.apply({.passage = passage}) == -SIGKILL) ++killed;
    auto const where = planned.scene.died_at();
    CAPTURE(where);
    REQUIRE(planned.finish());
    CHECK(planned.scene.ending() == expected);
    planned.scene.check();
  }
  MESSAGE("killed ", killed, " times, at one of ", passages, " passages each");
  CHECK(killed >= test::rounds(30, 150));
}

}  // namespace sievarr::chaos
