#include "serve/routing/endpoint.hpp"

#include <sievarr/api/judge.hpp>
#include <sievarr/config/plan.hpp>
#include <sievarr/filter/columns/judge_all.hpp>

#include <algorithm>
#include <iterator>
#include <utility>

namespace sievarr::serve {
namespace {

/// Problems in the filter of a config that is only to be judged by. The client may leave out where
/// series go, and has no variables; a mask is refused wherever it is.
Problems about_filter(Problems const& problems) {
  Problems about;
  std::copy_if(problems.begin(), problems.end(), std::back_inserter(about),
               [](Problem const& each) {
                 return each.severity != Severity::error || config::concerns_filter(each) ||
                        each.code == "masked-secret";
               });
  return about;
}

api::JudgeAnswer judge(app::Application const& application, filter::Plan const& plan) {
  auto const active = application.config_in_force();
  return application.look([&](filter::Table const& table, auto const&) {
    auto const now = filter::judge_all(active->plan, table);
    auto const then = filter::judge_all(plan, table);
    api::JudgeAnswer answer;
    answer.difference = report::DiffWriter({active->plan, now}, {plan, then}, table).write();
    answer.summary = {.today = to_text(plan.today),
                      .filter_hash = plan.filter_hash,
                      .decision_hash = answer.difference.new_decision_hash,
                      .counts = report::count_report(then.counts, plan)};
    return answer;
  });
}

bool is_yaml(wire::Request const& request) {
  auto const known = {"application/yaml", "application/x-yaml", "text/yaml", "application/json"};
  return std::any_of(known.begin(), known.end(),
                     [&](auto const* type) { return is_of_type(request, type); });
}

}  // namespace

template <>
http::Answer answer<api::JudgeConfig>(Context& context, RouteRequest& request) {
  if (!is_yaml(request.message())) return wrong_media(api::JudgeConfig::route.takes);
  config::Layers const layers{.file =
                                  config::Source{.name = "body", .text = request.message().body}};
  auto const prepared = config::prepare(layers, context.application.config_in_force()->plan.today);
  auto problems = about_filter(prepared.problems);
  if (has_errors(problems))
    return refused(api::refusal(api::Wrong::bad_config, "the config cannot be judged by",
                                to_text(problems.front()), problems));
  auto answer = judge(context.application, prepared.value.plan);
  answer.problems = report::ProblemReport(problems).problems;
  return typed<api::JudgeConfig>(answer);
}

}  // namespace sievarr::serve
