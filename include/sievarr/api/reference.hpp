#pragma once

#include <sievarr/api/openapi.hpp>
#include <sievarr/derive/docs.hpp>

#include <concepts>
#include <string>
#include <string_view>

namespace sievarr::api {

/// The reference of the API as Markdown: every route, then every type.
class ApiReference {
 public:
  std::string write() && {
    text_ =
        "# Reference of the HTTP API\n\n"
        "Made from the route table in the program, as `/api/v1/openapi.json` is. All paths are "
        "below `server.url_base`.\n\n"
        "The key goes into `X-Api-Key` or `Authorization: Bearer`; the page has a session cookie "
        "instead. Who may ask is said by a scope: `read` looks, `act` also changes shows, cycles "
        "and jobs, `owner` may do everything, as the owner's key does. What is refused is "
        "`application/problem+json`, a [Refusal](#refusal) whose type "
        "is stable. Parameters may be repeated where they are lists, and dots lead into what is "
        "nested: `?languages=English&genres.any=Drama&genres.none=News&rating.min=7`.\n";
    for_each_route([&](auto route) { add<decltype(route)>(); });
    types_.mention(derive::outline<Refusal>());
    return text_ + "\n" + types_.take();
  }

 private:
  template <class R>
  void add() {
    auto constexpr route = R::route;
    if (group_ != route.group) {
      group_ = route.group;
      text_.append("\n## ").append(group_).append(
          "\n\n| request | who | sends | answer | meaning |\n|---|---|---|---|---|\n");
    }
    using Types = typename R::Types;
    auto sends = link<typename Types::Parameters>("");
    auto const body = link<typename Types::Body>(route.takes == Route{}.takes ? "" : route.takes);
    if (!sends.empty() && !body.empty()) sends += "; ";
    text_.append("| `").append(wire::verb(route.method)).append(" ").append(route.path);
    text_.append("` | ").append(who(route)).append(" | ").append(sends).append(body);
    text_.append(" | ").append(answer<typename Types::Answer>(route)).append(" | ");
    text_.append(route.text).append(" |\n");
  }

  template <class Answer>
  std::string answer(Route const& route) {
    bool const json = route.media == Route{}.media;
    auto media = std::string{route.media.substr(0, route.media.find(';'))};
    if (route.status == 204) return "nothing";
    if constexpr (std::same_as<Answer, Nothing>) return media;
    auto const type = link<Answer>("");
    return json ? type : media + " of " + type;
  }

  static std::string who(Route const& route) {
    switch (route.access) {
      case Access::open: return "everybody";
      case Access::scraped: return "everybody, unless `server.protect_metrics`";
      default: return reflect::word_of(*route.scope);
    }
  }

  /// A link to the section of a type, which is written as well.
  template <class T>
  std::string link(std::string_view otherwise) {
    if constexpr (std::same_as<T, Nothing>) {
      return std::string{otherwise};
    } else {
      types_.mention(derive::outline<T>());
      std::string const name{reflect::type_name<T>()};
      return "[" + name + "](#" + ascii_lowered(name) + ")";
    }
  }

  std::string text_;
  std::string_view group_;
  derive::Reference types_;
};

inline std::string reference() { return ApiReference{}.write(); }

}  // namespace sievarr::api
