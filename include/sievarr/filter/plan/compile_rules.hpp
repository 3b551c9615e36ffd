#pragma once

#include <sievarr/base/closest.hpp>
#include <sievarr/filter/plan/compile_lines.hpp>
#include <sievarr/filter/plan/rules.hpp>

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace sievarr::filter {

/// Adds what was probably meant to a problem, as words and as a correction.
inline void suggest(Problem& problem, std::optional<std::string_view> instead) {
  if (!instead) return;
  problem.message += ", did you mean " + quoted(*instead) + "?";
  if (problem.place.line > 0)
    problem.fix.push_back({problem.place.begin, problem.place.end, std::string{*instead}});
}

/// A problem with a value rather than with its key.
inline Problem value_problem(Written written, std::string_view code, std::string message) {
  if (written) written.place = written.node->place;
  return written.problem(code, std::move(message));
}

/// Turns rules about a subject into rules that can be asked, and says what is wrong with them. What
/// people write as a selection has a name, criteria, and what to do where a line cannot tell.
class RuleCompiler {
 public:
  static constexpr std::size_t most_selections = 10'000;

  RuleCompiler(Date today, Problems& problems) : problems_(problems), lines_(today, problems) {}

  template <Subject S>
  std::vector<Line> exclude(typename S::Criteria const& criteria, Written const& written) {
    return lines_.compile<S>(criteria, written);
  }

  /// The selection at a place in its list.
  template <Subject S, class Selection>
  CompiledSelection selection(Selection const& selection, std::size_t at, Written const& written) {
    CompiledSelection compiled{
        .name = selection.name.value_or("selection-" + std::to_string(at + 1)),
        .lines = lines_.compile<S>(selection.criteria, written),
        .route = 0,
        .path = written.path,
        .place = written.place};
    if (compiled.lines.empty() && asks_for_nothing<S, Selection>(written))
      problems_.push_back(written.problem(
          "takes-everything", "has no criterion, so it takes every " + std::string{S::nouns.one},
          Severity::warning));
    apply(selection.unknown, compiled, asked_criteria<S>, written.at("unknown"));
    return compiled;
  }

  /// Whether a bound moves with the day.
  bool relative() const { return lines_.relative(); }

  void check_count(std::size_t count, Written const& selections) {
    if (count > most_selections)
      problems_.push_back(selections.problem("out-of-range", "at most " + to_text(most_selections) +
                                                                 " selections can be asked, got " +
                                                                 to_text(count)));
  }

  void check_names(std::span<CompiledSelection const> sieves, Written const& selections) {
    std::map<std::string_view, std::size_t> seen;
    for (std::size_t i = 0; i < sieves.size(); ++i) {
      auto const [first, fresh] = seen.emplace(sieves[i].name, i);
      if (fresh) continue;
      problems_.push_back(value_problem(selections.at(i).at("name"), "duplicate-name",
                                        selections.path + "[" + std::to_string(first->second) +
                                            "] has the name " + quoted(sieves[i].name) +
                                            " already"));
    }
  }

 private:
  /// Whether a selection has no criterion, not even one that could not be read.
  template <Subject S, class Selection>
  static bool asks_for_nothing(Written const& written) {
    auto const* members = written ? document::mapping(*written.node) : nullptr;
    if (!members) return true;
    return std::all_of(members->begin(), members->end(), [](auto const& member) {
      bool const criterion = reflect::has_field<typename S::Criteria>(member.key);
      bool const other = !criterion && reflect::has_field<Selection>(member.key);
      return other || says_nothing(member.value);
    });
  }

  void apply(Unknown const& unknown, CompiledSelection& compiled,
             std::span<AskedCriterion const> criteria, Written const& written) {
    if (auto const* policy = std::get_if<UnknownPolicy>(&unknown)) {
      for (auto& line : compiled.lines) line.unknown = *policy;
      return;
    }
    for (auto const& named : std::get<1>(unknown)) {
      auto const line =
          std::find_if(compiled.lines.begin(), compiled.lines.end(),
                       [&](Line const& each) { return each.criterion->name == named.first; });
      if (line != compiled.lines.end())
        line->unknown = named.second;
      else
        report_policy(named.first, criteria, written.at(named.first));
    }
  }

  void report_policy(std::string const& name, std::span<AskedCriterion const> criteria,
                     Written const& written) {
    std::vector<std::string_view> names;
    for (auto const& criterion : criteria) names.push_back(criterion.name);
    if (std::find(names.begin(), names.end(), name) != names.end()) {
      problems_.push_back(written.problem(
          "unused-policy", "this selection has no line " + quoted(name), Severity::hint));
      return;
    }
    auto problem = written.problem("unknown-key", "unknown key " + quoted(name));
    suggest(problem, closest(name, names));
    problems_.push_back(std::move(problem));
  }

  Problems& problems_;
  LineCompiler lines_;
};

}  // namespace sievarr::filter
