#include "../support/connection.hpp"
#include "../support/stand_in.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <future>
#include <memory>
#include <string>
#include <thread>
#include <vector>

namespace sievarr::http {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
using test::Connection;
using test::StandIn;

Answer echo(Call const& call) {
  return wire::Response{.body = std::string(wire::verb(call.request.method)) + " " +
                                call.request.target + " " + call.request.body};
}

std::string status_line(std::string const& answer) { return answer.substr(0, answer.find('\r')); }

/// What a server answers to bytes, until it ends the connection.
std::string said_to(StandIn& server, std::string_view bytes) {
  Connection connection(server.server().port());
  connection.say(bytes);
  return connection.hear_all();
}

}  // namespace

TEST_CASE("requests on one connection are answered one after the other") {
  StandIn server(&echo);
  Connection connection(server.server().port());

  connection.say("GET /a HTTP/1.1\r\nHost: x\r\n\r\n");
  CHECK(connection.hear("GET /a ").ends_with("GET /a "));
  connection.say("POST /b HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\nhi");
  CHECK(connection.hear("hi").ends_with("POST /b hi"));
  connection.say("GET /c HTTP/1.1\r\nHost: x\r\n\r\nGET /d HTTP/1.1\r\nHost: x\r\n\r\n");
  CHECK(connection.hear("GET /d ").find("GET /c ") != std::string::npos);
}

TEST_CASE("a body may come in chunks, and who waits for a go gets one") {
  StandIn server(&echo);

  auto const chunked = said_to(server,
                               "PUT /a HTTP/1.1\r\nConnection: close\r\n"
                               "Transfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n1\r\n!\r\n0\r\n\r\n");
  CHECK(chunked.ends_with("PUT /a hi!"));

  Connection connection(server.server().port());
  connection.say("POST /a HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
  CHECK(connection.hear("\r\n\r\n") == "HTTP/1.1 100 Continue\r\n\r\n");
  connection.say("hi");
  CHECK(connection.hear("hi").find("200 OK") != std::string::npos);
}

TEST_CASE("what is no request gets a problem, never our attention") {
  struct Case {
    std::string bytes;
    std::string line;
  };
  std::string const long_header(20'000, 'x');
  StandIn server(&echo);
  for (auto const& [bytes, line] : std::vector<Case>{
           {"\r\n\r\nhello\r\n\r\n", "HTTP/1.1 400 Bad Request"},
           {"GET /a HTTP/9.9\r\n\r\n", "HTTP/1.1 400 Bad Request"},
           {"GET /a HTTP/1.1\r\nX\r\n\r\n", "HTTP/1.1 400 Bad Request"},
           {"GET a HTTP/1.1\r\n\r\n", "HTTP/1.1 400 Bad Request"},
           {"POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n", "HTTP/1.1 400 Bad Request"},
           {"POST / HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
            "HTTP/1.1 400 Bad Request"},
           {"BREW / HTTP/1.1\r\n\r\n", "HTTP/1.1 501 Not Implemented"},
           {"TRACE / HTTP/1.1\r\n\r\n", "HTTP/1.1 501 Not Implemented"},
           {"GET / HTTP/1.1\r\nX: " + long_header + "\r\n\r\n",
            "HTTP/1.1 431 Request Header Fields Too Large"},
           {"POST / HTTP/1.1\r\nContent-Length: 9999999\r\n\r\n",
            "HTTP/1.1 413 Content Too Large"}}) {
    auto const beginning = bytes.substr(0, 60);
    CAPTURE(beginning);
    CHECK(status_line(said_to(server, bytes)) == line);
  }
  CHECK(server.asked().empty());
}

TEST_CASE("a chunked body is not longer than allowed either") {
  ServerOptions options{.most_body_bytes = 10};
  StandIn server(&echo, options);

  auto const answer = said_to(server,
                              "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n"
                              "20\r\n01234567890123456789012345678901\r\n0\r\n\r\n");

  CHECK(status_line(answer) == "HTTP/1.1 413 Content Too Large");
  CHECK(server.asked().empty());
}

TEST_CASE("whoever drips a request is cut off, whoever says nothing as well") {
  StandIn server(&echo, {.idle = milliseconds{100}, .request = milliseconds{100}});

  CHECK(said_to(server, "").empty());
  CHECK(said_to(server, "GET / HTTP/1.1\r\nX: ").empty());
  CHECK(said_to(server, "POST / HTTP/1.1\r\nContent-Length: 5\r\n\r\nhe").empty());
  CHECK(server.asked().empty());
}

TEST_CASE("a request that has begun has its own time, however long a connection may be idle") {
  StandIn server(&echo, {.idle = std::chrono::hours{1}, .request = milliseconds{100}});

  CHECK(said_to(server, "GET / HTTP/1.1\r\nX: ").empty());
  CHECK(said_to(server, "POST / HTTP/1.1\r\nContent-Length: 5\r\n\r\nhe").empty());
  CHECK(server.asked().empty());
}

TEST_CASE("hundreds who drip do not keep others from an answer") {
  StandIn server(&echo, {.request = seconds{60}, .workers = 1});
  std::vector<std::unique_ptr<Connection>> slow;
  for (int i = 0; i < 300; ++i) {
    slow.push_back(std::make_unique<Connection>(server.server().port()));
    slow.back()->say("GET / HTTP/1.1\r\nX: ");
  }

  CHECK(said_to(server, "GET /health HTTP/1.1\r\nConnection: close\r\n\r\n").ends_with("/health "));
}

TEST_CASE("more connections than allowed are told so, and room is made again") {
  StandIn server(&echo, {.most_connections = 2});
  auto const port = server.server().port();
  std::string const ask = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";
  {
    Connection first(port);
    Connection second(port);
    first.say(ask);
    second.say(ask);
    CHECK(status_line(first.hear("GET / ")) == "HTTP/1.1 200 OK");
    CHECK(status_line(second.hear("GET / ")) == "HTTP/1.1 200 OK");

    CHECK(status_line(said_to(server, ask)) == "HTTP/1.1 503 Service Unavailable");
  }
  std::string line;
  for (int tries = 0; tries < 500 && line != "HTTP/1.1 200 OK"; ++tries) {
    line = status_line(said_to(server, "GET / HTTP/1.1\r\nConnection: close\r\n\r\n"));
    std::this_thread::sleep_for(milliseconds{10});
  }
  CHECK(line == "HTTP/1.1 200 OK");
}

TEST_CASE("a server answers as faultily as it is told to") {
  StandIn server([](Call const& call) -> Answer {
    wire::Response const page{.body = "0123456789"};
    if (call.request.target == "/cut")
      return {page, {.cut_after = 40, .end = Delivery::End::closed}};
    if (call.request.target == "/raw")
      return {page, {.raw = "nonsense", .end = Delivery::End::closed}};
    return {page, {.piece = 3, .pause = milliseconds{1}, .end = Delivery::End::closed}};
  });
  auto const get = [&](std::string const& path) {
    return said_to(server, "GET " + path + " HTTP/1.1\r\n\r\n");
  };

  CHECK(get("/cut").size() == 40);
  CHECK(get("/raw") == "nonsense");
  CHECK(get("/drip").ends_with("0123456789"));
}

TEST_CASE("a stop lets an answer end that is under way, and nobody else in") {
  std::promise<void> asked;
  StandIn server([&](Call const&) -> Answer {
    asked.set_value();
    std::this_thread::sleep_for(milliseconds{50});
    return wire::Response{.body = "done"};
  });
  auto const port = server.server().port();
  Connection idle(port);
  Connection connection(port);
  connection.say("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
  asked.get_future().wait();

  server.server().stop(seconds{20});

  CHECK(connection.hear_all().ends_with("done"));
  CHECK(idle.hear_all().empty());
  CHECK_FALSE(Connection(port).connected());
}

TEST_CASE("a stop does not wait for ever") {
  StandIn server([](Call const&) -> Answer {
    return {wire::Response{}, {.delay = std::chrono::hours{1}}};
  });
  Connection connection(server.server().port());
  connection.say("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
  while (server.asked().empty()) std::this_thread::sleep_for(milliseconds{1});

  server.server().stop(milliseconds{50});

  CHECK(connection.hear_all().empty());
}

TEST_CASE("a port that is taken is a failure that says so") {
  StandIn server(&echo);
  auto const port = server.server().port();

  auto const second = Server::start({.port = port}, &echo);

  REQUIRE_FALSE(second);
  CHECK(second.error().kind == Failure::Kind::locked);
  CHECK(second.error().text ==
        "cannot listen on 127.0.0.1:" + std::to_string(port) + ": Address already in use");
  CHECK(second.error().hint == "stop what listens there, or choose another port");

  auto const nowhere = Server::start({.address = "no address"}, &echo);
  REQUIRE_FALSE(nowhere);
  CHECK(nowhere.error().kind == Failure::Kind::refused);
}

TEST_CASE("a request says where it came from") {
  StandIn server([](Call const& call) -> Answer { return wire::Response{.body = call.peer}; });

  CHECK(said_to(server, "GET / HTTP/1.0\r\n\r\n").ends_with("127.0.0.1"));
}

}  // namespace sievarr::http
