#include "service/arr/sonarr.hpp"
#include "../../support/fake_clock.hpp"
#include "../../support/recorded.hpp"
#include "../../support/stand_in.hpp"
#include "net/curl_transport.hpp"
#include "net/polite.hpp"
#include "service/arr/transport.hpp"

#include <sievarr/config/instance_target.hpp>

#include <doctest/doctest.h>

#include <malloc.h>

#include <algorithm>
#include <cstddef>
#include <deque>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

namespace sievarr::arr {
namespace {

using target::NameOrNumber;
using Kind = Failure::Kind;
using Answers = std::deque<Outcome<wire::Response>>;
using Messages = std::vector<std::string>;

wire::Response json(std::string body, int status = 200) {
  return {.status = status,
          .headers = {{"Content-Type", "application/json; charset=utf-8"}},
          .body = std::move(body)};
}

wire::Response html(int status = 200) {
  return {.status = status,
          .headers = {{"Content-Type", "text/html; charset=utf-8"}},
          .body = "<!DOCTYPE html><title>Sonarr</title>"};
}

wire::Response bare(int status) { return {.status = status}; }

std::string const folders = R"([{"id":1,"path":"/tv","accessible":true,"freeSpace":500}])";
std::string const profiles = R"([{"id":1,"name":"Any","items":[]},{"id":4,"name":"HD-1080p"}])";
std::string const languages = R"([{"id":1,"name":"English"}])";
std::string const tags = R"([{"id":7,"label":"auto"}])";
std::string const looked_up = R"({"title":"Dark","tvdbId":334824,"year":2017,"tags":[]})";

wire::Response version(std::string const& number, std::string const& base = "") {
  return json(R"({"appName":"Sonarr","version":")" + number + R"(","urlBase":")" + base + R"("})");
}

/// What a Sonarr of that version answers when it is asked what it has.
Answers answers(std::string const& number = "4.0.19.2979", Answers more = {}) {
  Answers all{version(number), json(folders), json(profiles), json(tags)};
  if (number[0] == '3') all.push_back(json(languages));
  all.insert(all.end(), more.begin(), more.end());
  return all;
}

config::Sonarr instance() {
  config::Sonarr made;
  made.server.name = "main";
  made.server.url = *value::Url::read("http://tower:8989");
  made.server.api_key = value::Secret("k3y");
  made.root_folder = NameOrNumber("/tv");
  made.quality_profile = NameOrNumber("HD-1080p");
  return made;
}

/// A Sonarr that answers as it was told to.
struct World {
  explicit World(Answers all, config::Sonarr configured = instance())
      : config(std::move(configured)), recorded(std::move(all)), sonarr(recorded, config, clock) {}

  Outcome<Checked<Ready>> validate() {
    return sonarr.validate({{.route = config::route_of(config), .path = "sonarr"}});
  }

  /// What a person has to change, or why that is not known.
  Messages complaints() {
    auto const answer = validate();
    if (!answer) return {"failure: " + answer.error().text + "; " + answer.error().hint};
    Messages all;
    for (auto const& problem : *answer ? (*answer)->warnings : answer->error())
      all.push_back(to_text(problem));
    return all;
  }

  Result<Addition, AddFailure> add() {
    Found const found{.tvdb_id = 334824, .title = "Dark", .object = looked_up};
    return sonarr.add(found, config::route_of(config));
  }

  /// "GET system/status GET rootfolder"
  std::string asked() const {
    std::string all;
    for (auto const& request : recorded.asked)
      all += (all.empty() ? "" : " ") + std::string(wire::verb(request.method)) + " " +
             request.target.substr(request.target.find("/api/v3/") + 8);
    return all;
  }

  config::Sonarr config;
  test::FakeClock clock;
  test::Recorded recorded;
  SonarrApi sonarr;
};

/// What came of an addition, in words.
std::string told(Result<Addition, AddFailure> const& outcome) {
  if (!outcome) {
    auto const& [failure, sent] = outcome.error();
    return "failure: " + failure.text + "; " + failure.hint;
  }
  if (auto const* added = std::get_if<Added>(&*outcome))
    return "added " + std::to_string(added->series_id);
  if (auto const* missing = std::get_if<NotFound>(&*outcome)) return "not found: " + missing->words;
  if (auto const* refused = std::get_if<Refused>(&*outcome)) return "refused: " + refused->words;
  return "exists";
}

/// A list of series that is as long as one likes and never there as a whole.
class LongList final : public net::Transport {
 public:
  explicit LongList(std::size_t count) : count_(count) {}

  Outcome<wire::Response> stream(wire::Request const&, net::Sink& sink) override {
    auto const before = mallinfo2().uordblks;
    sink.begin();
    std::string const rest = R"(,"overview":")" + std::string(3'000, 'x') + R"("})";
    for (std::size_t at = 1; at <= count_; ++at) {
      auto const number = std::to_string(at);
      sink.take((at == 1 ? "[" : ",") + (R"({"id":)" + number) + R"(,"tvdbId":)" +
                std::to_string(at + 70'000) + R"(,"title":"Show )" + number + '"' + rest);
      if (at % 100 == 0) most = std::max(most, mallinfo2().uordblks - before);
    }
    sink.take("]");
    return json("");
  }

  std::size_t most = 0;

 private:
  std::size_t count_;
};

}  // namespace

TEST_CASE("an instance that has all that is wanted of it is ready, in four questions") {
  World world(answers());

  auto const ready = world.validate();

  REQUIRE(ready);
  REQUIRE(*ready);
  CHECK((*ready)->warnings.empty());
  CHECK((*ready)->stock.version == "4.0.19.2979");
  CHECK((*ready)->stock.quality_profiles.size() == 2);
  CHECK(world.asked() == "GET system/status GET rootfolder GET qualityprofile GET tag");
  for (auto const& request : world.recorded.asked)
    CHECK(*wire::header(request.headers, "X-Api-Key") == "k3y");
}

TEST_CASE("only Sonarr 3 is asked for language profiles, the others never") {
  auto config = instance();
  config.language_profile = NameOrNumber("english");
  World three(answers("3.0.10.1567"), config);
  CHECK(three.complaints() == Messages{});
  CHECK(three.asked().ends_with("GET languageprofile"));

  World five(answers("5.0.0.1"), config);
  CHECK(five.complaints() == Messages{"warning: sonarr.language_profile: is ignored, \"main\" is "
                                      "Sonarr 5, which has no language profiles; leave it out"});
  CHECK(five.asked().find("languageprofile") == std::string::npos);
}

TEST_CASE("whatever an instance does not have is told at once") {
  auto config = instance();
  config.root_folder = NameOrNumber("/series");
  config.quality_profile = NameOrNumber("HD-1080");
  config.tags = {NameOrNumber("manual")};
  World world(answers(), config);

  CHECK(world.complaints() ==
        Messages{R"(sonarr.root_folder: "main" has no root folder "/series"; available: "/tv" (1))",
                 R"(sonarr.quality_profile: "main" has no quality profile "HD-1080", did you mean )"
                 R"("HD-1080p"?; available: "Any" (1) and "HD-1080p" (4))",
                 R"(sonarr.tags: "main" has no tag "manual"; available: "auto" (7); )"
                 R"(create_tags: true would create it)"});
}

TEST_CASE("an answer that a person can mend is a problem of the config") {
  auto led = bare(307);
  led.headers = {{"Location", "/sonarr/api/v3/system/status"}};
  auto led_whole = led;
  led_whole.headers[0].value = "http://tower:8989/sonarr/api/v3/system/status?x=1";
  auto login = bare(302);
  login.headers = {{"Location", "https://login.example/?from=secret"}};
  std::string const url_hint =
      "; check url; where Sonarr has a URL base it ends with that, as in "
      "http://sonarr:8989/sonarr";
  std::string const no_api = "sonarr.url: http://tower:8989 is not the address of a Sonarr's API: ";
  std::string const base = "; the URL base is missing, set url to http://tower:8989/sonarr";
  std::string const key =
      "sonarr.api_key: http://tower:8989 does not accept the key; copy it into api_key from "
      "Settings, General, Security in Sonarr";
  std::vector<std::pair<Outcome<wire::Response>, std::string>> const cases = {
      {bare(401), key},
      {json(R"({"error":"Unauthorized"})", 401), key},
      {html(403),
       "sonarr.api_key: http://tower:8989 answered 403, it does not let us in; check api_key, and "
       "what stands before that Sonarr"},
      {led, "sonarr.url: http://tower:8989 leads to \"/sonarr/api/v3/system/status\"" + base},
      {led_whole,
       "sonarr.url: http://tower:8989 leads to "
       "\"http://tower:8989/sonarr/api/v3/system/status\"" +
           base},
      {login,
       "sonarr.url: http://tower:8989 leads to \"https://login.example/\"; check url, and "
       "what stands before that Sonarr"},
      {html(), no_api + "it answered 200 with a web page instead of JSON" + url_hint},
      {bare(200), no_api + "it answered 200 with no type instead of JSON" + url_hint},
      {html(404), no_api + "it answered 404" + url_hint},
      {json(R"({"message":"NotFound"})", 404),
       "sonarr.url: http://tower:8989/api/v3/system/status answered 404: \"NotFound\"; check the "
       "address and its path"},
      {json(R"({"appName":"Radarr","version":"5.14.0.9383"})"),
       R"(sonarr.url: expected a Sonarr at http://tower:8989, got "Radarr" "5.14.0.9383")"},
      {json(R"({"version":"2.0.0.5344"})"),
       R"(sonarr.url: expected Sonarr 3 or newer at http://tower:8989, got "2.0.0.5344"; update that Sonarr)"},
      {json(R"({"status":"OK"})"),
       R"(sonarr.url: expected a Sonarr that tells its version at http://tower:8989, got "")"},
      {Failure{Kind::denied, "http://tower:8989: the certificate is not trusted", "set ca_file"},
       "sonarr.url: http://tower:8989: the certificate is not trusted; set ca_file"},
  };
  for (auto const& [answer, message] : cases) {
    auto const& with_message = message;
    CAPTURE(with_message);
    CHECK(World({answer}).complaints() == Messages{message});
  }
}

TEST_CASE("an answer that may be better later is a failure, and no problem of the config") {
  std::string const status = "failure: http://tower:8989/api/v3/system/status";
  std::vector<std::pair<Outcome<wire::Response>, std::string>> const cases = {
      {bare(503),
       status + " answered 503; it is starting or being updated, it is asked again later"},
      {json(R"({"message":"database is locked","description":"at System..."})", 500),
       status + " answered 500: \"database is locked\"; look into the log of that server"},
      {html(502), status + " answered 502; look into the log of that server"},
      {bare(429), status + " answered 429; nothing, it is asked again later"},
      {json(R"({"version":"4.0)"),
       status +
           ":1:12: a string without an end; nothing, it is asked again later; if it stays so, look "
           "into the log of that server"},
      {Failure{Kind::unreachable, "nobody answers there", "check it"},
       "failure: nobody answers there; check it"},
      {Failure{Kind::timed_out, "too late", "wait"}, "failure: too late; wait"},
  };
  for (auto const& [answer, message] : cases) {
    auto const& with_message = message;
    CAPTURE(with_message);
    CHECK(World({answer}).complaints() == Messages{message});
  }
}

TEST_CASE("whichever question fails, the whole of it fails") {
  for (std::size_t nth = 0; nth < 5; ++nth) {
    CAPTURE(nth);
    auto all = answers("3.0.10.1567");
    all[nth] = bare(503);
    World world(all);
    auto const answer = world.validate();
    REQUIRE_FALSE(answer);
    CHECK(answer.error().kind == Kind::broken);
    CHECK(world.recorded.asked.size() == nth + 1);
  }
}

TEST_CASE("a URL base that is missing and led to is worth a warning") {
  auto all = answers();
  all[0] = version("4.0.19.2979", "/sonarr");
  CHECK(
      World(all).complaints() ==
      Messages{
          "warning: sonarr.url: the URL base \"/sonarr\" of \"main\" is missing, so it may have to "
          "lead us there each time; set url to http://tower:8989/sonarr"});
  all[0] = version("4.0.19.2979", R"(/a\nb)");
  CHECK(World(all).complaints() ==
        Messages{R"(warning: sonarr.url: the URL base "/a\nb" of "main" is missing, so it may )"
                 "have to lead us there each time"});
  all[0] = version("4.0.19.2979", "/sonarr");
  auto config = instance();
  config.server.url = *value::Url::read("http://tower:8989/sonarr");
  CHECK(World(all, config).complaints() == Messages{});
}

TEST_CASE("the library is each number at TheTVDB with its number there") {
  World world({json(R"([{"id":1,"tvdbId":81189},{"id":2,"tvdbId":73255,"seasons":[{}]}])"),
               json(R"([{"id":1,"tvdbId":81189},{"id":2,)"), json("[]"), html(), bare(401),
               Failure{Kind::timed_out, "too late"}});

  CHECK(*world.sonarr.library() == adding::Library{{81189, 1}, {73255, 2}});
  auto const cut = world.sonarr.library();
  REQUIRE_FALSE(cut);
  CHECK(cut.error().kind == Kind::malformed);
  CHECK(cut.error().text == "http://tower:8989/api/v3/series:1:34: the text ends too early");
  CHECK(world.sonarr.library()->empty());
  CHECK(world.sonarr.library().error().kind == Kind::malformed);
  CHECK(world.sonarr.library().error().kind == Kind::denied);
  CHECK(world.sonarr.library().error().kind == Kind::timed_out);
}

TEST_CASE("30,000 series are read with less than 40 MB of memory") {
  LongList list(30'000);
  test::FakeClock clock;
  SonarrApi sonarr(list, instance(), clock);

  auto const library = sonarr.library();

  REQUIRE(library);
  CHECK(library->size() == 30'000);
  CHECK(library->at(100'000) == 30'000);
  CHECK(list.most < 40 << 20);
}

TEST_CASE("exclusions are read page by page, from older ones as a list") {
  auto const page = [](int total, std::string const& records) {
    return json(R"({"totalRecords":)" + std::to_string(total) + R"(,"records":[)" + records + "]}");
  };
  World paged(answers("4.0.19.2979",
                      {page(3, R"({"tvdbId":5},{"tvdbId":6})"), page(3, R"({"tvdbId":7})")}));
  REQUIRE(paged.validate());
  CHECK(*paged.sonarr.exclusions() == std::set<std::int64_t>{5, 6, 7});
  CHECK(
      paged.asked().ends_with("importlistexclusion/paged?page=2&pageSize=1000&sortKey=id"
                              "&sortDirection=ascending"));

  auto config = instance();
  config.language_profile = NameOrNumber("1");
  World three(answers("3.0.10.1567", {json(R"([{"tvdbId":5}])")}), config);
  REQUIRE(three.validate());
  CHECK(*three.sonarr.exclusions() == std::set<std::int64_t>{5});
  CHECK(three.asked().ends_with("GET importlistexclusion"));

  for (int const status : {404, 405}) {
    World early({json("{}", status), json(R"([{"tvdbId":9}])")});
    CHECK(*early.sonarr.exclusions() == std::set<std::int64_t>{9});
  }
  World shrinking({page(3, R"({"tvdbId":5})"), page(3, "")});
  CHECK(*shrinking.sonarr.exclusions() == std::set<std::int64_t>{5});
  World broken({page(3, R"({"tvdbId":5})"), bare(503)});
  CHECK(broken.sonarr.exclusions().error().kind == Kind::broken);
}

TEST_CASE("a lookup finds the series, finds it in the library, or finds nothing") {
  World world({json("[" + looked_up + "]"), json(R"([{"tvdbId":334824,"id":12}])"), json("[]"),
               json(R"({"message":"Search for 'tvdb:334824' failed. Unable to communicate"})", 503),
               html(), bare(401)});

  auto const found = world.sonarr.look_up(334824);
  REQUIRE(found);
  CHECK(std::get<Found>(*found).object == looked_up);
  CHECK(std::get<Exists>(*world.sonarr.look_up(334824)) == Exists{12});
  CHECK(std::get<NotFound>(*world.sonarr.look_up(334824)) ==
        NotFound{"nothing is found for tvdb:334824"});
  CHECK(world.asked() ==
        "GET series/lookup?term=tvdb%3A334824 GET "
        "series/lookup?term=tvdb%3A334824 GET series/lookup?term=tvdb%3A334824");
  auto const down = world.sonarr.look_up(334824);
  REQUIRE_FALSE(down);
  CHECK(down.error().kind == Kind::broken);
  CHECK(down.error().text ==
        "http://tower:8989/api/v3/series/lookup answered 503: \"Search for 'tvdb:334824' failed. "
        "Unable to communicate\"");
  CHECK(down.error().hint ==
        "its metadata service does not answer, or it is starting; it is asked again later");
  CHECK(world.sonarr.look_up(334824).error().kind == Kind::malformed);
  CHECK(world.sonarr.look_up(334824).error().kind == Kind::denied);
}

TEST_CASE("an addition sends what was looked up with the numbers of that Sonarr, once") {
  auto config = instance();
  config.tags = {NameOrNumber("auto")};
  config.monitor = target::Monitor::pilot;
  World world(answers("4.0.19.2979", {json(R"({"id":12,"title":"Dark"})", 201)}), config);
  REQUIRE(world.validate());

  CHECK(told(world.add()) == "added 12");
  CHECK(world.recorded.asked.size() == 5);
  auto const& sent = world.recorded.asked.back();
  CHECK(sent.method == wire::Method::post);
  CHECK(sent.body ==
        R"({"title":"Dark","tvdbId":334824,"year":2017,"qualityProfileId":4,)"
        R"("rootFolderPath":"/tv","monitored":true,"seasonFolder":true,"seriesType":"standard",)"
        R"("tags":[7],"addOptions":{"monitor":"pilot","searchForMissingEpisodes":true}})");
}

TEST_CASE("Sonarr 3 gets its language profile, and latestSeason for lastSeason") {
  auto config = instance();
  config.language_profile = NameOrNumber("English");
  config.monitor = target::Monitor::last_season;
  World world(answers("3.0.10.1567", {json(R"({"id":1})", 201)}), config);

  CHECK(told(world.add()) == "added 1");
  auto const& body = world.recorded.asked.back().body;
  CHECK(body.find(R"("languageProfileId":1)") != std::string::npos);
  CHECK(body.find(R"("monitor":"latestSeason")") != std::string::npos);
}

TEST_CASE("each answer to an addition means what it says") {
  std::string const unknown =
      R"([{"propertyName":"TvdbId","errorMessage":"A series with this ID was not found. Path: /tv"}])";
  std::string const series = "http://tower:8989/api/v3/series";
  std::vector<std::pair<Outcome<wire::Response>, std::string>> const cases = {
      {json(R"({"id":5})", 201), "added 5"},
      {json(R"({"id":5})", 200), "added 5"},
      {json(R"([{"propertyName":"TvdbId","errorMessage":"This series has already been added",
                 "attemptedValue":334824,"severity":"error","errorCode":"SeriesExistsValidator"}])",
            400),
       "exists"},
      {json(R"({"message":"UNIQUE constraint failed","description":"at ..."})", 409), "exists"},
      {json(unknown, 400),
       R"(not found: TvdbId: "A series with this ID was not found. Path: /tv")"},
      {json(R"([{"propertyName":"QualityProfileId","errorMessage":"Quality Profile does not exist"},
                {"propertyName":"Path","errorMessage":"Path is already configured for a series"}])",
            400),
       R"(refused: QualityProfileId: "Quality Profile does not exist"; )"
       R"(Path: "Path is already configured for a series")"},
      {json(R"({"message":"Invalid request","description":"at ..."})", 400),
       R"(refused: "Invalid request")"},
      {json("", 400), "refused: " + series + " answered 400 without a reason"},
      {html(400), "failure: " + series + " answered 400; "},
      {bare(401),
       "failure: http://tower:8989 does not accept the key; copy it into api_key from "
       "Settings, General, Security in Sonarr"},
      {bare(403),
       "failure: http://tower:8989 answered 403, it does not let us in; check api_key, "
       "and what stands before that Sonarr"},
      {json(R"({"message":"Unable to communicate with SkyHook","description":"at ..."})", 500),
       "failure: " + series +
           R"( answered 500: "Unable to communicate with SkyHook"; look into the log of that server)"},
      {bare(503), "failure: " + series +
                      " answered 503; it is starting or being updated, it is asked again later"},
      {html(200),
       "failure: http://tower:8989 is not the address of a Sonarr's API: it answered "
       "200 with a web page instead of JSON; check url; where Sonarr has a URL base it "
       "ends with that, as in http://sonarr:8989/sonarr"},
      {json("{", 201), "failure: " + series +
                           ":1:2: expected a key or \"}\", got the end of the text; nothing, it is "
                           "asked again later; if it stays so, look into the log of that server"},
      {Failure{Kind::timed_out, "too late", "wait"}, "failure: too late; wait"},
  };
  for (auto const& [answer, message] : cases) {
    auto const& with_message = message;
    CAPTURE(with_message);
    World world(answers("4.0.19.2979", {answer, json(R"({"id":77})", 201)}));
    CHECK(told(world.add()) == message);
    CHECK(world.recorded.asked.size() == 5);
  }
}

TEST_CASE("what may have been added is not sent again, however patient the transport is") {
  for (auto const& answer : Answers{bare(500), bare(502), Failure{Kind::timed_out, "too late"},
                                    Failure{Kind::broken, "broken off"}}) {
    auto const config = instance();
    test::Recorded recorded(answers("4.0.19.2979", {answer, json(R"({"id":77})", 201)}));
    test::FakeClock clock;
    net::Polite polite(recorded, clock, [] { return 0.5; }, {});
    SonarrApi sonarr(polite, config, clock);

    CHECK_FALSE(sonarr.add({.tvdb_id = 334824, .object = looked_up}, config::route_of(config)));
    CHECK(recorded.asked.size() == 5);
  }
}

TEST_CASE("a tag that may be created is created when it is first needed, and once") {
  auto config = instance();
  config.create_tags = true;
  config.tags = {NameOrNumber("auto"), NameOrNumber("Fresh")};
  World world(answers("4.0.19.2979", {json(R"({"label":"fresh","id":8})", 201),
                                      json(R"({"id":1})", 201), json(R"({"id":2})", 201)}),
              config);

  CHECK(world.complaints() == Messages{});
  CHECK(world.recorded.asked.size() == 4);
  CHECK(told(world.add()) == "added 1");
  CHECK(told(world.add()) == "added 2");
  CHECK(world.asked().ends_with("GET tag POST tag POST series POST series"));
  CHECK(world.recorded.asked[4].body == R"({"label":"Fresh"})");
  CHECK(world.recorded.asked[5].body.find(R"("tags":[7,8])") != std::string::npos);
}

TEST_CASE("a tag that cannot be created stops the addition before anything is sent") {
  auto config = instance();
  config.create_tags = true;
  config.tags = {NameOrNumber("b@d")};
  World world(
      answers(
          "4.0.19.2979",
          {json(R"([{"propertyName":"Label","errorMessage":"Allowed characters a-z, 0-9 and -"}])",
                400),
           json(tags)}),
      config);

  CHECK(told(world.add()) ==
        "failure: the tag \"b@d\" cannot be created: http://tower:8989/api/v3/tag answered 400: "
        "Label: \"Allowed characters a-z, 0-9 and -\"; nothing was sent; change the tag in the "
        "config, or create it in that Sonarr");
  CHECK(world.asked().ends_with("POST tag GET tag"));
}

TEST_CASE("what is no longer there is noticed before anything is sent") {
  auto config = instance();
  config.quality_profile = NameOrNumber("Gone");
  World world(answers(), config);

  CHECK(told(world.add()) ==
        "failure: \"main\" has no quality profile \"Gone\"; available: \"Any\" (1) and "
        "\"HD-1080p\" (4); nothing was sent; change the config, or that Sonarr");
  CHECK(world.asked().find("POST") == std::string::npos);
}

TEST_CASE("an addition without a validation asks for what it needs, or says why it cannot") {
  World world(answers("4.0.19.2979", {json(R"({"id":1})", 201)}));
  CHECK(told(world.add()) == "added 1");
  CHECK(world.recorded.asked.size() == 5);
  CHECK(told(World({bare(503)}).add()).starts_with("failure: http://tower:8989/api/v3/system"));
  auto const denied = World({bare(401)}).add();
  REQUIRE_FALSE(denied);
  CHECK(denied.error().failure.kind == Kind::denied);
}

/// What went wrong with an addition, and whether it may have arrived.
struct Mishap {
  Answers answers;
  Sent sent;
};

TEST_CASE("whether something may have been sent is told, whatever went wrong before or after") {
  auto config = instance();
  config.create_tags = true;
  config.tags = {NameOrNumber("fresh")};
  auto const tag = json(R"({"label":"fresh","id":8})", 201);
  std::vector<Mishap> mishaps;
  auto const failures = Answers{bare(500),
                                bare(401),
                                bare(429),
                                html(),
                                Failure{Kind::timed_out, "too late"},
                                Failure{Kind::broken, "broken off"},
                                Failure{Kind::cancelled, "stopped"}};
  // Before the POST nothing is sent, however it fails.
  for (auto const& failure : failures) {
    mishaps.push_back({{failure}, Sent::no});
    mishaps.push_back({answers("4.0.19.2979", {failure, failure}), Sent::no});
  }
  for (auto const& failure :
       Answers{bare(401), bare(403), bare(404), bare(429), Failure{Kind::unreachable, "nobody"},
               Failure{Kind::left_alone, "left alone"}})
    mishaps.push_back({answers("4.0.19.2979", {tag, failure}), Sent::no});
  for (auto const& failure :
       Answers{bare(500), bare(502), html(400), html(), json("{", 201),
               Failure{Kind::timed_out, "too late"}, Failure{Kind::broken, "broken off"},
               Failure{Kind::cancelled, "stopped"}})
    mishaps.push_back({answers("4.0.19.2979", {tag, failure}), Sent::maybe});
  for (auto const& [answers, sent] : mishaps) {
    World world(answers, config);
    auto const added = world.add();
    CAPTURE(world.asked());
    REQUIRE_FALSE(added);
    CHECK((added.error().sent == Sent::no) == (sent == Sent::no));
  }
}

TEST_CASE("a tag that somebody else made in another spelling meanwhile is the same tag") {
  auto config = instance();
  config.create_tags = true;
  config.tags = {NameOrNumber("My Tag")};
  World world(
      answers("4.0.19.2979", {json(R"({"message":"UNIQUE constraint failed: Tags.Label"})", 409),
                              json(R"([{"id":7,"label":"auto"},{"id":9,"label":"my tag"}])"),
                              json(R"({"id":1})", 201)}),
      config);

  CHECK(told(world.add()) == "added 1");
  CHECK(world.recorded.asked.back().body.find(R"("tags":[9])") != std::string::npos);
}

TEST_CASE("the key stands in no message") {
  auto config = instance();
  config.server.api_key = value::Secret("s3cr3tk3y");
  for (auto const& answer :
       Answers{bare(401), html(), bare(307), bare(500), json("{"), json("{}")}) {
    World world({answer, answer, answer, answer, answer, answer, answer, answer}, config);
    for (auto const& message : world.complaints())
      CHECK(message.find("s3cr3tk3y") == std::string::npos);
    CHECK(told(world.add()).find("s3cr3tk3y") == std::string::npos);
  }
}

TEST_CASE("over a real connection a missing URL base is followed, and told") {
  auto const status = version("4.0.19.2979", "/sonarr");
  test::StandIn const server([&](http::Call const& call) -> http::Answer {
    auto const& target = call.request.target;
    if (!target.starts_with("/sonarr/"))
      return {{.status = 307, .headers = {{"Location", "/sonarr" + target}}}};
    if (wire::header(call.request.headers, "X-Api-Key") != "k3y") return {bare(401)};
    if (target.ends_with("/status")) return {status};
    if (target.ends_with("/rootfolder")) return {json(folders)};
    if (target.ends_with("/qualityprofile")) return {json(profiles)};
    if (target.ends_with("/tag")) return {json(tags)};
    if (call.request.method == wire::Method::post) return {json(R"({"id":12})", 201)};
    return {html()};
  });
  auto config = instance();
  config.server.url = *value::Url::read(server.address(""));
  net::CurlTransport transport(curl_options(config, {}));
  test::FakeClock clock;
  SonarrApi sonarr(transport, config, clock);

  auto const ready = sonarr.validate({{.route = config::route_of(config), .path = "sonarr"}});
  REQUIRE(ready);
  REQUIRE(*ready);
  CHECK((*ready)->warnings.size() == 1);
  CHECK(told(sonarr.add({.object = looked_up}, config::route_of(config))) == "added 12");
  CHECK(sonarr.library().error().kind == Kind::malformed);
}

TEST_CASE("several lookups at the same time do not disturb each other") {
  test::StandIn const server([&](http::Call const& call) -> http::Answer {
    auto const& target = call.request.target;
    return {json(R"([{"tvdbId":)" + target.substr(target.rfind("3A") + 2) + "}]")};
  });
  auto config = instance();
  config.server.url = *value::Url::read(server.address(""));
  net::CurlTransport transport(curl_options(config, {}));
  test::FakeClock clock;
  SonarrApi sonarr(transport, config, clock);
  std::vector<std::int64_t> found(40);
  std::vector<std::thread> threads;
  for (std::size_t first = 0; first < 4; ++first)
    threads.emplace_back([&, first] {
      for (auto at = first; at < found.size(); at += 4)
        if (auto const answer = sonarr.look_up(static_cast<std::int64_t>(at) + 1))
          if (auto const* one = std::get_if<Found>(&*answer)) found[at] = one->tvdb_id;
    });
  for (auto& thread : threads) thread.join();
  for (std::size_t at = 0; at < found.size(); ++at)
    CHECK(found[at] == static_cast<std::int64_t>(at) + 1);
}

TEST_CASE("an instance says how it is talked to") {
  auto config = instance();
  auto const usual = curl_options(config, {});
  CHECK(usual.verify == net::CurlOptions::Verify::always);
  CHECK(usual.quiet == std::chrono::seconds{60});
  CHECK(usual.total == std::chrono::minutes{10});
  config.trust.verify_tls = false;
  config.pace.timeout = std::chrono::seconds{300};
  config.trust.ca_file = "/config/ca.pem";
  auto const other = curl_options(config, {});
  CHECK(other.verify == net::CurlOptions::Verify::never);
  CHECK(other.quiet == std::chrono::seconds{300});
  CHECK(other.total == std::chrono::seconds{3000});
  CHECK(other.authorities.file == "/config/ca.pem");
}

}  // namespace sievarr::arr
