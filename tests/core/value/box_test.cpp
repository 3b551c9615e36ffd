#include <sievarr/value/box.hpp>

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

namespace sievarr::value {

namespace {

struct Condition {
  std::string genre;
  Box<Condition> inner = {};
  std::vector<Condition> any = {};

  bool operator==(Condition const&) const = default;
};

}  // namespace

TEST_CASE("a box begins empty and holds what it is given") {
  Box<int> box;
  CHECK_FALSE(box);
  CHECK_FALSE(box.has_value());
  box = 5;
  REQUIRE(box);
  CHECK(*box == 5);
  box.emplace(6);
  CHECK(*box == 6);
  box = std::nullopt;
  CHECK_FALSE(box);
  box = 7;
  box.reset();
  CHECK(box == Box<int>{});
}

TEST_CASE("a type may hold a box of its own kind, and a copy shares nothing") {
  Condition const outer{.genre = "Drama", .inner = Condition{.genre = "News"}};
  auto copy = outer;
  CHECK(copy == outer);
  copy.inner->genre = "Sports";
  CHECK(outer.inner->genre == "News");
  CHECK(copy != outer);

  copy = outer;
  CHECK(copy == outer);
  copy.inner = std::nullopt;
  CHECK(copy != outer);
}

TEST_CASE("a box survives being given a part of itself") {
  Condition chain{.genre = "a", .inner = Condition{.genre = "b", .inner = Condition{.genre = "c"}}};
  chain.inner = chain.inner->inner;
  CHECK(chain.inner->genre == "c");
  auto& self = chain.inner;
  chain.inner = self;
  CHECK(chain.inner->genre == "c");
}

TEST_CASE("a moved box leaves an empty one behind") {
  Box<std::string> from{std::string{"a"}};
  Box<std::string> const to = std::move(from);
  CHECK(*to == "a");
  CHECK_FALSE(from);
}

}  // namespace sievarr::value
