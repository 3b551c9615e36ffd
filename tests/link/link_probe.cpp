// Fetches a page from a server of its own and keeps it in a database: the three rooms that make a
// static link hard, each used once.

#include "http/server.hpp"
#include "net/curl_transport.hpp"
#include "store/open.hpp"
#include "store/table.hpp"

#include <sievarr/media/show.hpp>

#include <curl/curl.h>
#include <sqlite3.h>

#include <cstdio>
#include <cstdlib>
#include <string>
#include <utility>

namespace sievarr::test {
namespace {

void require(bool holds, std::string const& what) {
  if (holds) return;
  std::fprintf(stderr, "link_probe: %s\n", what.c_str());
  std::exit(1);
}

template <class T>
T must(Outcome<T> outcome) {
  if (!outcome) require(false, outcome.error().text);
  return *std::move(outcome);
}

/// By a name, so that c-ares takes part; it knows localhost without a network.
std::string fetch(std::uint16_t port) {
  net::CurlTransport transport({.authorities = net::find_authorities("", {})});
  return must(transport.send({.target = "http://localhost:" + std::to_string(port) + "/"})).body;
}

void keep(std::string const& title) {
  auto database = must(store::open_store("link_probe.db"));
  store::Table<Show> shows(database, "shows");
  must(shows.put({.id = 1, .title = title}));
  require(must(shows.find(1))->title == title, "the row was not kept");
}

bool can(int feature) { return (curl_version_info(CURLVERSION_NOW)->features & feature) != 0; }

void run() {
  auto const server = must(http::Server::start(
      {}, [](http::Call const&) -> http::Answer { return wire::Response{.body = "Severance"}; }));
  auto const title = fetch(server.port());
  require(title == "Severance", "expected the page, got: " + title);
  keep(title);
  require(can(CURL_VERSION_SSL), "curl has no TLS");
  require(can(CURL_VERSION_HTTP2), "curl has no HTTP/2");
  require(!net::builtin_authorities().empty(), "no authorities are built in");
  std::printf("%s, SQLite %s\n", curl_version(), sqlite3_libversion());
}

}  // namespace
}  // namespace sievarr::test

int main() { sievarr::test::run(); }
