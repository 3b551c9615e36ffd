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

Gate::Credential Gate::credential_of(Knock const& knock) const {
  auto const& headers = knock.call.request.headers;
  auto const& key = knock.rules.key;
  auto const given = given_key(headers);
  if (!given.empty())
    return key.opens() && value::Secret(std::string(given)).same_as(key) ? Credential::key
                                                                         : Credential::wrong;
  auto const session = cookie(headers, Sessions::cookie);
  if (!session.empty() && sessions_.accepts(key, session, knock.now)) return Credential::session;
  return Credential::none;
}

Denied Gate::deny_wrong_key(Knock const& knock) {
  if (attempts_.take(household_of(knock.visitor.address), knock.now))
    return denied(Wrong::wrong_key, "the key is not right",
                  "it is in server.api_key of the config, else in the file api_key of the storage");
  auto refused = denied(Wrong::too_many_attempts, "too many wrong keys",
                        "the right one is let in at any time");
  refused.wait = attempts_.wait();
  return refused;
}

std::optional<Denied> Gate::examine_browser(Knock const& knock) const {
  if (!is_allowed(knock.visitor.host, knock.rules))
    return denied(Wrong::foreign_host, "browsers may not come by this name",
                  "add " + quoted(knock.visitor.host) + " to server.allowed_hosts");
  if (!changes_something(knock.call.request.method)) return std::nullopt;
  auto const& headers = knock.call.request.headers;
  if (auto const origin = wire::header(headers, "Origin")) {
    if (is_ours(*origin, knock.visitor, knock.rules)) return std::nullopt;
    return foreign_origin(*origin);
  }
  // Browsers of today say one or the other with each request that changes something.
  if (wire::header(headers, "Sec-Fetch-Site") == "same-origin") return std::nullopt;
  return denied(Wrong::foreign_origin, "a browser must say from which page it comes",
                "send Origin, or the key in X-Api-Key instead of a session");
}

std::optional<Denied> Gate::examine_write(Knock const& knock, Credential credential) {
  auto const origin = wire::header(knock.call.request.headers, "Origin");
  if (credential == Credential::key && origin && !is_ours(*origin, knock.visitor, knock.rules))
    return foreign_origin(*origin);
  if (writes_.take(household_of(knock.visitor.address), knock.now)) return std::nullopt;
  auto refused =
      denied(Wrong::too_many_writes, "too many changes from this address", "wait a little");
  refused.wait = writes_.wait();
  return refused;
}

std::optional<Denied> Gate::examine(Knock const& knock, api::Access access) {
  if (access == api::Access::open) return std::nullopt;
  if (access == api::Access::scraped && !knock.rules.protect_metrics) return std::nullopt;
  auto const credential = credential_of(knock);
  if (credential == Credential::wrong) return deny_wrong_key(knock);
  if (credential == Credential::none)
    return denied(Wrong::no_key, "a key is needed", "send it as X-Api-Key");
  if (credential == Credential::session)
    if (auto refused = examine_browser(knock)) return refused;
  if (!changes_something(knock.call.request.method)) return std::nullopt;
  return examine_write(knock, credential);
}

Result<std::string, Denied> Gate::open_session(Knock const& knock, value::Secret const& key) {
  if (auto refused = examine_browser(knock)) return *std::move(refused);
  if (!knock.rules.key.opens() || !key.same_as(knock.rules.key)) return deny_wrong_key(knock);
  auto session = Sessions::open(knock.rules.key, knock.now);
  if (!session) return denied(Wrong::storage, session.error().text, session.error().hint);
  return *std::move(session);
}

std::optional<Denied> Gate::close_session(Knock const& knock) {
  auto const session = cookie(knock.call.request.headers, Sessions::cookie);
  if (!sessions_.accepts(knock.rules.key, session, knock.now)) return std::nullopt;
  if (auto refused = examine_browser(knock)) return refused;
  sessions_.close(session, knock.now);
  return std::nullopt;
}

}  // namespace sievarr::serve
