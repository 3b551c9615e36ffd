#include "store/tables/cycles.hpp"
#include "history.hpp"

#include <utility>

namespace sievarr::serve {
namespace {

api::TriggerAnswer trigger_answer(app::Triggered triggered) {
  if (triggered == app::Triggered::accepted) return {};
  return {.status = "already_running", .message = "Sync cycle already in progress"};
}

}  // namespace

template <>
http::Answer answer<api::ListCycles>(Context& context, RouteRequest& request) {
  return with_parameters<api::ListCycles>(request, [&](api::HistoryQuery const& query) {
    return list_rows<status::CycleRecord, store::Cycles>(context, list_of(query), [](auto page) {
      return typed<api::ListCycles>(
          {.cycles = std::move(page.lines), .total = page.total, .next = page.next});
    });
  });
}

template <>
http::Answer answer<api::StartCycle>(Context& context, RouteRequest& request) {
  return with_parameters<api::StartCycle>(request, [&](api::TriggerQuery const& query) {
    auto const answer = context.application.start_cycle(query.full ? status::SyncMode::full
                                                                   : status::SyncMode::incremental);
    if (!answer) return failed(answer.error());
    auto const triggered = answer->triggered;
    if (triggered == app::Triggered::not_ready)
      return refused(api::refusal(api::Wrong::stopping, "the daemon is stopping"));
    constexpr auto const& route = api::StartCycle::route;
    bool const accepted = triggered == app::Triggered::accepted;
    return typed<api::StartCycle>(trigger_answer(triggered),
                                  accepted ? route.status : route.other_status);
  });
}

}  // namespace sievarr::serve
