#include "app/jobs/job_lines.hpp"
#include "serve/page/assets.hpp"
#include "serve/routing/endpoint.hpp"

#include <sievarr/api/system.hpp>
#include <sievarr/derive/prometheus.hpp>
#include <sievarr/derive/redact.hpp>
#include <sievarr/document/beyond.hpp>
#include <sievarr/document/write_json.hpp>
#include <sievarr/document/write_yaml.hpp>

#include <algorithm>
#include <string>
#include <utility>

namespace sievarr::serve {
namespace {

using Dialect = derive::Prometheus::Dialect;

constexpr std::string_view open_metrics = "application/openmetrics-text";

std::vector<report::ProblemLine> lines_of(Problems const& problems) {
  return report::ProblemReport(problems).problems;
}

}  // namespace

template <>
http::Answer answer<api::GetStatus>(Context& context, RouteRequest&) {
  auto const active = context.application.config_in_force();
  return typed<api::GetStatus>({.version = context.version,
                                .dry_run = active->config().dry_run,
                                .filter_hash = active->plan.filter_hash,
                                .now = context.clock.now(),
                                .daemon_status = context.application.daemon_status(),
                                .jobs = app::job_statuses(context.application.jobs_status())});
}

template <>
http::Answer answer<api::GetSystemHealth>(Context& context, RouteRequest&) {
  auto daemon_status = context.application.daemon_status();
  api::SystemHealth health{.database = std::move(daemon_status.database),
                           .tvmaze = std::move(daemon_status.tvmaze),
                           .instances = std::move(daemon_status.instances),
                           .config = std::move(daemon_status.config),
                           .needs_restart = std::move(daemon_status.needs_restart)};
  auto const reload = context.application.last_reload();
  health.problems = lines_of(
      reload.problems.empty() ? context.application.config_in_force()->problems : reload.problems);
  health.healthy = health.database.healthy && health.tvmaze.healthy && health.config.healthy &&
                   std::all_of(health.instances.begin(), health.instances.end(),
                               [](auto const& each) { return each.second.healthy; });
  return typed<api::GetSystemHealth>(health);
}

template <>
http::Answer answer<api::GetConfig>(Context& context, RouteRequest&) {
  auto const active = context.application.config_in_force();
  auto whole = derive::redact(active->config());
  // What goes without saying is not said: it would be a page of empty lists.
  auto const told = document::beyond(whole, derive::redact(config::Config{}));
  api::ConfigReport report;
  report.yaml = document::write_yaml(told);
  report.problems = lines_of(active->problems);
  auto body = derive::redact(report);
  // A variable stands for the place of a secret in the config, not in this answer.
  for (auto& member : *document::mapping(body))
    if (member.key == "config") member.value = std::move(whole);
  return said(200, document::write_json(body));
}

template <>
http::Answer answer<api::ReloadConfig>(Context& context, RouteRequest&) {
  auto const reloaded = context.application.reload();
  if (has_errors(reloaded.problems))
    return refused(api::refusal(api::Wrong::bad_config, "the config has errors, the old one stays",
                                to_text(reloaded.problems.front()), reloaded.problems));
  return typed<api::ReloadConfig>(
      {.problems = lines_of(reloaded.problems), .needs_restart = reloaded.needs_restart});
}

template <>
http::Answer answer<api::GetConfigFile>(Context& context, RouteRequest&) {
  auto const file = context.application.config_file();
  return file ? typed<api::GetConfigFile>(*file) : refused(file.error());
}

template <>
http::Answer answer<api::ChangeConfigFile>(Context& context, RouteRequest& request) {
  return with_body<api::ChangeConfigFile>(request, [&](api::ConfigChange const& change) {
    auto const changed = context.application.change_config(change);
    if (!changed) return refused(changed.error());
    return typed<api::ChangeConfigFile>(
        {.problems = lines_of(changed->problems), .needs_restart = changed->needs_restart});
  });
}

template <>
http::Answer answer<api::GetMetrics>(Context& context, RouteRequest& request) {
  auto const accepted = wire::header(request.message().headers, "Accept").value_or("");
  bool const open = accepted.find(open_metrics) != std::string_view::npos;
  derive::Prometheus text(open ? Dialect::open_metrics : Dialect::prometheus);
  text.add(context.application.metrics());
  text.add(context.traffic.metrics());
  auto const media = open ? std::string(open_metrics) + "; version=1.0.0; charset=utf-8"
                          : std::string(api::GetMetrics::route.media);
  return wire::Response{.headers = {{"Content-Type", media}}, .body = std::move(text).take()};
}

/// The document is derived from the table that routes requests, when the tests are run.
template <>
http::Answer answer<api::GetOpenApi>(Context&, RouteRequest& request) {
  return file(documents().front(), request.message());
}

}  // namespace sievarr::serve
