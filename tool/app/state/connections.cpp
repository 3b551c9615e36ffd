#include "connections.hpp"

#include "service/arr/transport.hpp"

#include <cstddef>
#include <random>
#include <string_view>
#include <type_traits>
#include <utility>

namespace sievarr::app {
namespace {

/// From 0 to 1, and nobody can foresee it; each connection has a source of its own.
net::Jitter jitter() {
  return [engine = std::mt19937_64(std::random_device{}())]() mutable {
    return std::uniform_real_distribution<double>(0, 1)(engine);
  };
}

}  // namespace

/// Each attempt counts, so the meter stands between the retries and the wire.
Connections::Connection::Connection(net::CurlOptions options, net::Manners manners,
                                    Dependencies const& dependencies, std::string const& name)
    : curl(std::move(options), dependencies.stop),
      metered(dependencies.meter
                  ? std::optional<MeteredTransport>(std::in_place, curl, *dependencies.meter, name)
                  : std::nullopt),
      clock(dependencies.meter ? std::optional<MeteredClock>(std::in_place, dependencies.clock,
                                                             *dependencies.meter, name)
                               : std::nullopt),
      polite(counted(), counted(dependencies.clock), jitter(), manners),
      metadata(counted(), counted(dependencies.clock), jitter(), manners) {}

net::Transport& Connections::Connection::counted() {
  return metered ? static_cast<net::Transport&>(*metered) : curl;
}

os::Clock& Connections::Connection::counted(os::Clock& usual) {
  return clock ? static_cast<os::Clock&>(*clock) : usual;
}

Connections::Connections(config::Config const& config, Dependencies dependencies) {
  auto const& environment = dependencies.environment;
  net::Manners manners{.patience = dependencies.patience};
  manners.rate = pacing::Rate{.limit = static_cast<std::size_t>(int{config.tvmaze.rate_limit})};
  auto& to_tvmaze = *connections_.emplace_back(std::make_unique<Connection>(
      arr::trusting(config.tvmaze.trust, environment), manners, dependencies, "tvmaze"));
  tvmaze_ = std::make_unique<tvmaze::Tvmaze>(to_tvmaze.polite, config.tvmaze, dependencies.clock);
  config::for_each_server(config, [&](auto const& section, std::string const& path) {
    using Its = typename ServerOf<std::remove_cvref_t<decltype(section)>>::Type;
    auto& connection = *connections_.emplace_back(std::make_unique<Connection>(
        arr::curl_options(section, environment),
        net::Manners{.patience = dependencies.patience, .explain = arr::explain(section)},
        dependencies, section.server.name));
    servers_.emplace_back(std::in_place_type<Its>,
                          arr::Transports(connection.polite, connection.metadata), section,
                          dependencies.clock);
    paths_.push_back(path);
  });
}

Instances Connections::instances() {
  Instances instances;
  for (auto& each : servers_)
    if (auto* const instance = std::get_if<Instance>(&each)) instances.push_back(instance);
  return instances;
}

}  // namespace sievarr::app
