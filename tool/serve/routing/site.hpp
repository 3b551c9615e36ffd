#pragma once

#include "context.hpp"
#include "log/log.hpp"
#include "router.hpp"
#include "serve/access/gateway.hpp"
#include "serve/access/key.hpp"

#include <sievarr/api/pages.hpp>

#include <chrono>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace sievarr::serve {

/// Everything that the daemon answers over HTTP, by the config in force. Any number of threads may
/// ask.
class Site {
 public:
  struct Dependencies {
    app::Application& application;
    os::Clock& clock;
    log::Log& log;
    std::string version;
    Installation installation = Installation::configured;
  };

  Site(Dependencies dependencies, config::Server const& server, value::Secret key);

  /// Answers that take no time: refusals of access, files of the page, whether the server runs.
  std::optional<http::Answer> at_once(http::Call const& call);

  http::Answer respond(http::Call const& call);

  /// What is due beside requests: the token of set-up, and writing down who was here.
  void tend(app::Credentials::Save save);

  /// Counts of requests, to be added to the other metrics.
  Traffic const& traffic() const { return traffic_; }

 private:
  using Steady = std::chrono::steady_clock;
  using RulesInForce = std::shared_ptr<Rules const>;

  /// A request on its way, and what was found out about it.
  struct Visit {
    http::Call const& call;
    RulesInForce rules;
    Visitor visitor = {};
    std::optional<Target> target = {};
    RouteMatch found = {};
    std::optional<access::Identity> identity = {};
    Steady::time_point began = Steady::now();
  };

  RulesInForce rules();
  value::Secret key_for(config::Server const& server) const;
  Visit enter(http::Call const& call);
  AccessRequest asked_by(Visit const& visit) const;
  std::optional<http::Answer> turn_away(Visit& visit);
  std::optional<http::Answer> page_for(Visit const& visit) const;
  std::optional<http::Answer> not_found(Visit const& visit) const;
  std::optional<http::Answer> starting(Visit const& visit) const;
  http::Answer dispatch(Visit& visit);
  http::Answer finish(Visit const& visit, http::Answer answer);
  void note_denied(Visit const& visit, Denied const& denied) const;
  void note_visitor(Visit const& visit);

  Dependencies dependencies_;
  std::vector<api::Route> const table_;
  std::vector<api::Page> const pages_;
  Gate gate_;
  SetUp set_up_;
  FirstVisitors first_visitors_;
  Traffic traffic_;
  Context context_;
  std::mutex mutex_;
  app::ConfigInForce seen_;  ///< What the rules were made of.
  RulesInForce rules_;
};

}  // namespace sievarr::serve
