#include "scene.hpp"

#include <doctest/doctest.h>

/// A Sonarr that dies while it is asked to add something.
namespace sievarr::chaos {
namespace {

constexpr auto one_route = "selections: [{name: good, rating: {min: 7}}]\n";

/// What a sync leaves open when the answer to the n-th POST does not come, and how many POSTs there
/// are in the end.
struct Cut {
  std::size_t open = 0;
  std::size_t posts = 0;
};

Cut cut_at(std::size_t number, sim::Harm const& harm, AddResult const& expected) {
  Scene scene(one_route, 60, 1);
  scene.sim().sonarr().faults().inject({.harm = harm, .kind = sim::Kind::add, .first = number});
  scene.live({"sync"});
  Cut cut{.open = scene.open_intents()};
  scene.check_promises();
  CHECK(scene.finish());
  CHECK(scene.ending() == expected);
  scene.check();
  cut.posts = scene.posts_heard();
  return cut;
}

}  // namespace

TEST_CASE("a POST without an answer is open until the Sonarr was asked") {
  Scene calm(one_route, 60, 1);
  REQUIRE(calm.live({"sync"}) == 0);
  auto const expected = calm.ending();
  auto const posts = calm.posts_heard();
  REQUIRE(posts > 5);

  for (std::size_t number = 1; number <= posts; number += number == 1 ? 3 : posts - 4) {
    CAPTURE(number);
    auto const lost = cut_at(number, sim::Lost{}, expected);
    CHECK(lost.open == 1);
    CHECK(lost.posts == posts);
    auto const unheard = cut_at(number, sim::Unheard{}, expected);
    CHECK(unheard.open == 1);
    CHECK(unheard.posts == posts + 1);
  }
}

}  // namespace sievarr::chaos
