#include "net/polite.hpp"
#include "service/arr/sonarr.hpp"
#include "service/arr/transport.hpp"

#include "../../sim/running.hpp"

#include <sievarr/config/instance_target.hpp>

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

/// Against a simulated Sonarr, over real sockets.
namespace sievarr::arr {
namespace {

using sim::Harm;
using target::NameOrNumber;

constexpr std::int64_t severance = 371980;

/// A Sonarr of that version in a world of a few shows, and our side of the conversation.
class Conversation : public test::Running {
 public:
  explicit Conversation(std::string const& version = "4.0.19.2979", std::size_t series = 0)
      : Running({.world = {.shows = 3},
                 .sonarrs = {{.shelf = {.version = version}, .series = series}}}) {
    world().put({.id = 44933, .title = "Severance", .tvdb_id = severance, .status = "Running"});
    config_.server.name = "main";
    config_.server.api_key = value::Secret(sim().api_key());
    config_.root_folder = NameOrNumber("/tv");
    config_.quality_profile = NameOrNumber("HD-1080p");
    if (version.starts_with('3')) config_.language_profile = NameOrNumber("German");
    begin();
  }

  /// Takes a changed config.
  void begin() {
    config_.server.url = *value::Url::read(sim().sonarr_address());
    curl_ = std::make_unique<net::CurlTransport>(curl_options(config_, {}));
    polite_ = std::make_unique<net::Polite>(
        *curl_, clock(), [] { return 0.5; }, net::Manners{});
    ours_ = std::make_unique<SonarrApi>(*polite_, config_, clock());
  }

  config::Sonarr& config() { return config_; }
  SonarrApi& ours() { return *ours_; }
  target::Target route() const { return config::route_of(config_); }

  Outcome<Checked<Ready>> validate() {
    return ours().validate({{.route = route(), .path = "sonarr"}});
  }

  /// Looks a show up and adds it; what came of it.
  Outcome<Addition> add(std::int64_t tvdb_id = severance) {
    auto const found = ours().look_up(tvdb_id);
    if (!found) return found.error();
    if (auto const* there = std::get_if<Exists>(&*found)) return Addition(*there);
    if (auto const* missing = std::get_if<NotFound>(&*found)) return Addition(*missing);
    auto added = ours().add(std::get<Found>(*found), route());
    if (!added) return added.error().failure;
    return *std::move(added);
  }

  /// How often the series was posted, and how often that added it.
  sim::Posts posts() {
    auto const all = sonarr().posts();
    auto const found = all.find(severance);
    return found == all.end() ? sim::Posts{} : found->second;
  }

 private:
  config::Sonarr config_;
  std::unique_ptr<net::CurlTransport> curl_;
  std::unique_ptr<net::Polite> polite_;
  std::unique_ptr<SonarrApi> ours_;
};

template <class Kind, class Choice, class Reason>
bool is(Result<Choice, Reason> const& outcome) {
  return outcome && std::holds_alternative<Kind>(*outcome);
}

}  // namespace

TEST_CASE("a strict Sonarr refuses the tag, a lenient one makes it of small letters") {
  for (std::string const version : {"4.0.19.2979", "5.0.0.1"}) {
    CAPTURE(version);
    Conversation talk(version);
    talk.config().tags = {NameOrNumber("My Tag")};
    talk.config().create_tags = true;
    talk.begin();
    auto const added = talk.add();
    if (version.starts_with('4')) {
      REQUIRE(is<Added>(added));
      CHECK(talk.sonarr().shelf().tags.back().name == "my tag");
      continue;
    }
    REQUIRE_FALSE(added);
    CHECK(added.error().text.ends_with(R"(Label: "Allowed characters a-z, 0-9 and -")"));
    CHECK(talk.posts() == sim::Posts{});
  }
}

TEST_CASE("each version takes what we send, and has it as it was asked for") {
  for (std::string const version : {"3.0.10.1567", "4.0.0.741", "4.0.19.2979", "5.0.0.1"}) {
    CAPTURE(version);
    Conversation talk(version);
    talk.config().tags = {NameOrNumber("AUTO-SYNC"), NameOrNumber("fresh")};
    talk.config().create_tags = true;
    talk.config().monitor = target::Monitor::last_season;
    talk.config().series_type = target::SeriesType::daily;
    talk.config().season_folder = false;
    talk.begin();

    auto const ready = talk.validate();
    REQUIRE(ready);
    REQUIRE(*ready);
    REQUIRE(is<Added>(talk.add()));

    auto const series = talk.sonarr().shelf().series.front();
    CHECK(series.path == "/tv/Severance");
    CHECK(series.quality_profile == 4);
    CHECK((series.language_profile == 2) == version.starts_with('3'));
    CHECK(series.monitor == (version.starts_with('3') ? "latestSeason" : "lastSeason"));
    CHECK(series.series_type == "daily");
    CHECK(series.tags == std::set<std::int64_t>{1, 2});
    CHECK(series.monitored);
    CHECK_FALSE(series.season_folder);
    CHECK(series.search);
    CHECK(*talk.ours().library() == adding::Library{{severance, series.id}});
    auto const again = talk.add();
    REQUIRE(is<Exists>(again));
    CHECK(std::get<Exists>(*again).series_id == series.id);
    CHECK(talk.posts() == sim::Posts{.heard = 1, .carried_out = 1});
  }
}

TEST_CASE("exclusions are all found, in pages or not") {
  for (std::string const version : {"3.0.10.1567", "4.0.19.2979"}) {
    Conversation talk(version);
    talk.sonarr().change([](sim::Shelf& shelf) {
      for (std::int64_t id = 1; id <= 2'345; ++id) shelf.excluded.insert(id * 7);
    });
    for (bool const validated : {false, true}) {
      if (validated) CHECK(talk.validate());
      auto const excluded = talk.ours().exclusions();
      REQUIRE(excluded);
      CHECK(excluded->size() == 2'345);
      CHECK(excluded->count(7 * 2'345) == 1);
    }
  }
}

TEST_CASE("what nobody knows, what is refused and what somebody else added are told apart") {
  Conversation talk;
  CHECK(is<NotFound>(talk.add(999)));

  talk.sonarr().change([](sim::Shelf& shelf) { shelf.surplus = R"("newer":{"a":[1.50,null]})"; });
  auto const found = talk.ours().look_up(severance);
  REQUIRE(is<Found>(found));
  talk.sonarr().change([](sim::Shelf& shelf) { shelf.unknown.insert(severance); });
  CHECK(is<NotFound>(talk.ours().add(std::get<Found>(*found), talk.route())));
  talk.sonarr().change([](sim::Shelf& shelf) { shelf.unknown.clear(); });

  REQUIRE(talk.validate());
  talk.sonarr().change([](sim::Shelf& shelf) { shelf.quality_profiles.pop_back(); });
  talk.sonarr().change([](sim::Shelf& shelf) { shelf.quality_profiles[1].id = 77; });
  auto const refused = talk.ours().add(std::get<Found>(*found), talk.route());
  REQUIRE(is<Refused>(refused));
  CHECK(std::get<Refused>(*refused).words ==
        R"(QualityProfileId: "Quality Profile does not exist")");

  REQUIRE(talk.validate());
  talk.sonarr().add_elsewhere(severance);
  CHECK(is<Exists>(talk.ours().add(std::get<Found>(*found), talk.route())));
  CHECK(talk.posts().carried_out == 0);
}

TEST_CASE("whichever call fails in whichever way, nothing is added twice and all goes on after") {
  std::vector<Harm> const harms = {sim::Says{.status = 500},
                                   sim::Says{.status = 502, .body = "<html>"},
                                   sim::Says{.status = 503},
                                   sim::Says{.status = 200, .body = "<!DOCTYPE html>"},
                                   sim::Says{.status = 429, .retry_after = "1"},
                                   sim::Says{.status = 401},
                                   sim::Breaks{},
                                   sim::Breaks{.end = sim::Breaks::End::closed},
                                   sim::TruncatedGzip{},
                                   sim::Lost{},
                                   sim::Unheard{},
                                   sim::Overtaken{}};
  for (std::size_t which = 0; which < harms.size(); ++which) {
    for (std::size_t nth = 1; nth <= 8; ++nth) {
      CAPTURE(which);
      CAPTURE(nth);
      Conversation talk("4.0.19.2979", 2);
      talk.sonarr().faults().inject({.harm = harms[which], .first = nth});
      static_cast<void>(talk.validate());
      static_cast<void>(talk.ours().library());
      static_cast<void>(talk.ours().exclusions());
      auto const first = talk.add();

      CHECK(talk.posts().heard <= 2);
      CHECK(talk.posts().carried_out <= 1);
      if (is<Added>(first)) CHECK(talk.posts().carried_out == 1);
      auto const library = talk.ours().library();
      REQUIRE(library);
      bool const there = library->count(severance) == 1;
      CHECK((there || !is<Added>(first)));
      auto const second = talk.add();
      CHECK((there ? is<Exists>(second) : is<Added>(second)));
      CHECK(talk.posts().carried_out <= 1);
    }
  }
}

TEST_CASE("a key that is revoked, a Sonarr that starts and one that is gone say so") {
  Conversation talk;
  REQUIRE(talk.validate());
  talk.sonarr().change([](sim::Shelf& shelf) { shelf.api_key = "another"; });
  CHECK(talk.add().error().kind == Failure::Kind::denied);
  auto const refused = talk.validate();
  REQUIRE(refused);
  REQUIRE_FALSE(*refused);
  CHECK(refused->error().front().path == "sonarr.api_key");

  talk.sonarr().change([](sim::Shelf& shelf) { shelf.stage = sim::Shelf::Stage::starting; });
  CHECK(talk.validate().error().kind == Failure::Kind::broken);
  talk.sim().stop_sonarr();
  CHECK(talk.validate().error().kind == Failure::Kind::unreachable);
}

TEST_CASE("a metadata service that is down is a failure that passes") {
  Conversation talk;
  auto const found = talk.ours().look_up(severance);
  REQUIRE(is<Found>(found));
  talk.sonarr().change([](sim::Shelf& shelf) { shelf.metadata = sim::Shelf::Metadata::down; });
  CHECK(talk.ours().look_up(severance).error().kind == Failure::Kind::broken);
  CHECK(talk.ours().add(std::get<Found>(*found), talk.route()).error().failure.kind ==
        Failure::Kind::broken);
  CHECK(talk.posts() == sim::Posts{.heard = 1, .carried_out = 0});
}

TEST_CASE("with a URL base all is well, without it each request is led there, and told") {
  Conversation talk;
  talk.sonarr().change([](sim::Shelf& shelf) { shelf.url_base = "/sonarr"; });
  auto const led = talk.validate();
  REQUIRE(led);
  REQUIRE(*led);
  REQUIRE((*led)->warnings.size() == 1);
  CHECK((*led)->warnings.front().path == "sonarr.url");
  CHECK(is<Added>(talk.add()));

  talk.begin();
  auto const direct = talk.validate();
  REQUIRE(direct);
  REQUIRE(*direct);
  CHECK((*direct)->warnings.empty());
}

TEST_CASE("a library of thousands is read over the wire") {
  Conversation talk("4.0.19.2979", 3'000);
  auto const library = talk.ours().library();
  REQUIRE(library);
  CHECK(library->size() == 3'000);
}

}  // namespace sievarr::arr
