#include "session.hpp"

#include <sievarr/api/system.hpp>
#include <sievarr/base/number.hpp>

#include <string>

namespace sievarr::serve {
namespace {

/// What a browser keeps: for the paths below the base, out of reach of scripts and other sites.
http::Answer with_cookie(AccessRequest const& access_request, std::string_view session,
                         std::chrono::seconds life) {
  auto const& rules = access_request.rules;
  auto line = std::string(session_cookie(access_request.visitor, rules)) + "=" +
              std::string(session) + "; Path=" + (rules.base.empty() ? "/" : rules.base) +
              "; Max-Age=" + to_text(life.count()) + "; HttpOnly; SameSite=Lax";
  if (access_request.visitor.tls) line += "; Secure";
  return wire::Response{.status = 204, .headers = {{"Set-Cookie", line}}};
}

}  // namespace

http::Answer answer_sign_in(Context& context, AccessRequest const& access_request,
                            Result<std::string, Denied> const& session) {
  auto const& address = access_request.visitor.address;
  if (!session) {
    auto const& refusal = session.error().refusal;
    if (refusal.status == 401)
      context.log.say(log::Level::warning, "serve", "somebody could not sign in",
                      {{"why", refusal.title}, {"address", address}});
    return shown(session.error());
  }
  context.log.say(log::Level::info, "serve", "somebody has signed in", {{"address", address}});
  return with_cookie(access_request, *session, access_request.rules.access.session_age.seconds());
}

template <>
http::Answer answer<api::OpenSession>(Context& context, RouteRequest& request) {
  return with_body<api::OpenSession>(request, [&](api::SessionRequest const& body) {
    return answer_sign_in(context, request.access_request,
                          context.gate.open_session(request.access_request, body));
  });
}

template <>
http::Answer answer<api::CloseSession>(Context& context, RouteRequest& request) {
  if (auto const refused = context.gate.close_session(request.access_request))
    return shown(*refused);
  return with_cookie(request.access_request, "", std::chrono::seconds{0});
}

}  // namespace sievarr::serve
