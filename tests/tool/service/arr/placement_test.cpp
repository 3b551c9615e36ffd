#include "service/arr/placement.hpp"

#include <sievarr/config/instance_target.hpp>

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

namespace sievarr::arr {
namespace {

using target::Monitor;
using target::NameOrNumber;

Stock stock_of(std::int64_t major) {
  Stock stock{.version = std::to_string(major) + ".0.10.1567", .major = major};
  stock.root_folders = {{1, "/tv", 500'000'000'000, true}, {2, "/anime/", std::nullopt, true}};
  stock.quality_profiles = {{1, "Any"}, {4, "HD-1080p"}, {5, "Ultra-HD"}};
  if (major == 3) stock.language_profiles = {{1, "English"}, {2, "Deutsch"}};
  stock.tags = {{7, "auto"}, {9, "2024"}};
  return stock;
}

config::Sonarr instance_of(std::int64_t major) {
  config::Sonarr instance;
  instance.server.name = "main";
  instance.root_folder = NameOrNumber("/tv");
  instance.quality_profile = NameOrNumber("hd-1080P");
  if (major == 3) instance.language_profile = NameOrNumber("deutsch");
  return instance;
}

std::vector<Wanted> wanted(config::Sonarr const& instance) {
  return {{.route = config::route_of(instance), .path = "sonarr"}};
}

std::vector<std::string> messages(Problems const& problems) {
  std::vector<std::string> all;
  for (auto const& problem : problems) all.push_back(to_text(problem));
  return all;
}

using Messages = std::vector<std::string>;

}  // namespace

TEST_CASE("names are found in any case, folders by their path, all of them by number") {
  auto const stock = stock_of(4);
  auto instance = instance_of(4);
  auto const by_name = place(stock, instance, config::route_of(instance));
  REQUIRE(by_name);
  CHECK(*by_name == wire::arr::Placement{.root_folder = "/tv", .quality_profile = 4, .tags = {}});

  instance.root_folder = NameOrNumber("2");
  instance.quality_profile = NameOrNumber("5");
  instance.tags = {NameOrNumber("AUTO"), NameOrNumber("7"), NameOrNumber("9")};
  instance.monitor = Monitor::last_season;
  instance.series_type = target::SeriesType::anime;
  instance.search_on_add = false;
  instance.season_folder = false;
  auto const by_number = place(stock, instance, config::route_of(instance));
  REQUIRE(by_number);
  CHECK(*by_number == wire::arr::Placement{.root_folder = "/anime/",
                                           .quality_profile = 5,
                                           .tags = {7, 9},
                                           .monitor = "lastSeason",
                                           .series_type = "anime",
                                           .season_folder = false,
                                           .search = false});
}

TEST_CASE("a name that looks like a number is a name first") {
  auto const stock = stock_of(4);
  CHECK(find_named(stock.tags, NameOrNumber("2024"))->id == 9);
  CHECK(find_named(stock.tags, NameOrNumber("7"))->name == "auto");
  CHECK(find_named(stock.tags, NameOrNumber("8")) == nullptr);
}

TEST_CASE("a folder is the same with a slash at its end, and on Windows in any case") {
  Stock stock;
  stock.root_folders = {{1, "/tv/", {}, true}, {2, R"(D:\TV\)", {}, true}, {3, "/", {}, true}};
  auto const number_of = [&](char const* path) {
    auto const* const found = find_root_folder(stock, NameOrNumber(path));
    return found == nullptr ? 0 : found->id;
  };
  CHECK(number_of("/tv") == 1);
  CHECK(number_of("/tv//") == 1);
  CHECK(number_of("/TV") == 0);
  CHECK(number_of(R"(d:\tv)") == 2);
  CHECK(number_of("D:/TV/") == 2);
  CHECK(number_of("/") == 3);
  CHECK(number_of("tv") == 0);
}

TEST_CASE("all that is missing is told at once, with what there is and what was probably meant") {
  auto instance = instance_of(4);
  instance.root_folder = NameOrNumber("/tvs");
  instance.quality_profile = NameOrNumber("HD-1080");
  instance.tags = {NameOrNumber("autos"), NameOrNumber("3")};

  CHECK(messages(check(stock_of(4), instance, wanted(instance))) ==
        Messages{
            R"(sonarr.root_folder: "main" has no root folder "/tvs", did you mean "/tv"?; )"
            R"(available: "/tv" (1) and "/anime/" (2))",
            R"(sonarr.quality_profile: "main" has no quality profile "HD-1080", did you mean )"
            R"("HD-1080p"?; available: "Any" (1), "HD-1080p" (4) and "Ultra-HD" (5))",
            R"(sonarr.tags: "main" has no tag "autos", did you mean "auto"?; )"
            R"(available: "auto" (7) and "2024" (9); create_tags: true would create it)",
            R"(sonarr.tags: "main" has no tag "3"; available: "auto" (7) and "2024" (9))",
        });
}

TEST_CASE("a Sonarr that has nothing yet says so, one that has a lot says a part of it") {
  auto const instance = instance_of(4);
  auto stock = stock_of(4);
  stock.root_folders.clear();
  stock.quality_profiles.clear();
  CHECK(
      messages(check(stock, instance, wanted(instance))) ==
      Messages{R"(sonarr.root_folder: "main" has no root folder "/tv"; it has none)",
               R"(sonarr.quality_profile: "main" has no quality profile "hd-1080P"; it has none)"});

  stock = stock_of(4);
  stock.quality_profiles.clear();
  for (std::int64_t id = 1; id <= 50; ++id)
    stock.quality_profiles.push_back({id, std::string("p\n") + char('a' + id % 26)});
  auto const problems = check(stock, instance, wanted(instance));
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].message.ends_with(R"("p\nt" (19), "p\nu" (20) and 30 more)"));
}

TEST_CASE("tags that may be created are not missed before, and cannot be forgotten after") {
  auto instance = instance_of(4);
  instance.create_tags = true;
  instance.tags = {NameOrNumber("new"), NameOrNumber("3")};

  CHECK(messages(check(stock_of(4), instance, wanted(instance))) ==
        Messages{R"(sonarr.tags: "main" has no tag "3"; available: "auto" (7) and "2024" (9))"});
  auto const placed = place(stock_of(4), instance, config::route_of(instance));
  REQUIRE_FALSE(placed);
  CHECK(placed.error().size() == 2);
}

TEST_CASE("a new tag that a strict Sonarr refuses is worth a warning, where it is one") {
  auto instance = instance_of(3);
  instance.create_tags = true;
  instance.tags = {NameOrNumber("So-Far-2"), NameOrNumber("my tag")};

  CHECK(check(stock_of(3), instance, wanted(instance)).empty());
  instance.language_profile.reset();
  CHECK(check(stock_of(4), instance, wanted(instance)).empty());
  CHECK(messages(check(stock_of(5), instance, wanted(instance))) ==
        Messages{R"(warning: sonarr.tags: "main" refuses to create a tag "my tag", it allows )"
                 "a-z, 0-9 and -; series that need it wait"});
}

TEST_CASE("what a version has is a matter of that version, not of the oldest that is understood") {
  CHECK(has_language_profiles(3));
  CHECK_FALSE(has_language_profiles(4));
  CHECK_FALSE(has_language_profiles(5));
  CHECK_FALSE(has_all_monitors(3));
  CHECK(has_all_monitors(4));
  CHECK_FALSE(has_strict_tags(4));
  CHECK(has_strict_tags(5));
}

TEST_CASE("Sonarr 3 needs a language profile, later ones have none") {
  auto instance = instance_of(3);
  auto const placed = place(stock_of(3), instance, config::route_of(instance));
  REQUIRE(placed);
  CHECK(placed->language_profile == 2);

  auto const later = place(stock_of(4), instance, config::route_of(instance));
  REQUIRE(later);
  CHECK_FALSE(later->language_profile);
  CHECK(messages(check(stock_of(5), instance, wanted(instance))) ==
        Messages{"warning: sonarr.language_profile: is ignored, \"main\" is Sonarr 5, which has no "
                 "language profiles; leave it out"});

  instance.language_profile = NameOrNumber("Englisch");
  CHECK(messages(check(stock_of(3), instance, wanted(instance))) ==
        Messages{R"(sonarr.language_profile: "main" has no language profile "Englisch", did you )"
                 R"(mean "English"?; available: "English" (1) and "Deutsch" (2))"});
  instance.language_profile.reset();
  CHECK(
      messages(check(stock_of(3), instance, wanted(instance))) ==
      Messages{
          R"(sonarr.language_profile: "main" is Sonarr 3, which needs a language profile; available: )"
          R"("English" (1) and "Deutsch" (2))"});
}

TEST_CASE("each version is told which episodes to watch for in its own words") {
  auto const words = [](std::int64_t major, Monitor monitor) {
    auto instance = instance_of(major);
    instance.monitor = monitor;
    auto const placed = place(stock_of(major), instance, config::route_of(instance));
    return placed ? placed->monitor : to_text(placed.error().front());
  };
  for (auto const& [monitor, word] : std::vector<std::pair<Monitor, std::string>>{
           {Monitor::all, "all"},
           {Monitor::future, "future"},
           {Monitor::missing, "missing"},
           {Monitor::existing, "existing"},
           {Monitor::first_season, "firstSeason"},
           {Monitor::pilot, "pilot"},
           {Monitor::none, "none"},
       }) {
    CHECK(words(3, monitor) == word);
    CHECK(words(4, monitor) == word);
    CHECK(words(5, monitor) == word);
  }
  CHECK(words(3, Monitor::last_season) == "latestSeason");
  CHECK(words(4, Monitor::last_season) == "lastSeason");
  CHECK(words(4, Monitor::recent) == "recent");
  CHECK(words(4, Monitor::monitor_specials) == "monitorSpecials");
  CHECK(words(4, Monitor::unmonitor_specials) == "unmonitorSpecials");
  for (auto const& [monitor, word] : std::vector<std::pair<Monitor, std::string>>{
           {Monitor::recent, "recent"},
           {Monitor::monitor_specials, "monitorSpecials"},
           {Monitor::unmonitor_specials, "unmonitorSpecials"}})
    CHECK(words(3, monitor) ==
          "monitor: monitor \"" + word +
              "\" needs Sonarr 4, \"main\" is \"3.0.10.1567\", which has all, future, missing, "
              "existing, pilot, firstSeason, lastSeason and none");
}

TEST_CASE("what a selection wants is asked for as well, and told at the selection") {
  auto instance = instance_of(4);
  instance.quality_profile = NameOrNumber("Best");
  filter::Plan plan;
  auto route = config::route_of(instance);
  plan.routes = {route, route, route, route};
  plan.routes[1].root_folder = NameOrNumber("/animes");
  plan.routes[2].instance = "other";
  plan.routes[2].root_folder = NameOrNumber("/elsewhere");
  plan.routes[3].root_folder = NameOrNumber("/nowhere");
  Place const place{.source = "config.yaml", .line = 12, .column = 5};
  plan.selections = {
      {.name = "a", .route = 1, .path = "selections[0]", .place = place},
      {.name = "b", .route = 2, .path = "selections[1]", .place = {}},
      {.name = "c", .mode = filter::Mode::ignore, .route = 3, .path = "selections[2]", .place = {}},
      {.name = "d", .mode = filter::Mode::review, .route = 0, .path = "selections[3]", .place = {}},
  };

  auto const all = wanted_of(instance, plan, "sonarr[1]");

  REQUIRE(all.size() == 3);
  CHECK(all[0].path == "sonarr[1]");
  CHECK(all[1].path == "selections[0].sonarr");
  CHECK(all[2].path == "selections[3].sonarr");
  CHECK(messages(check(stock_of(4), instance, all)) ==
        Messages{R"(sonarr[1].quality_profile: "main" has no quality profile "Best"; available: )"
                 R"("Any" (1), "HD-1080p" (4) and "Ultra-HD" (5))",
                 R"(config.yaml:12:5: selections[0].sonarr.root_folder: "main" has no root folder )"
                 R"("/animes", did you mean "/anime/"?; available: "/tv" (1) and "/anime/" (2))"});
}

TEST_CASE("nothing is added where space is short, not known or out of reach") {
  auto stock = stock_of(4);
  auto const limit = [](char const* text) { return *value::Size::read(text); };
  NameOrNumber const tv("/tv");

  CHECK_FALSE(shortage(stock, tv, std::nullopt));
  CHECK_FALSE(shortage(stock, tv, limit("500GB")));
  CHECK(*shortage(stock, tv, limit("501GB")) ==
        R"(the root folder "/tv" has 500.0 GB left, at least 501GB is wanted)");
  stock.root_folders[0].free_bytes = 2'345'678'000'000;
  CHECK(*shortage(stock, tv, limit("3TB")) ==
        R"(the root folder "/tv" has 2.3 TB left, at least 3TB is wanted)");
  CHECK_FALSE(shortage(stock, NameOrNumber("2"), std::nullopt));
  CHECK(*shortage(stock, NameOrNumber("2"), limit("1GB")) ==
        R"(nobody knows how much space the root folder "/anime/" has, at least 1GB is wanted)");
  stock.root_folders[0].accessible = false;
  CHECK_FALSE(shortage(stock, tv, std::nullopt));
  CHECK(*out_of_reach(stock, tv) == R"(the root folder "/tv" cannot be reached by that Sonarr)");
  CHECK(*out_of_reach(stock, NameOrNumber("/x")) == R"(there is no root folder "/x")");
  CHECK_FALSE(out_of_reach(stock, NameOrNumber("2")));
}

}  // namespace sievarr::arr
