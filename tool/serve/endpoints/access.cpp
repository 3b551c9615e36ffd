#include "store/tables/access.hpp"
#include "history.hpp"
#include "session.hpp"

#include <sievarr/api/access.hpp>
#include <sievarr/base/number.hpp>

#include <optional>
#include <utility>

namespace sievarr::serve {
namespace {

api::SignIn sign_in_of(config::AccessMode mode) {
  switch (mode) {
    case config::AccessMode::key: return api::SignIn::key;
    case config::AccessMode::password: return api::SignIn::password;
    case config::AccessMode::external: return api::SignIn::external;
    case config::AccessMode::none: break;
  }
  return api::SignIn::none;
}

/// Whether who asks must say the password of before to set another one: all but who has the owner's
/// key, where there is one to say.
bool must_say_password(RouteRequest const& request) {
  return request.access_request.credentials->has_password() &&
         request.identity->way != access::Way::owner_key;
}

http::Answer no_such_session(std::int64_t id) {
  return refused(api::refusal(api::Wrong::no_such_session, "there is no session " + to_text(id),
                              "all of them are in api/v1/access/sessions"));
}

}  // namespace

template <>
http::Answer answer<api::GetSignIn>(Context& context, RouteRequest& request) {
  auto const& access_request = request.access_request;
  bool const is_new = context.set_up.is_open(access_request.credentials);
  return typed<api::GetSignIn>(
      {.mode = is_new ? api::SignIn::setup : sign_in_of(access_request.rules.access.mode)});
}

template <>
http::Answer answer<api::SetUp>(Context& context, RouteRequest& request) {
  return with_body<api::SetUp>(request, [&](api::SetUpRequest const& body) {
    return answer_sign_in(context, request.access_request,
                          context.gate.set_up(request.access_request, context.set_up, body));
  });
}

template <>
http::Answer answer<api::GetMyAccess>(Context&, RouteRequest& request) {
  return typed<api::GetMyAccess>(
      {.name = request.identity->name,
       .way = request.identity->way,
       .scope = request.identity->scope,
       .password_locked = request.access_request.credentials->is_locked()});
}

template <>
http::Answer answer<api::ListSessions>(Context&, RouteRequest& request) {
  auto answer = request.access_request.credentials->list_sessions();
  if (!answer) return failed(answer.error());
  auto const limits = access::limits_of(request.access_request.rules.access);
  auto const now = request.access_request.now;
  std::erase_if(answer->sessions, [&](api::SessionLine const& each) {
    return !access::is_alive({.created = each.created, .used = each.used}, limits, now);
  });
  for (auto& each : answer->sessions) each.current = request.identity->session == each.id;
  return typed<api::ListSessions>(*answer);
}

template <>
http::Answer answer<api::EndSession>(Context&, RouteRequest& request) {
  return with_parameters<api::EndSession>(request, [&](api::SessionPath const& path) {
    auto const ended = request.access_request.credentials->end_session(path.id, request.author());
    if (!ended) return failed(ended.error());
    if (!*ended) return no_such_session(path.id);
    return http::Answer(wire::Response{.status = 204});
  });
}

template <>
http::Answer answer<api::ChangePassword>(Context& context, RouteRequest& request) {
  return with_body<api::ChangePassword>(request, [&](api::PasswordChange const& body) {
    auto const& access_request = request.access_request;
    if (must_say_password(request)) {
      auto const denied = context.gate.check_password(
          access_request, access_request.rules.access.user, body.current.value_or(value::Secret()));
      if (denied) return shown(*denied);
    }
    using Keys = app::NewPassword::Keys;
    auto const set = access_request.credentials->set_password(
        {.password = body.password, .keys = body.end_keys ? Keys::revoke : Keys::keep},
        request.author());
    if (!set) return failed(set.error());
    return http::Answer(wire::Response{.status = 204});
  });
}

template <>
http::Answer answer<api::ListAudit>(Context& context, RouteRequest& request) {
  return with_parameters<api::ListAudit>(request, [&](api::ListQuery const& query) {
    return list_rows<access::AuditRecord, store::AuditTable>(context, query, [](auto page) {
      auto const broken = access::first_broken(page.lines);
      return typed<api::ListAudit>({.entries = std::move(page.lines),
                                    .total = page.total,
                                    .next = page.next,
                                    .broken = broken});
    });
  });
}

}  // namespace sievarr::serve
