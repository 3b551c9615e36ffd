#pragma once

#include "app/activity/meter.hpp"
#include "instance.hpp"
#include "net/curl_transport.hpp"
#include "net/polite.hpp"
#include "os/environment.hpp"
#include "service/arr/server_status.hpp"
#include "service/tvmaze/client.hpp"

#include <memory>
#include <optional>
#include <stop_token>
#include <string>
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
    Meter* meter = nullptr;  ///< Who counts, if anybody does.
  };

  Connections(config::Config const& config, Dependencies around);

  /// A server of which only its status is asked.
  struct Other {
    std::string path;  ///< Of its section.
    arr::ServerClient client;
  };

  tvmaze::Tvmaze& tvmaze() { return *tvmaze_; }
  Instances instances() const;

  /// Those that are enabled of every kind but Sonarr, in the order of the config.
  std::vector<Other>& others() { return others_; }

 private:
  struct Door {
    Door(net::CurlOptions options, net::Manners manners, Dependencies around,
         std::string const& name);

    net::Transport& way();
    os::Clock& time(os::Clock& usual);

    net::CurlTransport curl;
    std::optional<MeteredTransport> metered;
    std::optional<MeteredClock> clock;
    net::Polite polite;
    net::Polite metadata;  ///< What is behind it may be down while it is not.
  };

  template <config::ServerSection Section>
  Door& open(Section const& section, Dependencies const& around);

  std::vector<std::unique_ptr<Door>> connections_;
  std::unique_ptr<tvmaze::Tvmaze> tvmaze_;
  std::vector<std::unique_ptr<Instance>> instances_;
  std::vector<Other> others_;
};

}  // namespace sievarr::app
