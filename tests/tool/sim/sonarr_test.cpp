#include "running.hpp"

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sievarr::sim {
namespace {

using test::length_of;
using test::Running;
using test::value_in;

constexpr std::int64_t severance = 371980;

/// A world of one show that Sonarr's metadata service knows, and a Sonarr of that version.
class Instance : public Running {
 public:
  explicit Instance(std::string version = "4.0.19.2979", std::size_t series = 0)
      : Running(options(std::move(version), series)) {
    world().put({.id = 44933, .title = "Severance", .tvdb_id = severance, .status = "Running"});
  }

  wire::Response ask(std::string_view path) { return said(ask_sonarr(path)); }
  wire::Response post(std::string body) { return said(ask_sonarr("/series", std::move(body))); }
  wire::Response raw(wire::Request request) {
    request.target.insert(0, sim().sonarr_address());
    return said(send(request));
  }

 private:
  static Options options(std::string version, std::size_t series) {
    return {.world = {.shows = 3},
            .sonarrs = {{.shelf = {.version = std::move(version)}, .series = series}}};
  }
  static wire::Response said(Outcome<wire::Response> outcome) {
    REQUIRE(outcome);
    return *std::move(outcome);
  }
};

/// A body that Sonarr takes, with one of its members in other words, or without it.
std::string body(std::string_view key = {}, std::string_view value = {}) {
  std::vector<std::pair<std::string, std::string>> members = {
      {"title", R"("Severance")"},
      {"tvdbId", "371980"},
      {"qualityProfileId", "4"},
      {"languageProfileId", "2"},
      {"rootFolderPath", R"("/tv")"},
      {"monitored", "true"},
      {"seasonFolder", "true"},
      {"seriesType", R"("anime")"},
      {"tags", "[1]"},
      {"seasons", R"([{"seasonNumber":1,"monitored":true}])"},
      {"addOptions", R"({"monitor":"firstSeason","searchForMissingEpisodes":true})"},
      {"somethingNew", R"({"a":[1]})"}};
  std::string text;
  for (auto& [name, given] : members) {
    if (name == key) given = value;
    if (given.empty()) continue;
    text.append(text.empty() ? "{" : ",").append("\"").append(name).append("\":").append(given);
  }
  return text + "}";
}

}  // namespace

TEST_CASE("a simulated Sonarr tells its version, whichever it is") {
  for (std::string const version : {"3.0.10.1567", "4.0.19.2979", "5.0.0.1234"}) {
    Instance instance(version);
    auto const status = instance.ask("/system/status");
    CHECK(status.status == 200);
    CHECK(wire::content_type(status.headers) == "application/json");
    CHECK(value_in(status.body, "version") == version);
    CHECK(value_in(status.body, "appName") == "Sonarr");
  }
}

TEST_CASE("folders, profiles, tags and exclusions are listed") {
  Instance instance;
  instance.sonarr().change([](Shelf& shelf) {
    shelf.root_folders.front().free_space = 12345;
    for (std::int64_t number = 1; number <= 25; ++number) shelf.excluded.insert(number);
  });

  CHECK(value_in(instance.ask("/rootfolder").body, "path") == "/tv");
  CHECK(value_in(instance.ask("/rootfolder").body, "freeSpace") == "12345");
  CHECK(length_of(instance.ask("/qualityprofile").body) == 3);
  CHECK(value_in(instance.ask("/tag").body, "label") == "auto-sync");
  CHECK(length_of(instance.ask("/importlistexclusion").body) == 25);
  auto const second = instance.ask("/importlistexclusion/paged?page=2&pageSize=20").body;
  CHECK(value_in(second, "totalRecords") == "25");
  auto const read = document::read_json(second, "answer");
  CHECK(document::sequence(*document::find(read.value, "records"))->size() == 5);
  CHECK(instance.ask("/importlistexclusion/paged?page=999999999999999999").status == 200);
  CHECK(value_in(instance.ask("/languageprofile").body, "name") == "Deprecated");
}

TEST_CASE("version 3 has language profiles and no pages of exclusions") {
  Instance instance("3.0.10.1567");

  CHECK(length_of(instance.ask("/languageprofile").body) == 2);
  CHECK(instance.ask("/importlistexclusion").status == 200);
  CHECK(instance.ask("/importlistexclusion/paged").status == 404);
}

TEST_CASE("a lookup finds what the metadata service knows, and what is in the library") {
  Instance instance;
  auto const found = instance.ask("/series/lookup?term=tvdb%3A371980");
  CHECK(found.status == 200);
  CHECK(value_in(found.body, "title") == "Severance");
  CHECK(value_in(found.body, "id").empty());
  CHECK(value_in(found.body, "tvdbId") == "371980");
  CHECK(instance.ask("/series/lookup?term=tvdb:1").body == "[]");
  CHECK(instance.ask("/series/lookup?term=tvdb:").body == "[]");
  CHECK(value_in(instance.ask("/series/lookup?term=sever").body, "title") == "Severance");

  instance.sonarr().add_elsewhere(severance);
  CHECK(value_in(instance.ask("/series/lookup?term=tvdb:371980").body, "id") == "1");
  instance.sonarr().remove(severance);
  CHECK(value_in(instance.ask("/series/lookup?term=tvdb:371980").body, "id").empty());

  instance.sonarr().change([](Shelf& shelf) { shelf.surplus = R"("newer":{"a":1})"; });
  CHECK(instance.ask("/series/lookup?term=tvdb:371980").body.ends_with(R"(,"newer":{"a":1}}])"));
  instance.sonarr().change([](Shelf& shelf) { shelf.unknown.insert(severance); });
  CHECK(instance.ask("/series/lookup?term=tvdb:371980").body == "[]");
  instance.sonarr().change([](Shelf& shelf) { shelf.metadata = Shelf::Metadata::down; });
  CHECK(instance.ask("/series/lookup?term=tvdb:371980").status == 503);
}

TEST_CASE("a series that is posted is added as it was asked, once") {
  Instance instance;
  auto const added = instance.post(body());
  CHECK(added.status == 201);
  CHECK(value_in(added.body, "id") == "1");
  CHECK(value_in(added.body, "path") == "/tv/Severance");
  CHECK(wire::header(added.headers, "Location") == "/api/v3/series/1");
  REQUIRE(instance.sonarr().holds(severance));
  auto const shelf = instance.sonarr().shelf();
  auto const& series = shelf.series.front();
  CHECK(series.quality_profile == 4);
  CHECK(series.monitor == "firstSeason");
  CHECK(series.series_type == "anime");
  CHECK(series.search);
  CHECK(series.tags == std::set<std::int64_t>{1});

  auto const again = instance.post(body());
  CHECK(again.status == 400);
  CHECK(value_in(again.body, "errorCode") == "SeriesExistsValidator");
  CHECK(value_in(again.body, "errorMessage") == "This series has already been added");
  CHECK(instance.sonarr().posts() ==
        std::map<std::int64_t, Posts>{{severance, {.heard = 2, .carried_out = 1}}});
  CHECK(length_of(instance.ask("/series").body) == 1);
  CHECK(length_of(instance.ask("/series?tvdbId=371980").body) == 1);
  CHECK(instance.ask("/series?tvdbId=5").body == "[]");
  CHECK(value_in(instance.ask("/series/1").body, "title") == "Severance");
  CHECK(instance.ask("/series/9").status == 404);
  CHECK(instance.sonarr().calls().all(Kind::add).front().request.body == body());
}

TEST_CASE("a looked-up series can be posted as it came, with what is asked for added") {
  for (std::string const version : {"3.0.10.1567", "4.0.19.2979"}) {
    Instance instance(version);
    auto text = instance.ask("/series/lookup?term=tvdb:371980").body;
    text = text.substr(1, text.size() - 2);
    for (auto const* key : {"qualityProfileId", "languageProfileId"}) {
      auto const at = text.find(std::string(key) + "\":0");
      REQUIRE(at != std::string::npos);
      text.replace(at + std::string(key).size() + 2, 1, "1");
    }
    text.replace(text.size() - 1, 1,
                 R"(,"rootFolderPath":"/anime/","addOptions":{"monitor":"all"}})");
    auto const added = instance.post(text);
    CHECK(added.status == 201);
    CHECK(value_in(added.body, "path") == "/anime/Severance");
  }
}

TEST_CASE("what is wrong with a posted series is told in a list") {
  struct Case {
    char const* key;
    char const* value;
    char const* property;
    char const* message;
    char const* code;
  };
  for (auto const& [key, value, property, message, code] :
       {Case{"title", R"("")", "Title", "'Title' must not be empty.", "NotEmptyValidator"},
        Case{"title", "", "Title", "'Title' must not be empty.", "NotEmptyValidator"},
        Case{"tvdbId", "0", "TvdbId", "'Tvdb Id' must be greater than '0'.",
             "GreaterThanValidator"},
        Case{"qualityProfileId", "9", "QualityProfileId", "Quality Profile does not exist",
             "QualityProfileExistsValidator"},
        Case{"qualityProfileId", "", "QualityProfileId",
             "'Quality Profile Id' must be greater than '0'.", "GreaterThanValidator"},
        Case{"rootFolderPath", R"("/nowhere")", "RootFolderPath",
             "Root folder '/nowhere' does not exist", "RootFolderExistsValidator"},
        Case{"rootFolderPath", "", "RootFolderPath", "Invalid Path: ''", "PathValidator"},
        Case{"tags", "[1,7]", "Tags", "Tag 7 does not exist", "TagExistsValidator"},
        Case{"tvdbId", "999", "TvdbId", "A series with this ID was not found. ", ""}}) {
    Instance instance;
    auto const& with_key = key;
    CAPTURE(with_key);
    auto const refused = instance.post(body(key, value));
    CHECK(refused.status == 400);
    CHECK(length_of(refused.body) == 1);
    CHECK(value_in(refused.body, "propertyName") == property);
    CHECK(value_in(refused.body, "errorMessage") == message);
    CHECK(value_in(refused.body, "errorCode") == code);
    CHECK(value_in(refused.body, "severity") == "error");
    CHECK_FALSE(instance.sonarr().holds(severance));
  }
  Instance third("3.0.10.1567");
  CHECK(value_in(third.post(body("languageProfileId", "")).body, "propertyName") ==
        "LanguageProfileId");
}

TEST_CASE("values of a wrong type are no series") {
  struct Case {
    char const* key;
    char const* value;
  };
  for (auto const& [key, value] :
       {Case{"tvdbId", R"("371980")"}, Case{"tvdbId", "1.5"}, Case{"tvdbId", "null"},
        Case{"tvdbId", "99999999999"}, Case{"title", "5"}, Case{"monitored", R"("true")"},
        Case{"monitored", "1"}, Case{"tags", R"(["auto-sync"])"}, Case{"tags", "1"},
        Case{"seriesType", R"("weekly")"}, Case{"seriesType", R"("standard daily")"},
        Case{"addOptions", R"({"monitor":"some"})"}, Case{"addOptions", "[]"},
        Case{"addOptions", R"({"searchForMissingEpisodes":"yes"})"}, Case{"seasons", "[1]"},
        Case{"seasons", R"([{"seasonNumber":"1"}])"}}) {
    Instance instance;
    auto const& with_key = key;
    CAPTURE(with_key);
    auto const& with_value = value;
    CAPTURE(with_value);
    auto const refused = instance.post(body(key, value));
    CHECK(refused.status == 400);
    CHECK(wire::content_type(refused.headers) == "application/problem+json");
    CHECK(refused.body.find("$." + std::string(key)) != std::string::npos);
    CHECK_FALSE(instance.sonarr().holds(severance));
  }
  Instance instance;
  for (auto const* text : {"[", "[]", "5", "{\"tvdbId\":371980"})
    CHECK(instance.post(text).status == 400);
}

TEST_CASE("version 3 does not know the words that came later") {
  auto const asking = [](std::string const& monitor) {
    return body("addOptions", R"({"monitor":")" + monitor + R"("})");
  };
  Instance third("3.0.10.1567");
  for (auto const* word : {"lastSeason", "recent", "monitorSpecials"})
    CHECK(third.post(asking(word)).status == 400);
  CHECK(third.post(asking("latestSeason")).status == 201);
  CHECK(Instance().post(asking("lastSeason")).status == 201);
}

TEST_CASE("a tag can be made, and the same one is made once") {
  Instance instance;
  auto const made = [&](std::string text) { return *instance.ask_sonarr("/tag", std::move(text)); };
  CHECK(made(R"({"label":"New"})").body == R"({"label":"new","id":2})");
  CHECK(made(R"({"label":"new"})").status == 201);
  CHECK(instance.sonarr().shelf().tags.size() == 2);
  CHECK(made(R"({"label":""})").status == 400);
  CHECK(made(R"({"label":5})").status == 400);
  CHECK(made("[").status == 400);
}

TEST_CASE("a tag in another spelling is a conflict, and version 5 takes few letters") {
  Instance fourth;
  auto const label = [](Instance& instance, std::string const& text) {
    return *instance.ask_sonarr("/tag", R"({"label":")" + text + R"("})");
  };
  CHECK(label(fourth, "My Tag").body == R"({"label":"my tag","id":2})");
  CHECK(label(fourth, "my tag").status == 201);
  CHECK(label(fourth, "My Tag").status == 409);
  Instance fifth("5.0.0.1");
  CHECK(label(fifth, "so-far-2").status == 201);
  auto const refused = label(fifth, "my tag");
  CHECK(refused.status == 400);
  CHECK(value_in(refused.body, "errorMessage") == "Allowed characters a-z, 0-9 and -");
}

TEST_CASE("a wrong key is refused as each version does") {
  Instance fourth;
  auto const none = fourth.raw({.target = "/api/v3/series"});
  CHECK(none.status == 401);
  CHECK(none.body.empty());
  Instance third("3.0.10.1567");
  auto const wrong = third.raw({.target = "/api/v3/series", .headers = {{"X-Api-Key", "wrong"}}});
  CHECK(wrong.status == 401);
  CHECK(wrong.body == R"({"error":"Unauthorized"})");
  CHECK(fourth.raw({.target = "/ping"}).body == R"({"status":"OK"})");
}

TEST_CASE("a missing URL base leads to it, and a path of its pages is a page") {
  Instance instance;
  CHECK(wire::content_type(instance.raw({.target = "/sonarr/api/v3/series"}).headers) ==
        "text/html");
  CHECK(instance.raw({.target = "/nonsense"}).status == 200);
  CHECK(instance.ask("/nonsense").status == 404);

  auto const without = instance.sim().sonarr_address();
  instance.sonarr().change([](Shelf& shelf) { shelf.url_base = "/sonarr"; });
  CHECK(instance.sim().sonarr_address() == without + "/sonarr");
  CHECK(instance.ask("/system/status").status == 200);
  auto const sent = instance.sonarr().respond({.request = {.target = "/api/v3/system/status?a=b"}});
  CHECK(sent.response.status == 307);
  CHECK(wire::header(sent.response.headers, "Location") == "/sonarr/api/v3/system/status?a=b");
  CHECK(instance.sonarr().respond({.request = {.target = "/sonarrr/api"}}).response.status == 307);
}

TEST_CASE("what is posted has to say that it is JSON") {
  for (auto const& [version, status] :
       {std::pair{"4.0.19.2979", 415}, std::pair{"3.0.10.1567", 201}}) {
    Instance instance(version);
    wire::Request const request{.method = wire::Method::post,
                                .target = "/api/v3/series",
                                .headers = {{"X-Api-Key", instance.sim().api_key()}},
                                .body = body()};
    CHECK(instance.raw(request).status == status);
    CHECK(instance.sonarr().holds(severance) == (status == 201));
  }
}

TEST_CASE("paths and numbers that make no sense are not there") {
  Instance instance("4.0.19.2979", 2);
  for (auto const* path : {"/series/0", "/series/-1", "/series/99999999999999999999", "/series/a",
                           "/series/1/2", "/tags", "/"}) {
    CAPTURE(path);
    CHECK(instance.ask(path).status == 404);
  }
  CHECK(instance.ask_sonarr("/rootfolder", "{}")->status == 405);
  CHECK(instance.ask_sonarr("/series/1", "{}")->status == 405);
}

TEST_CASE("a server that is starting says so to everybody") {
  Instance instance;
  instance.sonarr().change([](Shelf& shelf) { shelf.stage = Shelf::Stage::starting; });

  CHECK(instance.ask("/system/status").status == 503);
  CHECK(instance.raw({.target = "/api/v3/series"}).status == 503);
}

TEST_CASE("without its metadata service nothing is added") {
  Instance instance;
  instance.sonarr().change([](Shelf& shelf) { shelf.metadata = Shelf::Metadata::down; });

  CHECK(instance.post(body()).status == 500);
  CHECK_FALSE(instance.sonarr().holds(severance));
}

TEST_CASE("an answer can be lost after the series was added") {
  Instance instance;
  instance.sonarr().faults().inject({.harm = Lost{}, .kind = Kind::add});
  CHECK_FALSE(instance.ask_sonarr("/series", body()));

  CHECK(instance.sonarr().holds(severance));
  CHECK(instance.sonarr().posts().at(severance) == Posts{.heard = 1, .carried_out = 1});
  CHECK(instance.sonarr().calls().all(Kind::add).front().status == 0);
}

TEST_CASE("a request can be lost before anything was done, or refused by what stands before") {
  for (Harm const& harm : {Harm{Unheard{}}, Harm{Says{.status = 502}}, Harm{Says{.status = 401}}}) {
    Instance instance;
    instance.sonarr().faults().inject({.harm = harm, .kind = Kind::add});
    auto const answer = instance.ask_sonarr("/series", body());
    CHECK((!answer || answer->status >= 400));
    CHECK_FALSE(instance.sonarr().holds(severance));
    CHECK(instance.sonarr().posts().at(severance) == Posts{.heard = 1, .carried_out = 0});
    CHECK(instance.post(body()).status == 201);
  }
}

TEST_CASE("somebody else can be faster, before a series is posted or while it is") {
  Instance before;
  before.sonarr().faults().inject(
      {.harm = Meanwhile{[&] { before.sonarr().add_elsewhere(severance); }}, .kind = Kind::add});
  CHECK(value_in(before.post(body()).body, "errorCode") == "SeriesExistsValidator");

  Instance during;
  during.sonarr().faults().inject({.harm = Overtaken{}, .kind = Kind::add});
  auto const race = during.post(body());
  CHECK(race.status == 409);
  CHECK(value_in(race.body, "message").find("UNIQUE constraint failed") != std::string::npos);
  CHECK(during.sonarr().holds(severance));
  CHECK(during.sonarr().posts().at(severance).carried_out == 0);
}

TEST_CASE("a key can be revoked, and a series deleted, in the middle of things") {
  Instance instance;
  CHECK(instance.post(body()).status == 201);
  instance.sonarr().faults().inject({.harm = Meanwhile{[&] {
                                       instance.sonarr().change(
                                           [](Shelf& shelf) { shelf.api_key = "new"; });
                                     }},
                                     .first = 2});
  auto const old = instance.sim().api_key();
  auto const ask = [&] {
    return instance.raw({.target = "/api/v3/series", .headers = {{"X-Api-Key", old}}}).status;
  };
  CHECK(ask() == 200);
  CHECK(ask() == 401);
  wire::Request const drop{.method = wire::Method::delete_,
                           .target = "/api/v3/series/1",
                           .headers = {{"X-Api-Key", "new"}}};
  CHECK(instance.raw(drop).status == 200);
  CHECK(instance.raw(drop).status == 404);
  CHECK_FALSE(instance.sonarr().holds(severance));
}

TEST_CASE("a library can be large") {
  Instance instance("4.0.19.2979", 3000);
  auto const list = instance.sonarr().respond(
      {.request = {.target = "/api/v3/series",
                   .headers = {{"X-Api-Key", instance.sim().api_key()}}}});

  CHECK(length_of(list.response.body) == 3000);
  CHECK(list.response.body.size() > 3000 * 1500);
}

TEST_CASE("a server that is stopped is not there") {
  Instance instance;
  instance.sim().stop_sonarr();

  auto const nothing = instance.ask_sonarr("/system/status");
  REQUIRE_FALSE(nothing);
  CHECK(nothing.error().kind == Failure::Kind::unreachable);
}

}  // namespace sievarr::sim
