#include <sievarr/document/substitute.hpp>
#include <sievarr/document/write_yaml.hpp>
#include <sievarr/document/yaml.hpp>

#include <doctest/doctest.h>

#include <string>

namespace sievarr::document {
namespace {

Surroundings surroundings() {
  return {
      .variables = {{"A", "one"},
                    {"EMPTY", ""},
                    {"NULL_WORD", "null"},
                    {"SNEAKY", "${A} $${A} ${B:-x}"},
                    {"KEY_FILE", "/run/secrets/key"},
                    {"GONE_FILE", "/gone"},
                    {"BOTH", "1"},
                    {"BOTH_FILE", "/run/secrets/key"},
                    {"EMPTY_FILE", ""},
                    {"C_1", "c"}},
      .read_file = [](std::string const& path) -> Outcome<std::string> {
        if (path == "/run/secrets/key") return std::string(" \ts3cret\r\n\n");
        return Failure{.kind = Failure::Kind::missing, .text = "no such file", .hint = "mount it"};
      },
  };
}

/// The text of `a` after substitution in "a: TEXT"; the problems when there are some.
std::string substituted(std::string const& text) {
  auto const node = read_yaml("a: " + text + "\n", "config.yaml").value;
  auto const read = substitute(node, surroundings());
  std::string problems;
  for (auto const& problem : read.problems)
    problems += to_text(problem) + " (" + std::string(problem.code) + ")\n";
  return problems.empty() ? scalar(*find(read.value, "a"))->text : problems;
}

TEST_CASE("a variable may stand anywhere in a text") {
  CHECK(substituted("${A}") == "one");
  CHECK(substituted("x${A}y${A}") ==
        "xoney"
        "one");
  CHECK(substituted("'http://${A}:${C_1}/'") == "http://one:c/");
}

TEST_CASE("a file gives its contents without the space around them") {
  CHECK(substituted("${KEY}") == "s3cret");
  CHECK(substituted("${KEY_FILE}") == "s3cret");
  CHECK(substituted("${A_FILE}") == "one");
}

TEST_CASE("a default counts when nothing else is set") {
  CHECK(substituted("${B:-two}") == "two");
  CHECK(substituted("${A:-two}") == "one");
  CHECK(substituted("${KEY:-two}") == "s3cret");
  CHECK(substituted("${B:-}") == "");
  CHECK(substituted("${B:-a:-b c}") == "a:-b c");
  CHECK(substituted("${EMPTY:-two}") == "two");
  CHECK(substituted("${EMPTY}") == "");
}

TEST_CASE("two dollars write a plain bracket") {
  CHECK(substituted("$${A}") == "${A}");
  CHECK(substituted("$$${A}") == "$${A}");
  CHECK(substituted("$A $ $$ {A} $$") == "$A $ $$ {A} $$");
}

TEST_CASE("what comes in is never looked at again") {
  CHECK(substituted("${SNEAKY}") == "${A} $${A} ${B:-x}");
}

TEST_CASE("each variable that is not set is named, with both ways to set it") {
  CHECK(substituted("${B} ${D_FILE}") ==
        "config.yaml:1:4: a: neither B nor B_FILE is set; set one, or write a default: ${B:-...} "
        "(unset-variable)\n"
        "config.yaml:1:4: a: neither D nor D_FILE is set; set one, or write a default: ${D:-...} "
        "(unset-variable)\n");
}

TEST_CASE("a variable and its file are never both right") {
  auto const* both =
      "config.yaml:1:4: a: both BOTH and BOTH_FILE are set; keep one "
      "(ambiguous-variable)\n";
  CHECK(substituted("${BOTH}") == both);
  CHECK(substituted("${BOTH_FILE}") == both);
  CHECK(substituted("${BOTH:-x}") == both);
}

TEST_CASE("a file that cannot be read says which variable named it") {
  CHECK(substituted("${GONE:-x}") ==
        "config.yaml:1:4: a: cannot read \"/gone\", which GONE_FILE names: no such file; mount it "
        "(unreadable-file)\n");
}

TEST_CASE("what is no variable is said, not guessed") {
  CHECK(substituted("\"${A\"") ==
        "config.yaml:1:4: a: \"${\" is never closed; write \"$${\" for a "
        "plain \"${\" (bad-substitution)\n");
  CHECK(
      substituted("${1A}") ==
      "config.yaml:1:4: a: expected the name of a variable in \"${1A}\"; write \"$${\" for a plain "
      "\"${\" (bad-substitution)\n");
  CHECK(substituted("\"${B:-${A}}\"") ==
        "config.yaml:1:4: a: a default cannot hold another variable, as in \"${B:-${A}\" "
        "(bad-substitution)\n");
  for (auto const* text : {"${}", "${_FILE}", "${A B}", "${A:x}", "${é}", "${:-x}"}) {
    CAPTURE(text);
    CHECK(substituted("'" + std::string(text) + "'").find("bad-substitution") != std::string::npos);
  }
}

TEST_CASE("all problems of a tree come at once, and places stay") {
  auto const node = read_yaml("a: [x, \"${B}\"]\nb:\n  c: ${A}\n  d: ${D}\n", "config.yaml").value;

  auto const read = substitute(node, surroundings());

  REQUIRE(read.problems.size() == 2);
  CHECK(read.problems[0].path == "a[1]");
  CHECK(to_text(read.problems[1].place) == "config.yaml:4:6");
  auto const& replaced = *find(*find(read.value, "b"), "c");
  CHECK(scalar(replaced)->text == "one");
  CHECK(replaced.place == find(*find(node, "b"), "c")->place);
}

TEST_CASE("an empty variable is an absent value, but the word null is a text") {
  auto const node = read_yaml("a: ${EMPTY}\nb: ${NULL_WORD}\nc: \"${EMPTY}\"\n", "c.yaml").value;

  auto const read = substitute(node, surroundings()).value;

  CHECK(is_null(*find(read, "a")));
  CHECK_FALSE(is_null(*find(read, "b")));
  CHECK_FALSE(is_null(*find(read, "c")));
}

TEST_CASE("keys are left alone") {
  auto const node = read_yaml("\"${A}\": x\n", "config.yaml").value;

  CHECK(find(substitute(node, surroundings()).value, "${A}") != nullptr);
}

TEST_CASE("where there are no files, naming one is a problem") {
  auto const node = read_yaml("a: ${KEY}\n", "config.yaml").value;

  auto const read = substitute(node, {.variables = {{"KEY_FILE", "/key"}}});

  REQUIRE(read.problems.size() == 1);
  CHECK(read.problems[0].code == "unreadable-file");
}

}  // namespace
}  // namespace sievarr::document
