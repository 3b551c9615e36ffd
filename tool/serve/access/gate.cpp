#include "gate.hpp"

#include "credential.hpp"

#include <sievarr/access/api_key.hpp>
#include <sievarr/base/text.hpp>

#include <string>
#include <utility>

namespace sievarr::serve {
namespace {

using access::BodyType;
using access::Effect;
using access::Identity;
using access::KeyShown;
using access::Origin;
using access::Refused;
using api::Wrong;

BodyType body_of(wire::Request const& request) {
  if (request.body.empty()) return BodyType::none;
  auto const type = wire::content_type(request.headers);
  return type == "application/json" || type == "application/yaml" ? BodyType::document
                                                                  : BodyType::other;
}

Origin fetched_from(wire::Headers const& headers) {
  auto const site = wire::header(headers, "Sec-Fetch-Site");
  if (!site) return Origin::unsaid;
  return *site == "same-origin" ? Origin::ours : Origin::foreign;
}

Origin origin_of(AccessRequest const& access_request) {
  auto const origin = wire::header(access_request.call.request.headers, "Origin");
  if (!origin) return Origin::unsaid;
  return is_ours(*origin, access_request.visitor, access_request.rules) ? Origin::ours
                                                                        : Origin::foreign;
}

std::string_view shown_session(AccessRequest const& access_request) {
  return cookie(access_request.call.request.headers,
                session_cookie(access_request.visitor, access_request.rules));
}

/// Whether somebody who might be let in asks before anybody can know.
bool asks_too_early(AccessRequest const& access_request, access::RequestFacts const& facts) {
  if (access_request.credentials || facts.key == KeyShown::right) return false;
  if (facts.key == KeyShown::wrong)
    return access::is_key(given_key(access_request.call.request.headers));
  return !shown_session(access_request).empty();
}

Denied starting() {
  auto denied = denied_because(Wrong::starting, "starting", "try again in a moment");
  denied.wait = std::chrono::seconds{1};
  return denied;
}

}  // namespace

/// Whose key it is: the owner's, or one that was made and is in force.
std::optional<Identity> Gate::holder_of(AccessRequest const& access_request,
                                        value::Secret const& key) const {
  auto const& owner = access_request.rules.key;
  if (owner.opens() && key.same_as(owner))
    return Identity{
        .name = "the owner's key", .way = access::Way::owner_key, .scope = access::Scope::owner};
  if (!access_request.credentials) return std::nullopt;
  auto const made = access_request.credentials->key(key);
  if (!made) return std::nullopt;
  return Identity{.name = made->description,
                  .way = access::Way::api_key,
                  .scope = made->scope,
                  .key = made->id};
}

/// Whose session it is, where it is still good and what it was opened with still counts.
std::optional<Identity> Gate::session_of(AccessRequest const& access_request) const {
  auto* const credentials = access_request.credentials;
  auto const& rules = access_request.rules;
  auto const found =
      credentials ? credentials->session(shown_session(access_request)) : std::nullopt;
  if (!found || !access::is_alive(*found, access::limits_of(rules.access), access_request.now) ||
      !access::counts_in(found->way, rules.access.mode))
    return std::nullopt;
  if (found->key && !credentials->key(*found->key)) return std::nullopt;
  if (found->way == access::Way::owner_key) {
    value::Secret const seal(access::seal_of(rules.key.reveal(), found->hash));
    if (!rules.key.opens() || !found->seal || !seal.same_as(value::Secret(*found->seal)))
      return std::nullopt;
  }
  return Identity{.name = found->name,
                  .way = found->way,
                  .scope = found->scope,
                  .key = found->key,
                  .session = found->id};
}

access::RequestFacts Gate::facts_of(AccessRequest const& access_request) const {
  auto const& request = access_request.call.request;
  access::RequestFacts facts{
      .effect = changes_something(request.method) ? Effect::changes : Effect::reads,
      .nearness = access_request.visitor.nearness,
      .host_allowed = is_allowed(access_request.visitor.host, access_request.rules),
      .fetched = fetched_from(request.headers),
      .origin = origin_of(access_request),
      .body = body_of(request)};
  facts.proxy = proxy_word(access_request.call, access_request.rules);
  auto const given = given_key(request.headers);
  if (given.empty()) {
    facts.session = session_of(access_request);
    return facts;
  }
  facts.holder = holder_of(access_request, value::Secret(std::string(given)));
  facts.key = facts.holder ? KeyShown::right : KeyShown::wrong;
  return facts;
}

Denied Gate::deny_wrong_key(AccessRequest const& access_request) {
  if (attempts_.take(access::network_of(access_request.visitor.address), access_request.now))
    return denied_because(
        Wrong::wrong_key, "the key is not right",
        "it is in server.api_key of the config, else in the file api_key of the storage");
  auto refused = denied_because(Wrong::too_many_attempts, "too many wrong keys",
                                "the right one is let in at any time");
  refused.wait = attempts_.wait();
  return refused;
}

Denied Gate::denied_for(AccessRequest const& access_request, Refused refused) {
  auto const& headers = access_request.call.request.headers;
  switch (refused) {
    case Refused::no_key:
      return denied_because(Wrong::no_key, "a key is needed", "send it as X-Api-Key");
    case Refused::wrong_key: return deny_wrong_key(access_request);
    case Refused::header_twice:
      return denied_because(Wrong::bad_request, "who asks is said twice",
                            "let the proxy take away what a client sends in " +
                                access_request.rules.access.proxy_header);
    case Refused::foreign_user:
      return denied_because(Wrong::foreign_user, "this user is not known here",
                            "access.user names the one who is");
    case Refused::missing_scope:
      return denied_because(Wrong::missing_scope, "this takes more than may be done with it",
                            "use a key or a session of another scope");
    case Refused::foreign_host:
      return denied_because(
          Wrong::foreign_host, "browsers may not come by this name",
          "add " + quoted(access_request.visitor.host) + " to server.allowed_hosts");
    case Refused::foreign_origin:
      return foreign_origin(wire::header(headers, "Origin").value_or(""));
    case Refused::unsaid_origin:
      return denied_because(Wrong::foreign_origin, "a browser must say from which page it comes",
                            "send Origin, or the key in X-Api-Key instead of a session");
    case Refused::wrong_media:
      return denied_because(Wrong::wrong_media, "the body is of another type",
                            "send it as application/json or application/yaml");
  }
  return denied_because(Wrong::no_key, "a key is needed");
}

std::optional<Denied> Gate::count_write(AccessRequest const& access_request) {
  if (writes_.take(access::network_of(access_request.visitor.address), access_request.now))
    return std::nullopt;
  auto refused =
      denied_because(Wrong::too_many_writes, "too many changes from this address", "wait a little");
  refused.wait = writes_.wait();
  return refused;
}

Admission Gate::examine(AccessRequest const& access_request, Needed needed) {
  if (needed.access == api::Access::open) return {};
  if (needed.access == api::Access::scraped && !access_request.rules.protect_metrics) return {};
  auto const facts = facts_of(access_request);
  if (asks_too_early(access_request, facts)) return {.denied = starting()};
  auto decision = access::may(facts, access_request.rules.access, needed.scope);
  if (decision.refused) return {.denied = denied_for(access_request, *decision.refused)};
  if (facts.effect == Effect::changes)
    if (auto refused = count_write(access_request)) return {.denied = std::move(refused)};
  return {.identity = std::move(decision.identity)};
}

std::optional<Denied> Gate::charge(AccessRequest const& access_request, Identity const& identity) {
  auto* const credentials = access_request.credentials;
  if (!credentials) return std::nullopt;
  if (identity.session) credentials->note_session(*identity.session);
  auto const key = identity.key ? credentials->key(*identity.key) : std::nullopt;
  if (!key) return std::nullopt;
  bool const writes = changes_something(access_request.call.request.method);
  int const most = writes ? int{key->writes_per_minute} : int{key->reads_per_minute};
  Rate const rate{static_cast<double>(most), std::chrono::microseconds{60'000'000 / most}};
  auto const who = to_text(key->id) + (writes ? " writes" : " reads");
  if (!of_keys_.take(who, access_request.now, rate)) {
    auto denied = denied_because(Wrong::too_many_requests, "this key has asked too much",
                                 "its owner may let it ask more");
    denied.wait = Allowance::wait(rate);
    return denied;
  }
  credentials->note_key(key->id, access_request.visitor.address);
  return std::nullopt;
}

}  // namespace sievarr::serve
