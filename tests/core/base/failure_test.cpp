#include <sievarr/base/failure.hpp>
#include <sievarr/base/problem.hpp>

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

TEST_CASE("a failure is told with what a person can do, where that is known") {
  CHECK(Failure{.text = "nobody answers"}.told() == "nobody answers");
  CHECK(Failure{.text = "nobody answers", .hint = "is it running"}.told() ==
        "nobody answers; is it running");
}

TEST_CASE("errors are told as one text, and warnings beside them are not") {
  Problems const problems{{.message = "no folder", .fix = {}},
                          {.message = "odd tag", .severity = Severity::warning, .fix = {}},
                          {.message = "no profile", .fix = {}}};
  CHECK(error_messages(problems) == "no folder; no profile");
  CHECK(error_messages({}).empty());
}

TEST_CASE("failures of another kind are not the same") {
  CHECK(Failure{.kind = Failure::Kind::denied, .text = "no"} !=
        Failure{.kind = Failure::Kind::missing, .text = "no"});
}

}  // namespace
}  // namespace sievarr
