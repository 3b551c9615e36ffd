#include "app/jobs/job_lines.hpp"
#include "serve/routing/endpoint.hpp"

#include <sievarr/api/jobs.hpp>

#include <algorithm>

namespace sievarr::serve {
namespace {

using api::JobReply;
using app::AskResult;

http::Answer no_such_job(std::string const& name) {
  return refused(api::refusal(api::Wrong::no_such_job, "there is no job " + quoted(name),
                              "all jobs and lanes are in api/v1/jobs"));
}

bool is_paused(Context const& context, std::string const& name) {
  auto const status = context.application.jobs();
  return std::any_of(status.jobs.begin(), status.jobs.end(),
                     [&](auto const& job) { return job.plan.name == name && job.paused; });
}

/// What is said where it was done, and where there was nothing to do.
struct Replies {
  JobReply done;
  JobReply already;
};

template <class R, class Act>
http::Answer act_on_job(Context& context, RouteRequest& question, Replies replies, Act act) {
  return with_parameters<R>(question, [&](api::JobName const& named) {
    Outcome<AskResult> const asked = act(named.name);
    if (!asked) return failed(asked.error());
    if (*asked == AskResult::unknown) return no_such_job(named.name);
    bool const already = *asked == AskResult::already;
    bool const is_conflict = already && R::route.other_status != 0;
    return typed<R>({.name = named.name,
                     .status = already ? replies.already : replies.done,
                     .paused = is_paused(context, named.name)},
                    is_conflict ? R::route.other_status : R::route.status);
  });
}

}  // namespace

template <>
http::Answer answer<api::ListJobs>(Context& context, RouteRequest&) {
  auto const status = context.application.jobs();
  auto lines = context.readers.with(
      [&](store::Database& database) { return app::job_lines(status, database); });
  if (!lines) return failed(lines.error());
  return typed<api::ListJobs>(*lines);
}

template <>
http::Answer answer<api::RunJob>(Context& context, RouteRequest& question) {
  return act_on_job<api::RunJob>(
      context, question, {JobReply::accepted, JobReply::already_asked},
      [&](std::string const& name) { return context.application.run_job(name); });
}

template <>
http::Answer answer<api::CutJob>(Context& context, RouteRequest& question) {
  return act_on_job<api::CutJob>(
      context, question, {JobReply::accepted, JobReply::not_running},
      [&](std::string const& name) { return context.application.cut_job(name); });
}

template <>
http::Answer answer<api::PauseJob>(Context& context, RouteRequest& question) {
  return act_on_job<api::PauseJob>(
      context, question, {JobReply::paused, JobReply::paused}, [&](std::string const& name) {
        return context.application.pause_job(name, app::JobRunner::Pause::yes);
      });
}

template <>
http::Answer answer<api::ResumeJob>(Context& context, RouteRequest& question) {
  return act_on_job<api::ResumeJob>(
      context, question, {JobReply::resumed, JobReply::resumed}, [&](std::string const& name) {
        return context.application.pause_job(name, app::JobRunner::Pause::no);
      });
}

}  // namespace sievarr::serve
