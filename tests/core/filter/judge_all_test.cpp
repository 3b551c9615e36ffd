#include <sievarr/filter/columns/judge_all.hpp>

#include "effort.hpp"
#include "fixtures.hpp"
#include "random.hpp"

#include <doctest/doctest.h>

#include <ostream>
#include <string>

namespace sievarr::filter {

std::ostream& operator<<(std::ostream& out, Decision const& decision) {
  return out << "verdict " << static_cast<int>(decision.verdict) << ", category "
             << static_cast<int>(decision.category) << ", selection " << decision.selection
             << ", route " << decision.route;
}

namespace {

Table table_of(std::vector<Show> const& shows) {
  Table table;
  for (auto const& show : shows) table.upsert(show);
  return table;
}

std::vector<Show> some_shows(random::Dice& dice, std::size_t count) {
  std::vector<Show> shows;
  for (std::size_t i = 0; i < count; ++i)
    shows.push_back(random::show(dice, static_cast<std::int64_t>(i + 1)));
  return shows;
}

/// The counts, added up from the decisions.
Counts counted(Decisions const& decisions, std::size_t selections) {
  Counts counts;
  counts.selections.resize(selections);
  for (std::size_t row = 0; row < decisions.size(); ++row) counts.add(decisions.at(row), 1);
  return counts;
}

/// Judges one filter over many shows both ways; says how many shows it compared.
std::size_t compare_ways(std::uint64_t seed, std::size_t shows_each) {
  random::Dice dice(seed);
  auto const yaml = random::filter(dice);
  auto const plan = fixtures::plan(yaml);
  auto const shows = some_shows(dice, shows_each);
  auto const table = table_of(shows);
  auto const judged = judge_all(plan, table);
  for (std::size_t row = 0; row < shows.size(); ++row) {
    auto const decision = judge(plan, shows[row]).decision;
    if (decision == judged.decisions.at(row)) continue;
    INFO(seed);
    INFO(row);
    INFO(yaml);
    CHECK(judged.decisions.at(row) == decision);
  }
  CHECK(judged.counts == counted(judged.decisions, plan.selections.size()));
  return shows.size();
}

}  // namespace

TEST_CASE("judging all shows at once gives what judging each gives" * doctest::test_suite("slow")) {
  auto const wanted = test::rounds<std::size_t>(50'000, 1'000'000);
  std::size_t compared = 0;
  for (std::uint64_t seed = 1; compared < wanted; ++seed)
    compared += compare_ways(seed, seed % 50 == 0 ? 700 : 100);
  MESSAGE("compared ", compared, " pairs of a filter and a show");
}

}  // namespace sievarr::filter
