#include "service/arr/client.hpp"
#include "../../support/fake_clock.hpp"
#include "../../support/recorded.hpp"
#include "shared.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <deque>
#include <set>
#include <string>
#include <utility>
#include <vector>

/// What all servers of the family answer in the same way, tried with kinds other than Sonarr.
namespace sievarr::arr {
namespace {

using Answers = std::deque<Outcome<wire::Response>>;
using Pages = ArrClient::Pages;
using wire::arr::Named;
using wire::arr::RootFolder;

constexpr wire::arr::ExclusionList of_movies{.path = "exclusions", .id = "tmdbId"};

wire::Response answered(std::string body, int status = 200) {
  return {.status = status,
          .headers = {{"Content-Type", "application/json; charset=utf-8"}},
          .body = std::move(body)};
}

ServerEntry films_server() {
  return {.kind = kind_of(reflect::Of<config::Radarr>{}),
          .name = "films",
          .url = *value::Url::read("http://tower:7878"),
          .api_key = value::Secret("k3y")};
}

/// A server that answers as it was told to.
struct Films {
  explicit Films(Answers all, ServerEntry server = films_server())
      : recorded(std::move(all)), client(recorded, std::move(server), clock) {}

  /// "GET system/status GET rootfolder"
  std::string asked() const {
    std::string all;
    for (auto const& request : recorded.asked)
      all += (all.empty() ? "" : " ") + std::string(wire::verb(request.method)) + " " +
             request.target.substr(request.target.find("/api/v") + 8);
    return all;
  }

  test::FakeClock clock;
  test::Recorded recorded;
  ArrClient client;
};

std::string outcome_of(Outcome<Checked<ArrClient::Reached>> const& answer) {
  if (!answer) return "failure: " + answer.error().told();
  return *answer ? (*answer)->status.version : to_text((*answer).error().front());
}

}  // namespace

TEST_CASE("a server says who it is in one question, below the API of its kind") {
  Films films({answered(R"({"appName":"Radarr","version":"6.0.4.10291","urlBase":""})")});
  CHECK(outcome_of(films.client.check("radarr")) == "6.0.4.10291");
  CHECK(films.recorded.asked.front().target == "http://tower:7878/api/v3/system/status");

  auto server = films_server();
  server.kind = kind_of(reflect::Of<config::Prowlarr>{});
  Films indexers({answered(R"({"appName":"Prowlarr","version":"2.3.6.1"})")}, server);
  CHECK(outcome_of(indexers.client.check("prowlarr")) == "2.3.6.1");
  CHECK(indexers.recorded.asked.front().target == "http://tower:7878/api/v1/system/status");
}

TEST_CASE("only a kind that says so is ever too old") {
  Films films({answered(R"({"appName":"Radarr","version":"2.0.0.1"})")});
  CHECK(outcome_of(films.client.check("radarr")) == "2.0.0.1");

  auto server = films_server();
  server.kind = kind_of(reflect::Of<config::Sonarr>{});
  Films series({answered(R"({"appName":"Sonarr","version":"2.0.0.1"})")}, server);
  CHECK(outcome_of(series.client.check("sonarr")) ==
        "sonarr.url: expected Sonarr 3 or newer at http://tower:7878, got \"2.0.0.1\"; update that "
        "Sonarr");
}

TEST_CASE("a look at a server passes where it is of its kind, and says why it does not") {
  Films films({answered(R"({"appName":"Radarr","version":"6.0.4.10291"})"),
               answered(R"({"appName":"Sonarr","version":"4.0.19.2979"})"), answered("{}", 503)});
  CHECK(films.client.ping());
  CHECK(films.client.ping().error() ==
        Failure{.kind = Failure::Kind::refused,
                .text = "expected a Radarr at http://tower:7878, got \"Sonarr\" \"4.0.19.2979\""});
  CHECK(films.client.ping().error().kind == Failure::Kind::broken);
  CHECK(films.recorded.asked.size() == 3);
}

TEST_CASE("a Radarr and both Whisparrs have folders, profiles and tags as a Sonarr has them") {
  for (std::string const kind : {"radarr", "whisparr2", "whisparr3", "sonarr"}) {
    CAPTURE(kind);
    auto const recorded = [&](std::string const& what) {
      return test::read_shared("arr/real/" + kind + "." + what + ".json");
    };
    auto const status = recorded("system.status");
    if (!status) return;
    Films world({answered(*status), answered(*recorded("rootfolder")),
                 answered(*recorded("qualityprofile")), answered(*recorded("tag"))});
    auto const who = wire::arr::read_status(*status, "status");
    REQUIRE(who);
    static_cast<void>(world.client.check(kind));

    auto const stock = world.client.take_stock(*who);

    REQUIRE(stock);
    CHECK(world.asked() == "GET system/status GET rootfolder GET qualityprofile GET tag");
    CHECK(stock->version == who->version);
    CHECK(stock->major > 1);
    CHECK(stock->root_folders.size() > 0);
    CHECK(stock->root_folders.front().free_bytes);
    CHECK(find_named(stock->quality_profiles, target::NameOrNumber("Any")) != nullptr);
  }
}

TEST_CASE("what is missing of a stock is the failure of the whole") {
  wire::arr::Status const status{.app_name = "Radarr", .version = "6.0.4"};
  Answers const all{answered(R"([{"id":1,"path":"/films","freeSpace":5}])"),
                    answered(R"([{"id":1,"name":"Any"}])"),
                    answered(R"([{"id":2,"label":"auto"}])")};
  for (std::size_t nth = 0; nth < all.size(); ++nth) {
    auto answers = all;
    answers[nth] = answered("{}", 500);
    Films world(answers);
    CHECK(world.client.take_stock(status).error().kind == Failure::Kind::broken);
    CHECK(world.recorded.asked.size() == nth + 1);
  }
  CHECK(*Films(all).client.take_stock(status) ==
        Stock{.version = "6.0.4",
              .major = 6,
              .root_folders = {{.id = 1, .path = "/films", .free_bytes = 5}},
              .quality_profiles = {{1, "Any"}},
              .tags = {{2, "auto"}}});
}

TEST_CASE("a tag that is refused and there all the same is as good as a new one") {
  auto const refusal =
      answered(R"([{"propertyName":"Label","errorMessage":"Allowed characters"}])", 400);
  Films world({refusal, answered(R"([{"id":7,"label":"my tag"}])"), refusal, answered("[]"),
               answered(R"({"id":8,"label":"auto"})", 201)});

  CHECK(*world.client.create_tag("My Tag") == Named{7, "my tag"});
  auto const refused = world.client.create_tag("My Tag");
  CHECK(refused.error().text.starts_with("the tag \"My Tag\" cannot be created: "));
  CHECK(refused.error().text.find("Allowed characters") != std::string::npos);
  CHECK(refused.error().hint ==
        "nothing was sent; change the tag in the config, or create it in that Radarr");
  CHECK(*world.client.create_tag("auto") == Named{8, "auto"});
  CHECK(world.asked() == "POST tag GET tag POST tag GET tag POST tag");
}

TEST_CASE("exclusions of movies are read page by page, with their own numbers") {
  Films world({answered(R"({"totalRecords":3,"records":[{"tmdbId":603},{"tmdbId":604}]})"),
               answered(R"({"totalRecords":3,"records":[{"tmdbId":605,"tvdbId":1}]})")});

  CHECK(*world.client.exclusions(of_movies, Pages::maybe) == std::set<std::int64_t>{603, 604, 605});
  CHECK(world.asked() ==
        "GET exclusions/paged?page=1&pageSize=1000&sortKey=id&sortDirection=ascending "
        "GET exclusions/paged?page=2&pageSize=1000&sortKey=id&sortDirection=ascending");
}

TEST_CASE("a server without pages of exclusions is asked for all of them at once") {
  for (int const status : {404, 405}) {
    Films world({answered("{}", status), answered(R"([{"tmdbId":603}])")});
    CHECK(*world.client.exclusions(of_movies, Pages::maybe) == std::set<std::int64_t>{603});
    CHECK(world.asked().ends_with(" GET exclusions"));
  }
  Films known({answered(R"([{"tmdbId":603}])")});
  CHECK(*known.client.exclusions(of_movies, Pages::none) == std::set<std::int64_t>{603});
  CHECK(known.asked() == "GET exclusions");

  Films lost({answered(R"({"totalRecords":2,"records":[{"tmdbId":603}]})"), answered("{}", 404)});
  CHECK_FALSE(lost.client.exclusions(of_movies, Pages::maybe));
}

}  // namespace sievarr::arr
