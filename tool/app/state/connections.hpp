#pragma once

#include "app/activity/meter.hpp"
#include "net/curl_transport.hpp"
#include "net/polite.hpp"
#include "os/environment.hpp"
#include "server.hpp"
#include "service/tvmaze/client.hpp"

#include <cstddef>
#include <deque>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <variant>
#include <vector>

namespace sievarr::app {

/// The servers that a config names, each behind its own manners.
class Connections {
 public:
  struct Dependencies {
    os::Clock& clock;
    os::Environment const& environment;
    std::stop_token stop = {};
    pacing::Patience patience = {};
    Meter* meter = nullptr;  ///< Counts the requests; none where nothing does.
  };

  Connections(config::Config const& config, Dependencies dependencies);

  tvmaze::Tvmaze& tvmaze() { return *tvmaze_; }
  /// Those that series are added to, in the order of the config.
  Instances instances();

  /// Calls visit(server, path) for each of the others.
  template <class Visit>
  void for_each_other(Visit const& visit) {
    for (std::size_t at = 0; at < servers_.size(); ++at)
      if (auto* const other = std::get_if<OtherServer>(&servers_[at])) visit(*other, paths_[at]);
  }

 private:
  /// One server, its traffic counted where somebody counts.
  struct Connection {
    Connection(net::CurlOptions options, net::Manners manners, Dependencies const& dependencies,
               std::string const& name);

    net::Transport& counted();
    os::Clock& counted(os::Clock& usual);

    net::CurlTransport curl;
    std::optional<MeteredTransport> metered;
    std::optional<MeteredClock> clock;
    net::Polite polite;
    net::Polite metadata;  ///< What is behind it may be down while it is not.
  };

  std::vector<std::unique_ptr<Connection>> connections_;
  std::unique_ptr<tvmaze::Tvmaze> tvmaze_;
  std::deque<Server> servers_;
  std::vector<std::string> paths_;  ///< Of their sections.
};

}  // namespace sievarr::app
