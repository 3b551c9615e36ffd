#include "cli/program.hpp"

#include "cli/commands.hpp"

#include "ran.hpp"

#include <doctest/doctest.h>

#include <string>

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
  for (auto const& entry : commands()) {
    std::vector<std::string> words{"help"};
    std::string const name{entry.name};
    auto const space = name.find(' ');
    words.push_back(name.substr(0, space));
    if (space != std::string::npos) words.push_back(name.substr(space + 1));
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

TEST_CASE("help of a command that does not exist is refused") {
  auto const ran = run({"help", "nonsense"});

  CHECK(ran.exit == os::Exit::misused);
  CHECK(ran.error == "sievarr: there is no command \"nonsense\"\n  see: sievarr help\n");
}

}  // namespace sievarr::cli
