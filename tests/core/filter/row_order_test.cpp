#include <sievarr/filter/browse/row_order.hpp>

#include <sievarr/filter/browse/row_bins.hpp>
#include <sievarr/filter/browse/row_sections.hpp>
#include <sievarr/filter/plan/plan.hpp>

#include "fixtures.hpp"
#include "random.hpp"

#include <doctest/doctest.h>

#include <cmath>

namespace sievarr::filter {

TEST_CASE("sorting agrees with comparing the shows themselves") {
  random::Dice dice(7);
  Table table;
  for (std::int64_t id = 1; id <= 400; ++id) table.upsert(random::show(dice, id));
  Decisions const decisions(table.size());
  auto const keys = SortKeyMaker(table, decisions).keys(SortBy::rating);
  for (std::size_t a = 0; a < table.size(); ++a)
    for (std::size_t b = 0; b < table.size(); b += 7) {
      auto const one = table.at(a).rating;
      auto const other = table.at(b).rating;
      if (!one || !other || std::isnan(*one) || std::isnan(*other)) continue;
      REQUIRE((*one < *other) == (keys[a] < keys[b]));
    }
}

TEST_CASE("rows stand in sections of one key, each in the order that was asked for") {
  SortKeys const keys{5, 3, 5, unknown_key, 3};
  auto const made = row_sections({4, 3, 2, 1, 0}, {1, 4, 0, 2, 3}, keys);
  CHECK(made.rows == std::vector<std::uint32_t>{4, 1, 2, 0, 3});
  CHECK(made.begins == std::vector<std::uint32_t>{0, 2, 4});
  CHECK(row_sections({}, {}, {}).begins.empty());
}

TEST_CASE("every show is in one bin of each histogram, or unknown") {
  random::Dice dice(11);
  Table table;
  for (std::int64_t id = 1; id <= 500; ++id) table.upsert(random::show(dice, id));
  Decisions const decisions(table.size());
  reflect::for_each_enumerator<Measure>([&](Measure measure, std::string_view name) {
    CAPTURE(name);
    auto const histogram = RowBins(table, measure).count(table, decisions);
    auto shows = histogram.unknown[0];
    for (auto const& bin : histogram.bins) shows += bin.verdicts[0];
    CHECK(shows == table.size());
    CHECK(histogram.bins.size() <= 200);
  });
}

TEST_CASE("a day and its place on the scale of years are the same") {
  for (int day = -20'000; day < 40'000; day += 13) {
    Date const date{std::chrono::days{day}};
    REQUIRE(day_at(years_of(date)) == date);
  }
}

TEST_CASE("a plan without a part is as if it had not been written") {
  auto const plan = fixtures::plan(
      "exclude: {genres: [War], rating: {max: 3}}\nselections: [{name: a, types: [News]}]");
  CHECK(without(plan, 0).exclude.size() == 1);
  CHECK(criterion_of(without(plan, 0).exclude[0]) == Criterion::rating);
  CHECK(without(plan, 2).selections.empty());
  CHECK(without(plan, 3).selections[0].lines.empty());
}

}  // namespace sievarr::filter
