#pragma once

#include "app/state/connections.hpp"
#include "app/state/storage.hpp"
#include "app/sync/sync_job.hpp"

#include <stop_token>

namespace sievarr::app {

/// What an operation works with: what is stored, a config and the servers that it names.
struct Scope {
  Storage& storage;
  Connections& connections;
  config::Config const& config;
  filter::Plan const& plan;
  os::Clock& clock;
  Observer& observer;
  std::stop_token stop = {};
};

/// The work of a cycle, or a part of it, within a scope.
inline SyncJob sync_job_in(Scope const& scope) {
  return SyncJob({.catalogue = scope.storage.catalogue(),
                  .tvmaze = scope.connections.tvmaze(),
                  .instances = scope.connections.instances(),
                  .clock = scope.clock,
                  .observer = scope.observer,
                  .stop = scope.stop},
                 scope.config, scope.plan);
}

}  // namespace sievarr::app
