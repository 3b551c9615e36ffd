#pragma once

#include <sievarr/access/scope.hpp>
#include <sievarr/reflect/describe.hpp>
#include <sievarr/wire/http.hpp>

#include <cstdint>
#include <optional>
#include <string_view>

/// The HTTP surface as data: what can be asked, by whom, in which form, and what is answered. The
/// router, the OpenAPI document and the reference are made from it.
namespace sievarr::api {

/// Who may ask: everybody, everybody unless the config protects what machines scrape, or whoever
/// has shown who they are.
enum class Access : std::uint8_t { open, scraped, key };

/// When a route can be answered: once the storage is loaded; before that too; or at once, from what
/// is known without asking anybody.
enum class Ready : std::uint8_t { loaded, before, at_once };

/// What a route says about itself beyond its types.
struct Route {
  wire::Method method = wire::Method::get;
  std::string_view path;   ///< "/api/v1/shows/{id}"; what is in braces is a parameter.
  std::string_view text;   ///< One sentence; it becomes the reference.
  std::string_view group;  ///< The section of the reference that it stands in.
  Access access = Access::key;
  std::optional<access::Scope> scope = {};  ///< What it takes; said by all that are not open.
  Ready ready = Ready::loaded;
  int status = 200;
  int other_status = 0;  ///< A second status whose answer has the same form; 0 is none.
  std::string_view media = "application/json";  ///< What the answer is.
  std::string_view takes = "application/json";  ///< What a body must be.
};

/// No parameters, no body, or no answer.
struct Nothing {};
BOOST_DESCRIBE_STRUCT(Nothing, (), ())

constexpr auto notes_of(reflect::Of<Nothing>) { return reflect::Notes{}; }

/// What is sent with a request, in its address and behind it, and what comes back.
template <class P, class B, class A>
struct Exchange {
  using Parameters = P;
  using Body = B;
  using Answer = A;
};

template <class A>
using Read = Exchange<Nothing, Nothing, A>;

}  // namespace sievarr::api
