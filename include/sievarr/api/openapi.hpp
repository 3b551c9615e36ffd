#pragma once

#include <sievarr/adding/plan_report.hpp>
#include <sievarr/api/access.hpp>
#include <sievarr/api/access_keys.hpp>
#include <sievarr/api/activity.hpp>
#include <sievarr/api/by_hand.hpp>
#include <sievarr/api/events.hpp>
#include <sievarr/api/history.hpp>
#include <sievarr/api/judge.hpp>
#include <sievarr/api/legacy.hpp>
#include <sievarr/api/log.hpp>
#include <sievarr/api/plan.hpp>
#include <sievarr/api/problem.hpp>
#include <sievarr/api/routes.hpp>
#include <sievarr/api/shows.hpp>
#include <sievarr/api/system.hpp>
#include <sievarr/derive/json_schema.hpp>

#include <concepts>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sievarr::api {

/// The route table as an OpenAPI 3.1 document.
class OpenApi {
 public:
  using Node = document::Node;

  Node write(std::string_view version) {
    for_each_route([&](auto route) { add<decltype(route)>(); });
    schema_.of<Refusal>();
    auto root = object();
    set(root, "openapi", text("3.1.0"));
    auto info = object();
    set(info, "title", text("Sievarr"));
    set(info, "version", text(version));
    set(info, "description",
        text("What enters a media library, and why. All paths are below "
             "server.url_base."));
    set(root, "info", std::move(info));
    set(root, "paths", std::move(paths_));
    auto components = object();
    set(components, "schemas", schema_.definitions());
    set(components, "securitySchemes", security());
    set(root, "components", std::move(components));
    return root;
  }

 private:
  static Node text(std::string_view words) { return document::text_node(words); }
  static Node object() { return document::object_node({}); }
  static void set(Node& node, std::string_view key, Node value) {
    document::set(node, key, std::move(value));
  }
  static Node wrapped(std::string_view key, Node value) {
    auto node = object();
    set(node, key, std::move(value));
    return node;
  }

  template <class R>
  void add() {
    auto constexpr route = R::route;
    auto operation = object();
    set(operation, "operationId", text(reflect::type_name<R>()));
    set(operation, "summary", text(route.text));
    set(operation, "tags", document::list_node({text(route.group)}));
    set(operation, "security", document::list_node(keys(route)));
    using Parameters = typename R::Types::Parameters;
    if constexpr (!std::same_as<Parameters, Nothing>) {
      document::Sequence all;
      add_parameters<Parameters>(all, "", route.path);
      set(operation, "parameters", document::list_node(std::move(all)));
    }
    add_body<typename R::Types::Body>(operation, route);
    add_answers<typename R::Types::Answer>(operation, route);
    auto const path = text(route.path);
    auto* there = document::find_member(paths_, route.path);
    if (!there) {
      set(paths_, route.path, object());
      there = document::find_member(paths_, route.path);
    }
    set(there->value, ascii_lowered(std::string{wire::verb(route.method)}), std::move(operation));
  }

  /// Everybody may leave the key out where a route is open; the empty requirement says so. What is
  /// in the list behind a way to sign in is the scope that it takes.
  static document::Sequence keys(Route const& route) {
    document::Sequence all;
    if (route.access != Access::key) all.push_back(object());
    if (!route.scope) return all;
    for (auto const* scheme : {"key", "bearer", "session"})
      all.push_back(wrapped(scheme, document::list_node({text(reflect::word_of(*route.scope))})));
    return all;
  }

  /// The parameters that a type leads to, each with the dotted name by which a query calls it.
  template <class T>
  void add_parameters(document::Sequence& all, std::string const& before, std::string_view path) {
    reflect::for_each_field<T>([&](auto field) {
      using Value = typename decltype(field)::Value;
      auto const name = before + std::string{field.name};
      if constexpr (nests<Value>) {
        if constexpr (reflect::Shortened<Value>)
          all.push_back(parameter<reflect::Shorthand<Value>>(name, field, path));
        add_parameters<Value>(all, name + ".", path);
      } else {
        all.push_back(parameter<Value>(name, field, path));
      }
    });
  }

  template <class T>
  static constexpr bool nests = reflect::Described<T> && !reflect::Scalar<T> &&
                                !reflect::Maybe<T> && !reflect::List<T> && !reflect::Choice<T>;

  template <class Value, class Field>
  Node parameter(std::string const& name, Field field, std::string_view path) {
    auto node = object();
    bool const in_path = path.find("{" + name + "}") != path.npos;
    set(node, "name", text(name));
    set(node, "in", text(in_path ? "path" : "query"));
    if (in_path || field.required) set(node, "required", document::plain_node("true"));
    set(node, "description",
        text(std::string{field.text} + derive::meanings_of(derive::outline<Value>())));
    set(node, "schema", parameter_schema<Value>());
    return node;
  }

  /// A tree of its own is one text in a query.
  template <class Value>
  Node parameter_schema() {
    if constexpr (reflect::Maybe<Value>)
      return parameter_schema<reflect::Inner<Value>>();
    else if constexpr (reflect::Choice<Value>)
      return wrapped("type", text("string"));
    else
      return schema_.of<Value>();
  }

  Node content(std::string_view media, Node schema) {
    return wrapped(media, wrapped("schema", std::move(schema)));
  }

  template <class Body>
  void add_body(Node& operation, Route const& route) {
    bool const raw = route.takes != Route{}.takes;
    if (std::same_as<Body, Nothing> && !raw) return;
    auto body = wrapped("required", document::plain_node("true"));
    set(body, "content", content(route.takes, schema_or_text<Body>()));
    set(operation, "requestBody", std::move(body));
  }

  template <class T>
  Node schema_or_text() {
    if constexpr (std::same_as<T, Nothing>)
      return wrapped("type", text("string"));
    else
      return schema_.of<T>();
  }

  template <class Answer>
  void add_answers(Node& operation, Route const& route) {
    auto answers = object();
    auto answer = wrapped("description", text(route.text));
    bool const json = route.media == Route{}.media;
    if constexpr (std::same_as<Answer, Nothing>) {
      if (!json) set(answer, "content", content(route.media, schema_or_text<Nothing>()));
      if (json && route.status != 204)
        set(answer, "content", content(route.media, wrapped("type", text("object"))));
    } else {
      set(answer, "content", content(route.media, schema_.of<Answer>()));
    }
    set(answers, to_text(route.status), answer);
    if (route.other_status != 0) set(answers, to_text(route.other_status), answer);
    auto refusal = wrapped("description", text("What is wrong, and what to do."));
    set(refusal, "content", content("application/problem+json", schema_.of<Refusal>()));
    set(answers, "default", std::move(refusal));
    set(operation, "responses", std::move(answers));
  }

  static Node security() {
    auto const scheme = [](std::string_view type, std::string_view key, std::string_view value,
                           std::string_view in) {
      auto node = wrapped("type", text(type));
      set(node, key, text(value));
      if (!in.empty()) set(node, "in", text(in));
      return node;
    };
    auto all = object();
    set(all, "key", scheme("apiKey", "name", "X-Api-Key", "header"));
    set(all, "bearer", scheme("http", "scheme", "bearer", ""));
    set(all, "session", scheme("apiKey", "name", "sievarr", "cookie"));
    return all;
  }

  derive::JsonSchema schema_{derive::Author::program, "#/components/schemas/"};
  Node paths_ = object();
};

/// All that can be asked, as OpenAPI 3.1.
inline document::Node openapi(std::string_view version) { return OpenApi{}.write(version); }

}  // namespace sievarr::api
