#include <sievarr/value/bounded.hpp>

#include <doctest/doctest.h>

#include <cstdint>
#include <string>

namespace sievarr::value {

namespace {

using RateLimit = Bounded<int, 1, 1000, 20>;
using Score = Bounded<double, 0, 10>;

struct Limits {
  RateLimit rate_limit;
  Score score;

  bool operator==(Limits const&) const = default;
};

}  // namespace

static_assert(reflect::Printable<RateLimit>);
static_assert(reflect::Printable<Score>);
static_assert(RateLimit{} == 20);
static_assert(Score{} == 0);
static_assert(RateLimit::shape.min == 1 && RateLimit::shape.max == 1000);

TEST_CASE("a bounded number is used like the number that it is") {
  Limits limits{.rate_limit = 5, .score = 7.5};
  int const more = limits.rate_limit + 1;
  CHECK(more == 6);
  CHECK(limits.score > 7);
  CHECK(limits == Limits{.rate_limit = 5, .score = 7.5});
  CHECK(limits != Limits{});
}

TEST_CASE("numbers within the bounds are read, the bounds included") {
  CHECK(RateLimit::read("1"));
  CHECK(*RateLimit::read(" +1000 ") == 1000);
  CHECK(*Score::read("0") == 0);
  CHECK(*Score::read("10.0") == 10);
  CHECK(*Score::read("8.5") == 8.5);
  CHECK(Score::read("8.50")->text() == "8.5");
  CHECK(RateLimit::read("007")->text() == "7");
  CHECK(*Bounded<std::uint64_t, 0, 5>::read("5") == 5);
  CHECK(*Bounded<std::uint8_t, 0, 255>::read("255") == 255);
  CHECK(*Bounded<int, -5, 5, 0>::read("-5") == -5);
}

TEST_CASE("a number out of bounds is told the bounds") {
  CHECK(RateLimit::read("0").error().message == "must be between 1 and 1000, got 0");
  CHECK(RateLimit::read("1001").error().code == "out-of-range");
  CHECK(RateLimit::read("4294967297").error().message ==
        "must be between 1 and 1000, got 4294967297");
  CHECK(Score::read("11").error().message == "must be between 0 and 10, got 11");
  CHECK(Score::read("-0.1").error().message == "must be between 0 and 10, got -0.1");
  CHECK(Score::read("1e400").error().message == "must be between 0 and 10, got 1e400");
  CHECK(Bounded<std::uint8_t, 0, 255>::read("-1").error().code == "out-of-range");
  CHECK(RateLimit::read(std::string(50, '9')).error().message ==
        "must be between 1 and 1000, got " + std::string(40, '9') + "…");
}

TEST_CASE("what is no number is told what was expected") {
  CHECK(RateLimit::read("many").error().message ==
        R"(expected a whole number from 1 to 1000, got "many")");
  CHECK(RateLimit::read("2.5").error().message ==
        R"(expected a whole number from 1 to 1000, got "2.5")");
  CHECK(Score::read("").error().message == "expected a number from 0 to 10, got nothing");
  CHECK(Score::read(".nan").error().code == "bad-type");
  CHECK(Score::read("inf").error().code == "bad-type");
  CHECK(RateLimit::read("+").error().code == "bad-type");
}

}  // namespace sievarr::value
