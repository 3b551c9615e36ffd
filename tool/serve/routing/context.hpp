#pragma once

#include "app/application.hpp"
#include "log/log.hpp"
#include "serve/access/gate.hpp"
#include "traffic.hpp"

#include <sievarr/api/query.hpp>

#include <optional>
#include <string>

namespace sievarr::serve {

/// What requests are answered with.
struct Context {
  app::Application& application;
  os::Clock& clock;
  log::Log& log;
  Gate& gate;
  SetUp& set_up;
  Traffic& traffic;
  std::string version;
};

/// A request that was let in, with the parameters of its address.
struct RouteRequest {
  AccessRequest const& access_request;
  std::optional<access::Identity> identity = {};  ///< None where the route is open.
  api::QueryReader parameters = {};

  wire::Request const& message() const { return access_request.call.request; }

  /// Who asks, as the audit has it.
  access::Author author() const {
    return {.name = identity ? identity->name : "nobody",
            .way = identity ? identity->way : access::Way::everyone,
            .address = access_request.visitor.address};
  }
};

/// Answers the requests of a route. There is one for each, in the file of its group; a route
/// without one does not link.
template <class R>
http::Answer answer(Context& context, RouteRequest& request);

}  // namespace sievarr::serve
