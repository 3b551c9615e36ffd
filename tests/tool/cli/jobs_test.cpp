#include "at_home.hpp"
#include "os/file.hpp"
#include "store/open.hpp"

#include <sievarr/document/json.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace sievarr::test {
namespace {

using Words = std::vector<std::string>;

bool tells(std::string const& text, std::string_view part) { return text.find(part) != text.npos; }

TEST_CASE("without a daemon the jobs are told from the storage, with next runs and pauses") {
  AtHome home;
  auto const early = home.run({"jobs"});
  CHECK(early.exit != os::Exit::fine);
  CHECK(tells(early.error, "fetch the catalogue first: sievarr sync"));
  CHECK_FALSE(os::exists(home.storage()));

  REQUIRE(home.run({"sync"}).exit == os::Exit::fine);
  auto const list = home.run({"jobs"});
  CAPTURE(list.error);
  CHECK(list.exit == os::Exit::fine);
  CHECK(tells(list.out, "JOB            LANE"));
  CHECK(tells(list.out, "\ncatalogue"));
  CHECK(tells(list.out, "good, "));
  CHECK(tells(list.out, "health:sonarr  sonarr/watch  while the daemon runs"));

  auto const report = document::read_json(home.run({"jobs", "--json"}).out, "jobs");
  REQUIRE(report.problems.empty());
  CHECK(document::find(report.value, "sievarr_jobs"));
  CHECK(document::find(report.value, "jobs"));
}

TEST_CASE("a pause without a daemon is stored, and taken back by the same name") {
  AtHome home;
  REQUIRE(home.run({"sync"}).exit == os::Exit::fine);
  for (std::string const name : {"catalogue", "sonarr/watch", "all"}) {
    CAPTURE(name);
    auto const paused = home.run({"jobs", "pause", name});
    CHECK(paused.exit == os::Exit::fine);
    CHECK(paused.out == name + " is paused\n");
    CHECK(tells(home.run({"jobs"}).out, "paused"));
    CHECK(home.run({"jobs", "resume", name}).out == name + " is not paused\n");
    CHECK_FALSE(tells(home.run({"jobs"}).out, "paused"));
  }
  // Asking for a cycle by hand is no job.
  REQUIRE(home.run({"jobs", "pause", "all"}).exit == os::Exit::fine);
  CHECK(home.run({"sync"}).exit == os::Exit::fine);
  CHECK(
      tells(home.run({"jobs", "resume", "catalogue"}).out, "still paused, by its lane or by all"));
}

TEST_CASE("what no job is called, and what only a daemon can do, is said") {
  AtHome home;
  REQUIRE(home.run({"sync"}).exit == os::Exit::fine);
  auto const unknown = home.run({"jobs", "pause", "nobody"});
  CHECK(unknown.exit == os::Exit::findings);
  CHECK(tells(unknown.error, "there is no job \"nobody\""));
  for (std::string const verb : {"run", "cut"}) {
    auto const alone = home.run({"jobs", verb, "catalogue"});
    CHECK(alone.exit == os::Exit::findings);
    CHECK(tells(alone.error, "no daemon runs, so there is nobody to " + verb + " it"));
    CHECK(tells(alone.error, "sievarr sync"));
  }
  CHECK(home.run({"jobs", "pause"}).exit == os::Exit::misused);
  CHECK(tells(home.run({"jobs", "--jsn"}).error, "unknown option \"--jsn\""));
}

TEST_CASE("a storage that a command holds is told of all the same") {
  AtHome home;
  REQUIRE(home.run({"sync"}).exit == os::Exit::fine);
  auto const lock = os::Lock::take(home.storage() + "/lock", "sievarr sync");
  REQUIRE(lock);
  auto const list = home.run({"jobs"});
  CHECK(list.exit == os::Exit::fine);
  CHECK(tells(list.out, "catalogue"));
}

}  // namespace
}  // namespace sievarr::test
