#include <sievarr/mirror/fetch_accept.hpp>
#include <sievarr/mirror/fetch_plan.hpp>
#include <sievarr/mirror/fetch_show.hpp>
#include <sievarr/mirror/fetch_walk.hpp>
#include <sievarr/mirror/fetch_window.hpp>
#include <sievarr/mirror/mirror_progress.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <string>
#include <vector>

namespace sievarr::mirror {
namespace {

using config::UpdateWindow;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

Instant const this_noon = *to_instant("2026-01-31T12:00:00Z");

std::int64_t stamp_of(Instant instant) {
  return std::chrono::duration_cast<seconds>(instant.time_since_epoch()).count();
}

MirrorContents have(Stamps const& stored, std::vector<PageCopy> pages = {},
                    std::vector<Absence> const& absences = {}) {
  return mirror_contents(stored, absences, std::move(pages));
}

Show show(std::int64_t id, std::int64_t updated) {
  return {.id = id, .title = "x", .updated = updated};
}

/// "pages 1(250,251) shows 7"
std::string told(FetchPlan const& plan) {
  std::string text = "pages";
  for (auto const& fetch : plan.pages) {
    text += " " + std::to_string(fetch.page) + "(";
    for (auto const& stamp : fetch.wanted)
      text += (text.back() == '(' ? "" : ",") + std::to_string(stamp.show_id);
    text += ")";
  }
  text += " shows";
  for (auto const& stamp : plan.shows) text += " " + std::to_string(stamp.show_id);
  return text;
}

std::string planned(Stamps named, MirrorContents const& mirror_contents,
                    UpdateWindow window = UpdateWindow::day) {
  return told(plan_fetch({window, std::move(named)}, mirror_contents, this_noon));
}

std::vector<std::int64_t> ids(std::vector<Show> const& shows) {
  std::vector<std::int64_t> all;
  for (auto const& each : shows) all.push_back(each.id);
  return all;
}

}  // namespace

TEST_CASE("two wanted shows of one page are fetched as the page, one by itself") {
  CHECK(planned({{1, 5}, {249, 5}, {250, 5}}, have({})) == "pages 0(1,249) shows 250");
  CHECK(planned({}, have({})) == "pages shows");
}

TEST_CASE("only what is newer than stored is wanted") {
  auto const stored = have({{1, 5}, {2, 5}, {3, 5}});

  CHECK(planned({{1, 5}, {2, 4}, {3, 6}, {-4, 9}, {0, 9}}, stored) == "pages shows 3");
}

TEST_CASE("5,000 changed shows of 90,000 cost no more requests than there are pages") {
  Stamps stored;
  Stamps named;
  for (std::int64_t id = 1; id <= 95'000; ++id) {
    if (id % 19 != 0) stored.push_back({id, 10});
    if (id % 19 == 1) named.push_back({id, 20});
  }
  REQUIRE(named.size() == 5'000);

  auto const plan = plan_fetch({UpdateWindow::week, named}, have(stored), this_noon);

  CHECK(plan.requests() <= 400);
}

TEST_CASE("a page that is known to be stale is not asked for") {
  struct Case {
    std::string why;
    PageCopy copy;
    std::string plan;
  };
  auto const changed = this_noon - hours{2};
  Stamps const named = {{1, stamp_of(changed)}, {2, stamp_of(changed)}};
  auto const copy = [](Instant made, Instant until) {
    return PageCopy{.page = 0, .made = made, .fresh_until = until};
  };
  for (auto const& each : std::vector<Case>{
           {"older, and still given out", copy(this_noon - hours{3}, this_noon + hours{1}),
            "pages shows 1 2"},
           {"older, but over", copy(this_noon - hours{3}, this_noon), "pages 0(1,2) shows"},
           {"new enough", copy(changed, this_noon + hours{1}), "pages 0(1,2) shows"},
           {"from a clock that jumped", copy(this_noon - hours{3}, this_noon + hours{25}),
            "pages 0(1,2) shows"},
           {"of unknown age",
            {.page = 0, .fresh_until = this_noon + hours{1}},
            "pages 0(1,2) shows"},
           {"of another page",
            {.page = 1, .fresh_until = this_noon + hours{1}},
            "pages 0(1,2) shows"},
           {"said to be missing until later",
            {.page = 0, .fate = PageOutcome::missing, .fresh_until = this_noon + hours{1}},
            "pages shows 1 2"},
           {"said to be missing once",
            {.page = 0, .fate = PageOutcome::missing},
            "pages 0(1,2) shows"},
       }) {
    CAPTURE(each.why);
    CHECK(planned(named, have({}, {each.copy})) == each.plan);
  }
}

TEST_CASE("of a page that is stale for some shows, only what it can have is asked of it") {
  auto const made = this_noon - hours{2};
  PageCopy const copy{.page = 0, .made = made, .fresh_until = this_noon + hours{1}};
  auto const old = stamp_of(made);

  CHECK(planned({{1, old}, {2, old}, {3, old + 1}}, have({}, {copy})) == "pages 0(1,2) shows 3");
  CHECK(planned({{1, old}, {3, old + 1}}, have({}, {copy})) == "pages shows 1 3");
}

TEST_CASE("a page that failed is asked for again, whether a map names its shows or not") {
  PageCopy const failed{
      .page = 7, .fate = PageOutcome::failed, .fresh_until = this_noon + hours{1}};

  CHECK(planned({}, have({}, {failed})) == "pages 7() shows");
  CHECK(planned({{1'750, 5}}, have({}, {failed})) == "pages 7(1750) shows");
}

TEST_CASE("a show that is gone is asked for again only when it is named in a newer version") {
  auto const known = have({{1, 5}, {3, 5}}, {},
                          {{.show_id = 1, .updated = 8, .gone = true, .at = this_noon},
                           {.show_id = 2, .updated = 8, .gone = true, .at = this_noon}});

  CHECK(planned({{1, 8}, {2, 8}}, known) == "pages shows");
  CHECK(planned({{1, 9}, {2, 8}}, known) == "pages shows 1");
  CHECK(known.shows == std::vector<Known>{{1, 8, true}, {2, 8, true}, {3, 5, false}});
}

TEST_CASE("a show that is gone and named all the same is looked at again after a week") {
  auto const gone_since = [](Instant at) {
    return have({{1, 5}}, {}, {{.show_id = 1, .updated = 8, .gone = true, .at = at}});
  };

  CHECK(planned({{1, 8}}, gone_since(this_noon - hours{24 * 6})) == "pages shows");
  CHECK(planned({{1, 8}}, gone_since(this_noon - hours{24 * 7})) == "pages shows 1");
  CHECK(planned({}, gone_since(this_noon - hours{24 * 7})) == "pages shows");
  CHECK(planned({{1, 8}}, gone_since(this_noon + hours{24 * 8})) == "pages shows 1");
}

TEST_CASE("a show that could not be had is owed, though no map names it; in the end, once a day") {
  Absence absence{.show_id = 300, .updated = 8, .attempts = most_attempts - 1, .at = this_noon};
  CHECK(planned({}, have({{300, 5}}, {}, {absence})) == "pages shows 300");

  absence.attempts = most_attempts;
  auto const rests = have({{300, 5}}, {}, {absence});
  CHECK(planned({{300, 8}}, rests) == "pages shows");
  CHECK(planned({{300, 9}}, rests) == "pages shows 300");
  absence.at = this_noon - hours{24};
  CHECK(planned({}, have({{300, 5}}, {}, {absence})) == "pages shows 300");
}

TEST_CASE("what the whole map no longer names is looked after, within reason") {
  auto const known =
      have({{1, 5}, {2, 5}, {3, 5}}, {}, {{.show_id = 3, .updated = 5, .gone = true}});
  CHECK(planned({{1, 5}}, known, UpdateWindow::all) == "pages shows 2");
  CHECK(planned({{1, 5}}, known, UpdateWindow::month) == "pages shows");
  CHECK(planned({}, known, UpdateWindow::all) == "pages shows");

  Stamps many;
  for (std::int64_t id = 1; id <= 5'000; ++id) many.push_back({id, 5});
  CHECK(plan_fetch({UpdateWindow::all, {{1, 5}}}, have(many), this_noon).requests() ==
        most_suspects);
}

TEST_CASE("the smallest window is taken that covers the time since the last good look") {
  struct Case {
    seconds since;
    UpdateWindow configured;
    UpdateWindow window;
  };
  auto const automatic = UpdateWindow::auto_;
  for (auto const& each : std::vector<Case>{
           {hours{0}, automatic, UpdateWindow::day},
           {hours{22}, automatic, UpdateWindow::day},
           {hours{22} + seconds{1}, automatic, UpdateWindow::week},
           {hours{7 * 24 - 2}, automatic, UpdateWindow::week},
           {hours{7 * 24 - 1}, automatic, UpdateWindow::month},
           {hours{28 * 24 - 2}, automatic, UpdateWindow::month},
           {hours{28 * 24 - 1}, automatic, UpdateWindow::all},
           {hours{24 * 366}, UpdateWindow::day, UpdateWindow::all},
           {hours{1}, UpdateWindow::week, UpdateWindow::week},
           {hours{100}, UpdateWindow::day, UpdateWindow::week},
           {hours{1}, UpdateWindow::all, UpdateWindow::all},
           {-hours{1}, automatic, UpdateWindow::day},
           {-hours{3}, automatic, UpdateWindow::all},
       }) {
    CAPTURE(each.since.count());
    CHECK(choose_window(this_noon - each.since, this_noon, each.configured) == each.window);
  }
  CHECK(choose_window(std::nullopt, this_noon, UpdateWindow::day) == UpdateWindow::all);
}

TEST_CASE("the whole map is looked at once a week") {
  CHECK(is_whole_look_due(std::nullopt, this_noon));
  CHECK_FALSE(is_whole_look_due(this_noon - hours{24 * 7} + seconds{1}, this_noon));
  CHECK(is_whole_look_due(this_noon - hours{24 * 7}, this_noon));
  CHECK_FALSE(is_whole_look_due(this_noon + hours{1}, this_noon));
  CHECK(is_whole_look_due(this_noon + hours{3}, this_noon));
}

TEST_CASE("the walk ends with a page that is missing beyond the highest id, and nowhere before") {
  Walk walk(0, 600);
  walk.heard(PageOutcome::read, 240);
  walk.heard(PageOutcome::missing, 0);
  CHECK(walk.end() == Walk::End::none);
  CHECK(walk.page() == 2);
  walk.heard(PageOutcome::missing, 0);
  CHECK(walk.end() == Walk::End::none);
  CHECK(walk.page() == 3);

  walk.heard(PageOutcome::missing, 0);

  CHECK(walk.end() == Walk::End::complete);
}

TEST_CASE("the walk goes on beyond the highest id while there are shows, but not for ever") {
  Walk walk(2, 600);
  walk.heard(PageOutcome::read, 100);
  walk.heard(PageOutcome::read, 100);
  CHECK(walk.end() == Walk::End::none);
  auto empty = walk;
  empty.heard(PageOutcome::read, 0);
  CHECK(empty.end() == Walk::End::complete);

  int pages = 0;
  while (walk.end() == Walk::End::none && ++pages < 1'000) walk.heard(PageOutcome::read, 250);

  CHECK(walk.end() == Walk::End::complete);
  CHECK(pages < 10);
}

TEST_CASE("a walk of failures is given up, and continues behind them in the next cycle") {
  Walk walk(0, 2'500);
  for (int i = 0; i < 2; ++i) walk.heard(PageOutcome::failed, 0);
  walk.heard(PageOutcome::read, 250);
  for (int i = 0; i < 3; ++i) walk.heard(PageOutcome::failed, 0);

  CHECK(walk.end() == Walk::End::given_up);
  CHECK(walk.page() == 6);
}

TEST_CASE("a page is named in advance only if it is asked for whatever comes of the one before") {
  constexpr std::array fates = {PageOutcome::read, PageOutcome::missing, PageOutcome::failed};
  int named = 0;
  // Every row of seven fates.
  for (int row = 0; row < 3 * 3 * 3 * 3 * 3 * 3 * 3; ++row) {
    Walk walk(0, 1'200);
    for (int rest = row, i = 0; i < 7 && walk.end() == Walk::End::none; rest /= 3, ++i) {
      auto const next = walk.next_in_any_case();
      auto const fate = fates[static_cast<std::size_t>(rest % 3)];
      walk.heard(fate, fate == PageOutcome::read ? 200 : 0);
      if (!next) continue;
      ++named;
      CHECK(walk.end() == Walk::End::none);
      CHECK(walk.page() == *next);
    }
  }
  CHECK(named > 5'000);
}

TEST_CASE("a page's shows are taken where they are as new as the map says") {
  MirrorContents const known = have({{1, 5}, {2, 5}, {3, 5}, {4, 5}});
  PageFetch const fetch{.page = 0, .wanted = {{1, 8}, {2, 8}, {9, 8}}};

  auto const yield = take_page(
      fetch, {show(1, 8), show(2, 7), show(3, 6), show(4, 5), show(5, 1), show(300, 9), show(0, 1)},
      known, Accept::newer);

  CHECK(ids(yield.shows) == std::vector<std::int64_t>{1, 3, 5});
  CHECK(yield.missing == Stamps{{2, 8}, {9, 8}});
}

TEST_CASE("a full mirror takes what is known, too, but nothing older, and each show once") {
  MirrorContents const known =
      have({{1, 5}, {2, 5}}, {}, {{.show_id = 1, .updated = 5, .gone = true}});

  auto const yield =
      take_page({.page = 0}, {show(1, 5), show(1, 5), show(2, 4)}, known, Accept::everything);

  CHECK(ids(yield.shows) == std::vector<std::int64_t>{1});
}

TEST_CASE("the fetch of a page is what the map names there") {
  Stamps const named = {{1, 5}, {249, 5}, {250, 5}, {251, 9}, {499, 5}, {500, 5}};

  CHECK(page_fetch(1, named, have({{250, 5}, {251, 8}})).wanted == Stamps{{251, 9}, {499, 5}});
  CHECK(page_fetch(7, named, have({})).wanted.empty());
}

TEST_CASE("a show that is older than promised is stored where it is news, and stays owed") {
  Known const known{1, 5, false};
  auto const before = owed({1, 8}, nullptr, this_noon, "x");

  auto const fresh = given({1, 8}, show(1, 8), &known, absence_of({1, 8}, &before, this_noon));
  CHECK(fresh.show);
  CHECK_FALSE(fresh.absence);

  auto const late = given({1, 8}, show(1, 7), &known, absence_of({1, 8}, &before, this_noon));
  CHECK(late.show);
  REQUIRE(late.absence);
  CHECK(late.absence->attempts == 2);
  CHECK(late.absence->words == "TVMaze gave an older version than it says there is");

  CHECK_FALSE(given({1, 8}, show(1, 4), &known, absence_of({1, 8}, nullptr, this_noon)).show);
}

TEST_CASE("a newer version begins the count of attempts anew") {
  auto const before = owed({1, 8}, nullptr, this_noon, "x");

  CHECK(owed({1, 9}, &before, this_noon, "x").attempts == 1);
  CHECK(owed({1, 8}, &before, this_noon, "x").attempts == 2);
  CHECK(gone({1, 8}, &before, this_noon).gone);
}

TEST_CASE("a full mirror that was cut short continues behind the last page that is settled") {
  CHECK(next_page({}) == 0);
  CHECK(next_page({.last_tvmaze_page = 12, .full_sync_since = this_noon}) == 13);
  CHECK(next_page({.full_sync_since = this_noon}) == 0);
  CHECK(next_page({.last_full_sync = this_noon, .last_tvmaze_page = 12}) == 0);
}

}  // namespace sievarr::mirror
