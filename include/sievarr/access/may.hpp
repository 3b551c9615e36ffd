#pragma once

#include <sievarr/access/scope.hpp>
#include <sievarr/base/instant.hpp>
#include <sievarr/config/access.hpp>

#include <cstdint>
#include <optional>
#include <string>

/// The decision who may do what: everything that was found out about a request comes in as data.
namespace sievarr::access {

/// Who asks, and what that lets them do.
struct Identity {
  std::string name;
  Way way = Way::everyone;
  Scope scope = Scope::read;
  std::optional<std::int64_t> key = {};      ///< Of the keys that were made.
  std::optional<std::int64_t> session = {};  ///< The number of their session.

  bool operator==(Identity const&) const = default;
};

/// What a request shows in the place of a key.
enum class KeyShown : std::uint8_t { none, wrong, right };

/// How the proxy in front names somebody. Who may not say so is not listened to.
enum class ProxyWord : std::uint8_t { none, twice, another, user };

/// From where a request comes. What says that it was passed on, without being trusted to, is
/// unclear.
enum class Nearness : std::uint8_t { away, local, unclear };

/// Whether a browser says that a page of ours asks.
enum class Origin : std::uint8_t { unsaid, ours, foreign };

/// What a body says that it is.
enum class BodyType : std::uint8_t { none, document, other };

/// Whether a request may change something.
enum class Effect : std::uint8_t { reads, changes };

/// All that was found out about a request.
struct RequestFacts {
  Effect effect = Effect::reads;
  KeyShown key = KeyShown::none;
  std::optional<Identity> holder = {};   ///< Of the right key.
  std::optional<Identity> session = {};  ///< Of a session that is good.
  ProxyWord proxy = ProxyWord::none;
  Nearness nearness = Nearness::away;
  bool host_allowed = false;
  Origin fetched = Origin::unsaid;  ///< By Sec-Fetch-Site.
  Origin origin = Origin::unsaid;
  BodyType body = BodyType::none;
};

/// Why somebody may not.
enum class Refused : std::uint8_t {
  no_key,
  wrong_key,
  header_twice,
  foreign_user,
  missing_scope,
  foreign_host,
  foreign_origin,
  unsaid_origin,
  wrong_media,
};

/// Who somebody is, or why that does not matter any more.
struct Decision {
  std::optional<Identity> identity = {};
  std::optional<Refused> refused = {};

  bool operator==(Decision const&) const = default;
};

/// Whoever comes from the local network, as far as the config lets them in.
inline std::optional<Identity> local_identity(RequestFacts const& facts,
                                              config::LocalAccess local) {
  if (local == config::LocalAccess::deny || facts.nearness != Nearness::local) return std::nullopt;
  return Identity{.name = "local network",
                  .way = Way::local,
                  .scope = local == config::LocalAccess::act ? Scope::act : Scope::read};
}

/// Who asks. A key counts for itself; then a session, then what the mode says, then the network.
inline Decision identify(RequestFacts const& facts, config::Access const& access) {
  using config::AccessMode;
  if (facts.key == KeyShown::wrong) return {.refused = Refused::wrong_key};
  if (facts.key == KeyShown::right) return {.identity = facts.holder};
  if (facts.session) return {.identity = facts.session};
  if (access.mode == AccessMode::none)
    return {.identity = Identity{.name = "everybody", .way = Way::everyone, .scope = Scope::owner}};
  if (access.mode == AccessMode::external) {
    if (facts.proxy == ProxyWord::twice) return {.refused = Refused::header_twice};
    if (facts.proxy == ProxyWord::another) return {.refused = Refused::foreign_user};
    if (facts.proxy == ProxyWord::user)
      return {.identity = Identity{.name = access.user, .way = Way::proxy, .scope = Scope::owner}};
  }
  if (auto local = local_identity(facts, access.local)) return {.identity = std::move(local)};
  return {.refused = Refused::no_key};
}

/// Whether what a browser asks for comes from a page of ours, by a name that leads here, and is a
/// document. Only keys need not show that: no browser sends one by itself.
inline std::optional<Refused> check_browser(RequestFacts const& facts) {
  if (!facts.host_allowed) return Refused::foreign_host;
  if (facts.effect == Effect::reads) return std::nullopt;
  if (facts.fetched == Origin::foreign) return Refused::foreign_origin;
  if (facts.fetched == Origin::unsaid && facts.origin == Origin::foreign)
    return Refused::foreign_origin;
  if (facts.fetched == Origin::unsaid && facts.origin == Origin::unsaid)
    return Refused::unsaid_origin;
  if (facts.body == BodyType::other) return Refused::wrong_media;
  return std::nullopt;
}

/// Whether a request that needs a scope may be answered, and whose it is.
inline Decision may(RequestFacts const& facts, config::Access const& access, Scope needed) {
  auto decision = identify(facts, access);
  if (decision.refused) return decision;
  auto const& identity = *decision.identity;
  if (facts.key == KeyShown::right) {
    if (facts.effect == Effect::changes && facts.origin == Origin::foreign)
      decision.refused = Refused::foreign_origin;
  } else if (auto const refused = check_browser(facts)) {
    decision.refused = refused;
  }
  if (decision.refused || identity.scope >= needed) return decision;
  // Who came without signing in may still do so.
  decision.refused = identity.way == Way::local ? Refused::no_key : Refused::missing_scope;
  return decision;
}

}  // namespace sievarr::access
