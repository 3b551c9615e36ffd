#pragma once

#include <sievarr/api/route.hpp>

#include <tuple>

/// The requests that scripts and dashboards of the program before this one know. The types of what
/// is sent and answered are only named, so that the table can be had without them.
namespace sievarr::api {

struct LegacyShows;
struct LegacyShowsQuery;
struct Readiness;
struct RefilterAnswer;
struct StateAnswer;
struct TriggerAnswer;
struct TriggerQuery;
struct Wellness;

inline constexpr std::string_view legacy = "As before";

using access::Scope;
using enum wire::Method;

struct GetHealth {
  static constexpr Route route{.path = "/health",
                               .text = "Whether the server runs.",
                               .group = legacy,
                               .access = Access::open,
                               .ready = Ready::at_once};
  using Types = Read<Wellness>;
};

struct Ping {
  static constexpr Route route{.path = "/ping",
                               .text = "The same, in the words of other servers.",
                               .group = legacy,
                               .access = Access::open,
                               .ready = Ready::at_once};
  using Types = Read<Wellness>;
};

struct GetReadiness {
  static constexpr Route route{.path = "/ready",
                               .text = "Whether work can be done: 503 where it cannot.",
                               .group = legacy,
                               .access = Access::scraped,
                               .scope = Scope::read,
                               .ready = Ready::at_once,
                               .other_status = 503};
  using Types = Read<Readiness>;
};

struct GetMetrics {
  static constexpr Route route{
      .path = "/metrics",
      .text = "Numbers for Prometheus; in the OpenMetrics format where that is asked for.",
      .group = legacy,
      .access = Access::scraped,
      .scope = Scope::read,
      .media = "text/plain; version=0.0.4; charset=utf-8"};
  using Types = Read<Nothing>;
};

struct Trigger {
  static constexpr Route route{.method = post,
                               .path = "/trigger",
                               .text = "Lets a cycle begin now: 409 where one is running.",
                               .group = legacy,
                               .scope = Scope::act,
                               .other_status = 409};
  using Types = Exchange<TriggerQuery, Nothing, TriggerAnswer>;
};

struct GetState {
  static constexpr Route route{.path = "/state",
                               .text =
                                   "How far the mirror is, and how many shows have which "
                                   "status.",
                               .group = legacy,
                               .scope = Scope::read};
  using Types = Read<StateAnswer>;
};

struct ListLegacyShows {
  static constexpr Route route{
      .path = "/shows", .text = "Shows by number.", .group = legacy, .scope = Scope::read};
  using Types = Exchange<LegacyShowsQuery, Nothing, LegacyShows>;
};
constexpr std::string_view title_of(reflect::Of<ListLegacyShows>) { return "ListOlderShows"; }

struct Refilter {
  static constexpr Route route{.method = post,
                               .path = "/refilter",
                               .text = "Judges the whole catalogue again, without asking anybody.",
                               .group = legacy,
                               .scope = Scope::act};
  using Types = Read<RefilterAnswer>;
};

using LegacyRoutes = std::tuple<GetHealth, Ping, GetReadiness, GetMetrics, Trigger, GetState,
                                ListLegacyShows, Refilter>;

}  // namespace sievarr::api
