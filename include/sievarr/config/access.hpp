#pragma once

#include <sievarr/reflect/scalar.hpp>
#include <sievarr/value/secret.hpp>
#include <sievarr/value/span_of_time.hpp>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

namespace sievarr::config {

/// How somebody shows that they may use the page and the API. Keys of the API go in every mode.
BOOST_DEFINE_ENUM_CLASS(AccessMode, key, password, external, none)

/// What visitors from a local network may do without signing in.
BOOST_DEFINE_ENUM_CLASS(LocalAccess, deny, read, act)

/// Who may use the page and the API.
struct Access {
  AccessMode mode = AccessMode::key;
  LocalAccess local = LocalAccess::deny;
  std::string user = "admin";
  std::optional<value::Secret> password;
  value::SpanOfTime session_idle{std::chrono::hours{7 * 24}};
  value::SpanOfTime session_age{std::chrono::hours{30 * 24}};
  std::string proxy_header = "Remote-User";
  std::optional<value::Secret> proxy_secret;
};
BOOST_DESCRIBE_STRUCT(Access, (),
                      (mode, local, user, password, session_idle, session_age, proxy_header,
                       proxy_secret))

constexpr auto notes_of(reflect::Of<Access>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&Access::mode>{
          .text = "How the page is signed in to: with the key of the API, with name and password, "
                  "by a proxy in front of it, or not at all; keys of the API go in every mode."},
      Note<&Access::local>{.text = "What visitors from a local network may do without signing in."},
      Note<&Access::user>{.text = "Name of the one who signs in, or whom the proxy names."},
      Note<&Access::password>{
          .text = "Password of the page; else the one that \"sievarr access password\" stores.",
          .example = "${SIEVARR_PASSWORD}"},
      Note<&Access::session_idle>{.text = "How long a session is good that nobody uses."},
      Note<&Access::session_age>{.text = "How long a session is good at most."},
      Note<&Access::proxy_header>{
          .text = "Header in which a proxy says who asks; only with mode external."},
      Note<&Access::proxy_secret>{
          .text = "What the proxy sends in X-Proxy-Secret, so that its word counts.",
          .example = "${SIEVARR_PROXY_SECRET}"},
  };
}

}  // namespace sievarr::config
