#pragma once

#include <sievarr/base/number.hpp>
#include <sievarr/document/json.hpp>
#include <sievarr/wire/http.hpp>
#include "shared.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

/// Sonarr's own descriptions of its API, where they lie beside the checkout.
namespace sievarr::test {

using document::Node;

namespace described {

inline Node const* at(Node const* node, std::string_view key) {
  return node == nullptr ? nullptr : document::find(*node, key);
}

inline std::string text_of(Node const* node) {
  auto const* const found = node == nullptr ? nullptr : document::scalar(*node);
  return found == nullptr ? std::string() : found->text;
}

inline bool is_plain(Node const& node) {
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

}  // namespace described

/// What a description has against a request; nothing where it fits.
inline std::vector<std::string> complaints(Node const& api, wire::Request const& request) {
  using described::at;
  using described::Fit;
  using described::text_of;
  std::string_view target = request.target;
  target.remove_prefix(std::min(target.find("/api/"), target.size()));
  auto const query_at = std::min(target.find('?'), target.size());
  auto const* const path = at(at(&api, "paths"), target.substr(0, query_at));
  auto const* const operation = at(path, request.method == wire::Method::get ? "get" : "post");
  if (operation == nullptr) return {"nobody answers at " + std::string(target)};

  std::vector<std::string> found;
  auto const* const parameters = at(operation, "parameters");
  static document::Sequence const nothing;
  auto const& known = parameters != nullptr ? *document::sequence(*parameters) : nothing;
  auto query = target.substr(query_at);
  while (query.size() > 1) {
    query.remove_prefix(1);
    auto const pair = query.substr(0, query.find('&'));
    auto const name = pair.substr(0, pair.find('='));
    if (std::none_of(known.begin(), known.end(),
                     [&](Node const& each) { return text_of(at(&each, "name")) == name; }))
      found.push_back("no parameter " + std::string(name));
    query.remove_prefix(pair.size());
  }
  if (request.method == wire::Method::get) return found;
  auto const* const content = at(at(at(operation, "requestBody"), "content"), "application/json");
  REQUIRE(content);
  auto const body = document::read_json(request.body, "body");
  REQUIRE(body.problems.empty());
  for (auto& each : Fit(api).complaints(body.value, *at(content, "schema")))
    found.push_back(std::move(each));
  return found;
}

/// Those of the versions that we talk to; none where they are not there.
inline std::vector<Node> descriptions() {
  std::vector<Node> apis;
  for (auto const* name : {"sonarr-4.0.19-api-v3.json", "sonarr-5-develop-api-v3.json"})
    if (auto const text = test::read_shared(std::string("openapi/") + name))
      apis.push_back(document::read_json(*text, name).value);
  return apis;
}

}  // namespace sievarr::test
