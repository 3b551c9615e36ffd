#pragma once

#include <sievarr/derive/digest.hpp>
#include <sievarr/filter/language/selection.hpp>
#include <sievarr/filter/plan/compile_rules.hpp>
#include <sievarr/filter/plan/plan.hpp>
#include <sievarr/reflect/pairs.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sievarr::filter {

/// What a filter is compiled against. The first instance is where shows go that name none.
struct CompileContext {
  document::Node const* document = nullptr;  ///< Where the filter was written, for its places.
  Date today{};
  std::vector<target::Target> instances =
      {};  ///< The defaults of each; none: nothing is ever sent.
};

/// Turns a filter into a plan, or says everything that is wrong with it. A plan with errors asks
/// nothing: half a filter would add what the other half keeps out.
class Compiler {
 public:
  explicit Compiler(CompileContext context) : context_(std::move(context)) {}

  Reading<Plan> compile(Filter const& filter) {
    auto const* const document = context_.document;
    Written const root{.node = document, .path = {}, .place = document ? document->place : Place{}};
    Plan plan{.today = context_.today, .filter_hash = derive::digest(filter)};
    if (!context_.instances.empty()) plan.routes.front() = context_.instances.front();

    RuleCompiler rules(context_.today, problems_);
    plan.exclude = rules.exclude<Shows>(filter.exclude, root.at("exclude"));
    auto const selections = root.at("selections");
    auto const count = std::min(filter.selections.size(), RuleCompiler::most_selections);
    for (std::size_t i = 0; i < count; ++i) {
      plan.selections.push_back(rules.selection<Shows>(filter.selections[i], i, selections.at(i)));
      add_route(plan, filter.selections[i], selections.at(i));
    }
    rules.check_count(filter.selections.size(), selections);
    plan.relative = rules.relative();
    plan.always.assign(filter.always.begin(), filter.always.end());
    plan.never.assign(filter.never.begin(), filter.never.end());

    if (filter.selections.empty())
      warn(selections, "no-selections", "there are no selections, so nothing is added");
    rules.check_names(plan.selections, selections);
    check_lists(plan, root);
    if (has_errors(problems_)) plan = inert(std::move(plan));
    return {std::move(plan), std::move(problems_)};
  }

 private:
  void warn(Written const& written, std::string_view code, std::string message) {
    problems_.push_back(written.problem(code, std::move(message), Severity::warning));
  }

  /// What the selection that was added last does with the shows that it takes.
  void add_route(Plan& plan, Selection const& selection, Written const& written) {
    plan.routes.push_back(route_of(selection.sonarr, written.at("sonarr")));
    plan.selections.back().mode = selection.mode;
    plan.selections.back().route = static_cast<std::uint16_t>(plan.routes.size() - 1);
  }

  target::Target route_of(target::TargetChanges const& overrides, Written const& written) {
    auto route = instance_of(overrides, written);
    auto const instance = route.instance;
    reflect::for_each_pair<target::TargetChanges, target::Target>(
        [&](auto said, auto taken) requires requires {
          change(taken.in(route), said.in(overrides));
        } { change(taken.in(route), said.in(overrides)); });
    // What was said may be the name of no instance.
    route.instance = instance;
    return route;
  }

  template <class Value>
  static void change(Value& value, std::optional<Value> const& said) {
    if (said) value = *said;
  }

  static void change(value::Set<target::NameOrNumber>& tags,
                     value::Set<target::NameOrNumber> const& said) {
    for (auto const& tag : said)
      if (std::find(tags.begin(), tags.end(), tag) == tags.end()) tags.push_back(tag);
  }

  target::Target instance_of(target::TargetChanges const& overrides, Written const& written) {
    auto const& instances = context_.instances;
    if (overrides.instance) {
      std::vector<std::string_view> names;
      for (auto const& instance : instances) {
        if (instance.instance == *overrides.instance) return instance;
        names.push_back(instance.instance);
      }
      auto problem = value_problem(written.at("instance"), "unknown-instance",
                                   "there is no instance " + quoted(*overrides.instance));
      suggest(problem, closest(*overrides.instance, names));
      problems_.push_back(std::move(problem));
    }
    return instances.empty() ? target::Target{} : instances.front();
  }

  void check_lists(Plan const& plan, Written const& root) {
    auto const never = root.at("never");
    for (std::size_t i = 0; i < plan.never.size(); ++i) {
      if (std::find(plan.always.begin(), plan.always.end(), plan.never[i]) == plan.always.end())
        continue;
      warn(never.at(i), "always-and-never",
           plan.never[i].text() + " is in always as well; never wins");
    }
  }

  CompileContext context_;
  Problems problems_;
};

/// A filter as a plan, with everything there is to say about it.
inline Reading<Plan> compile(Filter const& filter, CompileContext context) {
  return Compiler{std::move(context)}.compile(filter);
}

}  // namespace sievarr::filter
