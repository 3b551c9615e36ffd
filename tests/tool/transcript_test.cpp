#include "transcript.hpp"

#include "golden.hpp"

#include <doctest/doctest.h>

#include <string>

namespace sievarr::test {
namespace {

void replay(std::string const& name) {
  Workshop const workshop;
  if (!workshop.has("tvmaze.ndjson"))
    MESSAGE("the recorded shows are not here: what needs them is not replayed");
  CAPTURE(name);
  golden_beside(name, replayed(read_data(name), workshop));
}

}  // namespace

TEST_CASE("every transcript of a command is what the program prints") {
  auto const names = names_below("tool/transcripts", ".md");
  REQUIRE(names.size() > 3);
  for (auto const& name : names) replay(name + ".md");
}

TEST_CASE("every example of the guides is what the program prints") {
  for (std::string const name : {"filters.md", "ci.md", "guide.md"}) replay("../docs/" + name);
}

TEST_CASE("a changed answer is noticed") {
  Workshop const workshop;

  CHECK(replayed("```console\n$ echo a\nb\n```\n", workshop) == "```console\n$ echo a\na\n```\n");
  CHECK(replayed("```console\n$ exit 3\n```\n", workshop) ==
        "```console\n$ exit 3\n[exit 3]\n```\n");
  CHECK(replayed("```yaml a.yaml\nx: 1\n```\n```console\n$ cat a.yaml\n```\n", workshop) ==
        "```yaml a.yaml\nx: 1\n```\n```console\n$ cat a.yaml\nx: 1\n```\n");
}

}  // namespace sievarr::test
