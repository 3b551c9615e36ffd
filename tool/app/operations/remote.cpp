#include "remote.hpp"

#include "app/state/storage.hpp"

#include <sievarr/api/activity.hpp>
#include <sievarr/api/by_hand.hpp>
#include <sievarr/api/catalogue_routes.hpp>
#include <sievarr/api/cycle_routes.hpp>
#include <sievarr/api/history.hpp>
#include <sievarr/api/problem.hpp>
#include <sievarr/api/target.hpp>
#include <sievarr/base/number.hpp>
#include <sievarr/derive/from_json.hpp>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <utility>

namespace sievarr::app {
namespace {

constexpr std::size_t largest_answer = std::size_t{64} << 20;

/// What the daemon means by an answer that says no.
Failure refusal_of(wire::Response const& response) {
  auto const said = derive::from_json<api::Refusal>(response.body, "the answer");
  if (has_errors(said.problems) || said.value.title.empty())
    return {.kind = Failure::Kind::broken,
            .text = "the daemon answered " + to_text(response.status),
            .hint = "look into its log"};
  return {.kind = Failure::Kind::refused,
          .text = "the daemon says: " + said.value.title,
          .hint = said.value.detail};
}

api::Route const& route_of(adding::ManualAction action) {
  switch (action) {
    case adding::ManualAction::approve: return api::Approve::route;
    case adding::ManualAction::reject: return api::Reject::route;
    case adding::ManualAction::skip: return api::Skip::route;
    case adding::ManualAction::unskip: return api::Unskip::route;
    case adding::ManualAction::later: return api::Later::route;
    case adding::ManualAction::undo: return api::Undo::route;
    case adding::ManualAction::retry: break;
  }
  return api::Retry::route;
}

api::Route const& route_of(JobAction action) {
  switch (action) {
    case JobAction::run: return api::RunJob::route;
    case JobAction::cut: return api::CutJob::route;
    case JobAction::pause: return api::PauseJob::route;
    case JobAction::resume: break;
  }
  return api::ResumeJob::route;
}

}  // namespace

Failure Remote::unreadable(Problem const& problem) {
  return {.kind = Failure::Kind::broken,
          .text = "the answer of the daemon cannot be read: " + to_text(problem),
          .hint = "is it of another version?"};
}

Outcome<std::string> Remote::fetch(api::Route const& route, std::string target, std::string body) {
  wire::Request request{.method = route.method,
                        .target = dependencies_.address + std::move(target),
                        .headers = {{"X-Api-Key", std::string(dependencies_.key.reveal())}},
                        .body = std::move(body)};
  if (route.method == wire::Method::post)
    request.headers.push_back({"Content-Type", std::string(route.takes)});
  auto response = dependencies_.transport.send(request, largest_answer);
  if (!response) return response.error();
  if (response->status != route.status && response->status != route.other_status)
    return refusal_of(*response);
  return std::move(response->body);
}

Outcome<adding::PlanReport> Remote::plan() {
  return ask<adding::PlanReport>(api::GetPlan::route, std::string(api::GetPlan::route.path));
}

Outcome<adding::AddTotals> Remote::apply(adding::PlanReport const& plan, Strictness strictness) {
  constexpr auto const& route = api::ApplyPlan::route;
  api::ApplyQuery const query{.force = strictness == Strictness::best_effort};
  return ask<adding::AddTotals>(route, api::target_of(route.path, query), derive::to_json(plan));
}

Outcome<CycleAnswer> Remote::start_cycle(status::SyncMode mode) {
  constexpr auto const& route = api::StartCycle::route;
  api::TriggerQuery const query{.full = mode == status::SyncMode::full};
  auto const answer = ask<api::TriggerAnswer>(route, api::target_of(route.path, query));
  if (!answer) return answer.error();
  bool const accepted = answer->status == api::TriggerAnswer{}.status;
  return CycleAnswer{accepted ? Triggered::accepted : Triggered::already_running};
}

Outcome<std::vector<ManualResult>> Remote::act(ManualRequest const& request) {
  auto const& route = route_of(request.action);
  std::vector<ManualResult> results;
  auto const& shows = request.shows;
  for (auto at = shows.begin(); at != shows.end();) {
    auto const end = at + std::min<std::ptrdiff_t>(shows.end() - at, api::Chosen::most);
    auto answer = ask<api::HandledAnswer>(route, std::string(route.path),
                                          derive::to_json(api::Chosen{.shows = {at, end}}));
    if (!answer) return answer.error();
    std::move(answer->shows.begin(), answer->shows.end(), std::back_inserter(results));
    at = end;
  }
  return results;
}

Outcome<std::vector<status::ActivityRecord>> Remote::latest_activity(std::int64_t most) {
  constexpr auto const& route = api::ListActivity::route;
  api::ListQuery const query{.limit = static_cast<int>(most)};
  auto answer = ask<api::ActivityPage>(route, api::target_of(route.path, query));
  if (!answer) return answer.error();
  return std::move(answer->activity);
}

Outcome<api::JobsAnswer> Remote::jobs() {
  return ask<api::JobsAnswer>(api::ListJobs::route, std::string(api::ListJobs::route.path));
}

Outcome<std::optional<api::JobAnswer>> Remote::act_on_job(std::string const& name,
                                                          JobAction action) {
  auto const& route = route_of(action);
  auto answer = ask<api::JobAnswer>(route, api::target_of(route.path, api::JobName{name}));
  if (!answer) return answer.error();
  return std::optional(*std::move(answer));
}

/// What is stored can be read beside the daemon.
Outcome<Done> Remote::look_at_shows(Look const& look) {
  auto const storage = Storage::open(dependencies_.folder, Storage::Access::read);
  if (!storage) return storage.error();
  auto const loaded = (*storage)->load();
  if (!loaded) return loaded;
  (*storage)->catalogue().look(
      [&](filter::Table const& table, adding::Roster const& roster) { look(table, roster); });
  return Done{};
}

}  // namespace sievarr::app
