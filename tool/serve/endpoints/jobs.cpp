#include "history.hpp"
#include "store/tables/runs.hpp"

#include <sievarr/api/jobs.hpp>

namespace sievarr::serve {
namespace {

using api::JobReply;
using app::JobAction;

template <class R>
http::Answer act(Context& context, RouteRequest& request, JobAction action) {
  return with_parameters<R>(request, [&](api::JobName const& named) {
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
http::Answer answer<api::RunJob>(Context& context, RouteRequest& request) {
  return act<api::RunJob>(context, request, JobAction::run);
}

template <>
http::Answer answer<api::CutJob>(Context& context, RouteRequest& request) {
  return act<api::CutJob>(context, request, JobAction::cut);
}

template <>
http::Answer answer<api::PauseJob>(Context& context, RouteRequest& request) {
  return act<api::PauseJob>(context, request, JobAction::pause);
}

template <>
http::Answer answer<api::ResumeJob>(Context& context, RouteRequest& request) {
  return act<api::ResumeJob>(context, request, JobAction::resume);
}

template <>
http::Answer answer<api::ListRuns>(Context& context, RouteRequest& request) {
  return with_parameters<api::ListRuns>(request, [&](api::ListQuery const& query) {
    return list_rows<schedule::RunRecord, store::Runs>(context, query, [](auto page) {
      return typed<api::ListRuns>(
          {.runs = std::move(page.lines), .total = page.total, .next = page.next});
    });
  });
}

}  // namespace sievarr::serve
