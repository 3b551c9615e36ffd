#include "checks.hpp"
#include "tree.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>

namespace sievarr::tidy {
namespace {

std::string folder() {
  char const* const tests = std::getenv("SIEVARR_TESTS");
  return std::string(tests == nullptr ? "tests" : tests) + "/tidy";
}

/// A bad sample: lines "expect: FINDING", then files, each after a line "=== PATH".
struct Sample {
  std::vector<std::string> expected;
  std::vector<Source> sources;
};

Sample read_sample(std::string const& text) {
  Sample sample;
  std::size_t const start = text.find("=== ");
  for (auto const& line : read_source("", text.substr(0, start)).lines) {
    if (line.starts_with("expect: ")) sample.expected.push_back(line.substr(8));
  }
  for (auto at = start; at < text.size();) {
    auto const end_of_path = text.find('\n', at);
    auto const next = std::min(text.find("\n=== ", end_of_path - 1), text.size());
    auto const path = text.substr(at + 4, end_of_path - at - 4);
    sample.sources.push_back(read_source(path, text.substr(end_of_path + 1, next - end_of_path)));
    at = next + 1;
  }
  return sample;
}

std::vector<std::string> findings_in(Sample const& sample, Rules const& rules) {
  std::vector<std::string> texts;
  for (auto const& source : sample.sources) {
    for (auto const& finding : check_source(source, rules)) texts.push_back(text_of(finding));
  }
  for (auto const& finding : check_project(sample.sources, rules)) {
    texts.push_back(text_of(finding));
  }
  return texts;
}

Rules house_rules() {
  auto const read = read_rules(read_text(folder() + "/floors"), read_text(folder() + "/bans"));
  REQUIRE_FALSE(read.wrong_line);
  return read.rules;
}

std::string joined(std::vector<std::string> lines) {
  std::sort(lines.begin(), lines.end());
  std::string text;
  for (auto const& line : lines) text += line + "\n";
  return text;
}

TEST_CASE("each bad sample has exactly the findings that it expects") {
  auto const rules = house_rules();
  std::size_t samples = 0;
  for (auto const& entry : std::filesystem::directory_iterator(folder() + "/bad")) {
    INFO(entry.path().string());
    auto const sample = read_sample(read_text(entry.path().string()));
    ++samples;

    CHECK_FALSE(sample.sources.empty());
    CHECK(joined(findings_in(sample, rules)) == joined(sample.expected));
  }
  CHECK(samples >= 12);
}

TEST_CASE("a folder that nobody can look through is found") {
  std::vector<Source> sources;
  for (int number = 0; number < 41; ++number)
    sources.push_back(read_source("tool/os/file_" + std::to_string(number) + ".hpp", ""));
  for (int number = 0; number < 60; ++number)
    sources.push_back(read_source("tests/data/" + std::to_string(number) + ".yaml", ""));
  CHECK(check_folders(sources) ==
        Findings{{"tool/os", 0, "a folder has at most 40 files, got 41"}});
  sources.erase(sources.begin());
  CHECK(check_folders(sources).empty());
}

TEST_CASE("comments and strings are not code") {
  auto const source = read_source("a.hpp",
                                  "int a; // throw\n"
                                  "char b = '\"'; /* throw\n"
                                  "throw */ auto c = \"throw \\\" throw\";\n"
                                  "auto d = R\"x(throw )\" throw)x\"; int e = 1'000;\n");
  for (auto const& line : source.code) {
    CHECK(find_word(line, "throw") == std::string::npos);
  }
  CHECK(find_word(source.code.at(1), "char") == 0);
  CHECK(source.code.at(3).ends_with("int e = 1'000;"));
}

TEST_CASE("a row that is not one is named") {
  CHECK(read_rules("include/x | y\n", "").wrong_line ==
        "tests/tidy/floors: expected three cells: include/x");
  CHECK(read_rules("", "* | colour | red | ugly\n").wrong_line ==
        "tests/tidy/bans: expected where, kind, words, why: *");
}

}  // namespace
}  // namespace sievarr::tidy
