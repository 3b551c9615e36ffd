#pragma once

#include "client.hpp"
#include "placement.hpp"

#include <sievarr/adding/resume.hpp>
#include <sievarr/base/failure.hpp>
#include <sievarr/config/sonarr.hpp>
#include <sievarr/wire/arr/sonarr_add.hpp>
#include <sievarr/wire/arr/sonarr_requests.hpp>

#include <cstdint>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

namespace sievarr::arr {

using wire::arr::Found;

/// An instance that can serve all that the config wants of it.
struct Ready {
  Stock stock;
  Problems warnings;
};

/// It is in the library now, by our doing.
struct Added {
  std::int64_t series_id = 0;
  bool operator==(Added const&) const = default;
};

/// It was in the library already. Only a lookup tells the number that it has there.
struct Exists {
  std::optional<std::int64_t> series_id = {};
  bool operator==(Exists const&) const = default;
};

/// That Sonarr does not know it, or no longer.
struct NotFound {
  std::string words = {};
  bool operator==(NotFound const&) const = default;
};

/// That Sonarr does not want it, and would not the next time.
struct Refused {
  std::string words;
  bool operator==(Refused const&) const = default;
};

/// Whether the request that adds a series may have reached the server.
enum class Sent : std::uint8_t { no, maybe };

/// Why a series was not added, or why nobody can tell.
struct AddFailure {
  Failure failure;
  Sent sent = Sent::maybe;

  bool operator==(AddFailure const&) const = default;
};

using Lookup = std::variant<Found, Exists, NotFound>;
using Addition = std::variant<Added, Exists, NotFound, Refused>;

/// How one Sonarr is reached. What makes it ask its metadata service fails when that is down, which
/// says nothing about the Sonarr itself; so it may have a transport of its own.
struct Transports {
  Transports(net::Transport& all) : own(all), metadata(all) {}
  Transports(net::Transport& its_own, net::Transport& by_metadata)
      : own(its_own), metadata(by_metadata) {}

  net::Transport& own;
  net::Transport& metadata;
};

/// What only a Sonarr is asked: its series, look-ups, adds. What adds something is sent once. Any
/// number of threads may use it at the same time.
class SonarrApi {
 public:
  SonarrApi(Transports transports, config::Sonarr const& instance, os::Clock& clock);

  /// Whether it answers, takes the key and has all that is wanted of it. A failure may pass;
  /// problems do not until a person changes something.
  Outcome<Checked<Ready>> validate(std::vector<Wanted> const& wanted);

  /// All that it has, by number at TheTVDB.
  Outcome<adding::Library> library();

  /// The numbers at TheTVDB that a person wants no list to add.
  Outcome<std::set<std::int64_t>> exclusions();

  /// Asks its metadata service, which is slow.
  Outcome<Lookup> look_up(std::int64_t tvdb_id);

  /// Adds what was looked up, tags that may be created included. A failure says whether the series
  /// may have been added all the same.
  Result<Addition, AddFailure> add(Found const& found, target::Target const& route);

 private:
  Outcome<Stock> take_stock(wire::arr::Status const& status);
  Outcome<Stock> known_stock();
  Outcome<Stock> with_tags(target::Target const& route);
  Outcome<wire::Request> add_request(Found const& found, target::Target const& route);
  Outcome<Addition> addition(SentRequest const& sent, wire::Response const& response);

  Transports transports_;
  config::Sonarr instance_;
  ArrClient client_;
  ArrClient metadata_;  ///< The same, where its metadata service is asked.
  wire::arr::SonarrRequests requests_;
  std::mutex mutex_;
  std::optional<Stock> stock_;
};

}  // namespace sievarr::arr
