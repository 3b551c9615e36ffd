#include <sievarr/config/rewrite.hpp>

#include "golden.hpp"

#include <doctest/doctest.h>

#include <string>

namespace sievarr::config {
namespace {

std::string rewritten(std::string const& text) {
  auto const edits = rewrite(text, "a.yaml");
  if (!edits) return edits.error().message;
  auto result = document::edited(text, *edits);
  REQUIRE(result);
  return *result;
}

}  // namespace

TEST_CASE("older files become new ones, with every comment") {
  for (std::string const name : {"flat", "selections", "wrapped"}) {
    CAPTURE(name);
    auto const text = test::read_data("data/config/legacy/" + name + ".yaml");
    auto const once = rewritten(text);

    test::golden_beside("data/config/legacy/" + name + ".rewritten", once);
    CHECK(rewritten(once) == once);
  }
}

TEST_CASE("a file in its new form is left alone, byte for byte") {
  std::string const text = "# hello\r\nexclude: {genres: [News]}   # never\r\n\r\ndry_run: yes";

  CHECK(rewritten(text) == text);
  CHECK(rewritten("") == "");
}

TEST_CASE("filters in brackets are written anew") {
  CHECK(rewritten("filters: {exclude: {genres: [News]}, selections: [{types: [Scripted]}]}\n"
                  "dry_run: true\n") ==
        "exclude:\n  genres: [News]\nselections:\n  - types: [Scripted]\ndry_run: true\n");
  CHECK(rewritten("filters: {types: {include: [Scripted]}, status: {exclude_ended: true}}\n") ==
        "selections:\n  - name: default\n    types: [Scripted]\n    status:\n"
        "      none: [Ended]\n");
}

TEST_CASE("a list below its key becomes one in brackets") {
  CHECK(rewritten("filters:\n  types:\n    include:\n    - Scripted  # a\n    - Talk Show\n"
                  "    # b\n  min_runtime: 20 # c\n") ==
        "selections:\n  - name: default\n    unknown: {runtime: allow}\n    # a\n"
        "    types: [Scripted, Talk Show]\n    # b\n    runtime: {min: 20}   # c\n");
}

TEST_CASE("variables stay variables") {
  CHECK(rewritten("filters:\n  premiered: {after: \"${SINCE}\"}\n  min_runtime: ${MINUTES}\n") ==
        "selections:\n  - name: default\n    unknown: {premiered: allow, runtime: allow}\n"
        "    premiered: {after: \"${SINCE}\"}\n    runtime: {min: \"${MINUTES}\"}\n");
}

TEST_CASE("what only a person can decide is not rewritten") {
  CHECK(rewritten("filters: {exlude: {}}\n") ==
        "mend this first: a.yaml:1:11: filters: unknown key \"exlude\", did you mean \"exclude\"?");
  CHECK(rewritten("filters:\n  types:\n    include:\n      a:\n        b\n")
            .starts_with("the older"));
  CHECK(rewritten("filters:\n  min_runtime: \"1\n    2\"\n").starts_with("selections:"));
  CHECK(rewrite("a: [", "a.yaml").error().code == "cannot-rewrite");
  CHECK(rewritten("- a") == "expected a mapping of sections such as exclude and sonarr");
  CHECK(rewritten("a: [") == "mend this first: a.yaml:1:5: expected a value, got the end");
}

}  // namespace sievarr::config
