#include <sievarr/wire/arr/status.hpp>
#include <sievarr/wire/arr/stock.hpp>

#include <sievarr/document/json.hpp>
#include <sievarr/wire/arr/complaints.hpp>
#include <sievarr/wire/arr/sonarr_add.hpp>
#include <sievarr/wire/arr/sonarr_requests.hpp>
#include <sievarr/wire/arr/sonarr_series.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sievarr::wire::arr {
namespace {

Requests const requests(*value::Url::read("http://tower:8989/sonarr"), value::Secret("k3y"),
                        "api/v3");
SonarrRequests const of_sonarr(requests);

struct SeriesList {
  std::vector<Series> series;
  std::optional<std::string> complaint;
};

SeriesList read_series(std::string_view text, std::size_t chunk = 1 << 20) {
  SeriesList list;
  SeriesReader reader([&](Series const& series) { list.series.push_back(series); });
  for (; !text.empty(); text.remove_prefix(std::min(chunk, text.size())))
    reader.feed(text.substr(0, chunk));
  list.complaint = reader.finish();
  return list;
}

/// An object as a lookup gives it, with a field that nobody here has heard of.
constexpr std::string_view looked_up =
    R"({"title":"Dark \u0026 Light","sortTitle":"dark light","status":"ended","year":2017,)"
    R"("seasons":[{"seasonNumber":1,"monitored":true}],"qualityProfileId":0,"seasonFolder":false,)"
    R"("monitored":false,"tvdbId":334824,"ratings":{"votes":12,"value":8.50},"tags":[99],)"
    R"("addOptions":{"monitor":"none"},"Path":"/elsewhere/Dark","newThing":[1e2,{"a":null}]})";

Found found(std::string_view object = looked_up) {
  auto const answer = read_lookup("[" + std::string(object) + "]", "x", 334824);
  REQUIRE(answer);
  REQUIRE(*answer);
  return **answer;
}

}  // namespace

TEST_CASE("each question goes to the API below the address, with the key in a header") {
  std::string const api = "http://tower:8989/sonarr/api/v3/";
  for (auto const& [request, path] : std::vector<std::pair<Request, std::string>>{
           {requests.status(), "system/status"},
           {requests.root_folders(), "rootfolder"},
           {requests.quality_profiles(), "qualityprofile"},
           {of_sonarr.language_profiles(), "languageprofile"},
           {requests.tags(), "tag"},
           {of_sonarr.series(), "series"},
           {requests.exclusions(sonarr_exclusions), "importlistexclusion"},
           {requests.exclusions(sonarr_exclusions, 2, 500),
            "importlistexclusion/paged?page=2&pageSize=500&sortKey=id&sortDirection=ascending"},
           {of_sonarr.look_up(334824), "series/lookup?term=tvdb%3A334824"},
       }) {
    CHECK(request.target == api + path);
    CHECK(request.method == Method::get);
    CHECK(request.body.empty());
    CHECK(*header(request.headers, "X-Api-Key") == "k3y");
  }
  auto const tag = requests.create_tag("a \"b\"");
  CHECK(tag.method == Method::post);
  CHECK(tag.target == api + "tag");
  CHECK(tag.body == R"({"label":"a \"b\""})");
  CHECK(*header(tag.headers, "Content-Type") == "application/json");
}

TEST_CASE("a status tells who answers, and the major number of its version") {
  auto const status = read_status(
      R"({"appName":"Sonarr","version":"4.0.19.2979","urlBase":null,"isDebug":false})", "x");
  REQUIRE(status);
  CHECK(*status == Status{"Sonarr", "4.0.19.2979", ""});
  CHECK(status->major() == 4);
  CHECK(Status{"", "10.0.0.1", ""}.major() == 10);
  CHECK(Status{"", "develop", ""}.major() == 0);
  CHECK(read_status("{}", "x")->major() == 0);
}

TEST_CASE("root folders have a path, and perhaps a number and free space") {
  auto const folders = read_root_folders(
      R"([{"id":1,"path":"/tv","accessible":true,"freeSpace":241118478336,"unmappedFolders":[{}]},
          {"id":2,"path":"/old","accessible":false,"freeSpace":null},{"path":null,"id":3}])",
      "x");
  REQUIRE(folders);
  CHECK(*folders ==
        std::vector<RootFolder>{{1, "/tv", 241118478336, true}, {2, "/old", std::nullopt, false}});
}

TEST_CASE("profiles and tags have a number and a name; what has no number is left out") {
  auto const named = read_all_named(
      R"([{"id":4,"name":"HD","items":[{"quality":{"id":1,"name":"SDTV"}}]},
          {"label":"anime","id":7},{"name":"nameless"},{"id":0,"name":"x"}])",
      "x");
  REQUIRE(named);
  CHECK(*named == std::vector<Named>{{4, "HD"}, {7, "anime"}});
  CHECK(*read_tag(R"({"id":9,"label":"new"})", "x") == Named{9, "new"});
  CHECK(read_tag("{}", "x").error().text == "x:1:3: the tag has no number");
}

TEST_CASE("what no list may add has the numbers of its kind of server") {
  ExclusionList const of_radarr{.path = "exclusions", .id = "tmdbId"};
  CHECK(requests.exclusions(of_radarr).target == "http://tower:8989/sonarr/api/v3/exclusions");
  auto const movies = read_exclusions(
      R"([{"id":1,"tmdbId":603,"movieTitle":"The Matrix","movieYear":1999}])", "x", of_radarr.id);
  REQUIRE(movies);
  CHECK(movies->ids == std::set<std::int64_t>{603});
}

TEST_CASE("exclusions come as a list, or in pages that say how many there are") {
  auto const list = read_exclusions(R"([{"id":1,"tvdbId":81189,"title":"A"},{"id":2,"tvdbId":0}])",
                                    "x", "tvdbId");
  REQUIRE(list);
  CHECK(list->ids == std::set<std::int64_t>{81189});
  CHECK(list->records == 2);
  CHECK_FALSE(list->total);

  auto const page = read_exclusions(
      R"({"page":1,"pageSize":10,"totalRecords":3,"records":[{"id":1,"tvdbId":5},{"tvdbId":7}]})",
      "x", "tvdbId");
  REQUIRE(page);
  CHECK(page->ids == std::set<std::int64_t>{5, 7});
  CHECK(page->total == 3);

  CHECK(read_exclusions(R"({"totalRecords":0,"records":null})", "x", "tvdbId")->records == 0);
  CHECK(read_exclusions("{}", "x", "tvdbId").error().text ==
        "x:1:3: the page does not say how many exclusions there are");
}

TEST_CASE("an answer that is not what was agreed says where and why") {
  std::vector<std::pair<std::string, std::string>> const cases = {
      {"", "list:1:1: expected an array, got the end of the text"},
      {"{}", R"(list:1:1: expected an array, got "{")"},
      {"<html>", R"(list:1:1: expected an array, got "<")"},
      {R"([{"id":"4"}])", R"(list:1:8: expected a whole number, got "\"")"},
      {R"([{"id":4.5}])", R"(list:1:8: expected a whole number, got "4")"},
      {R"([{"id":99999999999999999999}])", R"(list:1:8: expected a whole number, got "9")"},
      {R"([{"id":4,"name":7}])", R"(list:1:17: expected a text, got "7")"},
      {R"([{"id":4,"name":"a)", "list:1:17: "},
      {R"([7])", R"(list:1:2: expected an object, got "7")"},
      {"[]]", R"(list:1:3: expected nothing behind the value, got "]")"},
      {std::string(100'000, '['), "list:1:"},
  };
  for (auto const& each : cases) {
    auto const& text = each.first;
    auto const& message = each.second;
    CAPTURE(text.substr(0, 40));
    auto const answer = read_all_named(text, "list");
    REQUIRE_FALSE(answer);
    CHECK(answer.error().kind == Failure::Kind::malformed);
    CHECK(answer.error().text.substr(0, message.size()) == message);
  }
}

TEST_CASE("the list of series is read wherever its chunks are cut") {
  std::string const text =
      R"( [{"title":"Dark","seasons":[{"x":"]}"}],"path":"/tv/Dark","tvdbId":334824,"id":3},)"
      "\n"
      R"({"id":4,"title":null},{"id":5,"tvdbId":0,"title":"none"},{"id":6,"tvdbId":7}])";
  std::vector<Series> const wanted = {{3, 334824, "Dark", "/tv/Dark"}, {6, 7, "", ""}};
  for (std::size_t chunk = 1; chunk <= text.size(); ++chunk) {
    CAPTURE(chunk);
    auto const list = read_series(text, chunk);
    CHECK(list.series == wanted);
    CHECK_FALSE(list.complaint);
  }
  CHECK_FALSE(read_series("[]").complaint);
}

TEST_CASE("a list of series that is none, or not all of one, is not taken for a short one") {
  std::string const whole = R"([{"id":3,"tvdbId":4},{"id":5,"tvdbId":6}])";
  for (std::size_t size = 0; size < whole.size(); ++size) {
    CAPTURE(size);
    CHECK(read_series(whole.substr(0, size)).complaint);
  }
  std::vector<std::pair<std::string, std::string>> const cases = {
      {"", "expected a list of series, got nothing"},
      {"null", "expected a list of series"},
      {R"({"id":3,"tvdbId":4})", "expected a list of series"},
      {"<!doctype html>", "expected a list of series"},
      {whole + "7 ", "1:42: expected nothing behind the list"},
      {R"([{"id":3,"tvdbId":"4"}])", R"(1:2: item 1: expected a whole number, got "\"")"},
      {R"([{"id":3},{"tvdbId":4}])", "1:11: item 2: the series has no number"},
      {R"([{"id":3},7])", R"(1:11: item 2: expected an object, got "7")"},
      {R"([{"id":3} {"id":4}])", R"(1:11: expected "," or "]" between two values)"},
      {R"([{"id":3},{"id":4])", "1:11: item 2: "},
  };
  for (auto const& each : cases) {
    auto const& text = each.first;
    auto const& message = each.second;
    CAPTURE(text);
    auto const list = read_series(text);
    REQUIRE(list.complaint);
    CHECK(list.complaint->substr(0, std::min(message.size(), list.complaint->size())) == message);
  }
}

TEST_CASE("a lookup gives the series of that number, and no other") {
  auto const one = found();
  CHECK(one.tvdb_id == 334824);
  CHECK(one.title == "Dark & Light");
  CHECK(one.series_id == 0);
  CHECK(one.object == looked_up);

  CHECK(read_lookup(R"([{"tvdbId":334824,"id":12}])", "x", 334824)->value().series_id == 12);
  CHECK_FALSE(read_lookup("[]", "x", 334824)->has_value());
  CHECK_FALSE(read_lookup(R"([{"tvdbId":5,"title":"Dark"},{}])", "x", 334824)->has_value());
  auto const second = read_lookup(R"([{"tvdbId":5},{"tvdbId":6}])", "x", 6);
  CHECK(second->value().object == R"({"tvdbId":6})");
  for (auto const* text : {"{}", "[7]", R"([{"tvdbId":"6"}])", R"([{"tvdbId":6)", "[null]"}) {
    CAPTURE(text);
    CHECK_FALSE(read_lookup(text, "x", 6));
  }
}

TEST_CASE("what adds a series is all that the lookup said, and what we say ourselves") {
  Placement const placement{.root_folder = "/tv/\"new\"",
                            .quality_profile = 4,
                            .tags = {7, 9},
                            .monitor = "firstSeason",
                            .series_type = "anime",
                            .search = false};

  CHECK(add_body(found(), placement) ==
        R"({"title":"Dark \u0026 Light","sortTitle":"dark light","status":"ended","year":2017,)"
        R"("seasons":[{"seasonNumber":1,"monitored":true}],"tvdbId":334824,)"
        R"("ratings":{"votes":12,"value":8.50},"newThing":[1e2,{"a":null}],)"
        R"("qualityProfileId":4,"rootFolderPath":"/tv/\"new\"","monitored":true,)"
        R"("seasonFolder":true,"seriesType":"anime","tags":[7,9],)"
        R"("addOptions":{"monitor":"firstSeason","searchForMissingEpisodes":false}})");
}

TEST_CASE("a language profile is ours for Sonarr 3, and the lookup's for all others") {
  auto const looked = found(R"({"tvdbId":334824,"languageProfileId":1})");
  Placement placement{.root_folder = "/tv", .quality_profile = 4, .season_folder = false};
  std::string const ours = R"("rootFolderPath":"/tv","monitored":true,"seasonFolder":false,)"
                           R"("seriesType":"standard","tags":[])";
  std::string const options = R"("addOptions":{"monitor":"all","searchForMissingEpisodes":true}})";

  CHECK(add_body(looked, placement) ==
        R"({"tvdbId":334824,"languageProfileId":1,"qualityProfileId":4,)" + ours + "," + options);
  placement.language_profile = 2;
  CHECK(add_body(looked, placement) == R"({"tvdbId":334824,"qualityProfileId":4,)" + ours +
                                           R"(,"languageProfileId":2,)" + options);
}

TEST_CASE("a series of which no episode is watched for is not monitored") {
  auto const body =
      add_body(found(R"({"tvdbId":334824})"), {.root_folder = "/", .monitor = "none"});
  CHECK(body.find(R"("monitored":false)") != std::string::npos);
}

TEST_CASE("a series that was added has a number") {
  CHECK(*read_added(R"({"title":"A","id":12,"seasons":[]})", "x") == 12);
  CHECK(read_added(R"({"title":"A"})", "x").error().kind == Failure::Kind::malformed);
  CHECK_FALSE(read_added("[]", "x"));
}

TEST_CASE("each form in which a Sonarr complains is understood") {
  std::vector<std::pair<std::string, std::string>> const cases = {
      {R"([{"propertyName":"QualityProfileId","errorMessage":"Quality Profile does not exist",
            "attemptedValue":99,"severity":"error","errorCode":"QualityProfileExistsValidator",
            "formattedMessageArguments":[],"formattedMessagePlaceholderValues":{"x":1}},
           {"propertyName":"","errorMessage":"Bad\r\nthing"}])",
       R"(QualityProfileId: "Quality Profile does not exist"; "Bad  thing")"},
      {R"({"message":"Sequence contains no elements","description":"at NzbDrone.Core..."})",
       R"("Sequence contains no elements")"},
      {R"({"error":"Unauthorized"})", R"("Unauthorized")"},
      {R"({"type":"https://tools.ietf.org/html/rfc7231","title":"Some errors","status":400,
           "errors":{"$.addOptions.monitor":["could not be converted","not at all"],"a":null}})",
       R"($.addOptions.monitor: "could not be converted"; $.addOptions.monitor: "not at all")"},
      {R"({"title":"Not Found","status":404})", R"("Not Found")"},
      {R"([{"propertyName":"A","errorMessage":"first"},{"propertyName":"B","errorM)",
       R"(A: "first")"},
      {R"([{"propertyName":null,"errorMessage":7}])", ""},
      {R"({"message":null})", ""},
      {"<html>", ""},
      {"", ""},
      {"7", ""},
  };
  for (auto const& each : cases) {
    CAPTURE(each.first);
    CHECK(all_said(read_complaints(each.first)) == each.second);
  }
}

TEST_CASE("that a series is there or is not known can be told from other complaints") {
  auto const exists = read_complaints(
      R"([{"propertyName":"TvdbId","errorMessage":"This series has already been added",
           "attemptedValue":1,"errorCode":"SeriesExistsValidator"},{"errorMessage":"other"}])");
  CHECK(says_exists(exists));
  CHECK_FALSE(says_not_found(exists));
  auto const unknown = read_complaints(
      R"([{"propertyName":"TvdbId",
           "errorMessage":"A series with this ID was not found. Path: /tv/x"}])");
  CHECK(says_not_found(unknown));
  CHECK_FALSE(says_exists(unknown));
  auto const other = read_complaints(
      R"([{"propertyName":"Path","errorMessage":"Path is already configured for a series",
           "errorCode":"SeriesPathValidator"}])");
  CHECK_FALSE(says_exists(other));
  CHECK_FALSE(says_not_found(other));
}

TEST_CASE("that a series is there is told by the code alone, in whatever language it is said") {
  CHECK(says_exists(read_complaints(
      R"([{"propertyName":"TvdbId","errorMessage":"Diese Serie wurde bereits aufgenommen",
           "errorCode":"SeriesExistsValidator"}])")));
  CHECK(says_exists(read_complaints(R"([{"errorMessage":"This series has already been added"}])")));
}

TEST_CASE("what a Sonarr says stays on one line and has an end") {
  CHECK(one_line("  a\nb\t\x1b[31m\xE2\x80\xAE c \xFF ") == "a b  [31m  c");
  CHECK(one_line(std::string(400, 'a')) == std::string(300, 'a') + "…");
  CHECK(one_line("ééé", 2) == "éé…");
}

}  // namespace sievarr::wire::arr
