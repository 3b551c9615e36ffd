#include "at_home.hpp"
#include "os/file.hpp"
#include "os/gzip.hpp"
#include "os/write_file.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace sievarr::test {
namespace {

std::size_t times(std::string_view text, std::string_view part) {
  std::size_t times = 0;
  for (auto at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++times;
  return times;
}

TEST_CASE("a person mirrors, looks at the plan, applies it, and mirrors again") {
  AtHome home;
  auto const first = home.run({"sync"});
  CHECK(first.exit == os::Exit::fine);
  CHECK(first.out.find("300 shows new or changed") != first.out.npos);
  CHECK(first.out.find("dry_run is true, see sievarr plan") != first.out.npos);
  CHECK(home.sonarr().posts().empty());
  CHECK(first.error.find("judged again") == first.error.npos);
  for (auto const* const name : {"data/state.json", "data/state.json.bak"})
    CHECK(os::exists(home.file(name)));

  auto const plan = home.run({"plan", "--out", home.file("plan.json")});
  CHECK(plan.exit == os::Exit::fine);
  CHECK(plan.out.find("3 series to add; dry_run is true: nothing is sent") != plan.out.npos);
  CHECK(plan.out.find("3 adds are allowed within 6h") != plan.out.npos);

  auto const dry = home.run({"apply", home.file("plan.json")});
  CHECK(dry.exit == os::Exit::findings);
  CHECK(dry.error.find("dry_run is true: nothing is sent") != dry.error.npos);

  auto const applied = home.run({"apply", home.file("plan.json"), "--set", "dry_run=false"});
  CHECK(applied.exit == os::Exit::fine);
  CHECK(applied.out == "3 added, 0 there already, 0 refused, 0 put off\n");
  CHECK(home.sonarr().posts().size() == 3);

  auto const again = home.run({"apply", home.file("plan.json"), "--set", "dry_run=false"});
  CHECK(again.exit == os::Exit::findings);
  auto const next = home.run({"sync", "--set", "dry_run=false"});
  CHECK(next.exit == os::Exit::fine);
  CHECK(next.out.find("0 added") != next.out.npos);
}

TEST_CASE("what was mirrored can be asked, exported, copied and put back") {
  AtHome home;
  REQUIRE(home.run({"sync"}).exit == os::Exit::fine);
  CHECK(home.run({"judge", "--hash"}).out.find("decision hash") != std::string::npos);

  auto const exported = home.run({"export", "--out", home.file("shows.ndjson.gz")});
  CHECK(exported.out == "300 shows are in " + home.file("shows.ndjson.gz") + "\n");
  auto const plain = home.run({"export"});
  CHECK(std::count(plain.out.begin(), plain.out.end(), '\n') == 301);
  auto const stored = home.run({"judge", "--hash"});
  auto const from_file = home.run({"judge", "--hash", "--shows", home.file("shows.ndjson.gz")});
  CHECK(stored.out == from_file.out);

  CHECK(home.run({"backup", home.file("copy.db")}).exit == os::Exit::fine);
  auto const restored = home.run({"restore", home.file("copy.db")});
  CHECK(restored.exit == os::Exit::fine);
  CHECK(home.run({"judge", "--hash"}).out == stored.out);
}

TEST_CASE("a plan tells of a hold before all else, and how to end it") {
  AtHome home;
  REQUIRE(home.run({"sync"}).exit == os::Exit::fine);
  CHECK(home.run({"plan"}).out.find("held") == std::string::npos);
  home.config =
      "selections: [{name: good, rating: {min: 6}}]\n"
      "sync: {max_adds_per_cycle: 3, hold_above: 20}\n"
      "dry_run: false\n";
  REQUIRE(home.run({"sync"}).exit == os::Exit::fine);
  CHECK(home.sonarr().posts().empty());
  auto const plan = home.run({"plan", "--out", home.file("plan.json")});
  CHECK(plan.out.starts_with("adding is held since 20"));
  CHECK(
      plan.out.find(" more shows became wanted with a change of the config; cycles add nothing\n") <
      plan.out.find("\n  sievarr plan --out plan.json && sievarr apply plan.json\n\n"));
  CHECK(plan.out.find("sievarr apply") < plan.out.find("TITLE"));
  auto const json = home.run({"plan", "--json"}).out;
  CHECK(json.find(R"("held_shows":)") != json.npos);
  CHECK(json.find(R"("held_since":"20)") != json.npos);

  CHECK(home.run({"apply", home.file("plan.json")}).out.starts_with("3 added"));
  CHECK(home.run({"plan"}).out.find("held") == std::string::npos);
}

TEST_CASE("a person decides about what is in review, and takes that back") {
  AtHome home;
  home.config = "selections: [{name: good, rating: {min: 8}, mode: review}]\n";
  REQUIRE(home.run({"sync"}).exit == os::Exit::fine);
  auto const list = home.run({"review", "list"});
  CHECK(list.out.find("let one in with sievarr review approve ID") != list.out.npos);
  auto const json = home.run({"review", "list", "--json"});
  auto const id = json.out.substr(json.out.find(R"("id":)") + 5);
  auto const show = id.substr(0, id.find(','));

  auto const approved = home.run({"review", "approve", show});
  CHECK(approved.exit == os::Exit::fine);
  CHECK(approved.out.find(": in review -> next\n") != approved.out.npos);
  CHECK(home.run({"skip", show}).out.find(": next -> skipped\n") != std::string::npos);
  CHECK(home.run({"skip", show}).out.find(": stays skipped\n") != std::string::npos);
  auto const refused = home.run({"retry", show});
  CHECK(refused.exit == os::Exit::findings);
  CHECK(refused.error.find("let it in again first: sievarr unskip " + show) != std::string::npos);
  CHECK(home.run({"unskip", show}).out.find(": skipped -> in review\n") != std::string::npos);

  auto const later = home.run({"review", "later", show});
  CHECK(later.out.find(": asked again in 30 days\n") != std::string::npos);
  auto const left = home.run({"review", "list", "--json"});
  CHECK(left.out.find("\"id\":" + show + ",") == std::string::npos);
  CHECK(home.run({"review", "undo", show}).exit == os::Exit::fine);
  CHECK(home.run({"review", "undo", show}).exit == os::Exit::findings);

  auto const all = home.run({"review", "reject", "--all"});
  CHECK(all.exit == os::Exit::fine);
  CHECK(times(all.out, "-> skipped\n") == times(json.out, R"("title":)"));
  CHECK(home.run({"review", "list"}).out == "no show is in review\n");
  CHECK(home.run({"review", "approve", "--all"}).out == "no show is in review\n");
  CHECK(home.run({"skip"}).exit == os::Exit::misused);
  auto const nobody = home.run({"review", "approve"});
  CHECK(nobody.exit == os::Exit::misused);
  CHECK(nobody.error ==
        "sievarr: no show is named\n  name some, or all that are in review: --all\n");
  CHECK(home.run({"skip", "there is no such title"}).exit == os::Exit::findings);
}

TEST_CASE("of a show in the catalogue one hears what has become of it, and what to do about it") {
  AtHome home;
  home.config = "selections: [{name: good, rating: {min: 8}, mode: review}]\n";
  REQUIRE(home.run({"sync"}).exit == os::Exit::fine);
  auto const list = home.run({"review", "list", "--json"}).out;
  auto const id = list.substr(list.find(R"("id":)") + 5);
  auto const show = id.substr(0, id.find(','));
  auto const why = [&](std::string const& expected) {
    CAPTURE(expected);
    CHECK(home.run({"why", show}).out.find("  so far: " + expected) != std::string::npos);
  };
  why("waits for a person: sievarr review approve " + show + "\n");
  home.run({"review", "approve", show});
  why("waits to be added, see sievarr plan\n");
  home.run({"sync", "--set", "dry_run=false"});
  why("added on ");
  CHECK(home.run({"why", show, "--json"}).out.find(R"("so_far":{"show_id":)" + show) !=
        std::string::npos);
  auto const exported = home.run({"export", "--with-status"});
  CHECK(exported.out.find(R"("processing":{"show_id":)" + show + R"(,"status":"added")") !=
        std::string::npos);
  auto const plain = test::run({"why", show, "--shows", "-"}, {.in = exported.out});
  CHECK(plain.exit == os::Exit::fine);
  CHECK(plain.out.find("so far") == std::string::npos);
}

TEST_CASE("a state.json that is damaged is written anew, and that is said") {
  AtHome home;
  REQUIRE(home.run({"sync"}).exit == os::Exit::fine);
  REQUIRE(os::write_file(home.file("data/state.json"), "{half"));
  auto const again = home.run({"sync"});
  CHECK(again.exit == os::Exit::fine);
  CHECK(again.error.find("state.json\" cannot be read") != again.error.npos);
  CHECK(home.run({"sync"}).error.find("warning") == std::string::npos);
}

TEST_CASE("commands that need a catalogue say how to get one") {
  AtHome home;
  for (auto const* const command : {"plan", "export"}) {
    auto const ran = home.run({command});
    CHECK(ran.exit == os::Exit::findings);
    CHECK(ran.error.find("fetch the catalogue first: sievarr sync") != ran.error.npos);
  }
}

TEST_CASE("a file that is no plan is refused before anything is asked") {
  AtHome home;
  auto const missing = home.run({"apply", home.file("none.json")});
  CHECK(missing.exit == os::Exit::misused);
  auto const none = home.run({"apply", home.file("data")});
  CHECK(none.exit == os::Exit::misused);
  CHECK(home.sonarr().calls().count() == 0);
}

TEST_CASE("a key that Sonarr refuses is said, and what waits for it") {
  AtHome home;
  REQUIRE(home.run({"sync"}).exit == os::Exit::fine);
  home.sonarr().change(
      [](sim::Shelf& shelf) { shelf.api_key = "ffffffffffffffffffffffffffffffff"; });
  auto const plan = home.run({"plan"});
  CHECK(plan.out.find("instance refuses") != plan.out.npos);
}

TEST_CASE("reasons are told whole, and what helps once") {
  AtHome home;
  home.sonarr().change([](sim::Shelf& shelf) { shelf.metadata = sim::Shelf::Metadata::down; });
  auto const ran = home.run({"sync", "--set", "dry_run=false"});
  CHECK(ran.exit == os::Exit::findings);
  CHECK(times(ran.error, "Unable to communicate with SkyHook.") == 3);
  CHECK(times(ran.error, "its metadata service does not answer") == 1);
  CHECK(ran.out.find("0 refused, 3 put off\n") != ran.out.npos);
}

TEST_CASE("a show that was sent without an answer is told so") {
  AtHome home;
  home.sonarr().faults().inject({.harm = sim::Says{500}, .kind = sim::Kind::add});
  auto const ran = home.run({"sync", "--set", "dry_run=false"});
  auto const before = ran.error.find(") was sent, and nobody knows yet: sonarr, http");
  REQUIRE(before != ran.error.npos);
  auto const id = ran.error.rfind("tvmaze:", before) + 7;
  auto const why = home.run({"why", ran.error.substr(id, before - id)});
  CHECK(why.out.find("so far: sent to sonarr on ") != why.out.npos);
  CHECK(why.out.find(", and nobody knows its end yet; the next cycle asks\n") != why.out.npos);
}

TEST_CASE("what was refused is in the plan, with its whole reason and how to try it again") {
  AtHome home;
  home.sonarr().faults().inject(
      {.harm = sim::Says{.status = 400,
                         .body = R"([{"propertyName":"Path","errorMessage":"Path '/tv/A long )"
                                 R"(title' is already configured for an existing series"}])",
                         .content_type = "application/json"},
       .kind = sim::Kind::add});
  REQUIRE(home.run({"sync", "--set", "dry_run=false"}).exit == os::Exit::fine);
  auto const plan = home.run({"plan"});
  CHECK(plan.out.find("1 show was refused\n") != plan.out.npos);
  CHECK(plan.out.find("Path: \"Path '/tv/A long title' is already configured for an existing "
                      "series\"\n") != plan.out.npos);
  auto const retry = plan.out.find("when that is mended: sievarr retry ");
  REQUIRE(retry != plan.out.npos);
  CHECK(home.run({"plan", "--json"}).out.find(R"("refused":[{"show_id":)") != std::string::npos);

  auto const id = plan.out.substr(retry + 35, plan.out.find('\n', retry) - retry - 35);
  CHECK(home.run({"retry", id}).exit == os::Exit::fine);
  CHECK(home.run({"plan"}).out.find("refused") == std::string::npos);
}

TEST_CASE("a command of several words says which ones there are") {
  AtHome home;
  auto const ran = test::run({"review", "-c", "config.yaml"});
  CHECK(ran.exit == os::Exit::misused);
  CHECK(ran.error ==
        "sievarr: \"review\" needs one more word before \"-c\": list, approve, skip, reject, "
        "later or undo\n"
        "  see: sievarr help review\n");
}

}  // namespace
}  // namespace sievarr::test
