#pragma once

#include <sievarr/reflect/scalar.hpp>
#include <sievarr/value/secret.hpp>
#include <sievarr/value/span_of_time.hpp>
#include <sievarr/value/url.hpp>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// What every section that names a server of the family says, in parts that are spread into it. A
/// new kind of server is a section of these parts that says its kind, and a word in
/// server_kinds.hpp.
namespace sievarr::config {

/// What is known of a kind of server before any is asked.
struct ServerKind {
  std::string_view section;    ///< Its section, and the name of one that has none: "radarr".
  std::string_view app;        ///< What it calls itself: "Radarr".
  std::string_view api;        ///< Where it can be asked, below its address: "api/v3".
  std::string_view address;    ///< As it may look: "http://radarr:7878".
  std::string_view key;        ///< As it may be written: "${RADARR_API_KEY}".
  std::string_view text = "";  ///< What its section is for, where it is one of server_kinds.hpp.
  std::int64_t oldest = 0;     ///< The oldest major version that is understood.
};

/// Which server it is, and what opens it.
template <class Section>
struct ServerConnection {
  std::string name{kind_of(reflect::Of<Section>{}).section};
  value::Url url;
  value::Secret api_key;
  bool enabled = true;

  BOOST_DESCRIBE_CLASS(ServerConnection, (), (name, url, api_key, enabled), (), ())
};

template <class Section>
constexpr auto notes_of(reflect::Of<ServerConnection<Section>>) {
  using reflect::Note;
  using C = ServerConnection<Section>;
  constexpr ServerKind kind = kind_of(reflect::Of<Section>{});
  return reflect::Notes{
      Note<&C::name>{.text = "Its name in routes, metrics and messages; must be unique."},
      Note<&C::url>{.text = "Address, with the URL base if there is one.",
                    .example = kind.address,
                    .required = true},
      Note<&C::api_key>{.text = "Key of its API.", .example = kind.key, .required = true},
      Note<&C::enabled>{
          .text = "Whether it is used; where not, nobody asks it, and nothing is sent to it."},
  };
}

/// How long it is waited for.
struct ServerPace {
  value::SpanOfTime timeout{std::chrono::seconds{60}};
};
BOOST_DESCRIBE_STRUCT(ServerPace, (), (timeout))

constexpr auto notes_of(reflect::Of<ServerPace>) {
  return reflect::Notes{reflect::Note<&ServerPace::timeout>{.text = "Longest wait for an answer."}};
}

/// Whom it must convince that it is itself.
struct ServerTrust {
  bool verify_tls = true;
  std::optional<std::string> ca_file;
};
BOOST_DESCRIBE_STRUCT(ServerTrust, (), (verify_tls, ca_file))

constexpr auto notes_of(reflect::Of<ServerTrust>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&ServerTrust::verify_tls>{.text = "Whether the server must prove who it is."},
      Note<&ServerTrust::ca_file>{.text = "Certificates to trust instead of the system's.",
                                  .example = "/config/ca.pem",
                                  .facts = {.guarded = true}},
  };
}

}  // namespace sievarr::config
