#include "http/message.hpp"

#include <doctest/doctest.h>

namespace sievarr::http {

TEST_CASE("a response becomes a message") {
  CHECK(message({.status = 201, .headers = {{"X-Kind", "test"}}, .body = "hello"},
                wire::Method::post, Afterwards::close) ==
        "HTTP/1.1 201 Created\r\nX-Kind: test\r\nContent-Length: 5\r\nConnection: close\r\n\r\n"
        "hello");
}

TEST_CASE("an answer to HEAD has the length of a body but none") {
  CHECK(message({.body = "hello"}, wire::Method::head, Afterwards::keep_alive) ==
        "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n");
}

TEST_CASE("answers that cannot have a body have none") {
  for (int const status : {204, 304}) {
    auto const text =
        message({.status = status, .body = "hello"}, wire::Method::get, Afterwards::keep_alive);
    CHECK(text.find("Content-Length") == std::string::npos);
    CHECK(text.ends_with("\r\n\r\n"));
  }
}

TEST_CASE("nothing that is put into a header can begin another") {
  auto const text = message({.headers = {{"X", "a\r\nSet-Cookie: b"}, {"Y\r\nZ", "c"}}},
                            wire::Method::get, Afterwards::keep_alive);
  CHECK(text.find("X: a  Set-Cookie: b\r\nY  Z: c\r\n") != std::string::npos);
}

TEST_CASE("the server's own answers can be read by programs") {
  auto const said = problem(413, "the body is \"too large\"");
  CHECK(wire::content_type(said.headers) == "application/problem+json");
  CHECK(said.body ==
        "{\"type\":\"about:blank\",\"status\":413,\"title\":\"the body is \\\"too large\\\"\"}\n");
}

}  // namespace sievarr::http
