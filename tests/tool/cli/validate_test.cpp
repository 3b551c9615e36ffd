#include "ran.hpp"

#include <doctest/doctest.h>

#include <string>

namespace sievarr::cli {
namespace {

using test::run;

constexpr char good[] = "selections: [{types: [Scripted]}]\n";
constexpr char warned[] = "selections: []\n";
constexpr char bad[] = "exclude:\n  genre: [News]\nselections: [{types: [Scripted]}]\n";

test::Ran validate(std::string const& text, std::vector<std::string> const& options = {}) {
  std::vector<std::string> arguments{"validate", "-"};
  arguments.insert(arguments.end(), options.begin(), options.end());
  return run(arguments, {.in = text});
}

}  // namespace

TEST_CASE("a config without mistakes is said to be fine, with what it has") {
  auto const ran = validate(good);

  CHECK(ran.exit == os::Exit::fine);
  CHECK(ran.out == "<stdin>: fine; 1 selection, 0 excludes\n");
  CHECK(ran.error == "");
  CHECK(validate("exclude: {genres: [War], rating: {max: 2}}\n"
                 "selections: [{types: [Scripted]}, {name: b, rating: {min: 8}}]\n"
                 "always: [tvmaze:82]\n")
            .out == "<stdin>: fine; 2 selections, 2 excludes, 1 always\n");
  CHECK(validate(warned).out.find("fine") == std::string::npos);
  CHECK(validate(bad).out.find("fine") == std::string::npos);
}

TEST_CASE("a mistake is shown in its line") {
  auto const ran = validate(bad);

  CHECK(ran.exit == os::Exit::findings);
  CHECK(ran.out ==
        "error[unknown-key]: <stdin>:2:3: exclude: unknown key \"genre\"\n"
        "  2 |   genre: [News]\n"
        "    |   ^^^^^\n"
        "  help: did you mean \"genres\"?\n"
        "1 error\n");
}

TEST_CASE("an unknown key that is like none is answered with those that there are") {
  auto const ran = validate("selections: [{rating: {contains: 8}}]\n");

  CHECK(ran.out.find("error[unknown-key]: <stdin>:1:24: selections[0].rating: unknown key "
                     "\"contains\"\n") == 0);
  CHECK(ran.out.find("\n  help: known here: min, max\n") != std::string::npos);
}

TEST_CASE("a key that is missing is missed behind what stands there, not at another key") {
  auto const ran = validate(
      "selections: [{rating: {min: 8}}]\n"
      "radarr:\n"
      "  url: http://radarr:7878\n"
      "  name: films\n");

  CHECK(ran.out.find("error[missing-key]: <stdin>:4:14: radarr.api_key: is required (Key of its "
                     "API)\n"
                     "  4 |   name: films\n"
                     "    |              ^\n") != std::string::npos);
}

TEST_CASE("letters that turn the direction of a line are warned about") {
  auto const ran = validate("selections: [{name: \"\xE2\x80\xAE\", rating: {min: 8}}]\n");

  CHECK(ran.exit == os::Exit::fine);
  CHECK(ran.out.find("warning[turned-direction]: <stdin>:1:22: ") == 0);
  CHECK(validate("# \xE2\x81\xA7\nselections: [{rating: {min: 8}}]\n", {"--strict"}).exit ==
        os::Exit::warnings);
}

TEST_CASE("warnings count for those who are strict") {
  CHECK(validate(warned).exit == os::Exit::fine);
  CHECK(validate(warned, {"--strict"}).exit == os::Exit::warnings);
  CHECK(validate(good, {"--strict"}).exit == os::Exit::fine);
  CHECK(validate(bad, {"--strict"}).exit == os::Exit::findings);
}

TEST_CASE("several files are checked, and one that is missing hides no mistake in another") {
  auto const ran = run({"validate", "-", "/no/such/file.yaml"}, {.in = bad});

  CHECK(ran.exit == os::Exit::misused);
  CHECK(ran.out.find("unknown key") != std::string::npos);
  CHECK(ran.error == "sievarr: there is no file \"/no/such/file.yaml\"\n  check the path\n");
}

TEST_CASE("what is no file at all is refused") {
  auto const ran = run({"validate", "/"});

  CHECK(ran.exit == os::Exit::misused);
  CHECK(ran.error.find("sievarr: cannot read \"/\"") == 0);
}

TEST_CASE("every machine format says its version, even when it has nothing to say") {
  CHECK(validate(good, {"--json"}).out ==
        "{\"sievarr_problems\":1,\"errors\":0,\"warnings\":0,\"hints\":0,\"problems\":[]}\n");
  CHECK(validate(good, {"--format", "sarif"}).out.find("\"version\": \"2.1.0\"") !=
        std::string::npos);
  CHECK(validate(bad, {"--format=github"}).out ==
        "::error title=unknown-key,file=<stdin>,line=2,col=3::exclude: unknown key \"genre\", did "
        "you mean \"genres\"?\n");
}

TEST_CASE("a format that does not exist is refused with those that do") {
  auto const ran = validate(good, {"--format", "xml"});

  CHECK(ran.exit == os::Exit::misused);
  CHECK(ran.error ==
        "sievarr: --format: expected text, json, github or sarif, got \"xml\"\n"
        "  see: sievarr help validate\n");
}

TEST_CASE("a variable must be set, unless only the file is looked at") {
  std::string const text =
      "tvmaze: {api_key: \"${TVMAZE_KEY}\"}\nselections: [{types: [Scripted]}]\n";

  CHECK(validate(text).exit == os::Exit::findings);
  CHECK(validate(text, {"--ignore-environment"}).exit == os::Exit::fine);
  auto const overridden = run({"validate", "-", "--ignore-environment"},
                              {.in = good, .environment = {{"SERVER_PORT", "web"}}});
  CHECK(overridden.exit == os::Exit::fine);
}

TEST_CASE("the day can be chosen") {
  std::string const text = "selections: [{premiered: {after: today, before: 2026-06-30}}]\n";

  CHECK(validate(text, {"--today", "2026-06-30"}).exit == os::Exit::fine);
  CHECK(validate(text, {"--today", "2026-07-01"}).exit == os::Exit::findings);
  CHECK(validate(text, {"--today", "soon"}).exit == os::Exit::misused);
}

}  // namespace sievarr::cli
