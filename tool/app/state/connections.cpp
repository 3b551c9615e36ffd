#include "connections.hpp"

#include "service/arr/transport.hpp"

#include <cstddef>
#include <random>
#include <string_view>
#include <type_traits>
#include <utility>

namespace sievarr::app {
namespace {

/// From 0 to 1, and nobody can foresee it; each door has a source of its own.
net::Jitter jitter() {
  return [engine = std::mt19937_64(std::random_device{}())]() mutable {
    return std::uniform_real_distribution<double>(0, 1)(engine);
  };
}

net::CurlOptions curl_options(config::Tvmaze const& tvmaze, os::Environment const& environment) {
  return {.verify = tvmaze.trust.verify_tls ? net::CurlOptions::Verify::always
                                            : net::CurlOptions::Verify::never,
          .authorities = net::find_authorities(tvmaze.trust.ca_file.value_or(""), environment)};
}

}  // namespace

/// Each attempt counts, so whoever counts stands between those who ask again and the wire.
Connections::Door::Door(net::CurlOptions options, net::Manners manners, Dependencies around,
                        std::string const& name)
    : curl(std::move(options), around.stop),
      metered(around.meter
                  ? std::optional<MeteredTransport>(std::in_place, curl, *around.meter, name)
                  : std::nullopt),
      clock(around.meter
                ? std::optional<MeteredClock>(std::in_place, around.clock, *around.meter, name)
                : std::nullopt),
      polite(way(), time(around.clock), jitter(), manners),
      metadata(way(), time(around.clock), jitter(), manners) {}

net::Transport& Connections::Door::way() {
  return metered ? static_cast<net::Transport&>(*metered) : curl;
}

os::Clock& Connections::Door::time(os::Clock& usual) {
  return clock ? static_cast<os::Clock&>(*clock) : usual;
}

Connections::Connections(config::Config const& config, Dependencies around) {
  net::Manners manners{.patience = around.patience};
  manners.rate = pacing::Rate{.limit = static_cast<std::size_t>(int{config.tvmaze.rate_limit})};
  connections_.push_back(std::make_unique<Door>(curl_options(config.tvmaze, around.environment),
                                                manners, around, "tvmaze"));
  tvmaze_ =
      std::make_unique<tvmaze::Tvmaze>(connections_.back()->polite, config.tvmaze, around.clock);
  config::for_each_server_list(config, [&](auto const& list, std::string_view key) {
    for (std::size_t at = 0; at < list.size(); ++at) {
      auto const& section = list[at];
      auto& door = open(section, around);
      if constexpr (std::is_same_v<std::remove_cvref_t<decltype(section)>, config::Sonarr>)
        instances_.push_back(std::make_unique<Instance>(arr::Ways(door.polite, door.metadata),
                                                        section, around.clock));
      else if (section.server.enabled)
        others_.push_back({config::path_of_server(key, at, list.size()),
                           arr::ServerClient(door.polite, arr::address_of(section), around.clock)});
    }
  });
}

template <config::ServerSection Section>
Connections::Door& Connections::open(Section const& section, Dependencies const& around) {
  connections_.push_back(std::make_unique<Door>(
      arr::curl_options(section, around.environment),
      net::Manners{.patience = around.patience, .explain = arr::explain(section)}, around,
      section.server.name));
  return *connections_.back();
}

Instances Connections::instances() const {
  Instances instances;
  for (auto const& shop : instances_) instances.push_back(shop.get());
  return instances;
}

}  // namespace sievarr::app
