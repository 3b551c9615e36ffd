#include "cli/parse/program.hpp"

#include "cli/commands/commands.hpp"

#include "ran.hpp"

#include <doctest/doctest.h>

#include <sstream>
#include <string>
#include <vector>

namespace sievarr::cli {
namespace {

using test::run;

}  // namespace

TEST_CASE("a command that does not exist is refused with the one that was meant") {
  auto const ran = run({"versoin"});

  CHECK(ran.exit == os::Exit::misused);
  CHECK(ran.out == "");
  CHECK(ran.error ==
        "sievarr: unknown command \"versoin\", did you mean \"version\"?\n  see: sievarr help\n");
}

TEST_CASE("an option that does not exist is refused with the manual of the command") {
  auto const ran = run({"version", "--licences"});

  CHECK(ran.exit == os::Exit::misused);
  CHECK(ran.error ==
        "sievarr: unknown option \"--licences\", did you mean \"--licenses\"?\n  see: sievarr help "
        "version\n");
}

TEST_CASE("what is missing, too much, or does not go together is said in plain words") {
  auto const said = [](std::vector<std::string> const& arguments) {
    auto const ran = run(arguments);
    CHECK(ran.exit == os::Exit::misused);
    CHECK(ran.out == "");
    return ran.error.substr(0, ran.error.find('\n'));
  };

  CHECK(said({"apply"}) == "sievarr: FILE is missing");
  CHECK(said({"sync", "-c"}) == "sievarr: --config needs a value: FILE");
  CHECK(said({"judge", "--format"}) == "sievarr: --format needs a value: text|json|ndjson|csv");
  CHECK(said({"sync", "-c", "a", "-c", "b"}) == "sievarr: --config may be given only once");
  CHECK(said({"validate", "--online", "--ignore-environment"}) ==
        "sievarr: --ignore-environment and --online do not go together");
  CHECK(said({"plan", "--json=x"}) == "sievarr: an option that takes no value got one: \"x\"");
  CHECK(said({"demo", "--speed", "0"}) ==
        "sievarr: --speed: expected a whole number from 1 to 10000, got \"0\"");
  CHECK(said({"demo", "--for", "3"}) ==
        "sievarr: --for: a span of time needs a unit (s, m, h, d, w or y), got \"3\"");
  CHECK(said({"version", "extra"}) == "sievarr: did not expect \"extra\"");
}

TEST_CASE("an option that may come again fills a list, and what follows -- is no option") {
  auto const ran = run({"validate", "--", "-x"});
  CHECK(ran.error.find("there is no file \"-x\"") != std::string::npos);

  auto const several =
      run({"config", "show", "--set", "tvmaze.rate_limit=7", "--set=dry_run=true"});
  CHECK(several.out.find("rate_limit: 7") != std::string::npos);
  CHECK(several.out.find("dry_run: true") != std::string::npos);
}

TEST_CASE("without a command there is nothing to do") {
  auto const ran = run({});

  CHECK(ran.exit == os::Exit::misused);
  CHECK(ran.error == "sievarr: a command is missing\n  see: sievarr help\n");
}

TEST_CASE("the version is printed by an option, too") {
  CHECK(run({"version"}).out.starts_with("sievarr "));
  CHECK(run({"--version"}).out == run({"version"}).out);
}

TEST_CASE("every command has a manual that names it, and a summary of one line") {
  for (auto const& group : commands())
    for (auto const& entry : group.entries) {
      std::vector<std::string> words{"help"};
      std::string const name{entry.name};
      for (std::istringstream rest(name); rest >> words.emplace_back();) continue;
      words.pop_back();
      auto const ran = run(words);

      CAPTURE(name);
      CHECK(ran.exit == os::Exit::fine);
      CHECK(ran.out.starts_with("NAME\n  sievarr " + name + " - "));
      CHECK(entry.summary.find('\n') == std::string_view::npos);
      words.erase(words.begin());
      words.push_back("--help");
      CHECK(run(words).out == ran.out);
    }
}

TEST_CASE("help lists commands in groups, each in one, with examples and where to read on") {
  auto const help = run({"--help"}).out;
  std::size_t last = 0;
  for (auto const& group : commands()) {
    auto const heading = help.find("\n" + std::string{group.heading} + "\n");
    CAPTURE(group.heading);
    REQUIRE(heading != std::string::npos);
    CHECK(heading > last);
    for (auto const& entry : group.entries) {
      if (entry.name.find(' ') != std::string_view::npos) continue;
      CAPTURE(entry.name);
      auto const line = "\n  " + std::string{entry.name} + " ";
      CHECK(help.find(line, heading) != std::string::npos);
      CHECK(help.find(line, heading) == help.find(line));
    }
    last = heading;
  }
  CHECK(help.find("\nEXAMPLES\n  sievarr demo\n") != std::string::npos);
  CHECK(help.find("docs/guide.md") != std::string::npos);
  CHECK(run({"help", "config"}).out.find("\nCOMMANDS\n  show ") != std::string::npos);
}

TEST_CASE("help of a command that does not exist is refused") {
  auto const ran = run({"help", "nonsense"});

  CHECK(ran.exit == os::Exit::misused);
  CHECK(ran.error == "sievarr: there is no command \"nonsense\"\n  see: sievarr help\n");
}

}  // namespace sievarr::cli
