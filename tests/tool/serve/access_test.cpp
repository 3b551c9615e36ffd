#include "answering.hpp"
#include "os/file.hpp"

#include <sievarr/api/access.hpp>
#include <sievarr/api/access_keys.hpp>
#include <sievarr/api/routes.hpp>
#include <sievarr/derive/from_json.hpp>

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

/// Who may do what, as somebody finds out who asks over HTTP.
namespace sievarr::serve {
namespace {

using test::Answering;
using test::at;
using test::json;
using wire::Headers;
using wire::Method;
using namespace std::chrono_literals;

constexpr auto every_method = {Method::get,   Method::head,    Method::post,   Method::put,
                               Method::patch, Method::delete_, Method::options};

std::vector<api::Route> all_routes() {
  std::vector<api::Route> all;
  api::for_each_route([&](auto route) { all.push_back(decltype(route)::route); });
  return all;
}

/// A path with something in its braces that is not there.
std::string path_of(api::Route const& route) {
  std::string text(route.path);
  auto const brace = text.find('{');
  if (brace == text.npos) return text;
  bool const is_job = text.find("{name}") != text.npos;
  return text.replace(brace, text.find('}') - brace + 1, is_job ? "nothing" : "999999");
}

std::string answer_of(wire::Response const& response) {
  if (response.status < 400) return "in";
  auto const type = at(json(response.body), "type");
  return type.substr(type.rfind(':') + 1);
}

/// A key of that scope, made over the API.
std::string made_key(Answering& house, std::string const& scope, std::string const& more = {}) {
  auto const made =
      house.post("/api/v1/access/keys",
                 R"({"description":"for )" + scope + R"(","scope":")" + scope + "\"" + more + "}");
  REQUIRE(made.status == 200);
  return at(json(made.body), "key");
}

Headers showing(std::string key) { return {{"X-Api-Key", std::move(key)}, {"Host", "house"}}; }

/// What a browser on a page of ours sends.
Headers our_page(std::string const& cookie = {}) {
  Headers headers{{"Host", "house:8080"},
                  {"Origin", "http://house:8080"},
                  {"Content-Type", "application/json"}};
  if (!cookie.empty()) headers.push_back({"Cookie", cookie});
  return headers;
}

wire::Response send(Answering& house, Method method, std::string target, Headers headers,
                    std::string body = {}) {
  return house
      .ask({.method = method,
            .target = std::move(target),
            .headers = std::move(headers),
            .body = std::move(body)},
           "192.168.1.9")
      .response;
}

wire::Response sign_in(Answering& house, std::string const& password,
                       std::string const& name = "admin", Headers headers = our_page()) {
  return send(house, Method::post, "/session", std::move(headers),
              R"({"name":")" + name + R"(","password":")" + password + "\"}");
}

/// "sievarr=abc" of an answer that sets a cookie.
std::string cookie_of(wire::Response const& response) {
  REQUIRE(response.status == 204);
  auto const line = std::string(*wire::header(response.headers, "Set-Cookie"));
  return line.substr(0, line.find(';'));
}

std::string me(Answering& house, Headers headers) {
  auto const answer = send(house, Method::get, "/api/v1/access/me", std::move(headers));
  return answer.status == 200 ? at(json(answer.body), "scope") : answer_of(answer);
}

constexpr auto password_mode = "access: {mode: password, password: correct horse battery}\n";

}  // namespace

TEST_CASE("every route, with every method, scope and mode, is answered to whom it is for alone") {
  struct Asking {
    std::string name;
    std::optional<access::Scope> scope;
    std::string key;
  };
  std::size_t asked = 0;
  for (std::string const mode : {"key", "password", "external", "none"}) {
    Answering house(Answering::Loaded::yes,
                    "access: {mode: " + mode + ", proxy_secret: from the proxy}\n");
    std::vector<Asking> const all{{"nobody", std::nullopt, ""},
                                  {"read", access::Scope::read, made_key(house, "read")},
                                  {"act", access::Scope::act, made_key(house, "act")},
                                  {"owner", access::Scope::owner, made_key(house, "owner")},
                                  {"the owner's key", access::Scope::owner, "open sesame"}};
    auto const routes = all_routes();
    std::map<std::string, bool> open;
    for (auto const& route : routes)
      if (route.access != api::Access::key) open[std::string(route.path)] = true;
    for (auto const& route : routes)
      for (auto const method : every_method)
        for (auto const& who : all) {
          CAPTURE(mode);
          CAPTURE(route.path);
          CAPTURE(wire::verb(method));
          CAPTURE(who.name);
          bool const declared =
              method == route.method || (method == Method::head && route.method == Method::get);
          // Another route at the same path is asked in its own turn.
          bool twin = false;
          for (auto const& other : routes)
            twin = twin || (!declared && other.path == route.path &&
                            (other.method == method ||
                             (method == Method::head && other.method == Method::get)));
          if (twin) continue;
          house.daemon.clock.advance(1s);
          auto headers = who.key.empty() ? Headers{{"Host", "house"}} : showing(who.key);
          auto const response = send(house, method, path_of(route), std::move(headers));
          ++asked;
          bool const is_open = open.contains(std::string(route.path)) &&
                               (!declared || route.access != api::Access::key);
          if (is_open) {
            // How a session begins and ends is decided by more than who asks.
            if (declared && route.method != Method::get) continue;
            CHECK((response.status != 401 && response.status != 403));
            continue;
          }
          auto const needed = declared ? *route.scope : access::Scope::read;
          bool const reads =
              method == Method::get || method == Method::head || method == Method::options;
          if (!who.scope && mode != "none")
            CHECK(response.status == 401);
          else if (!who.scope && !reads)
            CHECK(response.status == 403);
          else if (who.scope.value_or(access::Scope::owner) < needed)
            CHECK(response.status == 403);
          else
            CHECK((response.status != 401 && response.status != 403));
        }
  }
  CHECK(asked > 3000);
}

TEST_CASE("with a password somebody signs in, and is known by name and scope") {
  Answering house(Answering::Loaded::yes, password_mode);
  CHECK(at(json(send(house, Method::get, "/api/v1/access/mode", {}).body), "mode") == "password");
  CHECK(me(house, our_page()) == "no-key");
  auto const cookie = cookie_of(sign_in(house, "correct horse battery", " admin "));
  auto const answer = send(house, Method::get, "/api/v1/access/me", our_page(cookie));
  CHECK(at(json(answer.body), "name") == "admin");
  CHECK(at(json(answer.body), "scope") == "owner");
  CHECK(at(json(answer.body), "password_locked") == "true");
  // Keys go on in every mode, also as a session.
  CHECK(me(house, showing("open sesame")) == "owner");
  auto const by_key = send(house, Method::post, "/session", our_page(), R"({"key":"open sesame"})");
  CHECK(me(house, our_page(cookie_of(by_key))) == "owner");
  CHECK(send(house, Method::delete_, "/session", our_page(cookie)).status == 204);
  CHECK(me(house, our_page(cookie)) == "no-key");
}

TEST_CASE(
    "a session is asked for with a key, or with name and password where those are asked for") {
  Answering house;
  for (std::string const body : {"{}", R"({"name":"admin"})", R"({"password":"x"})"})
    CHECK(answer_of(send(house, Method::post, "/session", our_page(), body)) == "bad-body");
  CHECK(answer_of(sign_in(house, "correct horse battery")) == "conflict");
  CHECK(at(json(send(house, Method::get, "/api/v1/access/mode", {}).body), "mode") == "key");
}

TEST_CASE(
    "a wrong password makes the next try wait, longer each time, and the right one ends that") {
  Answering house(Answering::Loaded::yes, password_mode);
  for (int const delay : {1, 2, 4, 8}) {
    CHECK(answer_of(sign_in(house, "guess")) == "wrong-password");
    auto const early = sign_in(house, "correct horse battery");
    CHECK(answer_of(early) == "too-many-attempts");
    CHECK(wire::header(early.headers, "Retry-After") == std::to_string(delay));
    house.daemon.clock.advance(std::chrono::seconds{delay});
  }
  CHECK(sign_in(house, "correct horse battery").status == 204);
  CHECK(answer_of(sign_in(house, "guess")) == "wrong-password");
  // Who has a key or a session never waits, and a name that nobody has is no quicker way.
  CHECK(me(house, showing("open sesame")) == "owner");
  CHECK(answer_of(sign_in(house, "correct horse battery", "root")) == "wrong-password");
  CHECK(answer_of(sign_in(house, "correct horse battery", "root")) == "too-many-attempts");
}

TEST_CASE("a flood of passwords from many names at one address comes to its end") {
  Answering house(Answering::Loaded::yes, password_mode);
  std::map<std::string, int> answers;
  for (int each = 0; each < 30; ++each)
    ++answers[answer_of(sign_in(house, "guess", "name " + std::to_string(each)))];
  CHECK(answers["wrong-password"] == 10);
  CHECK(answers["too-many-attempts"] == 20);
}

TEST_CASE(
    "another password ends the sessions of the one before, and keys go on unless told not to") {
  Answering house(Answering::Loaded::yes, "access: {mode: password}\n");
  CHECK(answer_of(sign_in(house, "correct horse battery")) == "wrong-password");
  auto const set = [&](std::string const& body, Headers headers) {
    house.daemon.clock.advance(2min);
    return send(house, Method::post, "/api/v1/access/password", std::move(headers), body);
  };
  auto owner = showing("open sesame");
  owner.push_back({"Content-Type", "application/json"});
  CHECK(answer_of(set(R"({"password":"short"})", owner)) == "conflict");
  REQUIRE(set(R"({"password":"correct horse battery"})", owner).status == 204);
  auto const key = made_key(house, "read");
  auto const first = cookie_of(sign_in(house, "correct horse battery"));

  CHECK(answer_of(set(R"({"password":"another horse"})", our_page(first))) == "wrong-password");
  CHECK(answer_of(set(R"({"current":"guess","password":"another horse"})", our_page(first))) ==
        "wrong-password");
  CHECK(me(house, our_page(first)) == "owner");
  REQUIRE(set(R"({"current":"correct horse battery","password":"another horse"})", our_page(first))
              .status == 204);
  CHECK(me(house, our_page(first)) == "no-key");
  CHECK(me(house, showing(key)) == "read");
  CHECK(answer_of(sign_in(house, "correct horse battery")) == "wrong-password");
  house.daemon.clock.advance(2min);
  CHECK(sign_in(house, "another horse").status == 204);

  REQUIRE(set(R"({"password":"a third horse","end_keys":true})", owner).status == 204);
  CHECK(me(house, showing(key)) == "wrong-key");
  CHECK(me(house, showing("open sesame")) == "owner");
}

TEST_CASE("a password of the config is changed there, and the sessions end when it is") {
  Answering house(Answering::Loaded::yes, password_mode);
  auto const cookie = cookie_of(sign_in(house, "correct horse battery"));
  CHECK(house.post("/api/v1/access/password", R"({"password":"another horse"})").status == 409);
  REQUIRE_FALSE(has_errors(house.application->reload().problems));
  CHECK(me(house, our_page(cookie)) == "owner");
  house.daemon.set("correct horse battery", "staple of a horse");
  REQUIRE_FALSE(has_errors(house.application->reload().problems));
  CHECK(me(house, our_page(cookie)) == "no-key");
  CHECK(sign_in(house, "staple of a horse").status == 204);
}

TEST_CASE(
    "a key is shown once, does what its scope says, and is over when it is revoked or expires") {
  Answering house;
  auto const soon = to_text(house.daemon.clock.now() + 10min);
  auto const key = made_key(house, "act", R"(,"expires":")" + soon + "\"");
  CHECK(key.starts_with("svr_"));
  CHECK(me(house, showing(key)) == "act");
  auto const list = house.get("/api/v1/access/keys").body;
  CHECK(list.find(key) == list.npos);
  CHECK(list.find("for act") != list.npos);
  auto wrong = key;
  wrong[10] = wrong[10] == 'a' ? 'b' : 'a';
  CHECK(me(house, showing(wrong)) == "wrong-key");

  // A session that a key has opened has its scope and ends with it.
  auto const opened =
      send(house, Method::post, "/session", our_page(), R"({"key":")" + key + "\"}");
  auto const cookie = cookie_of(opened);
  CHECK(me(house, our_page(cookie)) == "act");
  CHECK(answer_of(send(house, Method::get, "/api/v1/config", our_page(cookie))) == "missing-scope");
  house.daemon.clock.advance(10min);
  CHECK(me(house, showing(key)) == "wrong-key");
  CHECK(me(house, our_page(cookie)) == "no-key");

  auto const other = made_key(house, "read");
  CHECK(house.send(Method::delete_, "/api/v1/access/keys/2").status == 204);
  CHECK(house.send(Method::delete_, "/api/v1/access/keys/2").status == 404);
  CHECK(me(house, showing(other)) == "wrong-key");
}

TEST_CASE("a key may ask so much a minute, the owner's as much as it likes") {
  Answering house;
  auto const key = made_key(house, "read", R"(,"reads_per_minute":3)");
  for (int each = 0; each < 3; ++each) CHECK(me(house, showing(key)) == "read");
  auto const refused = send(house, Method::get, "/api/v1/access/me", showing(key));
  CHECK(answer_of(refused) == "too-many-requests");
  CHECK(wire::header(refused.headers, "Retry-After") == "20");
  house.daemon.clock.advance(20s);
  CHECK(me(house, showing(key)) == "read");
  CHECK(house.post("/api/v1/access/keys/1", R"({"reads_per_minute":100})").status == 200);
  house.daemon.clock.advance(1min);
  for (int each = 0; each < 50; ++each) CHECK(me(house, showing(key)) == "read");
  for (int each = 0; each < 500; ++each) CHECK(me(house, showing("open sesame")) == "owner");
  auto const usage = house.get("/api/v1/access/keys").body;
  CHECK(usage.find(R"("requests":54)") != usage.npos);
}

TEST_CASE("a proxy is believed by its secret or its single address, and about one user alone") {
  Answering house(Answering::Loaded::yes,
                  "access: {mode: external, user: tom, proxy_secret: from the proxy}\n");
  auto const said = [&](std::vector<std::string> const& users, std::string const& secret) {
    Headers headers = our_page();
    for (auto const& user : users) headers.push_back({"Remote-User", user});
    if (!secret.empty()) headers.push_back({"X-Proxy-Secret", secret});
    return me(house, std::move(headers));
  };
  CHECK(said({"tom"}, "from the proxy") == "owner");
  CHECK(said({" tom "}, "from the proxy") == "owner");
  CHECK(said({"tom"}, "") == "no-key");
  CHECK(said({"tom"}, "from somebody") == "no-key");
  CHECK(said({"Tom"}, "from the proxy") == "foreign-user");
  CHECK(said({"tom,root"}, "from the proxy") == "foreign-user");
  CHECK(said({"tom", "tom"}, "from the proxy") == "bad-request");
  CHECK(said({}, "from the proxy") == "no-key");
  CHECK(said({""}, "from the proxy") == "no-key");
  CHECK(me(house, showing("open sesame")) == "owner");
}

TEST_CASE("a range of trusted proxies names nobody, its single address does") {
  Rules rules{.access = {.mode = config::AccessMode::external}};
  auto const word = [&](std::string peer) {
    http::Call const call{.request = {.headers = {{"Remote-User", "admin"}}},
                          .peer = std::move(peer)};
    return proxy_word(call, rules);
  };
  rules.proxies.push_back(*config::AddressRange::read("172.16.0.0/12"));
  CHECK(word("172.16.0.2") == access::ProxyWord::none);
  rules.proxies.push_back(*config::AddressRange::read("172.16.0.2"));
  CHECK(word("172.16.0.2") == access::ProxyWord::user);
  CHECK(word("172.16.0.3") == access::ProxyWord::none);
}

TEST_CASE(
    "a local network is let in by its own address alone, and never for what takes the owner") {
  Answering house(Answering::Loaded::yes, "access: {local: act}\n");
  auto const from = [&](std::string peer, Headers headers, std::string target = "/state") {
    headers.push_back({"Host", "house"});
    return answer_of(
        house.ask({.target = std::move(target), .headers = std::move(headers)}, std::move(peer))
            .response);
  };
  CHECK(from("192.168.1.9", {}) == "in");
  CHECK(from("fd00::9", {}) == "in");
  CHECK(from("8.8.8.8", {}) == "no-key");
  CHECK(from("100.64.0.1", {}) == "no-key");
  for (std::string const passed_on :
       {"X-Forwarded-For", "Forwarded", "X-Real-IP", "X-Forwarded-Proto", "Via"})
    CHECK(from("192.168.1.9", {{passed_on, "192.168.1.8"}}) == "no-key");
  CHECK(from("192.168.1.9", {}, "/api/v1/config") == "no-key");
  CHECK(from("192.168.1.9", {}, "/api/v1/access/keys") == "no-key");
}

TEST_CASE("behind a trusted proxy the address counts that it saw, however many headers say so") {
  Rules rules;
  rules.proxies.push_back(*config::AddressRange::read("172.20.0.2"));
  auto const seen = [&](Headers headers) {
    http::Call const call{.request = {.headers = std::move(headers)}, .peer = "172.20.0.2"};
    auto const visitor = visitor_of(call, rules);
    auto const nearness = visitor.nearness;
    bool const is_clear = nearness != access::Nearness::unclear;
    return visitor.address + (nearness == access::Nearness::local ? " local"
                              : is_clear                          ? " away"
                                                                  : " unclear");
  };
  CHECK(seen({{"X-Forwarded-For", "192.168.1.9"}}) == "192.168.1.9 local");
  CHECK(seen({{"X-Forwarded-For", "8.8.8.8"}}) == "8.8.8.8 away");
  CHECK(seen({{"X-Forwarded-For", "192.168.1.9"}, {"X-Forwarded-For", "8.8.8.8"}}) ==
        "8.8.8.8 away");
  CHECK(seen({{"X-Forwarded-For", "192.168.1.9, 8.8.8.8"}}) == "8.8.8.8 away");
  CHECK(seen({}) == "172.20.0.2 unclear");
  CHECK(seen({{"X-Forwarded-For", "nonsense"}}) == "172.20.0.2 unclear");
}

TEST_CASE("no name that somebody makes lead here lets a browser in without a key (rebinding)") {
  for (std::string const access : {"access: {local: act}\n", "access: {mode: none}\n",
                                   "access: {mode: external, proxy_secret: from the proxy}\n"}) {
    Answering house(Answering::Loaded::yes, access);
    Headers const headers{{"Host", "evil.example.org"},
                          {"Remote-User", "admin"},
                          {"X-Proxy-Secret", "from the proxy"}};
    CHECK(answer_of(send(house, Method::get, "/state", headers)) == "foreign-host");
    auto with = headers;
    with.push_back({"X-Api-Key", "open sesame"});
    CHECK(send(house, Method::get, "/state", with).status == 200);
  }
}

TEST_CASE("where nobody is asked, pages of others still may change nothing") {
  Answering house(Answering::Loaded::yes, "access: {mode: none}\n");
  CHECK(me(house, our_page()) == "owner");
  auto foreign = our_page();
  foreign[1].value = "http://evil.example.org";
  CHECK(answer_of(send(house, Method::post, "/refilter", foreign)) == "foreign-origin");
  auto form = our_page();
  form[2].value = "application/x-www-form-urlencoded";
  CHECK(answer_of(send(house, Method::post, "/refilter", form, "a=b")) == "wrong-media");
  CHECK(send(house, Method::post, "/refilter", our_page(), "{}").status == 200);
  auto const metrics = house.get("/metrics").body;
  CHECK(metrics.find("sievarr_access_mode{mode=\"none\"} 1") != metrics.npos);
  CHECK(house.get("/api/v1/system/health").body.find("open-access") != std::string::npos);
}

TEST_CASE("a cookie is named and tied as well as the way it comes by allows") {
  Answering house;
  auto const line = [&](std::string const& base, bool tls) {
    Rules rules{.base = base};
    return std::string(session_cookie({.tls = tls}, rules));
  };
  CHECK(line("", true) == "__Host-sievarr");
  CHECK(line("/sievarr", true) == "__Secure-sievarr");
  CHECK(line("", false) == "sievarr");
  auto const opened = send(house, Method::post, "/session", our_page(), R"({"key":"open sesame"})");
  auto const cookie = std::string(*wire::header(opened.headers, "Set-Cookie"));
  CHECK(cookie.find("; Path=/; Max-Age=2592000; HttpOnly; SameSite=Lax") != cookie.npos);
  CHECK(cookie.find("Secure") == cookie.npos);
  // Over TLS a cookie of the plain name, which another site below the same domain could set, is
  // none.
  http::Call const call{.request = {.headers = {{"Cookie", "sievarr=abc; __Host-sievarr=def"}}},
                        .peer = "10.0.0.1"};
  CHECK(serve::cookie(call.request.headers, session_cookie({.tls = true}, {})) == "def");
}

TEST_CASE("before the storage is read, signing in has to wait") {
  Answering house(Answering::Loaded::no, password_mode);
  auto const answer = sign_in(house, "correct horse battery");
  CHECK(answer.status == 503);
  CHECK(answer_of(answer) == "starting");
  CHECK(wire::header(answer.headers, "Retry-After"));
  CHECK(answer_of(send(house, Method::get, "/state", our_page("sievarr=abc"))) == "starting");
  REQUIRE(house.application->load());
  CHECK(sign_in(house, "correct horse battery").status == 204);
}

TEST_CASE("sessions are listed and ended one by one, and all of that is in the audit") {
  Answering house(Answering::Loaded::yes, password_mode);
  auto const one = cookie_of(sign_in(house, "correct horse battery"));
  auto const other = cookie_of(sign_in(house, "correct horse battery"));
  auto const list = json(send(house, Method::get, "/api/v1/access/sessions", our_page(one)).body);
  auto const& sessions = *document::sequence(*document::find(list, "sessions"));
  REQUIRE(sessions.size() == 2);
  CHECK(at(sessions[0], "current") == "true");
  CHECK(at(sessions[1], "current") == "false");
  auto const target = "/api/v1/access/sessions/" + at(sessions[1], "id");
  CHECK(send(house, Method::delete_, target, our_page(one)).status == 204);
  CHECK(answer_of(send(house, Method::delete_, target, our_page(one))) == "no-such-session");
  CHECK(me(house, our_page(other)) == "no-key");
  CHECK(me(house, our_page(one)) == "owner");

  made_key(house, "read");
  auto const audit = derive::from_json<api::AuditPage>(
      send(house, Method::get, "/api/v1/access/audit", our_page(one)).body, "audit");
  REQUIRE(audit.problems.empty());
  auto const& rows = audit.value.entries;
  REQUIRE(rows.size() == 3);
  CHECK(rows[0].action == access::AuditAction::key_made);
  CHECK(rows[0].author == "the owner's key");
  CHECK(rows[0].difference.find("scope: read") != std::string::npos);
  CHECK(rows[1].action == access::AuditAction::session_ended);
  CHECK(rows[1].author == "admin");
  CHECK(rows[1].address == "192.168.1.9");
  CHECK(rows[2].action == access::AuditAction::password_set);
  CHECK_FALSE(audit.value.broken);
  auto const page = house.get("/api/v1/access/audit?limit=1");
  CHECK(at(json(page.body), "next") == "3");
}

TEST_CASE("a fresh installation is set up once, with the token of a file, and then never again") {
  Answering house;
  house.serve(Installation::fresh);
  house.site->tend(app::Credentials::Save::when_due);
  auto const path = house.daemon.folder.path() + "/setup.token";
  auto const token = [&] {
    auto text = os::read_file(path, 100);
    REQUIRE(text);
    return text->substr(0, text->find('\n'));
  };
  auto const set_up = [&](std::string const& said) {
    house.daemon.clock.advance(10s);
    return send(house, Method::post, "/api/v1/access/setup", our_page(),
                R"({"token":")" + said + R"(","password":"correct horse battery"})");
  };
  auto const mode = [&] {
    return at(json(send(house, Method::get, "/api/v1/access/mode", {}).body), "mode");
  };
  CHECK(mode() == "setup");
  auto const first = token();
  CHECK(first.size() == 32);
  // Neither five wrong ones nor a quarter of an hour are survived by a token.
  for (int each = 0; each < 5; ++each) CHECK(answer_of(set_up("guess")) == "wrong-token");
  CHECK(answer_of(set_up(first)) == "wrong-token");
  auto const second = token();
  CHECK(second != first);
  house.daemon.clock.advance(15min);
  house.site->tend(app::Credentials::Save::when_due);
  CHECK(answer_of(set_up(second)) == "wrong-token");
  for (auto const& line : house.daemon.lines)
    for (auto const& each : {first, second, token()}) CHECK(line.find(each) == line.npos);

  auto const cookie = cookie_of(set_up(token()));
  CHECK(me(house, our_page(cookie)) == "owner");
  CHECK(mode() == "key");
  CHECK_FALSE(os::exists(path));
  CHECK(answer_of(set_up(second)) == "conflict");
  house.serve(Installation::fresh);
  house.site->tend(app::Credentials::Save::when_due);
  CHECK(mode() == "key");
  CHECK_FALSE(os::exists(path));
}

TEST_CASE("who is configured already has no token, and cannot be set up") {
  Answering house;
  house.site->tend(app::Credentials::Save::when_due);
  CHECK_FALSE(os::exists(house.daemon.folder.path() + "/setup.token"));
  CHECK(answer_of(send(house, Method::post, "/api/v1/access/setup", our_page(),
                       R"({"token":"a","password":"correct horse battery"})")) == "conflict");
}

}  // namespace sievarr::serve
