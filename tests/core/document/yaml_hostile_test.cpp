#include <sievarr/document/yaml.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace sievarr::document {
namespace {

std::string repeated(std::string_view text, std::size_t times) {
  std::string all;
  all.reserve(text.size() * times);
  for (std::size_t at = 0; at < times; ++at) all += text;
  return all;
}

/// The code of the only problem; what went wrong when there is not exactly one.
std::string only_code(std::string_view text) {
  auto const problems = read_yaml(text, "config.yaml").problems;
  if (problems.size() == 1) return std::string(problems.front().code);
  return std::to_string(problems.size()) + " problems";
}

TEST_CASE("100,000 nested brackets are too deep, and nothing worse") {
  CHECK(only_code(repeated("[", 100'000)) == "too-deep");
  CHECK(only_code(repeated("{a: ", 100'000)) == "too-deep");
  CHECK(only_code(repeated("- ", 100'000)) == "too-deep");
  CHECK(only_code(repeated("[{a: ", 100'000)) == "too-deep");
}

TEST_CASE("64 levels of lists and mappings are read, and not one more") {
  auto const nested = [](std::string_view opening, std::string_view closing, std::size_t levels) {
    return only_code(repeated(opening, levels) + "x" + repeated(closing, levels));
  };
  CHECK(nested("[", "]", 64) == "0 problems");
  CHECK(nested("[", "]", 65) == "too-deep");
  CHECK(nested("{a: ", "}", 64) == "0 problems");
  CHECK(nested("{a: ", "}", 65) == "too-deep");
  CHECK(nested("- ", "", 64) == "0 problems");
  CHECK(nested("- ", "", 65) == "too-deep");
}

TEST_CASE("an alias in a deep list counts with the levels of what it stands for") {
  auto const nested = [](std::size_t anchored, std::size_t above) {
    return only_code("a: &a " + repeated("[", anchored) + "x" + repeated("]", anchored) +
                     "\nb: " + repeated("[", above) + "*a" + repeated("]", above) + "\n");
  };
  // The mapping of the document is a level as well.
  CHECK(nested(1, 62) == "0 problems");
  CHECK(nested(1, 63) == "too-deep");
  CHECK(nested(31, 32) == "0 problems");
  CHECK(nested(31, 33) == "too-deep");
  CHECK(nested(62, 1) == "0 problems");
  CHECK(nested(62, 2) == "too-deep");
}

TEST_CASE("aliases that multiply are stopped where they cross the limit") {
  std::string laughs = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
  std::string merges = "a0: &a0 {k0: 1}\n";
  for (auto level = 1; level < 40; ++level) {
    auto const name = "a" + std::to_string(level);
    auto const below = "*a" + std::to_string(level - 1);
    laughs += name + ": &" + name + " [" + repeated(below + ", ", 9) + below + "]\n";
    merges += name + ": &" + name + " {<<: [" + repeated(below + ", ", 9) + below + "]}\n";
  }

  auto const problems = read_yaml(laughs, "config.yaml").problems;
  REQUIRE(problems.size() == 1);
  CHECK(to_text(problems.front()) ==
        "config.yaml:5:45: a4[7]: more than 100000 values, counted where aliases repeat them");
  CHECK(only_code(merges) == "too-many-nodes");
  CHECK(only_code("a: &a {x: 1}\nb:\n  <<: [" + repeated("*a,", 200'000) + "]\n") ==
        "too-many-nodes");
}

TEST_CASE("aliases cannot repeat what does not count as a value") {
  auto const times = [](std::string const& anchored) {
    return "a: &a " + anchored + "\nb: [" + repeated("*a, ", 50'000) + "]\n";
  };
  auto const codes = [](std::string const& text) {
    return std::string(read_yaml(text, "config.yaml").problems.front().code);
  };
  CHECK(codes(times("{" + repeated("x, ", 50'000) + "}")) == "duplicate-key");
  CHECK(codes(times("[" + repeated("*x, ", 50'000) + "]")) == "unknown-anchor");
  CHECK(codes(times("{<<: [" + repeated("1, ", 50'000) + "]}")) == "bad-merge");
  CHECK(codes(times("{" + repeated("[]: 1, ", 50'000) + "}")) == "bad-key");
  CHECK(only_code(times(repeated("x", 500'000))) == "too-large");
  CHECK(only_code(times("{" + repeated("x", 1000) + ": 1}")) == "too-large");
}

TEST_CASE("a document may have 100,000 values and not one more") {
  CHECK(read_yaml(repeated("- x\n", 99'999), "config.yaml").problems.empty());
  CHECK(only_code(repeated("- x\n", 100'000)) == "too-many-nodes");
}

TEST_CASE("a document may have 1 MiB and not one byte more") {
  auto const text = "a: " + repeated("x", most_bytes - 3);

  CHECK(read_yaml(text, "config.yaml").problems.empty());
  CHECK(only_code(text + "x") == "too-large");
  CHECK(only_code(repeated("a: b\n", 10'000'000)) == "too-large");
}

TEST_CASE("bytes that are no text are refused before YAML is asked") {
  CHECK(only_code(std::string(1000, '\0')) == "bad-encoding");
  CHECK(only_code("\xFF\xFE") == "bad-encoding");
  CHECK(only_code(repeated("\xC0", 1000)) == "bad-encoding");
  CHECK(only_code(repeated("\x1B[2J", 1000)) == "bad-character");
}

TEST_CASE("thousands of directives cannot keep libyaml busy") {
  CHECK(only_code(repeated("%TAG !e! x\n", 90'000) + "---\n") == "syntax");
}

TEST_CASE("thousands of problems are cut, and the rest is counted") {
  auto const problems = read_yaml(repeated("a: 1\n", 50'000), "config.yaml").problems;

  REQUIRE(problems.size() == 101);
  CHECK(problems.back().message == "and 49899 more problems");
  CHECK(problems.back().code == "more-problems");
}

TEST_CASE("thousands of anchors are no work for a suggestion") {
  std::string text;
  for (auto at = 0; at < 20'000; ++at) text += "- &a" + std::to_string(at) + " x\n";

  CHECK(read_yaml(text + repeated("- *b\n", 20'000), "config.yaml").problems.size() == 101);
}

TEST_CASE("long lines, blank lines and comments are only long") {
  for (auto const* piece : {"\n", "\r", "#\n", " ", "# x", "\r\n"}) {
    CAPTURE(piece);
    CHECK(read_yaml("a: 1\n" + repeated(piece, 250'000), "config.yaml").problems.empty());
  }
  CHECK(read_yaml("a: |\n" + repeated("  x\n", 250'000), "config.yaml").problems.empty());
  CHECK(only_code("a: \"" + repeated("x\n ", 250'000)) == "syntax");
}

}  // namespace
}  // namespace sievarr::document
