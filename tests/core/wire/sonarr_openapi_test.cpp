#include <sievarr/base/number.hpp>
#include <sievarr/document/json.hpp>
#include <sievarr/wire/sonarr_add.hpp>
#include <sievarr/wire/sonarr_requests.hpp>
#include "shared.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

/// Whatever is asked of a Sonarr stands in its own description of its API, where that lies beside
/// the checkout.
namespace sievarr::wire::sonarr {
namespace {

using document::Node;

Node const* at(Node const* node, std::string_view key) {
  return node == nullptr ? nullptr : document::find(*node, key);
}

std::string text_of(Node const* node) {
  auto const* const found = node == nullptr ? nullptr : document::scalar(*node);
  return found == nullptr ? std::string() : found->text;
}

bool is_plain(Node const& node) {
  return document::scalar(node)->style == document::Scalar::Style::plain;
}

/// Holds a value against a schema of OpenAPI 3.0, as far as Sonarr's description uses it.
class Fit {
 public:
  explicit Fit(Node const& api) : schemas_(at(at(&api, "components"), "schemas")) {}

  std::vector<std::string> complaints(Node const& value, Node const& schema) {
    complaints_.clear();
    fit(value, schema, "$");
    return complaints_;
  }

 private:
  void say(std::string const& where, std::string const& what) {
    complaints_.push_back(where + " " + what);
  }

  void fit(Node const& value, Node const& schema, std::string const& where) {
    if (auto const reference = text_of(at(&schema, "$ref")); !reference.empty()) {
      auto const* const named = at(schemas_, reference.substr(reference.rfind('/') + 1));
      REQUIRE(named);
      return fit(value, *named, where);
    }
    auto const* const word = document::scalar(value);
    if (word != nullptr && is_plain(value) && word->text == "null") {
      if (text_of(at(&schema, "nullable")) != "true") say(where, "may not be null");
      return;
    }
    auto const type = text_of(at(&schema, "type"));
    if (type == "object") return fit_object(value, schema, where);
    if (type == "array") return fit_array(value, schema, where);
    if (word == nullptr) return say(where, "must be a " + type);
    fit_word(value, schema, where);
  }

  void fit_object(Node const& value, Node const& schema, std::string const& where) {
    auto const* const members = document::mapping(value);
    if (members == nullptr) return say(where, "must be an object");
    for (auto const& member : *members) {
      auto const* const property = at(at(&schema, "properties"), member.key);
      if (property != nullptr)
        fit(member.value, *property, where + "." + member.key);
      else if (text_of(at(&schema, "additionalProperties")) == "false")
        say(where, "has no " + member.key);
    }
  }

  void fit_array(Node const& value, Node const& schema, std::string const& where) {
    auto const* const items = document::sequence(value);
    if (items == nullptr) return say(where, "must be a list");
    for (auto const& item : *items) fit(item, *at(&schema, "items"), where + "[]");
  }

  void fit_word(Node const& value, Node const& schema, std::string const& where) {
    auto const& text = document::scalar(value)->text;
    auto const type = text_of(at(&schema, "type"));
    bool const quoted = !is_plain(value);
    bool const fits = type == "string"    ? quoted
                      : type == "boolean" ? !quoted && (text == "true" || text == "false")
                      : type == "integer" ? !quoted && to_integer(text).has_value()
                                          : !quoted && to_double(text).has_value();
    if (!fits) say(where, "must be a " + type);
    auto const* const words = at(&schema, "enum");
    if (words == nullptr) return;
    auto const& allowed = *document::sequence(*words);
    if (std::none_of(allowed.begin(), allowed.end(),
                     [&](Node const& each) { return text_of(&each) == text; }))
      say(where, "has no word " + text);
  }

  Node const* schemas_;
  std::vector<std::string> complaints_;
};

/// What a description has against a request; nothing where it fits.
std::vector<std::string> complaints(Node const& api, Request const& request) {
  std::string_view target = request.target;
  target.remove_prefix(std::string_view("http://tower:8989").size());
  auto const query_at = std::min(target.find('?'), target.size());
  auto const* const path = at(at(&api, "paths"), target.substr(0, query_at));
  auto const* const operation = at(path, request.method == Method::get ? "get" : "post");
  if (operation == nullptr) return {"nobody answers at " + std::string(target)};

  std::vector<std::string> found;
  auto const* const parameters = at(operation, "parameters");
  auto query = target.substr(query_at);
  while (query.size() > 1) {
    query.remove_prefix(1);
    auto const pair = query.substr(0, query.find('&'));
    auto const name = pair.substr(0, pair.find('='));
    auto const& known = *document::sequence(*parameters);
    if (std::none_of(known.begin(), known.end(),
                     [&](Node const& each) { return text_of(at(&each, "name")) == name; }))
      found.push_back("no parameter " + std::string(name));
    query.remove_prefix(pair.size());
  }
  if (request.method == Method::get) return found;
  auto const* const content = at(at(at(operation, "requestBody"), "content"), "application/json");
  REQUIRE(content);
  auto const body = document::read_json(request.body, "body");
  REQUIRE(body.problems.empty());
  for (auto& each : Fit(api).complaints(body.value, *at(content, "schema")))
    found.push_back(std::move(each));
  return found;
}

std::vector<Node> descriptions() {
  std::vector<Node> apis;
  for (auto const* name : {"sonarr-4.0.19-api-v3.json", "sonarr-5-develop-api-v3.json"})
    if (auto const text = test::read_shared(std::string("openapi/") + name))
      apis.push_back(document::read_json(*text, name).value);
  return apis;
}

Requests const asked_of(*value::Url::read("http://tower:8989"), value::Secret("key"));

Found const dark{.tvdb_id = 334824, .title = "Dark", .object = R"({
  "title":"Dark","sortTitle":"dark","status":"ended","ended":true,"overview":"Children vanish.",
  "network":"Netflix","airTime":"03:00","remotePoster":"https://example.com/p.jpg","year":2017,
  "images":[{"coverType":"poster","url":"/p.jpg","remoteUrl":"https://example.com/p.jpg"}],
  "originalLanguage":{"id":4,"name":"German"},"seasons":[{"seasonNumber":1,"monitored":true}],
  "qualityProfileId":0,"seasonFolder":false,"monitored":false,"monitorNewItems":"all",
  "useSceneNumbering":false,"runtime":53,"tvdbId":334824,"tvRageId":0,"tvMazeId":17861,
  "firstAired":"2017-12-01T00:00:00Z","seriesType":"standard","cleanTitle":"dark",
  "imdbId":"tt5753856","titleSlug":"dark","folder":"Dark","certification":"TV-MA",
  "genres":["Crime"],"tags":[],"added":"0001-01-01T00:00:00Z",
  "ratings":{"votes":0,"value":0.0},"languageProfileId":0})"};

}  // namespace

TEST_CASE("every request fits the official description of the API") {
  std::vector<Request> all = {asked_of.status(),
                              asked_of.root_folders(),
                              asked_of.quality_profiles(),
                              asked_of.language_profiles(),
                              asked_of.tags(),
                              asked_of.series(),
                              asked_of.exclusions(),
                              asked_of.exclusions(3, 1000),
                              asked_of.look_up(334824),
                              asked_of.create_tag("auto")};
  for (auto const* monitor :
       {"all", "future", "missing", "existing", "firstSeason", "lastSeason", "latestSeason",
        "pilot", "recent", "monitorSpecials", "unmonitorSpecials", "none"})
    for (auto const* type : {"standard", "daily", "anime"})
      all.push_back(asked_of.add(add_body(dark, {.root_folder = "/tv",
                                                 .quality_profile = 4,
                                                 .language_profile = 1,
                                                 .tags = {1, 2},
                                                 .monitor = monitor,
                                                 .series_type = type})));
  for (auto const& api : descriptions()) {
    for (auto const& request : all) {
      CAPTURE(request.target);
      CAPTURE(request.body);
      CHECK(complaints(api, request) == std::vector<std::string>{});
    }
  }
}

TEST_CASE("a request that does not fit the description is found out") {
  for (auto const& api : descriptions()) {
    auto twisted = dark;
    twisted.object = R"({"year":"2017","images":[{"x":1}],"newThing":1,"genres":7,"ended":null})";
    CHECK(complaints(api, asked_of.add(add_body(twisted, {.monitor = "often"}))) ==
          std::vector<std::string>{"$.year must be a integer", "$.images[] has no x",
                                   "$ has no newThing", "$.genres must be a list",
                                   "$.ended may not be null",
                                   "$.addOptions.monitor has no word often"});
    auto odd = asked_of.exclusions(1, 2);
    odd.target += "&colour=red";
    CHECK(complaints(api, odd) == std::vector<std::string>{"no parameter colour"});
    odd.target = "http://tower:8989/api/v3/serie";
    CHECK(complaints(api, odd).size() == 1);
  }
}

}  // namespace sievarr::wire::sonarr
