#include "cli/text/problems.hpp"

#include <doctest/doctest.h>

#include <string>

namespace sievarr::cli {
namespace {

constexpr os::Paint plain{os::Paint::Mode::plain};

std::string const source = "exclude:\n  genre: [News]\n";

Findings unknown_key() {
  return {.problems = {{.place = {"a config.yaml", 2, 3, 11, 16},
                        .path = "exclude",
                        .message = "unknown key \"genre\", did you mean \"genres\"?",
                        .code = "unknown-key",
                        .fix = {{11, 16, "genres"}}},
                       {.place = {.source = "DRY_RUN"},
                        .path = "dry_run",
                        .message = "read as true,\nbetter written so",
                        .code = "loose-boolean",
                        .severity = Severity::warning}},
          .sources = {{"a config.yaml", source}}};
}

Place at(std::uint32_t line, std::uint32_t begin, std::uint32_t end) {
  return {.source = "a", .line = line, .column = 1, .begin = begin, .end = end};
}

}  // namespace

TEST_CASE("people see each problem with the line that it points at") {
  CHECK(problems_as(Format::text, unknown_key(), plain) ==
        "error[unknown-key]: a config.yaml:2:3: exclude: unknown key \"genre\"\n"
        "  2 |   genre: [News]\n"
        "    |   ^^^^^\n"
        "  help: did you mean \"genres\"?\n"
        "warning[loose-boolean]: DRY_RUN: dry_run: read as true,\nbetter written so\n"
        "1 error, 1 warning\n");
}

TEST_CASE("no problems are no text") {
  CHECK(problems_as(Format::text, {}, plain) == "");
  CHECK(problems_as(Format::github, {}, plain) == "");
}

TEST_CASE("programs read problems as JSON that says its version") {
  CHECK(problems_as(Format::json, unknown_key(), plain) ==
        R"({"sievarr_problems":1,"errors":1,"warnings":1,"hints":0,"problems":[)"
        R"({"source":"a config.yaml","line":2,"column":3,"begin":11,"end":16,"path":"exclude",)"
        R"("severity":"error","code":"unknown-key",)"
        R"("message":"unknown key \"genre\", did you mean \"genres\"?",)"
        R"("fix":[{"begin":11,"end":16,"text":"genres"}]},)"
        R"({"source":"DRY_RUN","path":"dry_run","severity":"warning","code":"loose-boolean",)"
        R"("message":"read as true,\nbetter written so","fix":[]}]})"
        "\n");
}

TEST_CASE("a pull request is annotated, and no message can forge another command") {
  CHECK(problems_as(Format::github, unknown_key(), plain) ==
        "::error title=unknown-key,file=a config.yaml,line=2,col=3"
        "::exclude: unknown key \"genre\", did you mean \"genres\"?\n"
        "::warning title=loose-boolean::DRY_RUN: dry_run: read as true,%0Abetter written so\n");
}

TEST_CASE("the marks stand below what they mean in lines with tabs and wide letters") {
  CHECK(snippet(at(1, 3, 5), "\t\xC3\xA9xy\n", plain) == "  1 |  \xC3\xA9xy\n    |   ^^\n");
  CHECK(snippet(at(2, 3, 4), "a\r\nbc\r\n", plain) == "  2 | bc\n    | ^\n");
}

TEST_CASE("a line cannot send commands to a terminal") {
  CHECK(snippet(at(1, 1, 2), "a\x1b[2Jb", plain) == "  1 | a\xEF\xBF\xBD[2Jb\n    |  ^\n");
}

TEST_CASE("a very long line is shown around the place") {
  std::string const line(5000, 'x');
  auto const text = snippet(at(1, 3000, 3003), line, plain);

  CHECK(text == "  1 | " + std::string(100, 'x') + "\n    | " + std::string(50, ' ') + "^^^\n");
}

TEST_CASE("a place that the source does not have shows nothing") {
  CHECK(snippet(at(0, 0, 0), "a", plain) == "");
  CHECK(snippet(at(9, 100, 200), "a", plain) == "");
  CHECK(snippet(at(1, 1, 90), "a", plain) == "  1 | a\n    |  ^\n");
}

TEST_CASE("colours stand around what they mean and nowhere else") {
  constexpr os::Paint coloured{os::Paint::Mode::coloured};

  CHECK(snippet(at(1, 0, 1), "a", coloured) ==
        "  \x1b[2m1\x1b[0m\x1b[2m | \x1b[0ma\n   \x1b[2m | \x1b[0m\x1b[32m^\x1b[0m\n");
}

}  // namespace sievarr::cli
