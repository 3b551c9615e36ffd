#include "serve/routing/endpoint.hpp"

#include <sievarr/api/jobs.hpp>

namespace sievarr::serve {
namespace {

using api::JobReply;
using app::JobAction;

template <class R>
http::Answer act(Context& context, RouteRequest& question, JobAction action) {
  return with_parameters<R>(question, [&](api::JobName const& named) {
    auto const answer = context.application.act_on_job(named.name, action);
    if (!answer) return failed(answer.error());
    if (!*answer)
      return refused(api::refusal(api::Wrong::no_such_job, "there is no job " + quoted(named.name),
                                  "all jobs and lanes are in api/v1/jobs"));
    auto const status = (*answer)->status;
    bool const is_conflict = status == JobReply::already_asked || status == JobReply::not_running;
    return typed<R>(**answer, is_conflict ? R::route.other_status : R::route.status);
  });
}

}  // namespace

template <>
http::Answer answer<api::ListJobs>(Context& context, RouteRequest&) {
  return told<api::ListJobs>(context.application.jobs());
}

template <>
http::Answer answer<api::RunJob>(Context& context, RouteRequest& question) {
  return act<api::RunJob>(context, question, JobAction::run);
}

template <>
http::Answer answer<api::CutJob>(Context& context, RouteRequest& question) {
  return act<api::CutJob>(context, question, JobAction::cut);
}

template <>
http::Answer answer<api::PauseJob>(Context& context, RouteRequest& question) {
  return act<api::PauseJob>(context, question, JobAction::pause);
}

template <>
http::Answer answer<api::ResumeJob>(Context& context, RouteRequest& question) {
  return act<api::ResumeJob>(context, question, JobAction::resume);
}

}  // namespace sievarr::serve
