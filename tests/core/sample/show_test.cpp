#include <sievarr/base/sha256.hpp>
#include <sievarr/base/utf8.hpp>
#include <sievarr/sample/catalogue.hpp>
#include <sievarr/sample/tvmaze.hpp>
#include <sievarr/wire/export.hpp>
#include <sievarr/wire/shows.hpp>
#include <sievarr/wire/tvmaze/tvmaze.hpp>

#include <golden.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <set>
#include <string>
#include <vector>

namespace sievarr::sample {
namespace {

std::string exported(std::vector<Show> const& shows) {
  std::string text;
  for (auto const& show : shows) wire::append_export_line(text, show);
  return text;
}

/// Of a thousand shows.
template <class Wanted>
std::size_t share(std::vector<Show> const& shows, Wanted wanted) {
  auto const count = std::count_if(shows.begin(), shows.end(), wanted);
  return static_cast<std::size_t>(count) * 1000 / shows.size();
}

bool within(std::size_t value, std::size_t least, std::size_t most) {
  return value >= least && value <= most;
}

TEST_CASE("the same seed gives the same shows on every machine") {
  test::golden("sample/shows.ndjson", exported(shows(1, 40)));
  auto const all = shows(7, 3000);
  std::string bulky;
  for (auto const& show : all) bulky += as_tvmaze(show);
  test::golden("sample/digest.txt",
               "export " + sha256_hex(exported(all)) + "\ntvmaze " + sha256_hex(bulky) + "\n");
}

TEST_CASE("a show depends on its seed and its id and on nothing else") {
  CHECK(show(1, 82) == show(1, 82));
  CHECK(show(1, 82) != show(2, 82));
  auto const all = shows(1, 100);
  for (auto const& each : all) CHECK(each == show(1, each.id));
}

TEST_CASE("ids rise, with a gap now and then") {
  auto const all = shows(3, 2000);
  CHECK(std::is_sorted(all.begin(), all.end(),
                       [](Show const& a, Show const& b) { return a.id < b.id; }));
  CHECK(all.front().id >= 1);
  CHECK(within(static_cast<std::size_t>(all.back().id), 2010, 2120));
}

TEST_CASE("no made-up show is impossible") {
  for (auto const& show : shows(5, 5000)) {
    CAPTURE(show.id);
    CHECK(!show.title.empty());
    CHECK(!first_invalid_utf8(show.title));
    CHECK(show.title.find_first_of("{}") == std::string::npos);
    CHECK((!show.premiered || *show.premiered <= catalogue_day));
    CHECK((!show.ended || (show.premiered && *show.premiered <= *show.ended)));
    CHECK((!show.ended || *show.ended <= catalogue_day));
    CHECK((!show.ended || show.status == "Ended"));
    CHECK((!show.rating || (*show.rating >= 1 && *show.rating <= 10)));
    CHECK((show.weight && *show.weight >= 0 && *show.weight <= 100));
    CHECK((!show.country || show.network || show.web_channel));
    CHECK(std::set<std::string>(show.genres.begin(), show.genres.end()).size() ==
          show.genres.size());
    CHECK(show.updated > 1'400'000'000);
  }
}

TEST_CASE("the shares are those of a whole catalogue") {
  auto const all = shows(1, 20'000);
  auto const is = [](std::optional<std::string> Show::*field, std::string_view value) {
    return [=](Show const& show) { return show.*field == value; };
  };
  CHECK(within(share(all, is(&Show::type, "Scripted")), 350, 450));
  CHECK(within(share(all, is(&Show::language, "English")), 400, 480));
  CHECK(within(share(all, is(&Show::country, "US")), 220, 300));
  CHECK(within(share(all, is(&Show::status, "Ended")), 650, 780));
  CHECK(within(share(all, [](Show const& show) { return !show.tvdb_id; }), 210, 330));
  CHECK(within(share(all, [](Show const& show) { return show.rating.has_value(); }), 220, 420));
  CHECK(within(share(all, [](Show const& show) { return show.genres.empty(); }), 200, 320));
  CHECK(within(share(all, [](Show const& show) { return !show.premiered; }), 25, 55));
  CHECK(within(share(all, [](Show const& show) { return !show.language; }), 10, 30));
  CHECK(within(share(all, [](Show const& show) { return !show.network; }), 250, 400));
  CHECK(within(share(all, [](Show const& show) { return !show.network && !show.web_channel; }), 5,
               30));
}

TEST_CASE("titles are told apart mostly, and come in several scripts") {
  auto const all = shows(1, 20'000);
  std::set<std::string> titles;
  for (auto const& show : all) titles.insert(show.title);
  CHECK(within(titles.size(), 17'500, 19'990));
  auto const has = [&](std::string_view piece) {
    return std::any_of(titles.begin(), titles.end(), [&](std::string const& title) {
      return title.find(piece) != std::string::npos;
    });
  };
  CHECK(has("é"));
  CHECK(has("长安"));
  CHECK(has("Тайна"));
  CHECK(has("Η νύχτα"));
}

TEST_CASE("few shows share their TVDB id with a neighbour") {
  std::set<std::int64_t> ids;
  std::size_t twice = 0;
  for (auto const& show : shows(1, 20'000))
    if (show.tvdb_id && !ids.insert(*show.tvdb_id).second) ++twice;
  CHECK(within(twice, 5, 60));
}

TEST_CASE("what is written as TVMaze writes it is read as the same show") {
  std::string page;
  auto const all = shows(9, 2000);
  for (auto const& show : all) page += (page.empty() ? "[" : ",") + as_tvmaze(show);
  auto const read = wire::tvmaze::read_page(page + "]", "page");

  REQUIRE(read);
  CHECK(read->problems.empty());
  CHECK(read->shows == all);
  CHECK(within(page.size() / all.size(), 1200, 1600));
}

TEST_CASE("hardly anything known is TVMaze's own shape all the same") {
  Show const bare{.id = 5, .title = "\"<&>\"\n"};
  auto const read = wire::tvmaze::read_show(as_tvmaze(bare), "show");

  REQUIRE(read);
  CHECK(*read == bare);
}

}  // namespace
}  // namespace sievarr::sample
