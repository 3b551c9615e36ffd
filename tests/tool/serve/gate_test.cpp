#include "serve/access/gate.hpp"
#include "../app/test_world.hpp"
#include "../store/opened.hpp"
#include "../support/folder.hpp"

#include <sievarr/access/address.hpp>
#include <sievarr/access/api_key.hpp>

#include <doctest/doctest.h>

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <utility>

namespace sievarr::serve {
namespace {

using api::Access;
using wire::Headers;
using namespace std::chrono_literals;

constexpr Instant noon{std::chrono::seconds{1'800'000'000}};

/// A gate with a config and a storage, and a peer that asks.
struct GateAndPeer {
  test::Folder folder{test::Folder::On::memory};
  store::Database database = store::opened(folder.file("shows.db"));
  app::Catalogue catalogue{database};
  test::VirtualClock clock;
  std::unique_ptr<app::Credentials> credentials;
  Gate gate;
  Rules rules{.key = value::Secret("open sesame")};
  wire::Method method = wire::Method::get;
  std::string body;
  std::string peer = "192.168.1.9";
  Instant now = clock.now();

  GateAndPeer() {
    auto loaded = app::Credentials::load(catalogue, clock);
    REQUIRE(loaded);
    credentials = *std::move(loaded);
  }

  /// Lets time pass.
  void wait(std::chrono::milliseconds span) {
    clock.advance(span);
    now += span;
  }

  std::string access_request(Headers headers, Access access = Access::key,
                             access::Scope scope = access::Scope::read) {
    return with(std::move(headers), [&](AccessRequest const& access_request) {
      auto admission = gate.examine(access_request, {access, scope});
      who = admission.identity;
      if (!admission.denied && who)
        if (auto denied = gate.charge(access_request, *who)) return denied;
      return std::optional<Denied>(std::move(admission.denied));
    });
  }

  std::string session(Headers headers, std::string key) {
    return sign_in(std::move(headers), {.key = value::Secret(std::move(key))});
  }

  std::string sign_in(Headers headers, api::SessionRequest const& request) {
    std::string opened;
    auto const why =
        with(std::move(headers), [&](AccessRequest const& access_request) -> std::optional<Denied> {
          auto session = gate.open_session(access_request, request);
          if (!session) return session.error();
          opened = *session;
          return std::nullopt;
        });
    return why == "in" ? opened : why;
  }

  std::string leave(Headers headers) {
    return with(std::move(headers), [&](AccessRequest const& access_request) {
      return gate.close_session(access_request);
    });
  }

  /// "in", or the name of what stands in the way.
  template <class Try>
  std::string with(Headers headers, Try attempt) {
    http::Call const call{
        .request = {.method = method, .headers = std::move(headers), .body = body}, .peer = peer};
    auto const visitor = visitor_of(call, rules);
    auto const denied = attempt(AccessRequest{call, rules, visitor, now, credentials.get()});
    waits = denied ? denied->wait : std::nullopt;
    if (!denied) return "in";
    auto const& type = denied->refusal.type;
    return type.substr(type.rfind(':') + 1);
  }

  std::optional<access::Identity> who;
  std::optional<std::chrono::seconds> waits;
};

Headers key(std::string const& text) { return {{"X-Api-Key", text}, {"Host", "house"}}; }

/// What a browser with a session sends.
Headers browser(std::string const& session, std::string const& host = "house:8080",
                std::string const& origin = "http://house:8080") {
  Headers headers{{"Host", host}, {"Cookie", "a=b; sievarr=" + session + "; c=d"}};
  if (!origin.empty()) headers.push_back({"Origin", origin});
  return headers;
}

}  // namespace

TEST_CASE("who has the key is let in, in whichever header it comes") {
  GateAndPeer setup;
  CHECK(setup.access_request(key("open sesame")) == "in");
  CHECK(setup.access_request({{"Authorization", "Bearer open sesame"}}) == "in");
  CHECK(setup.access_request({{"authorization", "bearer open sesame"}}) == "in");
  CHECK(setup.access_request({}) == "no-key");
  CHECK(setup.access_request({{"Authorization", "Basic open sesame"}}) == "no-key");
  CHECK(setup.access_request(key("open sesam")) == "wrong-key");
  CHECK(setup.access_request(key("OPEN SESAME")) == "wrong-key");
  CHECK(setup.access_request({}, Access::open) == "in");
}

TEST_CASE("without a key in force nobody has it") {
  GateAndPeer setup;
  setup.rules.key = {};
  CHECK(setup.access_request({}) == "no-key");
  CHECK(setup.access_request(key("")) == "no-key");
  CHECK(setup.access_request({{"Authorization", "Bearer "}}) == "no-key");
  CHECK(setup.access_request(browser("..")) == "no-key");
}

TEST_CASE(
    "a key that everybody knows, a mask or nothing, opens nothing: neither as key nor as session") {
  for (std::string const known : {"", "********", "\u2022\u2022\u2022\u2022"}) {
    CAPTURE(known);
    GateAndPeer setup;
    setup.rules.key = value::Secret(known);
    auto const forged =
        setup.credentials->open_session({.scope = access::Scope::owner}, setup.rules.key);
    REQUIRE(forged);
    CHECK(setup.access_request(key(known)) != "in");
    CHECK(setup.access_request({{"Authorization", "Bearer " + known}}) != "in");
    CHECK(setup.access_request(browser(*forged)) != "in");
    CHECK(setup.session({{"Host", "house"}, {"Origin", "http://house"}}, known) == "wrong-key");
    CHECK(setup.access_request(key(known), Access::open) == "in");
  }
}

TEST_CASE("what machines scrape is open unless the config protects it") {
  GateAndPeer setup;
  CHECK(setup.access_request({}, Access::scraped) == "in");
  setup.rules.protect_metrics = true;
  CHECK(setup.access_request({}, Access::scraped) == "no-key");
  CHECK(setup.access_request(key("open sesame"), Access::scraped) == "in");
}

TEST_CASE("who guesses has to wait, and keeps nobody out who knows") {
  GateAndPeer setup;
  for (int i = 0; i < 10; ++i) CHECK(setup.access_request(key("guess")) == "wrong-key");
  for (int i = 0; i < 1000; ++i) CHECK(setup.access_request(key("guess")) == "too-many-attempts");
  CHECK(setup.session({{"Host", "house"}, {"Origin", "http://house"}}, "guess") ==
        "too-many-attempts");
  CHECK(setup.access_request(key("open sesame")) == "in");
  setup.peer = "192.168.1.10";
  CHECK(setup.access_request(key("guess")) == "wrong-key");
  setup.peer = "192.168.1.9";
  setup.wait(6s);
  CHECK(setup.access_request(key("guess")) == "wrong-key");
  CHECK(setup.access_request(key("guess")) == "too-many-attempts");
  setup.wait(-24h);
  CHECK(setup.access_request(key("guess")) == "too-many-attempts");
}

TEST_CASE("a network of version 6 shares one limit, and no number of addresses fills the memory") {
  GateAndPeer setup;
  for (int i = 0; i < 20'000; ++i) {
    setup.peer = "2001:db8::" + std::to_string(i % 10'000);
    setup.access_request(key("guess"));
  }
  CHECK(setup.access_request(key("guess")) == "too-many-attempts");
  Allowance allowance(1, 1000ms);
  for (int i = 0; i < 100'000; ++i) CHECK(allowance.take(std::to_string(i), noon));
}

TEST_CASE("who changes very much has to wait a little") {
  GateAndPeer setup;
  setup.method = wire::Method::post;
  for (int i = 0; i < 120; ++i) CHECK(setup.access_request(key("open sesame")) == "in");
  CHECK(setup.access_request(key("open sesame")) == "too-many-writes");
  setup.wait(1s);
  CHECK(setup.access_request(key("open sesame")) == "in");
  setup.method = wire::Method::get;
  for (int i = 0; i < 1000; ++i) CHECK(setup.access_request(key("open sesame")) == "in");
}

TEST_CASE("a session is good until it ends, is closed, or the key is another") {
  GateAndPeer setup;
  setup.method = wire::Method::post;
  auto const session = setup.session(browser(""), "open sesame");
  REQUIRE(session.size() == 64);
  setup.method = wire::Method::get;
  CHECK(setup.access_request(browser(session)) == "in");
  CHECK(setup.who->scope == access::Scope::owner);
  setup.rules.key = value::Secret("another");
  CHECK(setup.access_request(browser(session)) == "no-key");
  setup.rules.key = value::Secret("open sesame");
  CHECK(setup.access_request(browser(session)) == "in");
  setup.method = wire::Method::delete_;
  CHECK(setup.leave(browser(session)) == "in");
  setup.method = wire::Method::get;
  CHECK(setup.access_request(browser(session)) == "no-key");
}

TEST_CASE("a session that is used goes on for a month, and one that is not for a week") {
  GateAndPeer setup;
  setup.method = wire::Method::post;
  auto const used = setup.session(browser(""), "open sesame");
  auto const unused = setup.session(browser(""), "open sesame");
  setup.method = wire::Method::get;
  for (int day = 0; day < 29; ++day) {
    setup.wait(24h);
    CHECK(setup.access_request(browser(used)) == "in");
  }
  CHECK(setup.access_request(browser(unused)) == "no-key");
  setup.wait(24h);
  CHECK(setup.access_request(browser(used)) == "no-key");
}

TEST_CASE("nobody can make a session, and none is stored as a browser shows it") {
  GateAndPeer setup;
  setup.method = wire::Method::post;
  auto const session = setup.session(browser(""), "open sesame");
  setup.method = wire::Method::get;
  for (std::size_t at = 0; at < session.size(); ++at) {
    auto forged = session;
    forged[at] = forged[at] == '1' ? '2' : '1';
    CHECK(setup.access_request(browser(forged)) == "no-key");
  }
  auto const stored = store::AccessTables(setup.database).sessions();
  REQUIRE(stored);
  REQUIRE(stored->size() == 1);
  CHECK(stored->front().hash != session);
  CHECK(setup.access_request(browser(stored->front().hash)) == "no-key");
  CHECK(setup.access_request(browser(std::string(10'000, '1'))) == "no-key");
  CHECK(setup.access_request(browser("")) == "no-key");
}

TEST_CASE("sessions outlive the program, and signing in again ends the one of before") {
  GateAndPeer setup;
  setup.method = wire::Method::post;
  auto const first = setup.session(browser(""), "open sesame");
  setup.method = wire::Method::get;
  setup.credentials = *app::Credentials::load(setup.catalogue, setup.clock);
  CHECK(setup.access_request(browser(first)) == "in");
  setup.method = wire::Method::post;
  auto const second = setup.session(browser(first), "open sesame");
  CHECK(setup.access_request(browser(first)) == "no-key");
  CHECK(setup.access_request(browser(second)) == "in");
}

TEST_CASE("before the storage is read nobody is told that a session is none") {
  GateAndPeer setup;
  setup.credentials.reset();
  CHECK(setup.access_request(browser("abc")) == "starting");
  CHECK(setup.access_request(key(*access::make_key(std::string(64, 'k')))) == "starting");
  CHECK(setup.access_request(key("guess")) == "wrong-key");
  CHECK(setup.access_request(key("open sesame")) == "in");
  CHECK(setup.access_request({}) == "no-key");
}

TEST_CASE("a session comes by a name that may lead here, and no other") {
  GateAndPeer setup;
  setup.method = wire::Method::post;
  auto const session = setup.session(browser(""), "open sesame");
  setup.method = wire::Method::get;
  for (std::string const host : {"house", "house:8080", "localhost:1", "192.168.1.2:8080", "[::1]",
                                 "sievarr.lan", "HOUSE.LOCAL"}) {
    CAPTURE(host);
    CHECK(setup.access_request(browser(session, host)) == "in");
  }
  for (std::string const host :
       {"evil.example.org", "", "192.168.1.2.evil.example.org", "house.evil.example.org:80", "a b",
        "localhost.evil.example.org", "[evil]"}) {
    CAPTURE(host);
    CHECK(setup.access_request(browser(session, host)) == "foreign-host");
  }
  setup.rules.hosts = {"sievarr.example.org"};
  CHECK(setup.access_request(browser(session, "Sievarr.Example.Org:443")) == "in");
  CHECK(setup.access_request(key("open sesame")) == "in");
}

TEST_CASE("with a session, only pages of ours may change something") {
  GateAndPeer setup;
  setup.method = wire::Method::post;
  auto const session = setup.session(browser(""), "open sesame");
  CHECK(setup.access_request(browser(session)) == "in");
  for (std::string const origin :
       {"http://evil.example.org", "null", "http://house:8081", "http://house:8080.evil.org",
        "https://evil.org/http://house:8080", "house:8080", "http://house"}) {
    CAPTURE(origin);
    CHECK(setup.access_request(browser(session, "house:8080", origin)) == "foreign-origin");
  }
  CHECK(setup.access_request(browser(session, "house:8080", "")) == "foreign-origin");
  auto fetched = browser(session, "house:8080", "");
  fetched.push_back({"Sec-Fetch-Site", "cross-site"});
  CHECK(setup.access_request(fetched) == "foreign-origin");
  fetched.back().value = "same-origin";
  CHECK(setup.access_request(fetched) == "in");
  CHECK(setup.session(browser("", "house:8080", "http://evil.example.org"), "open sesame") ==
        "foreign-origin");
  auto with_key = key("open sesame");
  with_key.push_back({"Origin", "http://evil.example.org"});
  CHECK(setup.access_request(with_key) == "foreign-origin");
}

TEST_CASE("only proxies that are trusted may say who asks") {
  Rules rules;
  auto const seen = [&](std::string peer, std::string forwarded, std::string host) {
    http::Call const call{.request = {.headers = {{"Host", "inside"},
                                                  {"X-Forwarded-For", forwarded},
                                                  {"X-Forwarded-Host", host},
                                                  {"X-Forwarded-Proto", "https"}}},
                          .peer = std::move(peer)};
    auto const visitor = visitor_of(call, rules);
    return visitor.address + " " + visitor.host + (visitor.tls ? " tls" : "");
  };

  CHECK(seen("203.0.113.5", "10.0.0.1", "evil.example.org") == "203.0.113.5 inside");
  rules.proxies.push_back(*config::AddressRange::read("172.16.0.0/12"));
  rules.proxies.push_back(*config::AddressRange::read("fd00::/8"));
  CHECK(seen("203.0.113.5", "10.0.0.1", "evil.example.org") == "203.0.113.5 inside");
  CHECK(seen("172.20.0.2", "10.0.0.1", "tv.example.org") == "10.0.0.1 tv.example.org tls");
  CHECK(seen("::ffff:172.20.0.2", "10.0.0.1", "tv.example.org") == "10.0.0.1 tv.example.org tls");
  CHECK(seen("fd12::1", "10.0.0.1", "tv.example.org") == "10.0.0.1 tv.example.org tls");
  // What the client wrote stands before what the proxy saw.
  CHECK(seen("172.20.0.2", "127.0.0.1, 203.0.113.9", "a, tv.example.org") ==
        "203.0.113.9 tv.example.org tls");
  CHECK(seen("172.20.0.2", "203.0.113.9, 172.20.0.3", "tv.example.org") ==
        "203.0.113.9 tv.example.org tls");
  CHECK(seen("172.20.0.2", "nonsense", "") == "172.20.0.2 inside tls");
}

TEST_CASE("an address lies in a range by its first bits") {
  auto const lies = [](std::string_view address, std::string_view range) {
    auto const read = access::read_address(address);
    REQUIRE(read);
    return access::lies_in(*read, *config::AddressRange::read(range));
  };

  CHECK(lies("172.31.255.255", "172.16.0.0/12"));
  CHECK_FALSE(lies("172.32.0.0", "172.16.0.0/12"));
  CHECK(lies("10.0.0.1", "10.0.0.1"));
  CHECK_FALSE(lies("10.0.0.2", "10.0.0.1"));
  CHECK(lies("10.0.0.2", "0.0.0.0/0"));
  CHECK_FALSE(lies("::1", "0.0.0.0/0"));
  CHECK(lies("::1", "::/0"));
  CHECK(lies("fe80::1%eth0", "fe80::/10"));
  CHECK(lies("2001:db8::1:2:3", "2001:db8::/32"));
  CHECK_FALSE(lies("2001:db9::", "2001:db8::/32"));
  CHECK_FALSE(access::read_address("no address"));
  CHECK_FALSE(access::read_address("1.2.3"));
}

}  // namespace sievarr::serve
