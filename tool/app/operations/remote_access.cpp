#include "remote.hpp"

#include <sievarr/api/access_routes.hpp>
#include <sievarr/api/target.hpp>
#include <sievarr/document/build.hpp>
#include <sievarr/document/write_json.hpp>

#include <utility>

namespace sievarr::app {

Outcome<api::SessionsAnswer> Remote::list_sessions() {
  constexpr auto const& route = api::ListSessions::route;
  return ask<api::SessionsAnswer>(route, std::string(route.path));
}

Outcome<bool> Remote::end_session(std::int64_t id, access::Author const&) {
  constexpr auto const& route = api::EndSession::route;
  auto const done = fetch(route, api::target_of(route.path, api::SessionPath{id}));
  if (!done) return done.error();
  return true;
}

Outcome<api::KeysAnswer> Remote::list_keys() {
  constexpr auto const& route = api::ListKeys::route;
  return ask<api::KeysAnswer>(route, std::string(route.path));
}

Outcome<api::MadeKey> Remote::make_key(api::NewKey const& key, access::Author const&) {
  constexpr auto const& route = api::MakeKey::route;
  return ask<api::MadeKey>(route, std::string(route.path), derive::to_json(key));
}

Outcome<bool> Remote::revoke_key(std::int64_t id, access::Author const&) {
  constexpr auto const& route = api::RevokeKey::route;
  auto const done = fetch(route, api::target_of(route.path, api::KeyPath{id}));
  if (!done) return done.error();
  return true;
}

Outcome<Done> Remote::set_password(NewPassword const& password, access::Author const&) {
  constexpr auto const& route = api::ChangePassword::route;
  // No derivation writes a secret, so this is written by hand.
  auto body = document::object_node({});
  document::set(body, "password", document::text_node(password.password.reveal()));
  bool const revokes = password.keys == NewPassword::Keys::revoke;
  document::set(body, "end_keys", document::plain_node(revokes ? "true" : "false"));
  auto const done = fetch(route, std::string(route.path), document::write_json(body));
  if (!done) return done.error();
  return Done{};
}

}  // namespace sievarr::app
