#include <sievarr/api/openapi.hpp>
#include <sievarr/config/config.hpp>
#include <sievarr/derive/json_schema.hpp>
#include <sievarr/document/json.hpp>

#include "frozen.hpp"
#include "golden.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>

/// What version 0.1.0 promised to programs is still promised: documents may grow, nothing in them
/// may go or mean something else.
namespace sievarr::api {
namespace {

document::Node frozen(std::string const& name) {
  auto read = document::read_json(test::read_data("data/frozen/" + name), name);
  REQUIRE(read.problems.empty());
  return std::move(read.value);
}

bool is_prose(std::string const& key) {
  return key == "description" || key == "example" || key == "examples" || key == "summary";
}

}  // namespace

TEST_CASE("programs written for version 0.1.0 find every address, field and word of the API") {
  // Two promises were taken back: the cookie has another name since sessions are stored, and the
  // key need not be sent where name and password are.
  CHECK(test::Missing(is_prose).of(frozen("openapi.json"), openapi("0.1.0")) ==
        "/components/schemas/SessionRequest/required\n"
        "/components/securitySchemes/session/name\n");
}

TEST_CASE("editors with the schema of version 0.1.0 know every key and word of a config") {
  auto const now = derive::json_schema<config::Config>("Sievarr's config.yaml");
  CHECK(test::Missing(is_prose).of(frozen("config.schema.json"), now) == "");
}

}  // namespace sievarr::api
