#include <sievarr/base/failure.hpp>

#include <doctest/doctest.h>

#include <string>
#include <utility>

namespace sievarr {
namespace {

Outcome<std::string> ask(std::string const& who) {
  if (who == "nobody") return Failure{.text = "nobody answers", .hint = "is it running"};
  return "hello " + who;
}

TEST_CASE("an outcome is the value that the world gave") {
  auto answer = ask("sonarr");
  REQUIRE(answer);

  CHECK(answer->size() == 12);
  CHECK(*std::move(answer) == "hello sonarr");
}

TEST_CASE("an outcome without a value says why, and what a person can do") {
  auto const answer = ask("nobody");
  REQUIRE_FALSE(answer);

  CHECK(answer.error() == Failure{.kind = Failure::Kind::unreachable,
                                  .text = "nobody answers",
                                  .hint = "is it running"});
}

TEST_CASE("failures of another kind are not the same") {
  CHECK(Failure{.kind = Failure::Kind::denied, .text = "no"} !=
        Failure{.kind = Failure::Kind::missing, .text = "no"});
}

}  // namespace
}  // namespace sievarr
