#include "serve/routing/endpoint.hpp"

#include <sievarr/api/system.hpp>

#include <string>
#include <utility>

namespace sievarr::serve {
namespace {

/// What a browser keeps: for the paths below the base, out of reach of scripts and other sites.
std::string cookie_line(AccessRequest const& access_request, std::string_view session,
                        std::chrono::seconds life) {
  auto line = std::string(Sessions::cookie) + "=" + std::string(session) +
              "; Path=" + (access_request.rules.base.empty() ? "/" : access_request.rules.base) +
              "; Max-Age=" + to_text(life.count()) + "; HttpOnly; SameSite=Lax";
  return access_request.visitor.tls ? line + "; Secure" : line;
}

http::Answer with_cookie(AccessRequest const& access_request, std::string_view session,
                         std::chrono::seconds life) {
  return wire::Response{.status = 204,
                        .headers = {{"Set-Cookie", cookie_line(access_request, session, life)}}};
}

}  // namespace

template <>
http::Answer answer<api::OpenSession>(Context& context, RouteRequest& request) {
  return with_body<api::OpenSession>(request, [&](api::SessionRequest const& body) {
    auto const session = context.gate.open_session(request.access_request, body.key);
    if (!session) return shown(session.error());
    return with_cookie(request.access_request, *session, Sessions::life);
  });
}

template <>
http::Answer answer<api::CloseSession>(Context& context, RouteRequest& request) {
  if (auto const refused = context.gate.close_session(request.access_request))
    return shown(*refused);
  return with_cookie(request.access_request, "", std::chrono::seconds{0});
}

}  // namespace sievarr::serve
