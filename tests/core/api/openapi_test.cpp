#include <sievarr/api/openapi.hpp>
#include <sievarr/api/reference.hpp>

#include <sievarr/document/write_json.hpp>

#include "golden.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <string_view>

namespace sievarr::api {
namespace {

document::Node const& at(document::Node const& node, std::string_view key) {
  auto const* const found = document::find(node, key);
  REQUIRE_MESSAGE(found, "there is no ", key);
  return *found;
}

/// Every reference in a tree.
void collect(document::Node const& node, std::set<std::string>& references) {
  if (auto const* const members = document::mapping(node))
    for (auto const& member : *members) {
      if (member.key == "$ref") references.insert(document::scalar(member.value)->text);
      collect(member.value, references);
    }
  if (auto const* const items = document::sequence(node))
    for (auto const& item : *items) collect(item, references);
}

}  // namespace

TEST_CASE("the reference of the API is what the route table says") {
  test::golden_beside("../docs/reference/api.md", reference());
  test::golden_beside("../docs/reference/openapi.json",
                      document::write_json_pretty(openapi("0.1.0")) + "\n");
}

TEST_CASE("every route is in the document once, with an id of its own and a refusal") {
  auto const root = openapi("0.1.0");
  std::set<std::string> ids;
  for_each_route([&](auto named) {
    constexpr auto route = decltype(named)::route;
    CAPTURE(route.path);
    std::string method{wire::verb(route.method)};
    for (char& letter : method) letter = ascii_lower(letter);
    auto const& operation = at(at(at(root, "paths"), route.path), method);
    CHECK(ids.insert(document::scalar(at(operation, "operationId"))->text).second);
    auto const& answers = at(operation, "responses");
    CHECK(document::find(answers, to_text(route.status)));
    CHECK(document::find(answers, "default"));
  });
}

TEST_CASE("every reference of the document leads to a schema") {
  auto const root = openapi("0.1.0");
  auto const& schemas = at(at(root, "components"), "schemas");
  std::set<std::string> references;
  collect(root, references);
  for (auto const& reference : references) {
    CAPTURE(reference);
    REQUIRE(reference.starts_with("#/components/schemas/"));
    CHECK(document::find(schemas, reference.substr(reference.rfind('/') + 1)));
  }
}

TEST_CASE("what a route needs of a key is what its access says") {
  auto const root = openapi("0.1.0");
  auto const security = [&](std::string_view path) {
    return document::write_json(at(at(at(at(root, "paths"), path), "get"), "security"));
  };

  CHECK(security("/health") == "[{}]");
  CHECK(security("/metrics") ==
        R"([{},{"key":["read"]},{"bearer":["read"]},{"session":["read"]}])");
  CHECK(security("/api/v1/shows") ==
        R"([{"key":["read"]},{"bearer":["read"]},{"session":["read"]}])");
}

TEST_CASE("each kind of refusal has a status of 400 or more, and a name that stays") {
  reflect::for_each_enumerator<Wrong>([](Wrong wrong, std::string_view) {
    auto const said = refusal(wrong, "no");
    CHECK(said.status >= 400);
    CHECK(said.type.starts_with("urn:sievarr:problem:"));
    CHECK(said.type.find('_') == std::string::npos);
  });
  CHECK(refusal(Wrong::no_key, "no").type == "urn:sievarr:problem:no-key");
}

}  // namespace sievarr::api
