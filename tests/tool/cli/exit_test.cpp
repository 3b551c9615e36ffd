#include "../support/stand_in.hpp"
#include "at_home.hpp"
#include "os/write_file.hpp"
#include "store/open.hpp"

#include <doctest/doctest.h>

#include <unistd.h>

#include <chrono>
#include <csignal>
#include <functional>
#include <string>
#include <vector>

/// What each command tells its caller, one row for each kind of failure.
namespace sievarr::test {
namespace {

using os::Exit;
using sim::Kind;

bool says(std::string const& text, std::string const& part) { return text.find(part) != text.npos; }

/// Keeps signals from this thread and from those that it starts, so that only the command in
/// question takes them.
class Blocked {
 public:
  Blocked() {
    sigset_t signals = {};
    ::sigemptyset(&signals);
    ::sigaddset(&signals, SIGINT);
    ::sigaddset(&signals, SIGTERM);
    ::pthread_sigmask(SIG_BLOCK, &signals, &before_);
  }
  Blocked(Blocked const&) = delete;
  Blocked& operator=(Blocked const&) = delete;
  ~Blocked() { ::pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

 private:
  sigset_t before_ = {};
};

/// Whoever waits at the terminal presses Ctrl+C, and the answer comes a little later.
sim::Harm interrupted_by(int signal) {
  return sim::Meanwhile{[signal] { ::kill(::getpid(), signal); }};
}

/// A command, what has gone wrong, what it exits with, and what it says about it.
struct Row {
  std::string name;
  std::vector<std::string> command;
  std::function<void(AtHome&)> mishap;
  Exit exit;
  std::string says;
  std::vector<std::string> settings = {};
};

void nothing(AtHome&) {}

void harm(AtHome& home, Kind kind, sim::Harm harm) {
  home.sonarr().faults().inject(
      {.harm = std::move(harm), .kind = kind, .times = sim::Fault::for_ever});
}

/// A variable that holds a key is not set where the command runs.
void name_unset_key(AtHome& home) { home.config += "tvmaze: {api_key: \"${NOT_SET}\"}\n"; }

void revoke_key(AtHome& home) {
  home.sonarr().change(
      [](sim::Shelf& shelf) { shelf.api_key = "ffffffffffffffffffffffffffffffff"; });
}

void clash_titles(AtHome& home) {
  harm(home, Kind::add,
       sim::Says{.status = 400,
                 .body = R"([{"propertyName":"Path","errorMessage":"Path is configured"}])",
                 .content_type = "application/json"});
}

std::vector<Row> rows_of_sync() {
  auto const deny = [](Kind kind) {
    return [kind](AtHome& home) { harm(home, kind, sim::Says{401}); };
  };
  return {
      {"fine", {"sync"}, nothing, Exit::fine, "3 added, 0 there already, 0 refused, 0 put off"},
      {"refused titles are over", {"sync"}, clash_titles, Exit::fine, "3 refused, 0 put off"},
      {"TVMaze fails",
       {"sync"},
       [](AtHome& home) {
         home.tvmaze().faults().inject({.harm = sim::Says{400}, .times = sim::Fault::for_ever});
       },
       Exit::findings,
       "updates/shows answered 400"},
      {"the key is refused", {"sync"}, revoke_key, Exit::findings, "sonarr: http://127.0.0.1:"},
      {"the folder is not there",
       {"sync"},
       nothing,
       Exit::findings,
       "sonarr: \"sonarr\" has no root folder \"/films\"",
       {"sonarr.root_folder=/films"}},
      {"nobody answers",
       {"sync"},
       nothing,
       Exit::findings,
       "sonarr: http://127.0.0.1:9/",
       {"sonarr.url=http://127.0.0.1:9"}},
      {"lookups are refused", {"sync"}, deny(Kind::lookup), Exit::findings, "3 put off"},
      {"an end that nobody knows",
       {"sync"},
       [](AtHome& home) { harm(home, Kind::add, sim::Says{500}); },
       Exit::findings,
       "3 sent without an answer yet"},
      {"a dry run fails as well",
       {"sync"},
       revoke_key,
       Exit::findings,
       "sonarr: http://127.0.0.1:",
       {"dry_run=true"}},
      {"the database is none",
       {"sync"},
       [](AtHome& home) {
         REQUIRE(home.run({"sync"}).exit == Exit::fine);
         REQUIRE(os::write_file(home.file("data/shows.db"), std::string(4096, 'x')));
       },
       Exit::storage,
       "shows.db"},
      {"a key that is not set", {"sync"}, name_unset_key, Exit::misused, "NOT_SET"},
      {"no such option", {"sync", "--fast"}, nothing, Exit::misused, "unknown option"},
  };
}

/// A plan that was made before anything went wrong, and is carried out then.
std::vector<Row> rows_of_apply(std::string const& plan) {
  std::vector<std::string> const apply{"apply", plan};
  return {
      {"fine", apply, nothing, Exit::fine, "3 added, 0 there already, 0 refused, 0 put off"},
      {"put off", apply, [](AtHome& home) { harm(home, Kind::lookup, sim::Says{401}); },
       Exit::findings, "0 added, 0 there already, 0 refused, 3 put off"},
      {"refused", apply, clash_titles, Exit::findings, "3 refused, 0 put off"},
      {"not known there", apply,
       [](AtHome& home) {
         home.sonarr().change([](sim::Shelf& shelf) { shelf.unknown_permille = 1000; });
       },
       Exit::findings, "0 refused, 0 put off, 3 not known there"},
      {"the key is refused", apply, revoke_key, Exit::findings, "sonarr: http://127.0.0.1:"},
      {"what is left is nothing",
       {"apply", plan, "--force"},
       revoke_key,
       Exit::findings,
       "sonarr: http://127.0.0.1:"},
      {"a dry run", apply, nothing, Exit::findings, "dry_run is true", {"dry_run=true"}},
      {"a key that is not set", apply, name_unset_key, Exit::misused, "NOT_SET"},
      {"no plan", {"apply", "/nowhere"}, nothing, Exit::misused, "/nowhere"},
  };
}

void check(Row const& row, AtHome& home) {
  CAPTURE(row.name);
  row.mishap(home);
  auto settings = row.settings;
  settings.insert(settings.begin(), "dry_run=false");
  auto const ran = home.run(row.command, settings);
  CAPTURE(ran.out);
  CAPTURE(ran.error);
  CHECK(ran.exit == row.exit);
  CHECK(says(ran.out + ran.error, row.says));
}

TEST_CASE("sync exits with 0 where all was done, and tells what was not") {
  for (auto const& row : rows_of_sync()) {
    AtHome home;
    check(row, home);
  }
}

TEST_CASE("apply exits with 0 where all was done, and tells what was not") {
  for (std::size_t at = 0; at < rows_of_apply("").size(); ++at) {
    AtHome home;
    REQUIRE(home.run({"sync"}).exit == Exit::fine);
    REQUIRE(home.run({"plan", "--out", home.file("plan.json")}).exit == Exit::fine);
    check(rows_of_apply(home.file("plan.json"))[at], home);
  }
}

TEST_CASE("a plan of a program that listed no refused shows is carried out all the same") {
  AtHome home;
  REQUIRE(home.run({"sync"}).exit == Exit::fine);
  auto plan = home.run({"plan", "--json"}).out;
  std::string const member = R"(,"refused":[])";
  REQUIRE(says(plan, member));
  plan.erase(plan.find(member), member.size());
  REQUIRE(os::write_file(home.file("plan.json"), plan));
  CHECK(home.run({"apply", home.file("plan.json")}, {"dry_run=false"}).exit == Exit::fine);
}

TEST_CASE("plan and run need the keys of their servers, and commands that ask none do not") {
  for (auto const* const command : {"plan", "run"}) {
    AtHome home;
    name_unset_key(home);
    auto const ran = home.run({command});
    CHECK(ran.exit == Exit::misused);
    CHECK(says(ran.error, "NOT_SET"));
  }
  AtHome home;
  REQUIRE(home.run({"sync"}).exit == Exit::fine);
  name_unset_key(home);
  CHECK(home.run({"judge"}).exit == Exit::fine);
}

TEST_CASE("whoever interrupts a command is told so, with 130, and the next one goes on") {
  for (auto const& [kind, signal] : {std::pair{Kind::lookup, SIGINT}, std::pair{Kind::add, SIGTERM},
                                     std::pair{Kind::series, SIGINT}}) {
    Blocked const blocked;
    AtHome home;
    home.sonarr().faults().inject({.harm = interrupted_by(signal), .kind = kind});
    home.sonarr().faults().inject(
        {.harm = sim::Late{std::chrono::milliseconds{300}}, .kind = kind});
    auto const ran = home.run({"sync"}, {"dry_run=false"});
    CAPTURE(ran.out);
    CAPTURE(ran.error);
    CHECK(ran.exit == Exit::interrupted);
    CHECK((says(ran.error, "interrupted") || says(ran.error, "stopped")));
    CHECK_FALSE(says(ran.error, "is there already"));
    CHECK_FALSE(says(ran.error, "\nsonarr: "));
    CHECK(home.run({"sync"}, {"dry_run=false"}).exit == Exit::fine);
    for (auto const& [tvdb_id, posts] : home.sonarr().posts()) CHECK(posts.carried_out == 1);
  }
}

TEST_CASE("whoever interrupts a mirror is told so, with 130") {
  Blocked const blocked;
  AtHome home;
  home.tvmaze().faults().inject({.harm = interrupted_by(SIGINT), .kind = Kind::page});
  home.tvmaze().faults().inject(
      {.harm = sim::Late{std::chrono::milliseconds{300}}, .kind = Kind::page});
  CHECK(home.run({"sync"}).exit == Exit::interrupted);
}

TEST_CASE("sync --full reads the whole catalogue again, by itself and through a daemon") {
  AtHome home;
  REQUIRE(home.run({"sync"}).exit == Exit::fine);
  auto const pages = [&] { return home.tvmaze().calls().count(Kind::page); };
  auto const at_first = pages();
  REQUIRE(home.run({"sync"}).exit == Exit::fine);
  CHECK(pages() == at_first);
  REQUIRE(home.run({"sync", "--full"}).exit == Exit::fine);
  CHECK(pages() > at_first);

  auto const lock = store::take_lock(home.storage(), "sievarr run");
  REQUIRE(lock);
  StandIn const daemon([](auto& call) {
    if (call.request.target == "/health") return http::Answer{{.body = "{\"status\":\"ok\"}\n"}};
    return http::Answer{{.body = R"({"status":"triggered"})"}};
  });
  std::vector<std::string> const server{daemon.filled("server.port=PORT"), "server.host=127.0.0.1",
                                        "server.api_key=long-enough-for-a-key"};
  CHECK(home.run({"sync"}, server).exit == Exit::fine);
  CHECK(home.run({"sync", "--full"}, server).exit == Exit::fine);
  auto const asked = daemon.asked();
  // Whether it is a daemon is asked first.
  REQUIRE(asked.size() == 4);
  CHECK(asked[1].target == "/api/v1/cycles");
  CHECK(asked[3].target == "/api/v1/cycles?full=true");
}

TEST_CASE("a stranger at the address of the daemon gets no key, and is not taken for it") {
  AtHome home;
  REQUIRE(home.run({"sync"}).exit == Exit::fine);
  auto const lock = store::take_lock(home.storage(), "sievarr run");
  REQUIRE(lock);
  StandIn const stranger([](auto&) { return http::Answer{{.body = "<html>hello</html>"}}; });
  auto const ran = home.run({"sync"}, {stranger.filled("server.port=PORT"), "server.host=127.0.0.1",
                                       "server.api_key=a-long-key-of-ours"});
  CHECK(ran.exit == Exit::findings);
  CHECK(ran.error.find("sievarr run") != std::string::npos);
  for (auto const& request : stranger.asked())
    CHECK_FALSE(wire::header(request.headers, "X-Api-Key"));
  CHECK(stranger.asked().size() == 1);
}

TEST_CASE("healthcheck exits with 0 for a daemon that is well, and for no other") {
  AtHome home;
  for (auto const& [status, exit] : {std::pair{200, Exit::fine}, std::pair{503, Exit::findings},
                                     std::pair{401, Exit::findings}}) {
    StandIn const daemon([status = status](auto&) { return http::Answer{{.status = status}}; });
    auto const ran =
        home.run({"healthcheck"}, {daemon.filled("server.port=PORT"), "server.host=127.0.0.1"});
    CHECK(ran.exit == exit);
  }
  CHECK(home.run({"healthcheck"}, {"server.port=9", "server.host=127.0.0.1"}).exit ==
        Exit::findings);
  CHECK(home.run({"healthcheck"}, {"server.enabled=false"}).exit == Exit::misused);
}

}  // namespace
}  // namespace sievarr::test
