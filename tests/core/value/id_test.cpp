#include <sievarr/value/id.hpp>

#include <doctest/doctest.h>

#include <type_traits>

namespace sievarr::value {

namespace {

using ShowId = Id<struct Show>;
using TagId = Id<struct Tag>;

}  // namespace

static_assert(reflect::Printable<ShowId>);
static_assert(!std::is_convertible_v<ShowId, TagId>);
static_assert(!std::is_constructible_v<ShowId, TagId>);

TEST_CASE("an id is a whole number from 1") {
  auto const id = ShowId::read(" 82 ");
  REQUIRE(id);
  CHECK(id->number() == 82);
  CHECK(id->text() == "82");
  CHECK(*id == ShowId{82});
  CHECK(*id < ShowId{83});
}

TEST_CASE("what is no id says so") {
  CHECK(ShowId::read("eighty").error().message ==
        R"(expected an id, a whole number from 1, got "eighty")");
  CHECK(ShowId::read("").error().message == "expected an id, a whole number from 1, got nothing");
  CHECK(ShowId::read("8.5").error().code == "bad-type");
  CHECK(ShowId::read("0").error().message == "must be at least 1, got 0");
  CHECK(ShowId::read("-3").error().code == "out-of-range");
  CHECK(ShowId::read("9223372036854775808").error().code == "bad-type");
}

}  // namespace sievarr::value
