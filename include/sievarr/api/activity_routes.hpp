#pragma once

#include <sievarr/api/route.hpp>

#include <tuple>

/// Requests about what happened. The types of what is sent and answered are only named, so that
/// whoever wants the table need not compile them.
namespace sievarr::api {

struct ActivityPage;
struct ListQuery;
struct LogPage;
struct LogQuery;

using access::Scope;

inline constexpr std::string_view happened = "What happened";

struct ListActivity {
  static constexpr Route route{.path = "/api/v1/activity",
                               .text =
                                   "What happened in the last 90 days, the newest first: adds, "
                                   "decisions, configs, cycles that did something, holds.",
                               .group = happened,
                               .scope = Scope::read};
  using Types = Exchange<ListQuery, Nothing, ActivityPage>;
};

struct ListLog {
  static constexpr Route route{.path = "/api/v1/log",
                               .text =
                                   "The last 2000 lines of the log since the start, the newest "
                                   "first.",
                               .group = happened,
                               .scope = Scope::owner,
                               .ready = Ready::before};
  using Types = Exchange<LogQuery, Nothing, LogPage>;
};

using ActivityRoutes = std::tuple<ListActivity, ListLog>;

}  // namespace sievarr::api
