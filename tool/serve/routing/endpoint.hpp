#pragma once

#include "context.hpp"
#include "reply.hpp"

#include <sievarr/api/routes.hpp>
#include <sievarr/derive/from_json.hpp>
#include <sievarr/derive/json.hpp>

#include <string_view>
#include <utility>

/// What the files of endpoints share: parameters and bodies come in decoded, answers go out typed.
namespace sievarr::serve {

/// Whether a request says that its body is what a route takes.
bool is_of_type(wire::Request const& request, std::string_view wanted);

/// A body that is of another type than the route takes.
http::Answer wrong_media(std::string_view wanted);

/// Parameters in which something is wrong.
http::Answer bad_parameters(Problems const& problems);

/// Calls use(parameters), unless something is wrong with them.
template <class R, class Use>
http::Answer with_parameters(RouteRequest& request, Use use) {
  auto const reading =
      api::parameters<typename R::Types::Parameters>(std::move(request.parameters));
  if (has_errors(reading.problems)) return bad_parameters(reading.problems);
  return use(reading.value);
}

/// Calls use(body), unless something is wrong with it.
template <class R, class Use>
http::Answer with_body(RouteRequest const& request, Use use) {
  if (!is_of_type(request.message(), R::route.takes)) return wrong_media(R::route.takes);
  auto const reading = derive::from_json<typename R::Types::Body>(request.message().body, "body");
  if (has_errors(reading.problems))
    return refused(api::refusal(api::Wrong::bad_body, "the body cannot be read",
                                to_text(reading.problems.front()), reading.problems));
  return use(reading.value);
}

/// The answer of a route.
template <class R>
http::Answer typed(typename R::Types::Answer const& value, int status = R::route.status) {
  return said(status, derive::to_json(value));
}

/// The answer of a route, unless something went wrong.
template <class R>
http::Answer told(Outcome<typename R::Types::Answer> const& outcome) {
  return outcome ? typed<R>(*outcome) : failed(outcome.error());
}

}  // namespace sievarr::serve
