#include "fixtures.hpp"

#include <sievarr/adding/judge_shows.hpp>
#include <sievarr/sample/catalogue.hpp>

#include <doctest/doctest.h>

namespace sievarr::adding {
namespace {

using namespace std::chrono_literals;

constexpr Instant noon{std::chrono::sys_days{std::chrono::year{2026} / 1 / 31} + 12h};

filter::Plan plan() {
  return filter::fixtures::plan(R"(
exclude: {genres: [Horror]}
selections:
  - {name: good, rating: {min: 7}, languages: [English]}
  - {name: asked, mode: review, countries: [JP]}
)");
}

TEST_CASE("a page of shows gets the verdicts that each show gets alone") {
  auto const plan = adding::plan();
  std::vector<Arrival> page;
  for (auto& show : sample::shows(7, 250)) page.push_back({.show = std::move(show)});
  auto const rows = Judge(plan).judge(page, noon);
  VerdictRecords const records(plan);
  REQUIRE(rows.size() == page.size());
  std::size_t wanted = 0;
  for (std::size_t at = 0; at < rows.size(); ++at) {
    auto const& show = page[at].show;
    auto const alone = records.of(filter::judge(plan, show).decision);
    CHECK(rows[at] == settle_new(show.id, alone, {.now = noon}));
    if (rows[at].status != Status::filtered) ++wanted;
  }
  CHECK(wanted > 5);
}

TEST_CASE("an update keeps what became of a show, in every status") {
  auto const plan = adding::plan();
  auto show = filter::fixtures::severance();
  show.rating = 9;
  auto const fresh = Judge(plan).judge({{.show = show}}, noon).front();
  reflect::for_each_enumerator<Status>([&](Status status, std::string_view name) {
    CAPTURE(name);
    auto was = fresh;
    was.status = status;
    was.instance = "sonarr";
    was.series_id = 12;
    was.added = noon;
    Arrival const update{.show = show, .before = {.row = was, .tvdb_id = show.tvdb_id}};
    auto const now = Judge(plan).judge({update}, noon + 24h).front();
    CHECK(now.series_id == was.series_id);
    CHECK(now.added == was.added);
    if (rests(status)) CHECK(now == was);
    if (!rests(status)) CHECK(now.status == Status::pending);
  });
}

TEST_CASE("a show whose number at TheTVDB appears stops waiting for it") {
  auto const plan = adding::plan();
  auto show = filter::fixtures::severance();
  show.tvdb_id = std::nullopt;
  auto const waits = Judge(plan).judge({{.show = show}}, noon).front();
  CHECK(waits.status == Status::pending_tvdb);
  show.tvdb_id = 371980;
  Arrival const update{.show = show, .before = {.row = waits}};
  CHECK(Judge(plan).judge({update}, noon + 24h).front().status == Status::pending);
}

}  // namespace
}  // namespace sievarr::adding
