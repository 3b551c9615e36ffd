#include <sievarr/wire/arr/sonarr_add.hpp>
#include <sievarr/wire/arr/sonarr_requests.hpp>
#include "described.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

/// Whatever is asked of a Sonarr stands in its own description of its API, where that lies beside
/// the checkout.
namespace sievarr::wire::arr {
namespace {

using test::complaints;
using test::descriptions;

Requests const asked_of(*value::Url::read("http://tower:8989"), value::Secret("key"), "api/v3");
SonarrRequests const asked_of_sonarr(asked_of);

Found const dark{.tvdb_id = 334824, .title = "Dark", .object = R"({
  "title":"Dark","sortTitle":"dark","status":"ended","ended":true,"overview":"Children vanish.",
  "network":"Netflix","airTime":"03:00","remotePoster":"https://example.com/p.jpg","year":2017,
  "images":[{"coverType":"poster","url":"/p.jpg","remoteUrl":"https://example.com/p.jpg"}],
  "originalLanguage":{"id":4,"name":"German"},"seasons":[{"seasonNumber":1,"monitored":true}],
  "qualityProfileId":0,"seasonFolder":false,"monitored":false,"monitorNewItems":"all",
  "useSceneNumbering":false,"runtime":53,"tvdbId":334824,"tvRageId":0,"tvMazeId":17861,
  "firstAired":"2017-12-01T00:00:00Z","seriesType":"standard","cleanTitle":"dark",
  "imdbId":"tt5753856","titleSlug":"dark","folder":"Dark","certification":"TV-MA",
  "genres":["Crime"],"tags":[],"added":"0001-01-01T00:00:00Z",
  "ratings":{"votes":0,"value":0.0},"languageProfileId":0})"};

}  // namespace

TEST_CASE("every request fits the official description of the API") {
  std::vector<Request> all = {asked_of.status(),
                              asked_of.root_folders(),
                              asked_of.quality_profiles(),
                              asked_of_sonarr.language_profiles(),
                              asked_of.tags(),
                              asked_of_sonarr.series(),
                              asked_of.exclusions(sonarr_exclusions),
                              asked_of.exclusions(sonarr_exclusions, 3, 1000),
                              asked_of_sonarr.look_up(334824),
                              asked_of.create_tag("auto")};
  for (auto const* monitor :
       {"all", "future", "missing", "existing", "firstSeason", "lastSeason", "latestSeason",
        "pilot", "recent", "monitorSpecials", "unmonitorSpecials", "none"})
    for (auto const* type : {"standard", "daily", "anime"})
      all.push_back(asked_of_sonarr.add(add_body(dark, {.root_folder = "/tv",
                                                        .quality_profile = 4,
                                                        .language_profile = 1,
                                                        .tags = {1, 2},
                                                        .monitor = monitor,
                                                        .series_type = type})));
  for (auto const& api : descriptions()) {
    for (auto const& request : all) {
      CAPTURE(request.target);
      CAPTURE(request.body);
      CHECK(complaints(api, request) == std::vector<std::string>{});
    }
  }
}

TEST_CASE("a request that does not fit the description is found out") {
  for (auto const& api : descriptions()) {
    auto twisted = dark;
    twisted.object = R"({"year":"2017","images":[{"x":1}],"newThing":1,"genres":7,"ended":null})";
    CHECK(complaints(api, asked_of_sonarr.add(add_body(twisted, {.monitor = "often"}))) ==
          std::vector<std::string>{"$.year must be a integer", "$.images[] has no x",
                                   "$ has no newThing", "$.genres must be a list",
                                   "$.ended may not be null",
                                   "$.addOptions.monitor has no word often"});
    auto odd = asked_of.exclusions(sonarr_exclusions, 1, 2);
    odd.target += "&colour=red";
    CHECK(complaints(api, odd) == std::vector<std::string>{"no parameter colour"});
    odd.target = "http://tower:8989/api/v3/serie";
    CHECK(complaints(api, odd).size() == 1);
  }
}

}  // namespace sievarr::wire::arr
