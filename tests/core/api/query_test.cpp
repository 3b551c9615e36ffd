#include <sievarr/api/query.hpp>
#include <sievarr/api/shows.hpp>

#include <sievarr/document/write_json.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace sievarr::api {
namespace {

/// The query as a tree; "unreadable" where it is none.
std::string tree(std::string_view query) {
  QueryReader reader;
  if (!reader.read(query)) return "unreadable";
  return document::write_json(std::move(reader).take());
}

Reading<ShowsQuery> asked(std::string_view query) {
  QueryReader reader;
  REQUIRE(reader.read(query));
  return parameters<ShowsQuery>(std::move(reader));
}

std::string problems(std::string_view query) {
  std::string text;
  for (auto const& problem : asked(query).problems) text += to_text(problem) + "\n";
  return text;
}

}  // namespace

TEST_CASE("a query is a tree: dots lead down, repetition makes a list") {
  CHECK(tree("") == "{}");
  CHECK(tree("a=1&b.c=2&b.d=3") == R"({"a":"1","b":{"c":"2","d":"3"}})");
  CHECK(tree("a=1&a=2&a=3") == R"({"a":["1","2","3"]})");
  CHECK(tree("a=x+y%20z%2B%26&&") == R"({"a":"x y z+&"})");
  CHECK(tree("a&b=") == R"({"a":"","b":""})");
}

TEST_CASE("a query that is hostile is unreadable or harmless, never more") {
  CHECK(tree("a=%zz") == "unreadable");
  CHECK(tree("a=%f") == "unreadable");
  CHECK(tree("a=%ff%fe") == "unreadable");
  CHECK(tree("a=%00") == "unreadable");
  CHECK(tree("=1") == "unreadable");
  CHECK(tree("a=1&a.b=2") == "unreadable");
  CHECK(tree("a.b=1&a=2") == "unreadable");
  CHECK(tree("a.b.c.d.e.f.g=1") == R"({"a":{"b":{"c":{"d":{"e.f.g":"1"}}}}})");
  std::string many;
  for (std::size_t i = 0; i <= most_parameters; ++i) many += "a=1&";
  CHECK(tree(many) == "unreadable");
}

TEST_CASE("shows are asked for in the words of the filter") {
  auto const query = asked(
      "genres=Drama&genres=Crime&rating.min=7.5&languages=English"
      "&premiered.after=2020&processing_status=added&sort=rating&direction=descending"
      "&limit=5&titles=Star*&in_library=true");

  CHECK(query.problems.empty());
  auto const& value = query.value;
  CHECK(value.criteria.rating.min == filter::Rating{7.5});
  CHECK(value.criteria.languages.any.size() == 1);
  CHECK(value.criteria.genres.any.size() == 2);
  CHECK(value.processing_status == std::vector{adding::Status::added});
  CHECK(value.sort == ShowOrder::rating);
  CHECK(value.limit == 5);
  CHECK(value.in_library == true);
  CHECK(asked("genres.any=Drama&genres.none=News").value.criteria.genres.none.size() == 1);
}

TEST_CASE("a condition of any, all and not is one text, in YAML or JSON") {
  CHECK(asked("where={any: [{rating: {min: 8}}, {networks: [HBO]}]}").problems.empty());
  CHECK(problems("where=soon") != "");
}

TEST_CASE("what is wrong with a query is said as it is for a config") {
  CHECK(problems("genre=Drama").find("unknown key \"genre\", did you mean \"genres\"?") !=
        std::string::npos);
  CHECK(problems("limit=5000").find("limit: must be between 1 and 1000, got 5000") !=
        std::string::npos);
  CHECK(problems("limit=1&limit=2") != "");
  CHECK(problems("rating.min=soon") != "");
  CHECK(problems("processing_status=gone") != "");
  CHECK(problems("in_library=2") != "");
  CHECK(problems("rating=7") != "");
}

}  // namespace sievarr::api
