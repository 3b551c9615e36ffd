#pragma once

#include "app/activity/activity.hpp"
#include "app/activity/meter.hpp"
#include "job.hpp"
#include "os/environment.hpp"

#include <sievarr/config/sonarr.hpp>

namespace sievarr::app {

/// The job that asks an instance whether it is there: one request, and never twice. It goes its own
/// way, so that what it meets keeps no cycle from asking.
class HealthCheck final : public Job {
 public:
  struct Dependencies {
    os::Clock& clock;
    os::Environment const& environment;
    Activity& activity;
    Meter& meter;
  };

  HealthCheck(config::Sonarr instance, Dependencies dependencies)
      : instance_(std::move(instance)), dependencies_(dependencies) {}

  schedule::Job plan() const override;
  Outcome<RunEnd> run(JobRun& run) override;

 private:
  config::Sonarr const instance_;
  Dependencies dependencies_;
};

/// The job of that name for an instance: "health:sonarr".
schedule::Job health_job(std::string const& instance);

}  // namespace sievarr::app
