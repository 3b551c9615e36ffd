#include <sievarr/config/plan.hpp>
#include <sievarr/filter/columns/decision_hash.hpp>
#include <sievarr/filter/columns/judge_all.hpp>
#include <sievarr/sample/catalogue.hpp>
#include <sievarr/wire/shows.hpp>

#include "golden.hpp"
#include "laid.hpp"
#include "shared.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <set>
#include <string>
#include <utility>
#include <vector>

/// Configs that teach one thing each, judged over whole catalogues: what they decide is pinned. The
/// same lines come out natively and in Node.
namespace sievarr::config {
namespace {

constexpr char folder[] = "data/config/golden";

struct Case {
  std::string name;
  filter::Plan plan;
};

/// Every config of the folder; none of them has an error.
std::vector<Case> cases() {
  std::vector<Case> all;
  for (auto const& path : test::names_below(folder, ".yaml")) {
    CAPTURE(path);
    auto prepared = prepare(layers_of(test::read_data(path + ".yaml")), *to_date("2026-01-31"));
    for (auto const& problem : prepared.problems)
      CHECK_MESSAGE(problem.severity != Severity::error, to_text(problem));
    all.push_back({path.substr(path.rfind('/') + 1), std::move(prepared.value.plan)});
  }
  return all;
}

/// What a plan makes of a catalogue, in a line.
std::string outcome(filter::Plan const& plan, filter::Table const& table) {
  auto const judged = filter::judge_all(plan, table);
  auto text = "filter " + plan.filter_hash + " decision " +
              filter::decision_hash(plan, table, judged.decisions);
  reflect::for_each_enumerator<filter::Verdict>([&](filter::Verdict each, std::string_view name) {
    text.append(" ").append(name).append(" ").append(
        to_text(judged.counts.verdicts[static_cast<std::size_t>(each)]));
  });
  return text;
}

std::string outcomes(filter::Table const& table) {
  std::string lines;
  for (auto const& each : cases()) lines += each.name + " " + outcome(each.plan, table) + "\n";
  return lines;
}

filter::Table generated() {
  filter::Table table;
  for (auto const& show : sample::shows(3, 3000)) table.upsert(show);
  return table;
}

}  // namespace

TEST_CASE("what the golden configs decide about a generated catalogue is pinned") {
  test::golden("decisions/generated.txt", outcomes(generated()));
}

TEST_CASE("what the golden configs decide about the real shows is pinned") {
  auto const text = test::read_shared("tvmaze/shows.ndjson");
  if (!text) return;
  filter::Table table;
  wire::ShowReader reader("shows.ndjson", [&](Show& show) { table.upsert(show); });
  reader.feed(*text);
  REQUIRE(reader.finish().bad == 0);

  test::golden("decisions/tvmaze.txt", outcomes(table));
}

TEST_CASE("no two golden configs teach the same") {
  auto const table = generated();
  std::set<std::string> filters;
  std::set<std::string> decisions;
  auto const all = cases();
  REQUIRE(all.size() >= 40);
  for (auto const& each : all) {
    CAPTURE(each.name);
    auto const judged = filter::judge_all(each.plan, table);
    CHECK(filters.insert(each.plan.filter_hash).second);
    CHECK(decisions.insert(filter::decision_hash(each.plan, table, judged.decisions)).second);
  }
}

}  // namespace sievarr::config
