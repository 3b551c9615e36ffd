#include "credential.hpp"

#include <sievarr/base/text.hpp>

#include <algorithm>
#include <string>
#include <utility>

/// How sessions begin and end.
namespace sievarr::serve {
namespace {

using access::Identity;
using api::Wrong;

constexpr std::size_t longest_name = 64;
constexpr std::size_t longest_agent = 120;

/// What a browser calls itself, cut, and without what bends a line.
std::string agent_of(wire::Headers const& headers) {
  auto rest = wire::header(headers, "User-Agent").value_or("").substr(0, longest_agent);
  std::string agent;
  for (char const letter : rest) agent += letter >= 0x20 && letter < 0x7F ? letter : '?';
  return agent;
}

access::Attempt attempt_of(AccessRequest const& access_request, std::string_view name) {
  return {.name = trimmed(name).substr(0, longest_name),
          .address = access_request.visitor.address,
          .now = access_request.now};
}

Denied wait_for(std::chrono::milliseconds wait) {
  auto denied = denied_because(Wrong::too_many_attempts, "too many wrong passwords",
                               "wait, or use a key of the API");
  denied.wait = std::max(std::chrono::seconds{1}, std::chrono::ceil<std::chrono::seconds>(wait));
  return denied;
}

Denied wrong_password() {
  return denied_because(Wrong::wrong_password, "name or password is not right",
                        "a new one is set by: sievarr access password");
}

}  // namespace

/// Why somebody has to wait before the next try.
std::optional<Denied> Gate::count_try(AccessRequest const& access_request, std::string_view name) {
  auto const attempt = attempt_of(access_request, name);
  if (auto const wait = failed_.wait(attempt); wait.count() > 0) return wait_for(wait);
  auto const network = access::network_of(attempt.address);
  auto const now = access_request.now;
  for (auto* const each : {&tries_, &tries_of_hour_})
    if (!each->take(network, now)) return wait_for(each->wait());
  // Who was right before at this address is not kept out by what others do.
  if (!failed_.knows(attempt) && !tries_of_all_.take("", now))
    return wait_for(tries_of_all_.wait());
  return std::nullopt;
}

std::optional<Denied> Gate::check_password(AccessRequest const& access_request,
                                           std::string_view name, value::Secret const& password) {
  std::lock_guard const lock(signing_in_);
  if (auto denied = count_try(access_request, name)) return denied;
  auto& credentials = *access_request.credentials;
  bool const is_known = trimmed(name) == trimmed(access_request.rules.access.user);
  if (!is_known) credentials.pretend(password);
  auto const attempt = attempt_of(access_request, name);
  if (is_known && credentials.is_password(password)) {
    failed_.succeed(attempt);
    return std::nullopt;
  }
  failed_.fail(attempt);
  credentials.note_failure(access_request.visitor.address);
  return wrong_password();
}

/// A session for somebody who has shown who they are; the one of before ends.
Result<std::string, Denied> Gate::begin(AccessRequest const& access_request,
                                        Identity const& identity) {
  auto const& headers = access_request.call.request.headers;
  auto& credentials = *access_request.credentials;
  auto const failed = [](Failure const& failure) {
    return denied_because(Wrong::storage, failure.text, failure.hint);
  };
  auto const closed = credentials.close_session(
      cookie(headers, session_cookie(access_request.visitor, access_request.rules)));
  if (!closed) return failed(closed.error());
  auto session = credentials.open_session({.name = identity.name,
                                           .way = identity.way,
                                           .scope = identity.scope,
                                           .key = identity.key,
                                           .address = access_request.visitor.address,
                                           .agent = agent_of(headers)},
                                          access_request.rules.key);
  if (!session) return failed(session.error());
  return *std::move(session);
}

Result<std::string, Denied> Gate::open_session(AccessRequest const& access_request,
                                               api::SessionRequest const& body) {
  auto const facts = facts_of(access_request);
  if (auto const refused = access::check_browser(facts))
    return denied_for(access_request, *refused);
  if (body.key) {
    auto const holder = holder_of(access_request, *body.key);
    if (!holder) return deny_wrong_key(access_request);
    return begin(access_request, *holder);
  }
  if (!body.name || !body.password)
    return denied_because(Wrong::bad_body, "the body cannot be read",
                          "expected a key, or a name and a password");
  auto const& rules = access_request.rules.access;
  if (rules.mode != config::AccessMode::password)
    return denied_because(Wrong::conflict, "passwords are not asked for here",
                          "access.mode is " + reflect::word_of(rules.mode));
  if (auto denied = check_password(access_request, *body.name, *body.password))
    return *std::move(denied);
  return begin(access_request,
               {.name = rules.user, .way = access::Way::password, .scope = access::Scope::owner});
}

std::optional<Denied> Gate::close_session(AccessRequest const& access_request) {
  auto const facts = facts_of(access_request);
  if (!session_of(access_request)) return std::nullopt;
  if (auto const refused = access::check_browser(facts))
    return denied_for(access_request, *refused);
  auto const closed = access_request.credentials->close_session(
      cookie(access_request.call.request.headers,
             session_cookie(access_request.visitor, access_request.rules)));
  if (closed) return std::nullopt;
  return denied_because(Wrong::storage, closed.error().text, closed.error().hint);
}

Result<std::string, Denied> Gate::set_up(AccessRequest const& access_request, SetUp& set_up,
                                         api::SetUpRequest const& body) {
  if (auto const refused = access::check_browser(facts_of(access_request)))
    return denied_for(access_request, *refused);
  if (!set_up.is_open(access_request.credentials))
    return denied_because(Wrong::conflict, "the program is set up",
                          "sign in; a password is set by: sievarr access password");
  if (!attempts_.take(access::network_of(access_request.visitor.address), access_request.now))
    return wait_for(attempts_.wait());
  if (!set_up.accepts(body.token))
    return denied_because(Wrong::wrong_token, "the token is not right",
                          "it is printed by: sievarr access token");
  Identity const identity{.name = access_request.rules.access.user,
                          .way = access::Way::set_up,
                          .scope = access::Scope::owner};
  auto const set = access_request.credentials->set_password(
      {.password = body.password},
      {.name = identity.name, .way = identity.way, .address = access_request.visitor.address});
  if (!set) return denied_because(Wrong::bad_body, set.error().text, set.error().hint);
  set_up.end();
  return begin(access_request, identity);
}

}  // namespace sievarr::serve
