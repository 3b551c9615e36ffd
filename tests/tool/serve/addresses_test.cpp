#include "answering.hpp"
#include "serve/page/assets.hpp"

#include <sievarr/api/pages.hpp>

#include <string>
#include <vector>

/// The addresses of the page, as a browser comes by them.
namespace sievarr::serve {
namespace {

using test::Answering;
using wire::Method;

/// An address with numbers in the place of what is in braces.
std::string with_numbers(std::string path) {
  for (auto brace = path.find('{'); brace != path.npos; brace = path.find('{'))
    path.replace(brace, path.find('}') - brace + 1, "12");
  return path;
}

bool is_the_page(wire::Response const& response) {
  return response.status == 200 && wire::content_type(response.headers) == "text/html" &&
         wire::header(response.headers, "Content-Security-Policy")
             .value_or("")
             .starts_with("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'");
}

std::string tag_of(wire::Response const& response) {
  return std::string(wire::header(response.headers, "ETag").value_or(""));
}

}  // namespace

TEST_CASE("at each of its addresses the page is there without a key, below the base") {
  Answering house;
  for (std::string const base : {"", "/sievarr"}) {
    if (!base.empty()) {
      house.daemon.text.replace(house.daemon.text.find("server: {"), 9,
                                "server: {url_base: /sievarr, ");
      REQUIRE_FALSE(has_errors(house.application->reload().problems));
    }
    for (auto const& each : api::pages()) {
      auto const path = base + with_numbers(each.path);
      CAPTURE(path);
      CHECK(is_the_page(house.ask({.target = path}).response));
      CHECK(is_the_page(house.ask({.target = path + "?item=tvmaze:350"}).response));
      CHECK(is_the_page(house.ask({.method = Method::head, .target = path}).response));
    }
  }
  CHECK(house.ask({.target = "/review"}).response.status == 401);
}

TEST_CASE("the page is there while the storage is still read") {
  Answering house(Answering::Loaded::no);
  CHECK(is_the_page(house.ask({.target = "/plan"}).response));
}

TEST_CASE("what is neither page, nor file of it, nor route is asked for a key") {
  Answering house;
  for (std::string const path :
       {"/filter", "/filter/nothing", "/Plan", "/plan/", "//plan", "/plan/../state", "/library/12",
        "/library/12/seasons", "/library/series/one", "/library/series/12/episodes",
        "/settings/access/keys", "/index.htm", "/assets/none.js", "/search", "/api/v1/pages"}) {
    CAPTURE(path);
    CHECK(house.ask({.target = path}).response.status == 401);
  }
}

TEST_CASE("an address of the page takes nothing that is sent to it") {
  Answering house;
  for (auto const method : {Method::post, Method::put, Method::delete_, Method::patch}) {
    CHECK(house.ask({.method = method, .target = "/plan"}).response.status == 401);
    auto const sent = house.ask({.method = method, .target = "/plan", .headers = Answering::key()});
    CHECK(sent.response.status == 404);
  }
}

TEST_CASE("the page is sent once and then known by its tag") {
  Answering house;
  auto const tag = tag_of(house.ask({.target = "/plan"}).response);
  CHECK(tag.size() > 2);
  CHECK(tag == tag_of(house.ask({.target = "/review"}).response));
  auto const again = house.ask({.target = "/review", .headers = {{"If-None-Match", tag}}}).response;
  CHECK(again.status == 304);
  CHECK(again.body.empty());
}

TEST_CASE("links of the page lead below the base from any depth") {
  std::string const page =
      R"(<link href="./icon.svg"><script src="./assets/a.js"></script><a href="https://x/./y">)";
  CHECK(with_base(page, "") ==
        R"(<link href="/icon.svg"><script src="/assets/a.js"></script><a href="https://x/./y">)");
  CHECK(
      with_base(page, "/a/b") ==
      R"(<link href="/a/b/icon.svg"><script src="/a/b/assets/a.js"></script><a href="https://x/./y">)");
}

}  // namespace sievarr::serve
