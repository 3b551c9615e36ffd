#pragma once

#include "app/activity/activity.hpp"
#include "app/activity/meter.hpp"
#include "job.hpp"
#include "os/environment.hpp"
#include "service/arr/server_entry.hpp"

namespace sievarr::app {

/// The job that asks a server of any kind whether it is there: one request, and never twice. It has
/// a connection of its own, so that what it meets keeps no cycle from asking.
class HealthCheck final : public Job {
 public:
  struct Dependencies {
    os::Clock& clock;
    os::Environment const& environment;
    Activity& activity;
    Meter& meter;
  };

  HealthCheck(arr::ServerEntry server, Dependencies dependencies)
      : server_(std::move(server)), dependencies_(dependencies) {}

  schedule::Job plan() const override;
  Outcome<RunEnd> run(JobRun& run) override;

 private:
  arr::ServerEntry const server_;
  Dependencies dependencies_;
};

/// The job of that name for a server: "health:sonarr".
schedule::Job health_job(std::string const& name);

/// Calls visit(section) for each server that has such a job: those that are used.
template <class Visit>
void for_each_watched_server(config::Config const& config, Visit const& visit) {
  config::for_each_server(config, [&](auto const& section, std::string const&) {
    if (section.server.enabled) visit(section);
  });
}

}  // namespace sievarr::app
