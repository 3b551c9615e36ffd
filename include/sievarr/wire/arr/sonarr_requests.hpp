#pragma once

#include <sievarr/base/number.hpp>
#include <sievarr/wire/arr/requests.hpp>

#include <cstdint>
#include <string>
#include <utility>

namespace sievarr::wire::arr {

/// What no list of a Sonarr may add.
inline constexpr ExclusionList sonarr_exclusions{.path = "importlistexclusion", .id = "tvdbId"};

/// What a Sonarr is asked beyond what every server of the family is.
class SonarrRequests {
 public:
  explicit SonarrRequests(Requests requests) : requests_(std::move(requests)) {}

  /// Only Sonarr 3 has any; later ones answer with one that means nothing, as Whisparr 2 does.
  Request language_profiles() const { return requests_.get("languageprofile"); }
  Request series() const { return requests_.get("series"); }

  /// By the number at TheTVDB, never by title.
  Request look_up(std::int64_t tvdb_id) const {
    return requests_.get("series/lookup?term=tvdb%3A" + to_text(tvdb_id));
  }

  /// Adds a series; add_body() makes the body.
  Request add(std::string body) const { return requests_.post("series", std::move(body)); }

 private:
  Requests requests_;
};

}  // namespace sievarr::wire::arr
