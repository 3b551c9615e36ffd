#include "../support/schema.hpp"
#include "answering.hpp"

#include <sievarr/api/routes.hpp>
#include <sievarr/base/number.hpp>

#include <map>
#include <string>
#include <utility>
#include <vector>

/// Every route of the OpenAPI document that the server gives, asked for in every way.
namespace sievarr::serve {
namespace {

using document::Node;
using test::Answering;
using test::json;
using wire::Method;

/// An operation of the document.
struct Operation {
  Method method;
  std::string path;
  Node const* node;

  std::string target(std::string const& id) const {
    auto text = path;
    auto const what = path.find("{name}") == path.npos ? id : std::string{"catalogue"};
    if (auto const brace = text.find('{'); brace != text.npos)
      text.replace(brace, text.find('}') - brace + 1, what);
    return text;
  }
};

Method method_of(std::string_view word) {
  for (auto const method : {Method::get, Method::post, Method::delete_, Method::put})
    if (wire::same_header(wire::verb(method), word)) return method;
  return Method::options;
}

std::vector<Operation> operations(Node const& root) {
  std::vector<Operation> all;
  for (auto const& path : *document::mapping(*document::find(root, "paths")))
    for (auto const& operation : *document::mapping(path.value))
      all.push_back({method_of(operation.key), path.key, &operation.value});
  return all;
}

bool is_open(Operation const& operation) {
  auto const& security = *document::find(*operation.node, "security");
  for (auto const& way : *document::sequence(security))
    if (document::mapping(way)->empty()) return true;
  return false;
}

/// The schema of an answer of that status and type; nothing where the document has none.
Node const* schema_of(Operation const& operation, int status, std::string const& media) {
  auto const& answers = *document::find(*operation.node, "responses");
  auto const* answer = document::find(answers, to_text(status));
  if (!answer) answer = document::find(answers, "default");
  auto const* const content = answer ? document::find(*answer, "content") : nullptr;
  auto const* const typed = content ? document::find(*content, media) : nullptr;
  return typed ? document::find(*typed, "schema") : nullptr;
}

/// Whether an answer is what the document says of it.
void check(Operation const& operation, wire::Response const& response, Node const& root) {
  CAPTURE(operation.path);
  CAPTURE(response.status);
  CAPTURE(response.body.substr(0, 300));
  auto const media = wire::content_type(response.headers);
  if (response.status == 204) return;
  if (media.find("json") == media.npos || media.find("ndjson") != media.npos) {
    CHECK(schema_of(operation, response.status,
                    std::string(*wire::header(response.headers, "Content-Type"))));
    return;
  }
  auto const* const schema = schema_of(operation, response.status, media);
  REQUIRE(schema);
  CHECK(test::misfit(json(response.body), *schema, root) == "");
}

Node document_of(Answering& house) {
  auto const response = house.get("/api/v1/openapi.json");
  REQUIRE(response.status == 200);
  return json(response.body);
}

std::string type_of(wire::Response const& response) {
  auto const type = test::at(json(response.body), "type");
  return type.substr(type.rfind(':') + 1);
}

}  // namespace

TEST_CASE("without a key every route is refused but those that are open") {
  Answering house;
  auto const root = document_of(house);
  std::size_t closed = 0;
  for (auto const& operation : operations(root))
    for (auto const method : {Method::get, Method::head, Method::post, Method::put, Method::patch,
                              Method::delete_, Method::options}) {
      CAPTURE(operation.path);
      CAPTURE(wire::verb(method));
      auto const response = house.ask({.method = method, .target = operation.target("1")}).response;
      bool const declared =
          method == operation.method || (method == Method::head && operation.method == Method::get);
      if (is_open(operation) && declared) {
        CHECK(response.status != 401);
      } else if (!is_open(operation)) {
        // Another method of the same path may be open.
        if (response.status != 401) CHECK(operation.path == "");
        ++closed;
      }
    }
  CHECK(closed > 150);
}

TEST_CASE("what is at no path is asked for a key first") {
  Answering house;
  for (std::string const path : {"/nothing", "/api", "/api/v1", "/api/v1/shows/", "/.env",
                                 "/session/", "/health/x", "/api/v2/shows", "/shows/1"}) {
    CAPTURE(path);
    CHECK(house.ask({.target = path}).response.status == 401);
    CHECK(house.get(path).status == 404);
  }
}

TEST_CASE("every answer is what the document says, before and after a cycle") {
  Answering house;
  auto const root = document_of(house);
  for (int round = 0; round < 2; ++round) {
    for (auto const& operation : operations(root)) {
      if (operation.method != Method::get) continue;
      auto const response = house.get(operation.target("1"));
      CHECK((response.status < 400 || response.status == 404 || response.status == 503));
      check(operation, response, root);
    }
    REQUIRE(house.application->step());
  }
}

TEST_CASE("what changes something answers as the document says as well") {
  Answering house;
  REQUIRE(house.application->step());
  auto const root = document_of(house);
  auto const plan = house.get("/api/v1/plan").body;
  std::map<std::string, std::pair<std::string, std::string>> const bodies{
      {"/session", {R"({"key":"open sesame"})", "application/json"}},
      {"/api/v1/judge", {"selections: [{rating: {min: 8}}]\n", "application/yaml"}},
      {"/api/v1/plan/apply", {plan, "application/json"}},
      {"/api/v1/access/keys", {R"({"description":"homepage"})", "application/json"}},
      {"/api/v1/access/keys/{id}", {R"({"reads_per_minute":5})", "application/json"}},
      {"/api/v1/access/password", {R"({"password":"a longer secret"})", "application/json"}},
      {"/api/v1/access/setup",
       {R"({"token":"abc","password":"a longer secret"})", "application/json"}},
  };
  for (auto const& operation : operations(root)) {
    if (operation.method != Method::post) continue;
    CAPTURE(operation.path);
    auto const found = bodies.find(operation.path);
    auto const& [body, type] =
        found != bodies.end()
            ? found->second
            : std::pair<std::string, std::string>(R"({"shows":[1,2]})", "application/json");
    auto const response = house.post(operation.target("1"), body, type);
    check(operation, response, root);
    // What opens a session is for browsers, which say from which page they come.
    bool const opens_session =
        operation.path == "/session" || operation.path == "/api/v1/access/setup";
    CHECK((response.status < 300 || response.status == 409 || opens_session));
  }
}

TEST_CASE("malformed input is refused with a reason that programs can read, never worse") {
  Answering house;
  REQUIRE(house.application->step());
  auto const root = document_of(house);
  std::vector<std::string> const bodies{"",
                                        "{",
                                        "[]",
                                        "null",
                                        "\"\\ud800\"",
                                        R"({"shows":"1"})",
                                        R"({"shows":[]})",
                                        R"({"shows":[1],"more":1})",
                                        R"({"shows":[1e99]})",
                                        std::string(5000, '['),
                                        std::string("{\"shows\":[\0]}", 13),
                                        "\xff\xfe",
                                        R"({"key":["a"]})",
                                        "selections: [",
                                        "selections: &a [*a]",
                                        "always: [1, 2"};
  for (auto const& operation : operations(root)) {
    if (operation.method != Method::post || !document::find(*operation.node, "requestBody"))
      continue;
    for (auto const& body : bodies)
      for (std::string const type : {"application/json", "application/yaml", "text/plain", ""}) {
        CAPTURE(operation.path);
        CAPTURE(body.substr(0, 40));
        CAPTURE(type);
        auto const response = house.post(operation.target("1"), body, type);
        bool const judged = operation.path == "/api/v1/judge" && response.status == 200;
        CHECK((judged || (response.status >= 400 && response.status < 500)));
        if (!judged) CHECK(wire::content_type(response.headers) == "application/problem+json");
        check(operation, response, root);
      }
  }
}

TEST_CASE("parameters that are wrong are named, whatever the route") {
  Answering house;
  auto const root = document_of(house);
  for (auto const& operation : operations(root)) {
    if (!document::find(*operation.node, "parameters")) continue;
    for (std::string const query :
         {"?nonsense=1", "?limit=-1", "?limit=many", "?limit=1&limit=2", "?%zz", "?a=%ff",
          "?full=perhaps", "?before=soon", "?limit.a=1", "?after.b.c=2&after=1"}) {
      CAPTURE(operation.path);
      CAPTURE(query);
      auto const target = operation.target("1") + query;
      auto const response = house.send(operation.method, target, "{}");
      CHECK((response.status == 400 || response.status == 422));
      check(operation, response, root);
    }
  }
  CHECK(type_of(house.get("/api/v1/shows/soon")) == "bad-parameters");
  CHECK(type_of(house.get("/api/v1/shows/999999999")) == "no-such-show");
  CHECK(house.get("/api/v1/shows/99999999999999999999").status == 400);
}

TEST_CASE("another method than that of a path is refused, and the right ones are named") {
  Answering house;
  auto const response =
      house.ask({.method = Method::delete_, .target = "/api/v1/shows", .headers = Answering::key()})
          .response;
  CHECK(response.status == 405);
  CHECK(wire::header(response.headers, "Allow") == "GET");
  CHECK(type_of(response) == "wrong-method");
}

TEST_CASE("at a path that is open, another method is refused without asking for a key") {
  Answering house;
  std::size_t tried = 0;
  auto const root = document_of(house);
  for (auto const& operation : operations(root)) {
    if (!is_open(operation)) continue;
    CAPTURE(operation.path);
    auto const response =
        house.ask({.method = Method::patch, .target = operation.target("1")}).response;
    CHECK(response.status == 405);
    CHECK(wire::header(response.headers, "Allow").value_or("").find(wire::verb(operation.method)) !=
          std::string_view::npos);
    ++tried;
  }
  CHECK(tried >= 5);
  CHECK(house.ask({.method = Method::patch, .target = "/state"}).response.status == 401);
}

TEST_CASE("while all is still loaded only the server's own health is known") {
  Answering house(Answering::Loaded::no);
  CHECK(house.ask({.target = "/health"}).response.status == 200);
  CHECK(house.ask({.target = "/ping"}).response.status == 200);
  CHECK(house.ask({.target = "/"}).response.status == 200);
  auto const ready = house.ask({.target = "/ready"}).response;
  CHECK(ready.status == 503);
  CHECK(test::at(json(ready.body), "status") == "not_ready");
  CHECK(house.ask({.target = "/api/v1/shows"}).response.status == 401);
  auto const shows = house.get("/api/v1/shows");
  CHECK(shows.status == 503);
  CHECK(type_of(shows) == "starting");
  CHECK(wire::header(shows.headers, "Retry-After"));
  REQUIRE(house.application->load());
  CHECK(house.get("/api/v1/shows").status == 200);
}

}  // namespace sievarr::serve
