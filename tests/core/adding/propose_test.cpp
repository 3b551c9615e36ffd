#include <sievarr/adding/propose.hpp>

#include <doctest/doctest.h>

namespace sievarr::adding {
namespace {

Candidate candidate(std::int64_t id, std::int32_t popularity = 0, Status status = Status::pending) {
  Candidate candidate{.row = {.show_id = id, .status = status},
                      .title = "Show " + to_text(id),
                      .tvdb_id = 1000 + id,
                      .popularity = popularity};
  candidate.route.instance = "main";
  return candidate;
}

std::map<std::string, InstanceSnapshot> const one{{"main", {}}};
Allowance const plenty{.adds = 100};

std::vector<std::int64_t> ids(Proposal const& proposal) {
  std::vector<std::int64_t> ids;
  for (auto const& add : proposal.adds) ids.push_back(add.show_id);
  return ids;
}

TEST_CASE("always comes first, then the most popular, then the lowest id") {
  auto insisted = candidate(9, 1);
  insisted.always = true;
  auto const proposal =
      propose({candidate(3, 50), candidate(2, 50), candidate(1, 10), insisted}, one, plenty);
  CHECK(ids(proposal) == std::vector<std::int64_t>{9, 2, 3, 1});
}

TEST_CASE("more than the allowance waits, with the reason why") {
  auto const proposal = propose({candidate(1, 9), candidate(2, 8), candidate(3, 7)}, one,
                                {.adds = 2, .used_up = "2 adds are allowed within 6h"});
  CHECK(ids(proposal) == std::vector<std::int64_t>{1, 2});
  REQUIRE(proposal.waiting.size() == 1);
  CHECK(proposal.waiting[0].show_id == 3);
  CHECK(proposal.waiting[0].cause == Cause::cap);
  CHECK(proposal.waiting[0].words == "2 adds are allowed within 6h");
}

TEST_CASE("what is there exists, what is excluded is skipped, and neither uses the allowance up") {
  std::map<std::string, InstanceSnapshot> there{
      {"main", {.library = {{1001, 55}}, .excluded = {1002}}}};
  auto const proposal =
      propose({candidate(1, 9), candidate(2, 8), candidate(3, 7)}, there, {.adds = 1});
  CHECK(ids(proposal) == std::vector<std::int64_t>{3});
  REQUIRE(proposal.findings.size() == 2);
  CHECK(proposal.findings[0].status == Status::exists);
  CHECK(proposal.findings[0].series_id == 55);
  CHECK(proposal.findings[1].status == Status::skipped);
}

TEST_CASE("of two shows with one number at TheTVDB the lower id acts, and the other names it") {
  auto popular = candidate(8, 99);
  popular.tvdb_id = 1003;
  auto const proposal = propose({popular, candidate(3)}, one, plenty);
  CHECK(ids(proposal) == std::vector<std::int64_t>{3});
  REQUIRE(proposal.findings.size() == 1);
  CHECK(proposal.findings[0].show_id == 8);
  CHECK(proposal.findings[0].status == Status::exists);
  CHECK(proposal.findings[0].twin == 3);
}

TEST_CASE("an instance that is down makes only its own shows wait") {
  auto other = candidate(2);
  other.route.instance = "second";
  std::map<std::string, InstanceSnapshot> const there{
      {"main", {.state = InstanceSnapshot::State::down, .words = "nobody answers"}},
      {"second", {}}};
  auto const proposal = propose({candidate(1), other}, there, plenty);
  CHECK(ids(proposal) == std::vector<std::int64_t>{2});
  REQUIRE(proposal.waiting.size() == 1);
  CHECK(proposal.waiting[0].cause == Cause::instance_down);
  CHECK(proposal.waiting[0].words == "nobody answers");
}

TEST_CASE("each cause of waiting is named") {
  auto const cause = [](Candidate const& one_candidate, InstanceSnapshot const& there,
                        Allowance allowance) {
    auto const proposal = propose({one_candidate}, {{"main", there}}, std::move(allowance));
    CHECK(proposal.adds.empty());
    REQUIRE(proposal.waiting.size() == 1);
    return proposal.waiting[0].cause;
  };
  auto nameless = candidate(1, 0, Status::pending_tvdb);
  auto const unknown = nameless;
  nameless.tvdb_id = std::nullopt;
  auto abandoned = nameless;
  abandoned.row.abandoned = true;
  auto homeless = candidate(1);
  homeless.route.instance.clear();
  CHECK(cause(candidate(1, 0, Status::review), {}, plenty) == Cause::review);
  CHECK(cause(nameless, {}, plenty) == Cause::no_tvdb);
  CHECK(cause(unknown, {}, plenty) == Cause::unknown_there);
  CHECK(cause(abandoned, {}, plenty) == Cause::abandoned);
  CHECK(cause(homeless, {}, plenty) == Cause::no_instance);
  CHECK(cause(candidate(1), {.state = InstanceSnapshot::State::refused}, plenty) ==
        Cause::instance_refused);
  CHECK(cause(candidate(1), {.state = InstanceSnapshot::State::disabled}, plenty) ==
        Cause::disabled);
  CHECK(cause(candidate(1), {.no_folder = {{"", "out of reach"}}}, plenty) == Cause::no_folder);
  CHECK(cause(candidate(1), {.no_space = {{"", "2 GB left"}}}, plenty) == Cause::free_space);
  CHECK(cause(candidate(1), {.dry_run = true}, plenty) == Cause::dry_run);
  CHECK(cause(candidate(1), {}, {.adds = 9, .held = "312 more are wanted"}) == Cause::held);
  CHECK(cause(candidate(1), {}, {.adds = 0}) == Cause::cap);
}

TEST_CASE("the hash depends on what is sent where, not on titles, order or what waits") {
  auto const hash = [](std::vector<Candidate> candidates) {
    return propose(std::move(candidates), one, plenty).hash;
  };
  auto retitled = candidate(1, 5);
  retitled.title = "Another title";
  auto elsewhere = candidate(1);
  elsewhere.route.quality_profile = target::NameOrNumber{"UHD"};
  auto const before = hash({candidate(1), candidate(2)});
  CHECK(hash({candidate(2), retitled}) == before);
  CHECK(hash({candidate(1), candidate(2), candidate(3, 0, Status::review)}) == before);
  CHECK(hash({candidate(1)}) != before);
  CHECK(hash({elsewhere, candidate(2)}) != before);
}

TEST_CASE("every candidate is added, waits or is found, and exactly one of them") {
  std::vector<Candidate> candidates;
  for (std::int64_t id = 1; id <= 200; ++id) {
    auto each =
        candidate(id, static_cast<std::int32_t>(id % 7), static_cast<Status>(id % 3 == 0 ? 1 : 0));
    each.tvdb_id = 1000 + id / 2;
    if (id % 11 == 0) each.route.instance = "nowhere";
    candidates.push_back(each);
  }
  auto const proposal = propose(candidates, one, {.adds = 20});
  std::set<std::int64_t> seen;
  for (auto const& each : proposal.adds) CHECK(seen.insert(each.show_id).second);
  for (auto const& each : proposal.waiting) CHECK(seen.insert(each.show_id).second);
  for (auto const& each : proposal.findings) CHECK(seen.insert(each.show_id).second);
  CHECK(seen.size() == candidates.size());
}

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
