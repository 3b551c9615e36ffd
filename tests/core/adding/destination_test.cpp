#include <sievarr/adding/destination.hpp>

#include <doctest/doctest.h>

namespace sievarr::adding {
namespace {

filter::Plan two_roads() {
  filter::Plan plan;
  plan.routes = {{.instance = "main"}, {.instance = "anime"}};
  plan.selections.resize(1);
  plan.selections[0].name = "japan";
  plan.selections[0].route = 1;
  return plan;
}

TEST_CASE("a show goes where the selection sends it that takes it") {
  auto const plan = two_roads();
  filter::Decision const decision{.verdict = filter::Verdict::add, .route = 1};
  CHECK(destination(plan, decision, {.show_id = 7}).instance == "anime");
  CHECK(destination(plan, decision, {.show_id = 7, .selection = "gone"}).instance == "anime");
}

TEST_CASE("an approved show that is filtered by now goes where it was meant to go") {
  auto const plan = two_roads();
  filter::Decision const decision{.verdict = filter::Verdict::filtered};
  CHECK(destination(plan, decision, {.show_id = 7, .selection = "japan"}).instance == "anime");
}

TEST_CASE("of a selection that is no more, nothing is known, and the first instance takes it") {
  filter::Decision const decision{.verdict = filter::Verdict::filtered};
  CHECK(destination(two_roads(), decision, {.show_id = 7, .selection = "old"}).instance == "main");
  CHECK(destination(two_roads(), decision, {.show_id = 7}).instance == "main");
}

}  // namespace
}  // namespace sievarr::adding
