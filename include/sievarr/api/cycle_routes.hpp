#pragma once

#include <sievarr/api/route.hpp>

#include <tuple>

namespace sievarr::adding {
struct AddTotals;
struct PlanReport;
}  // namespace sievarr::adding

/// Requests about what is done and what is about to be. The types of what is sent and
/// answered are only named, so that whoever wants the table need not compile them.
namespace sievarr::api {

struct ApplyQuery;
struct CyclesPage;
struct HistoryQuery;
struct ListQuery;
struct PlanLines;
struct PlanQuery;
struct JournalPage;
struct TriggerAnswer;
struct TriggerQuery;

inline constexpr std::string_view cycles = "Cycles";

using access::Scope;
using enum wire::Method;

struct ListCycles {
  static constexpr Route route{.path = "/api/v1/cycles",
                               .text = "The cycles, the newest first.",
                               .group = cycles,
                               .scope = Scope::read};
  using Types = Exchange<HistoryQuery, Nothing, CyclesPage>;
};

struct StartCycle {
  static constexpr Route route{.method = post,
                               .path = "/api/v1/cycles",
                               .text = "Lets a cycle begin now: 409 where one is running.",
                               .group = cycles,
                               .scope = Scope::act,
                               .other_status = 409};
  using Types = Exchange<TriggerQuery, Nothing, TriggerAnswer>;
};

struct GetPlan {
  static constexpr Route route{.path = "/api/v1/plan",
                               .text =
                                   "What the next cycle would do; asks each Sonarr, unless the "
                                   "last plan is enough.",
                               .group = cycles,
                               .scope = Scope::read};
  using Types = Exchange<PlanQuery, Nothing, adding::PlanReport>;
};

struct ListPlan {
  static constexpr Route route{.path = "/api/v1/plan/lines",
                               .text = "The last plan show by show; nobody is asked.",
                               .group = cycles,
                               .scope = Scope::read};
  using Types = Exchange<ListQuery, Nothing, PlanLines>;
};

struct ApplyPlan {
  static constexpr Route route{.method = post,
                               .path = "/api/v1/plan/apply",
                               .text =
                                   "Carries out exactly that plan, or nothing where it would "
                                   "be another one by now.",
                               .group = cycles,
                               .scope = Scope::act};
  using Types = Exchange<ApplyQuery, adding::PlanReport, adding::AddTotals>;
};

struct ListJournal {
  static constexpr Route route{.path = "/api/v1/journal",
                               .text = "What was sent to instances, the newest first.",
                               .group = cycles,
                               .scope = Scope::read};
  using Types = Exchange<HistoryQuery, Nothing, JournalPage>;
};

using CycleRoutes = std::tuple<ListCycles, StartCycle, GetPlan, ListPlan, ApplyPlan, ListJournal>;

}  // namespace sievarr::api
