#include "../support/stand_in.hpp"
#include "net/curl_transport.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

namespace sievarr::net {
namespace {

using http::Answer;
using http::Call;
using http::Delivery;
using std::chrono::milliseconds;
using std::chrono::seconds;
using test::StandIn;
using Kind = Failure::Kind;

constexpr std::string_view page = R"([{"id":1,"name":"Severance"}])";
constexpr std::string_view packed_page(
    "\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff\x8b\xae\x56\xca\x4c\x51\xb2\x32\xd4\x51\xca\x4b\xcc"
    "\x4d\x55\xb2\x52\x0a\x4e\x2d\x4b\x2d\x4a\xcc\x4b\x4e\x55\xaa\x8d\x05\x00\xc8\x0c\x4b\x17\x1d"
    "\x00\x00\x00",
    49);

http::Respond always(wire::Response response, Delivery how = {}) {
  return [=](Call const&) { return Answer{response, how}; };
}

wire::Response said(std::string_view body) { return {.body = std::string(body)}; }

Outcome<wire::Response> get(std::string const& address, CurlOptions options = {}) {
  CurlTransport transport(std::move(options));
  return transport.send({.target = address});
}

/// What came of a body before it broke off.
class Pieces final : public Sink {
 public:
  using Sink::Sink;
  void begin() override {
    ++begun;
    body.clear();
  }
  void take(std::string_view bytes) override { body += bytes; }

  int begun = 0;
  std::string body;
};

}  // namespace

TEST_CASE("a page is fetched with its status and headers") {
  StandIn const server(always({.status = 201, .headers = {{"X-Kind", "test"}}, .body = "hello"}));

  auto const response = get(server.address("/shows?page=1"));

  REQUIRE(response);
  CHECK(response->status == 201);
  CHECK(response->body == "hello");
  CHECK(wire::header(response->headers, "x-kind") == "test");
  auto const asked = server.asked().front();
  CHECK(asked.target == "/shows?page=1");
  CHECK(wire::header(asked.headers, "User-Agent")->starts_with("sievarr/"));
  CHECK(wire::header(asked.headers, "Accept-Encoding")->find("gzip") != std::string::npos);
}

TEST_CASE("a request arrives as it was made, whatever its method") {
  StandIn const server(always(said("")));
  CurlTransport transport({});
  auto const ask = [&](wire::Method method, std::string body) {
    REQUIRE(transport.send({.method = method,
                            .target = server.address("/x"),
                            .headers = {{"X-Api-Key", "k"}, {"X-Empty", ""}},
                            .body = std::move(body)}));
    return server.asked().back();
  };

  for (auto const method : {wire::Method::get, wire::Method::head, wire::Method::post,
                            wire::Method::put, wire::Method::delete_}) {
    auto const came = ask(method, "");
    CHECK(came.method == method);
    CHECK(wire::header(came.headers, "X-Api-Key") == "k");
    CHECK(wire::header(came.headers, "X-Empty") == "");
  }
  auto const body = std::string("a\0b", 3) + std::string(100'000, 'x');
  CHECK(ask(wire::Method::post, body).body == body);
  CHECK(ask(wire::Method::put, body).body == body);
  CHECK_FALSE(wire::header(server.asked().back().headers, "Content-Type"));
  CHECK_FALSE(wire::header(server.asked().back().headers, "Expect"));
}

TEST_CASE("a packed answer is unpacked, and one that is cut off is not taken for whole") {
  auto const packed = [](std::string_view bytes) {
    return wire::Response{.headers = {{"Content-Encoding", "gzip"}}, .body = std::string(bytes)};
  };
  StandIn const whole(always(packed(packed_page)));
  auto const response = get(whole.address("/"));
  REQUIRE(response);
  CHECK(response->body == page);

  for (std::size_t size = 1; size < packed_page.size(); ++size) {
    CAPTURE(size);
    StandIn const cut(always(packed(packed_page.substr(0, size))));
    auto const failed = get(cut.address("/"));
    REQUIRE_FALSE(failed);
    CHECK(failed.error().kind == Kind::malformed);
    CHECK(failed.error().text ==
          cut.filled("http://127.0.0.1:PORT/: the answer cannot be unpacked"));
  }
}

TEST_CASE("a packed answer with a wrong sum is malformed, an unpacked one of that kind too") {
  std::string harmed(packed_page);
  harmed[harmed.size() - 6] ^= 1;
  for (auto const& body : {harmed, std::string(page)}) {
    StandIn const server(always({.headers = {{"Content-Encoding", "GZIP"}}, .body = body}));
    auto const failed = get(server.address("/"));
    REQUIRE_FALSE(failed);
    CHECK(failed.error().kind == Kind::malformed);
  }
}

TEST_CASE("nobody answers: unreachable, with an idea what to do") {
  std::string address;
  {
    StandIn const server(always(said("")));
    address = server.address("/");
  }

  auto const failed = get(address);

  REQUIRE_FALSE(failed);
  CHECK(failed.error().kind == Kind::unreachable);
  CHECK(failed.error().text == address + ": nobody answers there");
  CHECK(failed.error().hint == "check that the server runs, and its address and port");
}

TEST_CASE("there is no such host: unreachable") {
  auto const failed = get("http://nowhere.invalid/api?apikey=s3cret");

  REQUIRE_FALSE(failed);
  CHECK(failed.error().kind == Kind::unreachable);
  CHECK(failed.error().text == "http://nowhere.invalid/api: there is no host of that name");
}

TEST_CASE("an answer that does not come, or drips, has timed out") {
  StandIn const silent(always(said(page), {.delay = seconds{60}}));
  StandIn const slow(always(said(page), {.piece = 1, .pause = seconds{1}}));
  for (auto const* server : {&silent, &slow}) {
    auto const failed = get(server->address("/"), {.total = milliseconds{300}});
    REQUIRE_FALSE(failed);
    CHECK(failed.error().kind == Kind::timed_out);
    CHECK(failed.error().text ==
          server->filled("http://127.0.0.1:PORT/: no whole answer, it was given 300 ms"));
  }
}

TEST_CASE("a connection that breaks off anywhere in an answer is broken") {
  for (auto const end : {Delivery::End::closed, Delivery::End::reset}) {
    for (std::size_t const size : {0U, 1U, 16U, 40U, 50U, 60U}) {
      CAPTURE(size);
      StandIn const server(always(said(page), {.cut_after = size, .end = end}));
      auto const failed = get(server.address("/"));
      REQUIRE_FALSE(failed);
      CHECK(failed.error().kind == Kind::broken);
      CHECK(failed.error().text ==
            server.filled("http://127.0.0.1:PORT/: the connection broke off"));
    }
  }
}

TEST_CASE("what is not HTTP is malformed") {
  StandIn const server(
      always(said(""), {.raw = "220 mail.example ESMTP\r\n", .end = Delivery::End::closed}));

  auto const failed = get(server.address("/"));

  REQUIRE_FALSE(failed);
  CHECK(failed.error().kind == Kind::malformed);
  CHECK(failed.error().text == server.filled("http://127.0.0.1:PORT/: the answer is not HTTP"));
}

TEST_CASE("an answer that is too large is not read to its end") {
  StandIn const server(always(said(std::string(1 << 20, 'x'))));
  CurlTransport transport({});

  auto const failed = transport.send({.target = server.address("/")}, 1000);

  REQUIRE_FALSE(failed);
  CHECK(failed.error().kind == Kind::too_large);
  CHECK(failed.error().text ==
        server.filled("http://127.0.0.1:PORT/: the answer has more than 1000 bytes"));
}

TEST_CASE("a header that never ends is not read to its end") {
  StandIn const server(
      always(said(""), {.raw = "HTTP/1.1 200 OK\r\nX: " + std::string(2 << 20, 'x')}));

  auto const failed = get(server.address("/"));

  REQUIRE_FALSE(failed);
  CHECK(failed.error().kind == Kind::broken);
}

TEST_CASE("the body of a success goes to the sink, that of anything else into the response") {
  StandIn const server([](Call const& call) -> Answer {
    if (call.request.target == "/good") return {said(page), {.piece = 7}};
    return {wire::Response{.status = 400, .body = "no such profile"}};
  });
  CurlTransport transport({});
  Pieces pieces(1000);

  auto const good = transport.stream({.target = server.address("/good")}, pieces);
  REQUIRE(good);
  CHECK(pieces.body == page);
  CHECK(good->body.empty());

  auto const bad = transport.stream({.target = server.address("/bad")}, pieces);
  REQUIRE(bad);
  CHECK(pieces.begun == 2);
  CHECK(pieces.body.empty());
  CHECK(bad->body == "no such profile");
}

TEST_CASE("a redirect is followed on the same host, with method and body") {
  StandIn const server([](Call const& call) -> Answer {
    if (call.request.target == "/sonarr/api") return said("here");
    return wire::Response{.status = 307,
                          .headers = {{"Location", "/sonarr" + call.request.target}}};
  });
  CurlTransport transport({});

  auto const response = transport.send(
      {.method = wire::Method::post, .target = server.address("/api"), .body = "show"});

  REQUIRE(response);
  CHECK(response->body == "here");
  CHECK(server.asked().back().method == wire::Method::post);
  CHECK(server.asked().back().body == "show");
}

TEST_CASE("a redirect to another server is refused before anything is sent there") {
  StandIn const other(always(said("stolen")));
  StandIn const server(always({.status = 302, .headers = {{"Location", other.address("/?k=v")}}}));

  auto const failed = get(server.address("/"));

  REQUIRE_FALSE(failed);
  CHECK(failed.error().kind == Kind::refused);
  CHECK(failed.error().text == server.filled("http://127.0.0.1:PORT/: leads to another server, ") +
                                   "\"" + other.address("/") + "\"");
  CHECK(other.asked().empty());
}

TEST_CASE("a redirect that makes something else of a POST is an answer like any other") {
  StandIn const server(always({.status = 302, .headers = {{"Location", "/login"}}}));
  CurlTransport transport({});

  auto const response =
      transport.send({.method = wire::Method::post, .target = server.address("/")});

  REQUIRE(response);
  CHECK(response->status == 302);
  CHECK(server.asked().size() == 1);
}

TEST_CASE("a server that leads in circles is left after a few rounds") {
  StandIn const server(always({.status = 307, .headers = {{"Location", "/"}}}));

  auto const failed = get(server.address("/"));

  REQUIRE_FALSE(failed);
  CHECK(failed.error().text == server.filled("http://127.0.0.1:PORT/: leads on and on"));
  CHECK(server.asked().size() == 6);
}

TEST_CASE("a header cannot smuggle a second one") {
  StandIn const server(always(said("")));
  CurlTransport transport({});

  auto const failed =
      transport.send({.target = server.address("/"), .headers = {{"X-Api-Key", "k\r\nX-Evil: 1"}}});

  REQUIRE_FALSE(failed);
  CHECK(failed.error().kind == Kind::refused);
  CHECK(failed.error().text.find("Evil") == std::string::npos);
  CHECK(server.asked().empty());
}

TEST_CASE("whatever must not happen twice is sent once, even when a kept connection dies") {
  // The second request on a connection is taken in and never answered, as by a server that
  // crashes. curl would quietly send a GET again; a POST must come back as broken.
  StandIn const server([calls = 0](Call const&) mutable -> Answer {
    if (++calls != 2) return said("ok");
    return {said(""), {.cut_after = 0, .end = Delivery::End::closed}};
  });
  CurlTransport transport({});
  REQUIRE(transport.send({.target = server.address("/first")}));

  auto const failed =
      transport.send({.method = wire::Method::post, .target = server.address("/add")});

  REQUIRE_FALSE(failed);
  CHECK(failed.error().kind == Kind::broken);
  CHECK(server.asked().size() == 2);
}

TEST_CASE("a request ends soon when everything is to stop") {
  StandIn const server(always(said(page), {.delay = seconds{60}}));
  std::stop_source stop;
  CurlTransport transport({}, stop.get_token());
  std::jthread const stopper([&] {
    while (server.asked().empty()) std::this_thread::sleep_for(milliseconds{5});
    stop.request_stop();
  });

  auto const failed = transport.send({.target = server.address("/")});

  REQUIRE_FALSE(failed);
  CHECK(failed.error().kind == Kind::cancelled);
  CHECK(failed.error().text == server.filled("http://127.0.0.1:PORT/: stopped"));
}

TEST_CASE("several threads may use one transport") {
  StandIn const server([](Call const& call) -> Answer { return said(call.request.target); });
  CurlTransport transport({});
  std::vector<std::jthread> threads;
  std::atomic<int> right = 0;
  for (int thread = 0; thread < 4; ++thread) {
    threads.emplace_back([&, thread] {
      for (int i = 0; i < 20; ++i) {
        auto const path = "/" + std::to_string(thread) + "/" + std::to_string(i);
        auto const response = transport.send({.target = server.address(path)});
        if (response && response->body == path) ++right;
      }
    });
  }
  threads.clear();

  CHECK(right == 80);
}

}  // namespace sievarr::net
