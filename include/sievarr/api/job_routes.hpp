#pragma once

#include <sievarr/api/route.hpp>

#include <tuple>

/// Requests about the jobs of the daemon. The types of what is sent and answered are only named, so
/// that whoever wants the table need not compile them.
namespace sievarr::api {

struct JobAnswer;
struct JobName;
struct JobsAnswer;
struct ListQuery;
struct RunsPage;

inline constexpr std::string_view jobs = "Jobs";

using access::Scope;
using enum wire::Method;

struct ListJobs {
  static constexpr Route route{.path = "/api/v1/jobs",
                               .text =
                                   "The jobs: when each runs next, how far it is, and its last "
                                   "twenty runs.",
                               .group = jobs,
                               .scope = Scope::read};
  using Types = Read<JobsAnswer>;
};

struct RunJob {
  static constexpr Route route{.method = post,
                               .path = "/api/v1/jobs/{name}/run",
                               .text =
                                   "Lets a job run as soon as its lane is free: 409 where a run "
                                   "is under way or wanted already.",
                               .group = jobs,
                               .scope = Scope::act,
                               .other_status = 409};
  using Types = Exchange<JobName, Nothing, JobAnswer>;
};

struct CutJob {
  static constexpr Route route{.method = post,
                               .path = "/api/v1/jobs/{name}/cut",
                               .text =
                                   "Ends the run of a job at its next safe point: 409 where none "
                                   "is under way.",
                               .group = jobs,
                               .scope = Scope::act,
                               .other_status = 409};
  using Types = Exchange<JobName, Nothing, JobAnswer>;
};

struct PauseJob {
  static constexpr Route route{.method = post,
                               .path = "/api/v1/jobs/{name}/pause",
                               .text =
                                   "Lets no run begin of a job, in a lane, or at all where the "
                                   "name is `all`; a restart changes nothing about it.",
                               .group = jobs,
                               .scope = Scope::act};
  using Types = Exchange<JobName, Nothing, JobAnswer>;
};

struct ResumeJob {
  static constexpr Route route{.method = post,
                               .path = "/api/v1/jobs/{name}/resume",
                               .text = "Takes back a pause of that very name.",
                               .group = jobs,
                               .scope = Scope::act};
  using Types = Exchange<JobName, Nothing, JobAnswer>;
};

struct ListRuns {
  static constexpr Route route{.path = "/api/v1/runs",
                               .text =
                                   "The runs of jobs, the newest first; those of `catalogue` are "
                                   "the cycles.",
                               .group = jobs,
                               .scope = Scope::read};
  using Types = Exchange<ListQuery, Nothing, RunsPage>;
};

using JobRoutes = std::tuple<ListJobs, RunJob, CutJob, PauseJob, ResumeJob, ListRuns>;

}  // namespace sievarr::api
