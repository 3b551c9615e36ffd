#include "../tool/serve/answering.hpp"
#include "../tool/support/connection.hpp"
#include "effort.hpp"
#include "http/server.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Requests that were right, and then were not: over a socket, with and without the key or a
/// session.
namespace sievarr::chaos {
namespace {

using test::Answering;
using test::Connection;

/// What browsers ask that have signed in, are about to, or are not let.
std::vector<std::string> by_session(std::string const& cookie) {
  std::string const browser =
      " HTTP/1.1\r\nHost: localhost:8080\r\nCookie: a=b; " + cookie +
      "\r\nOrigin: http://localhost:8080\r\nSec-Fetch-Site: same-origin\r\n";
  std::vector<std::string> all;
  for (std::string const path :
       {"/api/v1/access/me", "/api/v1/access/mode", "/api/v1/access/sessions",
        "/api/v1/access/keys", "/api/v1/access/audit?limit=2&after=9", "/api/v1/shows?limit=2"})
    all.push_back("GET " + path + browser + "\r\n");
  for (auto const& [path, body] : std::vector<std::pair<std::string, std::string>>{
           {"/session", R"({"name":"admin","password":"guess"})"},
           {"/session", R"({"key":"svr_0000000000000000000000000000000000000000"})"},
           {"/api/v1/access/keys", R"({"description":"a","scope":"read","reads_per_minute":9})"},
           {"/api/v1/access/keys/1", R"({"description":"b","writes_per_minute":1})"},
           {"/api/v1/access/password", R"({"current":"guess","password":"a longer secret"})"},
           {"/api/v1/access/setup", R"({"token":"0123","password":"a longer secret"})"},
           {"/api/v1/skip", R"({"shows":[1]})"}})
    all.push_back("POST " + path + browser + "Content-Type: application/json\r\nContent-Length: " +
                  std::to_string(body.size()) + "\r\n\r\n" + body);
  for (std::string const path : {"/api/v1/access/sessions/99", "/api/v1/access/keys/99"})
    all.push_back("DELETE " + path + browser + "X-Forwarded-For: 1.2.3.4, ::1\r\n\r\n");
  all.push_back(
      "GET /api/v1/access/me HTTP/1.1\r\nHost: localhost\r\nRemote-User: admin\r\n"
      "X-Proxy-Secret: from the proxy\r\nX-Forwarded-For: 10.0.0.1\r\n\r\n");
  return all;
}

std::vector<std::string> seeds(std::string const& cookie) {
  std::string const get = " HTTP/1.1\r\nHost: localhost\r\nX-Api-Key: open sesame\r\n\r\n";
  std::vector<std::string> all;
  for (std::string const path :
       {"/health", "/", "/ready", "/metrics", "/state", "/shows?status=added&limit=5",
        "/api/v1/shows?genres=Drama&rating.min=7&sort=rating&direction=descending&limit=3",
        "/api/v1/shows?where=%7Bany%3A%5B%7Brating%3A%7Bmin%3A8%7D%7D%5D%7D&after=1",
        "/api/v1/shows/1", "/api/v1/config", "/api/v1/system/status", "/api/v1/system/health",
        "/api/v1/openapi.json", "/api/v1/export", "/api/v1/review?limit=1", "/api/v1/plan",
        "/api/v1/cycles?before=9", "/api/v1/journal?limit=2"})
    all.push_back("GET " + path + get);
  auto const post = [&](std::string const& path, std::string const& type, std::string const& body) {
    all.push_back("POST " + path +
                  " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer open sesame\r\n"
                  "Content-Type: " +
                  type + "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body);
  };
  post("/trigger?full=true", "application/json", "");
  post("/session", "application/json", R"({"key":"open sesame"})");
  post("/api/v1/skip", "application/json", R"({"shows":[1,2,3]})");
  post("/api/v1/review/approve", "application/json", R"({"shows":[4]})");
  post("/api/v1/judge", "application/yaml",
       "exclude: {genres: [News]}\nselections:\n  - {name: a, rating: {min: 7}, titles: "
       "[\"A*\"]}\n");
  all.push_back(
      "POST /api/v1/retry HTTP/1.1\r\nHost: x\r\nX-Api-Key: open sesame\r\n"
      "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
      "5\r\n{\"sho\r\n9\r\nws\":[1,2]\r\n1\r\n}\r\n0\r\n\r\n");
  all.push_back(
      "DELETE /session HTTP/1.1\r\nHost: localhost\r\nOrigin: http://localhost\r\n"
      "Cookie: sievarr=1.2.3\r\nX-Forwarded-For: 1.2.3.4, ::1\r\n\r\n");
  for (auto& request : by_session(cookie)) all.push_back(std::move(request));
  return all;
}

/// Makes of a request one that nobody thought of.
class Mutator {
 public:
  Mutator(unsigned seed, std::vector<std::string> seeds)
      : random_(seed), seeds_(std::move(seeds)) {}

  std::string next() {
    auto text = any(seeds_);
    for (auto times = below(6); times > 0; --times) mutate(text);
    if (below(8) == 0) text += any(seeds_);
    return text;
  }

 private:
  std::size_t below(std::size_t count) { return random_() % count; }
  std::string const& any(std::vector<std::string> const& all) { return all[below(all.size())]; }

  void mutate(std::string& text) {
    static std::vector<std::string> const pieces{"\r\n",
                                                 "\r\n\r\n",
                                                 "%00",
                                                 "%",
                                                 "%2e%2e/",
                                                 "/../",
                                                 "//",
                                                 "?",
                                                 "&",
                                                 "=",
                                                 "..",
                                                 "{",
                                                 "}",
                                                 "[",
                                                 "\"",
                                                 ":",
                                                 ",",
                                                 "-1",
                                                 "99999999999999999999",
                                                 "1e308",
                                                 "NaN",
                                                 "\xff",
                                                 "\xc0\x80",
                                                 "\t",
                                                 std::string(1, '\0'),
                                                 std::string(300, 'a'),
                                                 std::string(20'000, 'x'),
                                                 "Content-Length: 7\r\n",
                                                 "Transfer-Encoding: chunked\r\n",
                                                 "Expect: 100-continue\r\n",
                                                 "Connection: close\r\n",
                                                 "X-Api-Key: wrong\r\n",
                                                 "If-None-Match: \"",
                                                 "Accept-Encoding: gzip\r\n",
                                                 "HTTP/1.0",
                                                 "HTTP/2.0",
                                                 "HEAD",
                                                 "PUT",
                                                 "limit=",
                                                 "after=",
                                                 "where=",
                                                 "&a.b.c=",
                                                 "sort=title",
                                                 "search=",
                                                 "tvdb:1",
                                                 "*",
                                                 "&x",
                                                 "!!"};
    auto const at = below(text.size() + 1);
    switch (below(6)) {
      case 0: text.insert(at, any(pieces)); break;
      case 1: text.erase(at, below(40)); break;
      case 2:
        if (at < text.size()) text[at] = static_cast<char>(below(256));
        break;
      case 3: text.insert(at, text.substr(below(text.size() + 1), below(60))); break;
      case 4: text.resize(at); break;
      default: text.replace(at, std::min(text.size() - at, below(8)), any(pieces)); break;
    }
  }

  std::minstd_rand random_;
  std::vector<std::string> const seeds_;
};

/// The statuses of all answers in what was heard.
std::vector<std::string> statuses(std::string_view heard) {
  constexpr std::string_view start = "HTTP/1.1 ";
  std::vector<std::string> all;
  for (auto at = heard.find(start); at != heard.npos; at = heard.find(start, at + 1))
    all.emplace_back(heard.substr(at + start.size(), 3));
  return all;
}

/// Whether what was heard holds up: no error of ours, and an end.
bool holds_up(std::string_view heard) {
  auto const all = statuses(heard);
  bool const broke = std::find(all.begin(), all.end(), "500") != all.end();
  return !broke && heard.find("(nothing more came)") == heard.npos;
}

std::string said_to(std::uint16_t port, std::string_view request) {
  Connection connection(port);
  connection.say(request);
  connection.fall_silent();
  return connection.hear_all();
}

/// "sievarr=abc", for the session of a browser that has signed in.
std::string signed_in(Answering& house) {
  auto const answer = house.ask({.method = wire::Method::post,
                                 .target = "/session",
                                 .headers = {{"Host", "localhost:8080"},
                                             {"Origin", "http://localhost:8080"},
                                             {"Content-Type", "application/json"}},
                                 .body = R"({"name":"admin","password":"correct horse"})"});
  REQUIRE(answer.response.status == 204);
  auto const cookie = std::string(*wire::header(answer.response.headers, "Set-Cookie"));
  return cookie.substr(0, cookie.find(';'));
}

}  // namespace

TEST_CASE("no request, however mutated, breaks the server, keeps it busy or is answered with 500") {
  Answering house(Answering::Loaded::yes,
                  "access: {mode: password, password: correct horse, local: read}\n");
  REQUIRE(house.application->step());
  auto const all = seeds(signed_in(house));
  auto& site = *house.site;
  auto server = http::Server::start(
      {}, [&](http::Call const& call) { return site.respond(call); },
      [&](http::Call const& call) { return site.at_once(call); });
  REQUIRE(server);
  auto const port = server->port();
  for (auto const& seed : all) {
    CAPTURE(seed);
    auto const heard = said_to(port, seed);
    CHECK(holds_up(heard));
    CHECK_FALSE(statuses(heard).empty());
  }

  bool const is_long = test::in_full();
  auto const end = std::chrono::steady_clock::now() + std::chrono::seconds{is_long ? 600 : 10};
  unsigned const seed = is_long ? std::random_device{}() : 1;
  CAPTURE(seed);
  Mutator mutator(seed, all);
  std::size_t asked = 0;
  std::size_t answered = 0;
  while (std::chrono::steady_clock::now() < end) {
    house.daemon.clock.advance(std::chrono::seconds{1});
    auto const request = mutator.next();
    auto const heard = said_to(port, request);
    ++asked;
    answered += statuses(heard).empty() ? 0 : 1;
    CAPTURE(request);
    CAPTURE(heard.substr(0, 200));
    REQUIRE(holds_up(heard));
  }
  MESSAGE(asked, " requests, ", answered, " of them answered");
  CHECK(answered > asked / 3);
  CHECK(said_to(port, "GET /health HTTP/1.1\r\n\r\n").find("{\"status\":\"ok\"}") !=
        std::string::npos);
}

}  // namespace sievarr::chaos
