#include "serve/routing/router.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace sievarr::serve {
namespace {

std::vector<api::Route> const routes_here{
    {.path = "/health", .access = api::Access::open},
    {.path = "/api/v1/shows"},
    {.path = "/api/v1/shows/{id}"},
    {.method = wire::Method::post, .path = "/session", .access = api::Access::open},
    {.method = wire::Method::delete_, .path = "/session", .access = api::Access::open},
};

/// The template that a path leads to; "method" where only that is wrong, "nothing", or
/// "unreadable".
std::string led(std::string_view path, wire::Method method = wire::Method::get,
                std::string_view base = "") {
  auto target = Target::read(path);
  if (!target) return "unreadable";
  if (!target->enter(base)) return "outside";
  auto const found = find(routes_here, *target, method);
  if (!found.route) return found.methods.empty() ? "nothing" : "method";
  auto text = std::string(routes_here[*found.route].path);
  for (auto const& [name, value] : found.parameters)
    text.append(" ").append(name).append("=").append(value);
  return text;
}

}  // namespace

TEST_CASE("a path leads to a route by whole segments") {
  CHECK(led("/health") == "/health");
  CHECK(led("/health?x=1") == "/health");
  CHECK(led("/api/v1/shows/44933?a=/b") == "/api/v1/shows/{id} id=44933");
  CHECK(led("/api/v1/shows/a%2Fb") == "/api/v1/shows/{id} id=a/b");
  CHECK(led("/health", wire::Method::head) == "/health");
  CHECK(led("/health", wire::Method::post) == "method");
  CHECK(led("/session", wire::Method::delete_) == "/session");
}

TEST_CASE("what stands before or behind an open path opens nothing") {
  for (std::string const path :
       {"/health/", "//health", "/health/../api/v1/shows", "/api/v1/shows/..", "/health;/api",
        "/%2e%2e/health", "/api%2Fv1%2Fshows", "/HEALTH", "/api/v1/shows/1/2", "/./health",
        "/health%2f..%2fapi%2fv1%2fshows"}) {
    CAPTURE(path);
    auto const where = led(path);
    CHECK(where != "/health");
    CHECK(where != "/api/v1/shows");
  }
  CHECK(led("/api/v1/shows/%2e%2e") == "/api/v1/shows/{id} id=..");
  CHECK(led("/api/v1/shows/") == "nothing");
}

TEST_CASE("what is no path is not looked for") {
  for (std::string const path : {"health", "", "/%", "/%zz", "/%00", "/%ff", "/a#b", "/a\\b"}) {
    CAPTURE(path);
    CHECK(led(path) == "unreadable");
  }
}

TEST_CASE("below a base everything is where it was, and outside of it nothing is") {
  CHECK(led("/sievarr/health", wire::Method::get, "/sievarr") == "/health");
  CHECK(led("/a/b/api/v1/shows", wire::Method::get, "/a/b") == "/api/v1/shows");
  CHECK(led("/health", wire::Method::get, "/sievarr") == "outside");
  CHECK(led("/sievarrs/health", wire::Method::get, "/sievarr") == "outside");
  CHECK(led("/sievarr/../health", wire::Method::get, "/sievarr") == "nothing");
  CHECK(led("/sievarr", wire::Method::get, "/sievarr") == "nothing");
}

}  // namespace sievarr::serve
