#pragma once

#include <sievarr/base/failure.hpp>
#include <sievarr/base/instant.hpp>
#include <sievarr/config/sonarr.hpp>
#include <sievarr/value/url.hpp>
#include <sievarr/wire/http.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace sievarr::arr {

/// Why an answer is none that a server of its kind should give.
struct Refusal {
  /// What a person has to change, if that is known.
  enum class Blames : std::uint8_t { nothing, url, api_key };

  Failure failure;
  Blames blames = Blames::nothing;

  bool operator==(Refusal const&) const = default;
};

/// A request, and the server at which it was sent, as refusals need it.
struct SentRequest {
  value::Url const& url;
  wire::Request const& request;
  config::ServerKind kind = config::kind_of(reflect::Of<config::Sonarr>{});

  std::string label() const;  ///< As it is called in messages.
};

/// Why an answer cannot be read as one; nothing where it is a success in JSON.
std::optional<Refusal> refusal(SentRequest const& sent, wire::Response const& response,
                               Instant now);

}  // namespace sievarr::arr
