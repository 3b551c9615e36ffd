#include <sievarr/filter/explain/compare_runs.hpp>

#include <sievarr/filter/columns/decision_hash.hpp>

#include "fixtures.hpp"
#include "random.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace sievarr::filter {
namespace {

/// What a change of the filter does to two shows: `added 1 before selection 0 rating`.
std::string change(std::string_view before, std::string_view after, Table const& table) {
  auto const old_plan = fixtures::plan(before);
  auto const new_plan = fixtures::plan(after);
  auto const old_run = judge_all(old_plan, table);
  auto const new_run = judge_all(new_plan, table);
  std::string text;
  for (auto const& group : compare_runs({old_plan, old_run}, {new_plan, new_run}, table).groups) {
    text += reflect::word_of(group.shift);
    for (auto const row : group.rows) text += " " + to_text(table.ids()[row]);
    auto const& [side, selection, criterion, by_list] = group.cause;
    text += side == Cause::Side::before ? " before" : " after";
    if (by_list) text += " list";
    if (selection) text += " selection " + to_text(*selection);
    if (criterion) text += " " + std::string{name_of(criterion_of(*criterion))};
    text += "\n";
  }
  return text;
}

Table two_shows() {
  Table table;
  table.upsert({.id = 1, .title = "A", .tvdb_id = 1, .type = "News", .rating = 8});
  table.upsert({.id = 2, .title = "B", .tvdb_id = 2, .type = "News", .rating = 6});
  return table;
}

}  // namespace

TEST_CASE("a change of the filter is told by the line that made it") {
  auto const table = two_shows();
  auto const with = [&](std::string_view before, std::string_view after) {
    return change(before, after, table);
  };
  CHECK(with("selections: [{rating: {min: 7}}]", "selections: [{rating: {min: 5}}]") ==
        "added 2 before selection 0 rating\n");
  CHECK(with("selections: [{rating: {min: 5}}]", "selections: [{rating: {min: 7}}]") ==
        "dropped 2 after selection 0 rating\n");
  CHECK(with("selections: [{types: [News]}]",
             "{exclude: {rating: {max: 7}}, selections: [{types: [News]}]}") ==
        "dropped 2 after rating\n");
  CHECK(with("selections: [{name: a, rating: {min: 7}}]",
             "selections: [{name: b, rating: {max: 7}}, {name: a, rating: {min: 7}}]") ==
        "added 2 after selection 0\n");
  CHECK(with("selections: [{types: [News]}]",
             "{never: [\"tvmaze:1\"], selections: [{types: [News]}]}") == "dropped 1 after list\n");
  CHECK(with("selections: [{types: [News]}]",
             "selections: [{types: [News], sonarr: {quality_profile: UHD}}]") ==
        "rerouted 1 2 after selection 0\n");
  CHECK(with("selections: [{types: [News]}]", "selections: [{types: [News], mode: review}]") ==
        "reviewed 1 2 after selection 0\n");
  CHECK(with("selections: [{types: [Scripted]}]", "selections: [{rating: {min: 9}}]") ==
        "reasoned 1 2 after selection 0 rating\n");
}

TEST_CASE("a selection that moves or is spelled otherwise changes nothing") {
  auto const table = two_shows();
  CHECK(change("selections: [{name: a, rating: {min: 7}}, {name: b, types: [News]}]",
               "selections: [{name: x, types: [Reality]}, {name: a, rating: {min: 7}}, {name: b, "
               "types: [news, NEWS]}]",
               table) == "");
}

TEST_CASE("the groups of a difference hold each show that differs once") {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    random::Dice dice(seed);
    auto const before = fixtures::plan(random::filter(dice));
    auto const after = fixtures::plan(random::filter(dice));
    Table table;
    for (std::int64_t id = 1; id <= 100; ++id) table.upsert(random::show(dice, id));
    auto const old_run = judge_all(before, table);
    auto const new_run = judge_all(after, table);
    auto const difference = compare_runs({before, old_run}, {after, new_run}, table);

    std::size_t wanted = 0;
    std::size_t grouped = 0;
    for (std::size_t row = 0; row < table.size(); ++row)
      wanted += old_run.decisions.at(row).verdict == Verdict::filtered &&
                        new_run.decisions.at(row).verdict != Verdict::filtered
                    ? 1U
                    : 0U;
    for (auto const& group : difference.groups)
      grouped += group.shift == Shift::added ? group.rows.size() : 0;
    CHECK(difference.counts[0] == wanted);
    CHECK(grouped == wanted);
    CHECK(compare_runs({before, old_run}, {before, old_run}, table).groups.empty());
  }
}

TEST_CASE("a show that is gone is in no difference and in no hash") {
  auto table = two_shows();
  auto const plan = fixtures::plan("selections: [{types: [News]}]");
  auto const before = decision_hash(plan, table, judge_all(plan, table).decisions);
  table.upsert({.id = 3, .title = "C", .type = "News"});
  auto const with_third = decision_hash(plan, table, judge_all(plan, table).decisions);
  table.remove(3);

  CHECK(with_third != before);
  CHECK(decision_hash(plan, table, judge_all(plan, table).decisions) == before);
}

TEST_CASE("what a change of the filter does is not told of a show that is gone") {
  auto table = two_shows();
  table.upsert({.id = 3, .title = "C", .tvdb_id = 3, .type = "News", .rating = 6});
  table.remove(3);

  CHECK(change("selections: [{rating: {min: 7}}]", "selections: [{rating: {min: 5}}]", table) ==
        "added 2 before selection 0 rating\n");
}

TEST_CASE("the decision hash depends on the answers alone") {
  auto const hash = [](std::string_view yaml, std::vector<std::int64_t> const& ids) {
    Table table;
    for (auto const id : ids)
      table.upsert({.id = id, .title = "A", .tvdb_id = id, .type = id == 2 ? "News" : "Scripted"});
    auto const plan = fixtures::plan(yaml);
    return decision_hash(plan, table, judge_all(plan, table).decisions);
  };
  auto const plain = hash("selections: [{types: [News]}]", {1, 2, 3});

  CHECK(plain == "95cebcfb44da6a98dc0448b3ae55dce174d797b0fc38117f7d19ebc3996cbfe0");
  CHECK(plain == hash("selections: [{types: [News]}]", {3, 1, 2}));
  CHECK(plain == hash("# words\nselections: [{name: x, types: [news], mode: add}]", {1, 2, 3}));
  CHECK(plain == hash("selections: [{types: [Reality]}, {types: [News]}]", {1, 2, 3}));
  CHECK(plain != hash("selections: [{types: [Scripted]}]", {1, 2, 3}));
  CHECK(plain != hash("selections: [{types: [News], sonarr: {instance: anime}}]", {1, 2, 3}));
}

}  // namespace sievarr::filter
