#include "serve/routing/endpoint.hpp"

#include <sievarr/api/system.hpp>

#include <string>
#include <utility>

namespace sievarr::serve {
namespace {

/// What a browser keeps: for the paths below the base, out of reach of scripts and other sites.
std::string cookie_line(Knock const& knock, std::string_view session, std::chrono::seconds life) {
  auto line = std::string(Sessions::cookie) + "=" + std::string(session) +
              "; Path=" + (knock.rules.base.empty() ? "/" : knock.rules.base) +
              "; Max-Age=" + to_text(life.count()) + "; HttpOnly; SameSite=Lax";
  return knock.visitor.tls ? line + "; Secure" : line;
}

http::Answer with_cookie(Knock const& knock, std::string_view session, std::chrono::seconds life) {
  return wire::Response{.status = 204,
                        .headers = {{"Set-Cookie", cookie_line(knock, session, life)}}};
}

}  // namespace

template <>
http::Answer answer<api::OpenSession>(Desk& desk, Question& question) {
  return with_body<api::OpenSession>(question, [&](api::SessionRequest const& body) {
    auto const session = desk.gate.open_session(question.knock, body.key);
    if (!session) return shown(session.error());
    return with_cookie(question.knock, *session, Sessions::life);
  });
}

template <>
http::Answer answer<api::CloseSession>(Desk& desk, Question& question) {
  if (auto const refused = desk.gate.close_session(question.knock)) return shown(*refused);
  return with_cookie(question.knock, "", std::chrono::seconds{0});
}

}  // namespace sievarr::serve
