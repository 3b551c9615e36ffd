#include "several_sonarrs.hpp"

#include <sievarr/reflect/scalar.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>

namespace sievarr::test {
namespace {

/// Why shows wait that could be added, by the Sonarr that they wait for.
std::map<std::string, std::set<std::string>> causes_by_sonarr(app::Report const& report) {
  std::map<std::string, std::set<std::string>> causes;
  for (auto const& each : report.proposal.waiting)
    if (each.cause != adding::Cause::no_tvdb)
      causes[each.instance.value_or("")].insert(reflect::word_of(each.cause));
  return causes;
}

/// That a Sonarr was asked what it has, and nothing else.
void check_only_looked_at(sim::Sonarr& sonarr) {
  CHECK(sonarr.posts().empty());
  CHECK(sonarr.calls().count(sim::Kind::series) == 1);
  CHECK(sonarr.calls().count(sim::Kind::lookup) == 0);
  for (auto const& heard : sonarr.calls().all()) CHECK(heard.request.method == wire::Method::get);
}

bool is_in_library(SeveralSonarrs& home, std::int64_t show_id) {
  auto const rows = home.rows();
  auto const row = std::find_if(rows.begin(), rows.end(),
                                [&](auto const& each) { return each.show_id == show_id; });
  REQUIRE(row != rows.end());
  return row->in_library;
}

/// A show that the config does not want, and that a Sonarr could have all the same.
Show an_unwanted_show(SeveralSonarrs& home) {
  auto const rows = home.rows();
  auto const with_number = home.sim().world().with_any_tvdb(300);
  auto const unwanted = std::find_if(with_number.begin(), with_number.end(), [&](Show const& show) {
    return std::any_of(rows.begin(), rows.end(), [&](auto const& row) {
      return row.show_id == show.id && row.status == adding::Status::filtered;
    });
  });
  REQUIRE(unwanted != with_number.end());
  return *unwanted;
}

}  // namespace

TEST_CASE(
    "a Sonarr in dry_run, a full, a silent and a locked one get nothing, each for its cause") {
  SeveralSonarrs home({{"open", ""},
                       {"dry", "dry_run: true"},
                       {"full", "min_free_space: 5TB"},
                       {"silent", ""},
                       {"locked", ""}},
                      R"(
dry_run: false
sync: {max_adds_per_cycle: 5}
selections:
  - {name: a, popularity: {min: 80}, sonarr: {instance: dry}}
  - {name: b, popularity: {min: 60}, sonarr: {instance: full}}
  - {name: c, popularity: {min: 40}, sonarr: {instance: silent}}
  - {name: d, popularity: {min: 20}, sonarr: {instance: locked}}
  - {name: e, popularity: {min: 0}, sonarr: {instance: open}}
)");
  home.sim().stop_sonarr(3);
  // The key is revoked between two questions, so it is not the first one that is refused.
  auto& locked = home.sonarr(4);
  locked.faults().inject({.harm = sim::Meanwhile{[&] {
                            locked.change([](sim::Shelf& shelf) { shelf.api_key = "another"; });
                          }},
                          .kind = sim::Kind::series});

  auto const report = home.live();

  CHECK(causes_by_sonarr(report) ==
        std::map<std::string, std::set<std::string>>{{"open", {"cap"}},
                                                     {"dry", {"dry_run"}},
                                                     {"full", {"free_space"}},
                                                     {"silent", {"instance_down"}},
                                                     {"locked", {"instance_refused"}}});
  CHECK(home.sonarr(0).posts().size() == 5);
  CHECK(report.totals.added == 5);
  check_only_looked_at(home.sonarr(1));
  check_only_looked_at(home.sonarr(2));
  check_only_looked_at(home.sonarr(4));
  CHECK(home.sonarr(3).calls().count() == 0);
}

TEST_CASE("a Sonarr that is disabled is never asked, what would go to it waits, and others go on") {
  SeveralSonarrs home({{"off", "enabled: false"}, {"on", ""}}, R"(
dry_run: false
sync: {max_adds_per_cycle: 5}
selections:
  - {name: best, popularity: {min: 50}}
  - {name: rest, popularity: {min: 0}, sonarr: {instance: on}}
)");

  auto const report = home.live();

  CHECK(causes_by_sonarr(report) ==
        std::map<std::string, std::set<std::string>>{{"off", {"disabled"}}, {"on", {"cap"}}});
  CHECK(home.sonarr(0).calls().count() == 0);
  CHECK(home.sonarr(1).posts().size() == 5);
}

TEST_CASE("what only a disabled Sonarr has says nothing, and what another one has is still seen") {
  SeveralSonarrs home({{"off", "enabled: false"}, {"on", ""}}, R"(
selections:
  - {name: none, rating: {min: 10}}
)");
  static_cast<void>(home.live());
  auto const unwanted = an_unwanted_show(home);
  home.sonarr(1).add_elsewhere(*unwanted.tvdb_id);

  static_cast<void>(home.live());

  CHECK(is_in_library(home, unwanted.id));
  CHECK(home.sonarr(0).calls().count() == 0);
}

TEST_CASE("space that is enough for one Sonarr's folder says nothing about another folder") {
  SeveralSonarrs home({{"main", "min_free_space: 1TB"}}, R"(
dry_run: false
selections:
  - {name: best, popularity: {min: 50}, sonarr: {root_folder: /anime}}
  - {name: rest, popularity: {min: 0}}
)");
  home.sonarr(0).change([](sim::Shelf& shelf) { shelf.root_folders[1].free_space = 10; });

  auto const report = home.live();

  REQUIRE_FALSE(report.proposal.adds.empty());
  for (auto const& add : report.proposal.adds) CHECK(add.selection == "rest");
  for (auto const& each : report.proposal.waiting)
    if (each.cause == adding::Cause::free_space) CHECK(each.selection == "best");
  for (auto const& series : home.sonarr(0).shelf().series) CHECK(series.path.starts_with("/tv/"));
}

TEST_CASE("what a Sonarr has is not forgotten while it is down") {
  SeveralSonarrs home({{"first", ""}, {"second", ""}}, R"(
selections: [{name: none, rating: {min: 10}}]
)");
  static_cast<void>(home.live());
  auto const unwanted = an_unwanted_show(home);
  home.sonarr(1).add_elsewhere(*unwanted.tvdb_id);
  static_cast<void>(home.live());
  REQUIRE(is_in_library(home, unwanted.id));

  home.sim().stop_sonarr(1);
  static_cast<void>(home.live());

  CHECK(is_in_library(home, unwanted.id));
}

TEST_CASE("an add whose answer never came counts as made until its Sonarr can be asked") {
  SeveralSonarrs home({{"first", ""}, {"second", ""}}, R"(
dry_run: false
sync: {max_adds_per_cycle: 5}
selections:
  - {name: popular, popularity: {min: 50}, sonarr: {instance: first}}
  - {name: rest, popularity: {min: 0}, sonarr: {instance: second}}
)");
  home.sonarr(0).faults().inject({.harm = sim::Lost{}, .kind = sim::Kind::add});
  auto const first = home.live();
  CHECK(first.totals.added == 4);
  CHECK(first.totals.unknown == 1);
  home.sim().stop_sonarr(0);

  static_cast<void>(home.live());
  CHECK(home.sonarr(1).posts().empty());

  home.clock.advance(std::chrono::hours{7});
  static_cast<void>(home.live());
  CHECK(home.sonarr(1).posts().size() == 4);
}

}  // namespace sievarr::test
