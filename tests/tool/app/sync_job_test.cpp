#include "test_world.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <vector>

namespace sievarr::test {
namespace {

using adding::Status;
using sim::Kind;
using namespace std::chrono_literals;

std::size_t count(std::vector<adding::ShowState> const& rows, Status status) {
  return static_cast<std::size_t>(std::count_if(
      rows.begin(), rows.end(), [&](auto const& row) { return row.status == status; }));
}

TEST_CASE("a first cycle mirrors everything, judges it, and adds the most popular") {
  TestWorld home;
  auto const report = home.live();
  REQUIRE(report);
  CHECK(report->cycle.kind == status::SyncMode::full);
  CHECK(report->cycle.shows_stored == 300);
  CHECK_FALSE(report->cycle.error);
  CHECK(report->totals.added == 5);
  CHECK(home.added() == 5);
  auto const rows = home.rows();
  CHECK(rows.size() == 300);
  CHECK(count(rows, Status::added) == 5);
  CHECK(count(rows, Status::pending) > 10);
  CHECK(count(rows, Status::filtered) > 100);
}

TEST_CASE("cycle after cycle everything that is wanted is added, once, and then there is rest") {
  TestWorld home;
  REQUIRE(home.live());
  auto const wanted = count(home.rows(), Status::pending) + 5;
  for (int cycle = 0; cycle < 40; ++cycle) {
    home.clock().advance(7h);
    REQUIRE(home.live());
  }
  auto const rows = home.rows();
  CHECK(count(rows, Status::pending) == 0);
  CHECK(count(rows, Status::added) + count(rows, Status::exists) == wanted);
  CHECK(home.added() == count(rows, Status::added));
  auto const asked = home.tvmaze().calls().count();
  home.clock().advance(7h);
  REQUIRE(home.live());
  CHECK(home.tvmaze().calls().count() == asked + 1);
}

TEST_CASE("however often a cycle is triggered, no more is added than the interval allows") {
  TestWorld home;
  for (int cycle = 0; cycle < 4; ++cycle) {
    REQUIRE(home.live());
    home.clock().advance(1h);
  }
  CHECK(home.added() == 5);
}

TEST_CASE("a dry run decides and stores everything and sends nothing but questions") {
  TestWorld home;
  home.config().dry_run = true;
  auto const report = home.live();
  REQUIRE(report);
  CHECK(report->proposal.adds.size() == 5);
  CHECK(report->totals.added == 0);
  CHECK(count(home.rows(), Status::pending) > 10);
  for (auto const& heard : home.sonarr().calls().all()) {
    CHECK(heard.request.method == wire::Method::get);
    CHECK(heard.kind != Kind::lookup);
  }
}

TEST_CASE("what is carried out is what was proposed") {
  TestWorld home;
  home.config().dry_run = true;
  REQUIRE(home.live());
  auto const proposal = home.look();
  REQUIRE(proposal);
  home.config().dry_run = false;
  REQUIRE(home.live());
  std::vector<std::int64_t> posted;
  for (auto const& add : proposal->adds) posted.push_back(add.tvdb_id);
  REQUIRE(home.sonarr().posts().size() == posted.size());
  for (auto const tvdb_id : posted) CHECK(home.sonarr().holds(tvdb_id));
}

TEST_CASE("a series that is there already is left alone, and one that lists exclude is skipped") {
  TestWorld home;
  home.config().dry_run = true;
  REQUIRE(home.live());
  auto const before = home.look();
  REQUIRE(before);
  auto const there = before->adds[0];
  auto const excluded = before->adds[1];
  home.sonarr().add_elsewhere(there.tvdb_id);
  home.sonarr().change([&](sim::Shelf& shelf) { shelf.excluded.insert(excluded.tvdb_id); });
  home.config().dry_run = false;
  REQUIRE(home.live());
  std::map<std::int64_t, Status> status;
  for (auto const& row : home.rows()) status[row.show_id] = row.status;
  CHECK(status[there.show_id] == Status::exists);
  CHECK(status[excluded.show_id] == Status::skipped);
  CHECK(home.sonarr().posts().count(there.tvdb_id) == 0);
  CHECK(home.sonarr().posts().count(excluded.tvdb_id) == 0);
}

TEST_CASE("an update of a show that was added keeps what became of it") {
  TestWorld home;
  REQUIRE(home.live());
  auto const before = home.rows();
  home.clock().advance(1h);
  for (auto const& row : before) home.world().touch(row.show_id);
  home.clock().advance(1h);
  auto const report = home.live();
  REQUIRE(report);
  CHECK(report->cycle.shows_stored >= 290);
  std::map<std::int64_t, adding::ShowState> after;
  for (auto const& row : home.rows()) after[row.show_id] = row;
  for (auto const& row : before)
    if (row.status == Status::added) CHECK(after[row.show_id] == row);
}

TEST_CASE("an update of a show keeps what became of it, for each status there is") {
  TestWorld home(600, R"(
sync: {max_adds_per_cycle: 6}
exclude: {genres: [Horror]}
selections:
  - {name: odd, types: [Animation], mode: review}
  - {name: good, rating: {min: 7}}
sonarr: {url: "http://sonarr", api_key: 0123456789abcdef0123456789abcdef, root_folder: /tv,
         quality_profile: HD-1080p}
)");
  REQUIRE(home.live());
  auto const plan = home.look();
  REQUIRE(plan);
  REQUIRE(plan->adds.size() == 6);
  home.sonarr().add_elsewhere(plan->adds[0].tvdb_id);
  home.sonarr().change([&](sim::Shelf& shelf) { shelf.excluded = {plan->adds[1].tvdb_id}; });
  home.sonarr().faults().inject({.harm = sim::Says{.status = 400}, .kind = Kind::add, .times = 1});
  home.config().dry_run = false;
  REQUIRE(home.live());
  home.config().dry_run = true;
  auto const before = home.rows();
  for (auto const status : {Status::pending, Status::review, Status::filtered, Status::pending_tvdb,
                            Status::added, Status::exists, Status::failed, Status::skipped})
    CHECK(count(before, status) > 0);
  std::map<std::int64_t, std::vector<store::Entry>> journals;
  for (auto const& row : before)
    if (row.status == Status::added) journals[row.show_id] = home.journal(row.show_id);

  home.clock().advance(1h);
  for (auto const& row : before) {
    auto show = *home.world().show(row.show_id);
    show.updated = 0;
    home.world().put(show);
  }
  home.clock().advance(1h);
  auto const report = home.live();

  REQUIRE(report);
  CHECK(report->cycle.shows_stored == static_cast<std::int64_t>(before.size()));
  auto const after = home.rows();
  REQUIRE(after.size() == before.size());
  for (std::size_t at = 0; at < before.size(); ++at) {
    // What was refused may be right now.
    if (before[at].status == Status::failed) CHECK(after[at].status == Status::pending);
    if (before[at].status != Status::failed) CHECK(after[at] == before[at]);
  }
  for (auto const& [show_id, entries] : journals) CHECK(home.journal(show_id) == entries);
}

TEST_CASE("a new config judges what is stored again, without asking TVMaze for any show") {
  TestWorld home;
  REQUIRE(home.live());
  auto const asked = home.tvmaze().calls().count(Kind::page);
  std::string text = TestWorld::usual;
  text.replace(text.find("min: 7"), 6, "min: 9");
  home.configure(text);
  auto const report = home.live();
  REQUIRE(report);
  CHECK(report->cycle.judged == 300);
  CHECK(report->cycle.changed > 5);
  CHECK(home.tvmaze().calls().count(Kind::page) == asked);
  CHECK(count(home.rows(), Status::added) == 5);
}

TEST_CASE(
    "a config that makes many more shows wanted holds them all until a person lets them pass") {
  std::string text = TestWorld::usual;
  text.replace(text.find("{max_adds"), 1, "{hold_above: 20, ");
  auto narrow = text;
  narrow.replace(narrow.find("min: 7"), 6, "min: 9");
  TestWorld home(300, narrow);
  REQUIRE(home.live());
  auto const before = home.added();
  home.configure(text);
  home.clock().advance(7h);
  auto const report = home.live();
  REQUIRE(report);
  CHECK(report->proposal.adds.empty());
  CHECK(home.added() == before);
  REQUIRE_FALSE(report->proposal.waiting.empty());
  CHECK(report->proposal.waiting.front().cause == adding::Cause::held);

  auto const plan = home.look();
  REQUIRE(plan);
  CHECK(plan->adds.size() > 3);
  for (auto const strictness : {app::Strictness::exact, app::Strictness::best_effort}) {
    auto const unseen = home.apply({.plan = *plan, .strictness = strictness});
    REQUIRE_FALSE(unseen);
    CHECK(unseen.error().text.starts_with("adding is held, and the plan does not say so: "));
  }
  CHECK(home.added() == before);
  REQUIRE(home.apply(*plan));
  CHECK(home.added() == before + plan->adds.size());
  home.clock().advance(7h);
  auto const next = home.live();
  REQUIRE(next);
  CHECK(next->totals.added == 5);
}

TEST_CASE("a show that has waited too long is in no plan, as it is in no cycle") {
  TestWorld home(300, R"(
dry_run: false
sync: {retry_delay: 1d, abandon_after: 3d}
selections: [{name: good, rating: {min: 7}}]
sonarr: {url: "http://sonarr", api_key: 0123456789abcdef0123456789abcdef, root_folder: /tv,
         quality_profile: HD-1080p}
)");
  home.sonarr().change([](sim::Shelf& shelf) { shelf.unknown_permille = 1000; });
  REQUIRE(home.live());
  home.clock().advance(30h);
  auto const due = home.look();
  auto const tried = home.live();
  home.clock().advance(24h * 4);
  auto const old = home.look();
  auto const over = home.live();

  REQUIRE(due);
  REQUIRE(tried);
  REQUIRE(old);
  REQUIRE(over);
  CHECK_FALSE(due->adds.empty());
  CHECK(due->adds == tried->proposal.adds);
  CHECK(old->adds == over->proposal.adds);
  for (auto const& add : due->adds)
    CHECK(std::find(old->adds.begin(), old->adds.end(), add) == old->adds.end());
}

TEST_CASE("a plan that was looked at is carried out as it is, and only once") {
  TestWorld home;
  home.config().dry_run = true;
  REQUIRE(home.live());
  home.config().dry_run = false;
  auto const plan = home.look();
  REQUIRE(plan);
  auto const carried = home.apply(*plan);
  REQUIRE(carried);
  CHECK(carried->added == 5);
  for (auto const& add : plan->adds) CHECK(home.sonarr().holds(add.tvdb_id));
  auto const again = home.apply(*plan);
  REQUIRE_FALSE(again);
  CHECK(again.error().text ==
        "what the plan would do has changed: of its 5 adds 0 would be made now, and 0 others");
  CHECK(home.added() == 5);
}

TEST_CASE("a plan whose library has changed is refused, and what is left of it can be forced") {
  TestWorld home;
  home.config().dry_run = true;
  REQUIRE(home.live());
  home.config().dry_run = false;
  auto const plan = home.look();
  REQUIRE(plan);
  home.sonarr().add_elsewhere(plan->adds[0].tvdb_id);
  CHECK_FALSE(home.apply(*plan));
  CHECK(home.added() == 0);
  auto const forced = home.apply({.plan = *plan, .strictness = app::Strictness::best_effort});
  REQUIRE(forced);
  CHECK(forced->added == 4);
}

TEST_CASE("a plan of another config is refused until the catalogue is judged by it") {
  TestWorld home;
  home.config().dry_run = true;
  REQUIRE(home.live());
  auto const plan = home.look();
  REQUIRE(plan);
  std::string text = TestWorld::usual;
  text.replace(text.find("min: 7"), 6, "min: 8");
  home.configure(text);
  auto const applied = home.apply(*plan);
  REQUIRE_FALSE(applied);
  CHECK(applied.error().text == "the config has changed since the catalogue was judged");
}

TEST_CASE("a Sonarr that is down makes adds wait, and the mirror goes on") {
  TestWorld home;
  home.sonarr().change([](sim::Shelf& shelf) { shelf.stage = sim::Shelf::Stage::starting; });
  auto const report = home.live();
  REQUIRE(report);
  CHECK(home.rows().size() == 300);
  CHECK(report->proposal.adds.empty());
  CHECK(report->proposal.waiting.front().cause == adding::Cause::instance_down);
  home.sonarr().change([](sim::Shelf& shelf) { shelf.stage = sim::Shelf::Stage::running; });
  home.clock().advance(7h);
  REQUIRE(home.live());
  CHECK(home.added() == 5);
}

/// The adds that were heard of, each with how it ended.
std::vector<app::AddEnded> adds_heard(TestWorld& home) {
  std::vector<app::AddEnded> adds;
  for (auto const& event : home.listener().events)
    if (auto const* const add = std::get_if<app::AddEnded>(&event)) adds.push_back(*add);
  return adds;
}

TEST_CASE("a tag that Sonarr refuses puts adds off in its words, and leaves nothing open") {
  std::string config = TestWorld::usual;
  config.replace(config.find("root_folder: /tv"), 16,
                 "root_folder: /tv, tags: [\"My Tag\"], create_tags: true");
  TestWorld home(300, config);
  home.sonarr().change([](sim::Shelf& shelf) { shelf.version = "5.0.0.1"; });
  for (int cycle = 0; cycle < 2; ++cycle) {
    home.listener().events.clear();
    auto const report = home.live();
    REQUIRE(report);
    CHECK(report->totals.put_off == 5);
    CHECK(report->totals.unknown == 0);
    for (auto const& add : adds_heard(home)) {
      CHECK(add.fate == adding::AddOutcome::put_off);
      CHECK(add.words.ends_with(R"(Label: "Allowed characters a-z, 0-9 and -")"));
      CHECK(add.hint.starts_with("nothing was sent"));
      for (auto const& entry : home.journal(add.add.show_id)) CHECK(entry.ending);
    }
  }
  CHECK(home.sonarr().posts().empty());
  home.sonarr().change([](sim::Shelf& shelf) { shelf.tags.push_back({9, "my tag"}); });
  REQUIRE(home.live());
  CHECK(home.added() == 5);
}

TEST_CASE("a metadata service that is down is told in Sonarr's words to each show that waits") {
  TestWorld home;
  home.sonarr().change([](sim::Shelf& shelf) { shelf.metadata = sim::Shelf::Metadata::down; });
  auto const report = home.live();
  REQUIRE(report);
  CHECK(report->totals.put_off == 5);
  auto const adds = adds_heard(home);
  REQUIRE(adds.size() == 5);
  for (auto const& add : adds) {
    CHECK(add.words.find("Unable to communicate with SkyHook") != std::string::npos);
    CHECK(add.hint.starts_with("its metadata service does not answer"));
  }
  // Who was not even asked about is no news for the journal.
  CHECK(adds.back().words.find("left alone until") != std::string::npos);
  CHECK(home.journal(adds.back().add.show_id).empty());
  CHECK(home.journal(adds.front().add.show_id).size() == 1);
}

TEST_CASE("a series that comes late from an add that was interrupted is ours, not there already") {
  TestWorld home;
  home.sonarr().faults().inject({.harm = sim::Says{500}, .kind = Kind::add});
  REQUIRE(home.live());
  auto const open = adds_heard(home).front().add;
  home.listener().events.clear();
  // That server has gone on with it, and is done after it was asked for all that it has.
  home.listener().then = [&](app::Event const& event) {
    if (std::holds_alternative<app::Decided>(event)) home.sonarr().add_elsewhere(open.tvdb_id);
  };
  home.clock().advance(7h);
  REQUIRE(home.live());
  CHECK(adds_heard(home).front().fate == adding::AddOutcome::added);
  CHECK(home.statuses()[open.show_id] == Status::added);
  auto const entries = home.journal(open.show_id);
  REQUIRE(entries.size() == 1);
  CHECK(entries.front().ending->fate == adding::AddOutcome::added);
}

TEST_CASE("a root folder that Sonarr cannot reach is why its shows wait") {
  TestWorld home;
  home.sonarr().change([](sim::Shelf& shelf) { shelf.root_folders.front().accessible = false; });
  auto const report = home.live();
  REQUIRE(report);
  CHECK(report->proposal.adds.empty());
  REQUIRE_FALSE(report->proposal.waiting.empty());
  CHECK(report->proposal.waiting.front().cause == adding::Cause::no_folder);
  CHECK(report->proposal.waiting.front().words ==
        R"(the root folder "/tv" cannot be reached by that Sonarr)");
}

TEST_CASE("a POST whose answer is lost is not sent again: the next cycle asks, and finds it") {
  TestWorld home;
  home.sonarr().faults().inject({.harm = sim::Lost{}, .kind = Kind::add, .first = 2});
  auto const report = home.live();
  REQUIRE(report);
  CHECK(report->totals.added == 4);
  CHECK(report->totals.unknown == 1);
  CHECK(home.added() == 5);
  REQUIRE(home.live());
  CHECK(home.added() == 5);
  CHECK(count(home.rows(), Status::added) == 5);
}

}  // namespace
}  // namespace sievarr::test
