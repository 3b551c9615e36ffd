#pragma once

#include "app/application.hpp"
#include "serve/access/gate.hpp"
#include "traffic.hpp"

#include <sievarr/api/query.hpp>

#include <string>

namespace sievarr::serve {

/// What requests are answered with.
struct Context {
  app::Application& application;
  os::Clock& clock;
  Gate& gate;
  Traffic& traffic;
  std::string version;
};

/// A request that was let in, with the parameters of its address.
struct RouteRequest {
  AccessRequest const& access_request;
  api::QueryReader parameters;

  wire::Request const& message() const { return access_request.call.request; }
};

/// Answers the requests of a route. There is one for each, in the file of its group; a route
/// without one does not link.
template <class R>
http::Answer answer(Context& context, RouteRequest& request);

}  // namespace sievarr::serve
