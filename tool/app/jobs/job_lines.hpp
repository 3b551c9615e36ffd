#pragma once

#include "job.hpp"
#include "store/database.hpp"

#include <sievarr/api/jobs.hpp>

#include <map>
#include <string>

namespace sievarr::app {

/// A run as it is told.
api::JobRunLine line_of(schedule::RunRecord const& run);

/// The jobs as they are told, each with its last runs out of the storage.
Outcome<api::JobsAnswer> job_lines(JobsStatus const& status, store::Database& database);

/// How each job stands, by its name.
std::map<std::string, api::JobStatus> job_statuses(JobsStatus const& status);

/// How the jobs of a config stand by what is stored, while no daemon runs them.
Outcome<JobsStatus> stored_jobs(config::Config const& config, store::Database& database,
                                Instant now);

/// Whether the job of that name is paused; what is no job is not.
bool is_paused(JobsStatus const& status, std::string const& name);

/// Pauses something while no daemon runs, or takes that back; false where nothing is called so.
Outcome<bool> change_pause(config::Config const& config, store::Database& database,
                           std::string const& name, schedule::Pause pause);

}  // namespace sievarr::app
