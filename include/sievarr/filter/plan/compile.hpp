#pragma once

#include <sievarr/base/closest.hpp>
#include <sievarr/derive/digest.hpp>
#include <sievarr/filter/plan/compile_lines.hpp>
#include <sievarr/filter/plan/plan.hpp>
#include <sievarr/reflect/pairs.hpp>

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sievarr::filter {

/// What a filter is compiled against. The first instance is where shows go that name none.
struct Surroundings {
  document::Node const* document = nullptr;  ///< Where the filter was written, for its places.
  Date today{};
  std::vector<target::Target> instances =
      {};  ///< The defaults of each; none: nothing is ever sent.
};

/// Turns a filter into a plan, or says everything that is wrong with it. A plan with errors asks
/// nothing: half a filter would add what the other half keeps out.
class Compiler {
 public:
  explicit Compiler(Surroundings surroundings) : around_(std::move(surroundings)) {}

  Reading<Plan> compile(Filter const& filter) {
    auto const* const document = around_.document;
    Written const root{.node = document, .path = {}, .place = document ? document->place : Place{}};
    Plan plan{.today = around_.today, .filter_hash = derive::digest(filter)};
    if (!around_.instances.empty()) plan.routes.front() = around_.instances.front();

    LineCompiler lines(around_.today, problems_);
    plan.exclude = lines.compile(filter.exclude, root.at("exclude"));
    auto const selections = root.at("selections");
    for (std::size_t i = 0; i < std::min(filter.selections.size(), most_selections); ++i)
      add_selection(plan, filter.selections[i], selections.at(i), lines);
    if (filter.selections.size() > most_selections)
      problems_.push_back(selections.problem(
          "out-of-range", "at most " + to_text(most_selections) + " selections can be asked, got " +
                              to_text(filter.selections.size())));
    plan.relative = lines.relative();
    plan.always.assign(filter.always.begin(), filter.always.end());
    plan.never.assign(filter.never.begin(), filter.never.end());

    if (filter.selections.empty())
      warn(selections, "no-selections", "there are no selections, so nothing is added");
    check_names(plan, selections);
    check_lists(plan, root);
    if (has_errors(problems_)) plan = inert(std::move(plan));
    return {std::move(plan), std::move(problems_)};
  }

 private:
  static constexpr std::size_t most_selections = 10'000;

  void warn(Written const& written, std::string_view code, std::string message) {
    problems_.push_back(written.problem(code, std::move(message), Severity::warning));
  }

  void add_selection(Plan& plan, Selection const& selection, Written const& written,
                     LineCompiler& lines) {
    auto const number = plan.selections.size() + 1;
    CompiledSelection compiled{
        .name = selection.name.value_or("selection-" + std::to_string(number)),
        .mode = selection.mode,
        .lines = lines.compile(selection.criteria, written),
        .route = 0,
        .path = written.path,
        .place = written.place};
    if (compiled.lines.empty() && asks_for_nothing(written))
      warn(written, "takes-everything", "has no criterion, so it takes every show");
    apply(selection.unknown, compiled, written.at("unknown"));
    plan.routes.push_back(route_of(selection.sonarr, written.at("sonarr")));
    compiled.route = static_cast<std::uint16_t>(plan.routes.size() - 1);
    plan.selections.push_back(std::move(compiled));
  }

  /// Whether a selection has no criterion, not even one that could not be read.
  static bool asks_for_nothing(Written const& written) {
    auto const* members = written ? document::mapping(*written.node) : nullptr;
    if (!members) return true;
    return std::all_of(members->begin(), members->end(), [](auto const& member) {
      bool const criterion = reflect::has_field<Criteria>(member.key);
      bool const other = !criterion && reflect::has_field<Selection>(member.key);
      return other || says_nothing(member.value);
    });
  }

  void apply(Unknown const& unknown, CompiledSelection& compiled, Written const& written) {
    if (auto const* policy = std::get_if<UnknownPolicy>(&unknown)) {
      for (auto& line : compiled.lines) line.unknown = *policy;
      return;
    }
    for (auto const& named : std::get<1>(unknown)) {
      auto const line =
          std::find_if(compiled.lines.begin(), compiled.lines.end(),
                       [&](Line const& each) { return name_of(each.criterion) == named.first; });
      if (line != compiled.lines.end())
        line->unknown = named.second;
      else
        report_policy(named.first, written.at(named.first));
    }
  }

  void report_policy(std::string const& name, Written const& written) {
    std::vector<std::string_view> names;
    reflect::for_each_field<Criteria>([&](auto field) { names.push_back(field.name); });
    if (std::find(names.begin(), names.end(), name) != names.end()) {
      auto problem = written.problem("unused-policy", "this selection has no line " + quoted(name),
                                     Severity::hint);
      problems_.push_back(std::move(problem));
      return;
    }
    auto problem = written.problem("unknown-key", "unknown key " + quoted(name));
    suggest(problem, closest(name, names));
    problems_.push_back(std::move(problem));
  }

  static void suggest(Problem& problem, std::optional<std::string_view> instead) {
    if (!instead) return;
    problem.message += ", did you mean " + quoted(*instead) + "?";
    if (problem.place.line > 0)
      problem.fix.push_back({problem.place.begin, problem.place.end, std::string{*instead}});
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
    auto const& instances = around_.instances;
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

  /// A problem with a value rather than with its key.
  static Problem value_problem(Written written, std::string_view code, std::string message) {
    if (written) written.place = written.node->place;
    return written.problem(code, std::move(message));
  }

  void check_names(Plan const& plan, Written const& selections) {
    std::map<std::string_view, std::size_t> seen;
    for (std::size_t i = 0; i < plan.selections.size(); ++i) {
      auto const [first, fresh] = seen.emplace(plan.selections[i].name, i);
      if (fresh) continue;
      problems_.push_back(value_problem(selections.at(i).at("name"), "duplicate-name",
                                        "selections[" + std::to_string(first->second) +
                                            "] has the name " + quoted(plan.selections[i].name) +
                                            " already"));
    }
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

  Surroundings around_;
  Problems problems_;
};

/// A filter as a plan, with everything there is to say about it.
inline Reading<Plan> compile(Filter const& filter, Surroundings surroundings) {
  return Compiler{std::move(surroundings)}.compile(filter);
}

}  // namespace sievarr::filter
