#include <sievarr/access/may.hpp>

#include <doctest/doctest.h>

#include <array>
#include <optional>
#include <string>

namespace sievarr::access {
namespace {

using config::AccessMode;
using config::LocalAccess;

constexpr std::array modes{AccessMode::key, AccessMode::password, AccessMode::external,
                           AccessMode::none};
constexpr std::array scopes{Scope::read, Scope::act, Scope::owner};

config::Access mode(AccessMode mode, LocalAccess local = LocalAccess::deny) {
  config::Access access;
  access.mode = mode;
  access.local = local;
  return access;
}

Identity somebody(Scope scope) { return {.name = "she", .way = Way::password, .scope = scope}; }

RequestFacts with_key(Scope scope) { return {.key = KeyShown::right, .holder = somebody(scope)}; }

RequestFacts with_session(Scope scope) {
  return {.session = somebody(scope), .host_allowed = true};
}

/// "read" and so on for whom it is allowed, else why not.
std::string answer(RequestFacts const& facts, config::Access const& access, Scope needed) {
  auto const decision = may(facts, access, needed);
  if (!decision.refused) return "in";
  switch (*decision.refused) {
    case Refused::no_key: return "no key";
    case Refused::wrong_key: return "wrong key";
    case Refused::header_twice: return "twice";
    case Refused::foreign_user: return "foreign user";
    case Refused::missing_scope: return "scope";
    case Refused::foreign_host: return "host";
    case Refused::foreign_origin: return "origin";
    case Refused::unsaid_origin: return "unsaid";
    case Refused::wrong_media: return "media";
  }
  return "";
}

}  // namespace

TEST_CASE("a scope has all that those before it have, in every mode, with a key and a session") {
  for (auto const each : modes)
    for (auto const has : scopes)
      for (auto const needed : scopes) {
        CAPTURE(reflect::word_of(each));
        CAPTURE(reflect::word_of(has));
        CAPTURE(reflect::word_of(needed));
        std::string const expected = has >= needed ? "in" : "scope";
        CHECK(answer(with_key(has), mode(each), needed) == expected);
        CHECK(answer(with_session(has), mode(each), needed) == expected);
      }
}

TEST_CASE("without anything to show nobody is let in, but where the mode asks nobody") {
  for (auto const each : modes)
    for (auto const needed : scopes) {
      CAPTURE(reflect::word_of(each));
      CHECK(answer({.host_allowed = true}, mode(each), needed) ==
            (each == AccessMode::none ? "in" : "no key"));
    }
}

TEST_CASE("a wrong key lets nobody in, whatever else would") {
  for (auto const each : modes) {
    auto facts = with_session(Scope::owner);
    facts.key = KeyShown::wrong;
    facts.nearness = Nearness::local;
    facts.proxy = ProxyWord::user;
    CHECK(answer(facts, mode(each, LocalAccess::act), Scope::read) == "wrong key");
  }
}

TEST_CASE("a local network may do what the config lets it, and never what takes the owner") {
  for (auto const each : {AccessMode::key, AccessMode::password, AccessMode::external}) {
    RequestFacts const facts{.nearness = Nearness::local, .host_allowed = true};
    CHECK(answer(facts, mode(each, LocalAccess::deny), Scope::read) == "no key");
    CHECK(answer(facts, mode(each, LocalAccess::read), Scope::read) == "in");
    CHECK(answer(facts, mode(each, LocalAccess::read), Scope::act) == "no key");
    CHECK(answer(facts, mode(each, LocalAccess::act), Scope::act) == "in");
    CHECK(answer(facts, mode(each, LocalAccess::act), Scope::owner) == "no key");
  }
  for (auto const elsewhere : {Nearness::away, Nearness::unclear})
    CHECK(answer({.nearness = elsewhere, .host_allowed = true},
                 mode(AccessMode::key, LocalAccess::act), Scope::read) == "no key");
}

TEST_CASE("a proxy is believed in its mode alone, and about the one user") {
  auto const said = [](ProxyWord word) {
    return RequestFacts{.proxy = word, .host_allowed = true};
  };
  CHECK(answer(said(ProxyWord::user), mode(AccessMode::external), Scope::owner) == "in");
  CHECK(answer(said(ProxyWord::another), mode(AccessMode::external), Scope::read) ==
        "foreign user");
  CHECK(answer(said(ProxyWord::twice), mode(AccessMode::external), Scope::read) == "twice");
  CHECK(answer(said(ProxyWord::none), mode(AccessMode::external), Scope::read) == "no key");
  CHECK(answer(said(ProxyWord::user), mode(AccessMode::key), Scope::read) == "no key");
  CHECK(answer(said(ProxyWord::user), mode(AccessMode::password), Scope::read) == "no key");
}

TEST_CASE("whoever comes without a key comes by a name that leads here, whatever the mode") {
  RequestFacts session = with_session(Scope::owner);
  session.host_allowed = false;
  for (auto const each : modes) CHECK(answer(session, mode(each), Scope::read) == "host");
  CHECK(answer({}, mode(AccessMode::none), Scope::read) == "host");
  CHECK(answer({.proxy = ProxyWord::user}, mode(AccessMode::external), Scope::read) == "host");
  CHECK(answer({.nearness = Nearness::local}, mode(AccessMode::key, LocalAccess::read),
               Scope::read) == "host");
  CHECK(answer(with_key(Scope::owner), mode(AccessMode::key), Scope::read) == "in");
}

TEST_CASE("who changes something without a key comes from a page of ours, and sends a document") {
  struct Row {
    Origin fetched;
    Origin origin;
    BodyType body;
    char const* expected;
  };
  for (auto const& row : {Row{Origin::ours, Origin::unsaid, BodyType::none, "in"},
                          Row{Origin::ours, Origin::foreign, BodyType::document, "in"},
                          Row{Origin::unsaid, Origin::ours, BodyType::document, "in"},
                          Row{Origin::unsaid, Origin::unsaid, BodyType::none, "unsaid"},
                          Row{Origin::unsaid, Origin::foreign, BodyType::none, "origin"},
                          Row{Origin::foreign, Origin::ours, BodyType::none, "origin"},
                          Row{Origin::foreign, Origin::unsaid, BodyType::none, "origin"},
                          Row{Origin::ours, Origin::ours, BodyType::other, "media"}}) {
    RequestFacts facts{.effect = Effect::changes,
                       .proxy = ProxyWord::user,
                       .nearness = Nearness::local,
                       .host_allowed = true,
                       .fetched = row.fetched,
                       .origin = row.origin,
                       .body = row.body};
    CAPTURE(row.expected);
    CHECK(answer(facts, mode(AccessMode::none), Scope::act) == row.expected);
    CHECK(answer(facts, mode(AccessMode::external), Scope::act) == row.expected);
    CHECK(answer(facts, mode(AccessMode::password, LocalAccess::act), Scope::act) == row.expected);
    facts.session = somebody(Scope::owner);
    CHECK(answer(facts, mode(AccessMode::key), Scope::act) == row.expected);
    facts.effect = Effect::reads;
    CHECK(answer(facts, mode(AccessMode::key), Scope::act) == "in");
  }
  // Programs with a key say none of that; a page elsewhere that has one is refused all the same.
  auto facts = with_key(Scope::owner);
  facts.effect = Effect::changes;
  facts.body = BodyType::other;
  CHECK(answer(facts, mode(AccessMode::key), Scope::act) == "in");
  facts.origin = Origin::foreign;
  CHECK(answer(facts, mode(AccessMode::key), Scope::act) == "origin");
}

}  // namespace sievarr::access
