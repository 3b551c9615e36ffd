#include <sievarr/wire/arr/complaints.hpp>
#include <sievarr/wire/arr/sonarr_add.hpp>
#include <sievarr/wire/arr/sonarr_series.hpp>
#include <sievarr/wire/arr/status.hpp>
#include <sievarr/wire/arr/stock.hpp>
#include "shared.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

/// Answers that client libraries recorded, where they lie beside the checkout.
namespace sievarr::wire::arr {
namespace {

struct Library {
  std::vector<Series> series;
  std::optional<std::string> complaint;
};

Library series_in(std::string const& text) {
  Library list;
  SeriesReader reader([&](Series const& series) { list.series.push_back(series); });
  reader.feed(text);
  list.complaint = reader.finish();
  return list;
}

}  // namespace

TEST_CASE("a recorded library is read with its numbers, titles and paths") {
  auto const text = test::read_shared("arr/arrsync/tests/fixtures/sonarr_series.json");
  if (!text) return;
  auto const list = series_in(*text);

  CHECK_FALSE(list.complaint);
  CHECK(list.series == std::vector<Series>{{1, 81189, "Breaking Bad", "/data/tv/Breaking Bad"},
                                           {2, 73255, "House", "/data/tv/House"},
                                           {3, 334824, "DARK", "/data/tv/DARK"},
                                           {4, 269613, "Fargo", "/data/tv/Fargo"}});
  for (std::size_t size = 0; size < text->find_last_of(']'); size += 997)
    CHECK(series_in(text->substr(0, size)).complaint);
}

TEST_CASE("a recorded library without any number at TheTVDB has nothing for us") {
  auto const text = test::read_shared("arr/exportarr/internal/arr/testdata/sonarr/v3_series.json");
  if (!text) return;
  auto const list = series_in(*text);

  CHECK_FALSE(list.complaint);
  CHECK(list.series.empty());
}

TEST_CASE("recorded versions of 2014 and later tell their major number") {
  auto const old = test::read_shared("arr/python-sonarr/tests/fixtures/system-status.json");
  auto const later = test::read_shared("arr/aiopyarr/tests/fixtures/common/system-status.json");
  if (!old || !later) return;

  CHECK(*read_status(*old, "x") == Status{"", "2.0.0.1121", ""});
  CHECK(read_status(*old, "x")->major() == 2);
  CHECK(read_status(*later, "x")->major() == 10);
}

TEST_CASE("recorded root folders, profiles and tags are read") {
  std::string const aiopyarr = "arr/aiopyarr/tests/fixtures/common/";
  auto const folders = test::read_shared(aiopyarr + "rootfolder.json");
  auto const few =
      test::read_shared("arr/exportarr/internal/arr/testdata/common/v3_rootfolder.json");
  auto const profiles =
      test::read_shared("arr/pyarr-v5/tests/fixtures/common/qualityprofileall.json");
  auto const tags =
      test::read_shared("arr/exportarr/internal/arr/testdata/sonarr/v3_tag_detail.json");
  if (!folders || !few || !profiles || !tags) return;

  CHECK(*read_root_folders(*folders, "x") ==
        std::vector<RootFolder>{{1, R"(C:\Downloads\Movies)", 282500063232, true}});
  CHECK(*read_root_folders(*few, "x") ==
        std::vector<RootFolder>{{0, "/media/books/", 32147635175424, true}});
  auto const read = read_all_named(*profiles, "x");
  REQUIRE(read);
  CHECK(read->size() == 4);
  CHECK(read->front().name == "Any");
  CHECK(read_all_named(*tags, "x"));
}

TEST_CASE("recorded shapes of a lookup and of complaints are read") {
  auto const lookup = test::read_shared("arr/aiopyarr/tests/fixtures/sonarr/series-lookup.json");
  auto const failed =
      test::read_shared("arr/aiopyarr/tests/fixtures/common/validation-failed.json");
  if (!lookup || !failed) return;

  CHECK_FALSE(read_lookup(*lookup, "x", 5)->has_value());
  auto const found = read_lookup(*lookup, "x", 0);
  REQUIRE(found);
  REQUIRE(*found);
  auto const body = add_body(**found, {.root_folder = "/tv", .quality_profile = 4});
  CHECK(body.find(R"("rootFolderPath":"/tv")") != std::string::npos);
  CHECK(body.find(R"("path")") == std::string::npos);
  CHECK(body.find(R"("firstAired":"2018-10-12T00:00:00Z")") != std::string::npos);
  CHECK(read_complaints(*failed).empty());
}

}  // namespace sievarr::wire::arr
