#include "tree.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <regex>
#include <set>
#include <string>

/// Codes of problems are an interface: each one has an example.
namespace sievarr::tidy {
namespace {

namespace fs = std::filesystem;

/// Everything that the files below a folder say, those that end in some way.
std::string texts_below(std::string const& folder, std::string_view end) {
  std::string text;
  for (auto const& entry : fs::recursive_directory_iterator(root_folder() + "/" + folder))
    if (entry.path().string().ends_with(end)) text += read_text(entry.path().string()) + "\n";
  return text;
}

std::set<std::string> found(std::string const& text, std::string const& pattern) {
  std::set<std::string> words;
  std::regex const expression(pattern, std::regex::multiline);
  for (std::sregex_iterator at(text.begin(), text.end(), expression), end; at != end; ++at)
    words.insert((*at)[1]);
  return words;
}

/// The codes in headers: words with hyphens, and single words where a problem is made.
std::set<std::string> codes_in(std::string const& headers) {
  auto codes = found(headers, R"re("([a-z]+(?:-[a-z]+)+)")re");
  codes.merge(found(headers, R"re(\b(?:Misfit\{|Misencoding\{|code = )"([a-z]+)")re"));
  // Formats and headers of others.
  for (auto const* const word : {"date-time", "max-age", "s-maxage"}) codes.erase(word);
  return codes;
}

/// The codes of all that is said about a config; its rooms have functions that say something.
std::set<std::string> codes_of_configs() {
  std::set<std::string> codes;
  for (auto const* const room : {"config", "filter", "value", "reflect", "derive"}) {
    auto const headers = texts_below(std::string("include/sievarr/") + room, ".hpp");
    codes.merge(codes_in(headers));
    codes.merge(found(
        headers, R"re(\b(?:say|report|add|warn|idle)\([^;"]*(?:"[^"]*_[^"]*", )?"([a-z]+)",)re"));
  }
  for (auto const* const key : {"selections", "filters", "mode", "password", "user"})
    codes.erase(key);
  return codes;
}

std::set<std::string> all_codes() {
  auto codes = codes_in(texts_below("include/sievarr", ".hpp"));
  codes.merge(codes_of_configs());
  return codes;
}

std::set<std::string> without(std::set<std::string> words, std::set<std::string> const& others) {
  for (auto const& word : others) words.erase(word);
  return words;
}

std::string joined(std::set<std::string> const& words) {
  std::string text;
  for (auto const& word : words) text += word + "\n";
  return text;
}

/// The codes of the examples: "(code)" at the end of a line, or alone on an indented one.
std::set<std::string> examples_below(std::string const& folder) {
  auto const text = texts_below(folder, ".expected");
  auto codes = found(text, R"re(\(([a-z-]+)\)$)re");
  codes.merge(found(text, R"re(^    ([a-z-]+)$)re"));
  return codes;
}

}  // namespace

TEST_CASE("everything that is said about a config has a bad and a good document") {
  auto codes = codes_of_configs();
  REQUIRE(codes.size() > 40);

  // The one thing that is said about a file as a whole that is to be rewritten.
  codes.erase("cannot-rewrite");
  // What is said about a change, see core/config/revision_test.
  for (auto const* const code : {"guarded-field", "new-variable", "secret-needed"})
    codes.erase(code);
  CHECK(joined(without(codes, examples_below("tests/data"))) == "");
}

TEST_CASE("every code has an example: a document, or a test that names it") {
  auto const codes = all_codes();
  auto known = examples_below("tests/data");
  known.merge(found(texts_below("tests/core", "_test.cpp"), R"re("([a-z]+(?:-[a-z]+)+)")re"));

  CHECK(joined(without(codes, known)) == "");
}

TEST_CASE("no example has a code that nobody says") {
  auto const codes = all_codes();

  CHECK(joined(without(examples_below("tests/data"), codes)) == "");
}

}  // namespace sievarr::tidy
