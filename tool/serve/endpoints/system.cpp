#include "serve/routing/endpoint.hpp"

#include <sievarr/api/system.hpp>
#include <sievarr/derive/redact.hpp>
#include <sievarr/document/beyond.hpp>
#include <sievarr/document/write_json.hpp>
#include <sievarr/document/write_yaml.hpp>

#include <algorithm>
#include <utility>

namespace sievarr::serve {
namespace {

std::vector<report::ProblemLine> lines_of(Problems const& problems) {
  return report::ProblemReport(problems).problems;
}

}  // namespace

template <>
http::Answer answer<api::GetStatus>(Desk& desk, Question&) {
  auto const terms = desk.steward.terms();
  return typed<api::GetStatus>({.version = desk.version,
                                .dry_run = terms->config().dry_run,
                                .filter_hash = terms->plan.filter_hash,
                                .now = desk.clock.now(),
                                .standing = desk.steward.standing()});
}

template <>
http::Answer answer<api::GetSystemHealth>(Desk& desk, Question&) {
  auto standing = desk.steward.standing();
  api::SystemHealth health{.database = std::move(standing.database),
                           .tvmaze = std::move(standing.tvmaze),
                           .instances = std::move(standing.instances),
                           .config = std::move(standing.config),
                           .needs_restart = std::move(standing.needs_restart)};
  auto const reload = desk.steward.last_reload();
  health.problems =
      lines_of(reload.problems.empty() ? desk.steward.terms()->problems : reload.problems);
  health.healthy = health.database.healthy && health.tvmaze.healthy && health.config.healthy &&
                   std::all_of(health.instances.begin(), health.instances.end(),
                               [](auto const& each) { return each.second.healthy; });
  return typed<api::GetSystemHealth>(health);
}

template <>
http::Answer answer<api::GetConfig>(Desk& desk, Question&) {
  auto const terms = desk.steward.terms();
  auto whole = derive::redact(terms->config());
  // What goes without saying is not said: it would be a page of empty lists.
  auto const told = document::beyond(whole, derive::redact(config::Config{}));
  api::ConfigReport report;
  report.yaml = document::write_yaml(told);
  report.problems = lines_of(terms->problems);
  auto body = derive::redact(report);
  // A variable stands for the place of a secret in the config, not in this answer.
  for (auto& member : *document::mapping(body))
    if (member.key == "config") member.value = std::move(whole);
  return said(200, document::write_json(body));
}

template <>
http::Answer answer<api::ReloadConfig>(Desk& desk, Question&) {
  auto const reloaded = desk.steward.reload();
  if (has_errors(reloaded.problems))
    return refused(api::refusal(api::Wrong::bad_config, "the config has errors, the old one stays",
                                to_text(reloaded.problems.front()), reloaded.problems));
  return typed<api::ReloadConfig>(
      {.problems = lines_of(reloaded.problems), .needs_restart = reloaded.needs_restart});
}

}  // namespace sievarr::serve
