#include "at_home.hpp"

#include <sievarr/document/json.hpp>

#include <doctest/doctest.h>

#include <string>

namespace sievarr::test {
namespace {

bool mentions(std::string const& text, std::string_view part) {
  return text.find(part) != text.npos;
}

}  // namespace

TEST_CASE("what happened is told without a daemon, as a table or for programs") {
  AtHome home;
  REQUIRE(home.run({"sync"}).exit == os::Exit::fine);
  auto const skipped = home.run({"skip", "1"});
  CAPTURE(skipped.error);
  REQUIRE(skipped.exit == os::Exit::fine);
  auto const table = home.run({"activity"});
  CAPTURE(table.error);
  CHECK(table.exit == os::Exit::fine);
  CHECK(mentions(table.out, "AT"));
  CHECK(mentions(table.out, "cycle 1: "));
  CHECK(mentions(table.out, "decision"));
  CHECK(mentions(table.out, "skipped \""));

  auto const report = document::read_json(home.run({"activity", "--json"}).out, "activity");
  REQUIRE(report.problems.empty());
  CHECK(document::find(report.value, "sievarr_activity"));
  auto const first = document::sequence(*document::find(report.value, "activity"))->front();
  auto const& refs = *document::find(first, "refs");
  CHECK(document::scalar(*document::find(refs, "by"))->text == "command line");
}

TEST_CASE("as much of what happened is told as was asked for") {
  AtHome home;
  REQUIRE(home.run({"sync"}).exit == os::Exit::fine);
  REQUIRE(home.run({"skip", "1"}).exit == os::Exit::fine);
  auto const report =
      document::read_json(home.run({"activity", "--limit", "1", "--json"}).out, "activity");
  CHECK(document::sequence(*document::find(report.value, "activity"))->size() == 1);
  CHECK(home.run({"activity", "--limit", "0"}).exit == os::Exit::misused);
}

}  // namespace sievarr::test
