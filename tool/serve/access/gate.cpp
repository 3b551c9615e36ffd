#include "gate.hpp"

#include "address.hpp"

#include <sievarr/base/text.hpp>

#include <string>
#include <utility>

namespace sievarr::serve {
namespace {

using api::Wrong;

bool changes_something(wire::Method method) {
  return method != wire::Method::get && method != wire::Method::head &&
         method != wire::Method::options;
}

Denied denied(Wrong wrong, std::string title, std::string detail) {
  return {.refusal = api::refusal(wrong, std::move(title), std::move(detail))};
}

/// The key that a request carries in a header.
std::string_view given_key(wire::Headers const& headers) {
  if (auto const key = wire::header(headers, "X-Api-Key")) return trimmed(*key);
  auto const authorization = wire::header(headers, "Authorization").value_or("");
  constexpr std::string_view scheme = "bearer ";
  if (authorization.size() > scheme.size() &&
      wire::same_header(authorization.substr(0, scheme.size()), scheme))
    return trimmed(authorization.substr(scheme.size()));
  return {};
}

Denied foreign_origin(std::string_view origin) {
  return denied(
      Wrong::foreign_origin, "the page of another site may change nothing here",
      "it came from " + quoted(origin) + "; add its name to server.allowed_hosts if it is yours");
}

}  // namespace

Gate::Credential Gate::credential_of(AccessRequest const& access_request) const {
  auto const& headers = access_request.call.request.headers;
  auto const& key = access_request.rules.key;
  auto const given = given_key(headers);
  if (!given.empty())
    return key.opens() && value::Secret(std::string(given)).same_as(key) ? Credential::key
                                                                         : Credential::wrong;
  auto const session = cookie(headers, Sessions::cookie);
  if (!session.empty() && sessions_.accepts(key, session, access_request.now))
    return Credential::session;
  return Credential::none;
}

Denied Gate::deny_wrong_key(AccessRequest const& access_request) {
  if (attempts_.take(network_of(access_request.visitor.address), access_request.now))
    return denied(Wrong::wrong_key, "the key is not right",
                  "it is in server.api_key of the config, else in the file api_key of the storage");
  auto refused = denied(Wrong::too_many_attempts, "too many wrong keys",
                        "the right one is let in at any time");
  refused.wait = attempts_.wait();
  return refused;
}

std::optional<Denied> Gate::examine_browser(AccessRequest const& access_request) const {
  if (!is_allowed(access_request.visitor.host, access_request.rules))
    return denied(Wrong::foreign_host, "browsers may not come by this name",
                  "add " + quoted(access_request.visitor.host) + " to server.allowed_hosts");
  if (!changes_something(access_request.call.request.method)) return std::nullopt;
  auto const& headers = access_request.call.request.headers;
  if (auto const origin = wire::header(headers, "Origin")) {
    if (is_ours(*origin, access_request.visitor, access_request.rules)) return std::nullopt;
    return foreign_origin(*origin);
  }
  // Browsers of today say one or the other with each request that changes something.
  if (wire::header(headers, "Sec-Fetch-Site") == "same-origin") return std::nullopt;
  return denied(Wrong::foreign_origin, "a browser must say from which page it comes",
                "send Origin, or the key in X-Api-Key instead of a session");
}

std::optional<Denied> Gate::examine_write(AccessRequest const& access_request,
                                          Credential credential) {
  auto const origin = wire::header(access_request.call.request.headers, "Origin");
  if (credential == Credential::key && origin &&
      !is_ours(*origin, access_request.visitor, access_request.rules))
    return foreign_origin(*origin);
  if (writes_.take(network_of(access_request.visitor.address), access_request.now))
    return std::nullopt;
  auto refused =
      denied(Wrong::too_many_writes, "too many changes from this address", "wait a little");
  refused.wait = writes_.wait();
  return refused;
}

std::optional<Denied> Gate::examine(AccessRequest const& access_request, api::Access access) {
  if (access == api::Access::open) return std::nullopt;
  if (access == api::Access::scraped && !access_request.rules.protect_metrics) return std::nullopt;
  auto const credential = credential_of(access_request);
  if (credential == Credential::wrong) return deny_wrong_key(access_request);
  if (credential == Credential::none)
    return denied(Wrong::no_key, "a key is needed", "send it as X-Api-Key");
  if (credential == Credential::session)
    if (auto refused = examine_browser(access_request)) return refused;
  if (!changes_something(access_request.call.request.method)) return std::nullopt;
  return examine_write(access_request, credential);
}

Result<std::string, Denied> Gate::open_session(AccessRequest const& access_request,
                                               value::Secret const& key) {
  if (auto refused = examine_browser(access_request)) return *std::move(refused);
  if (!access_request.rules.key.opens() || !key.same_as(access_request.rules.key))
    return deny_wrong_key(access_request);
  auto session = Sessions::open(access_request.rules.key, access_request.now);
  if (!session) return denied(Wrong::storage, session.error().text, session.error().hint);
  return *std::move(session);
}

std::optional<Denied> Gate::close_session(AccessRequest const& access_request) {
  auto const session = cookie(access_request.call.request.headers, Sessions::cookie);
  if (!sessions_.accepts(access_request.rules.key, session, access_request.now))
    return std::nullopt;
  if (auto refused = examine_browser(access_request)) return refused;
  sessions_.close(session, access_request.now);
  return std::nullopt;
}

}  // namespace sievarr::serve
