#pragma once

#include <sievarr/filter/columns/judge_all.hpp>
#include <sievarr/filter/plan/reason.hpp>
#include <sievarr/filter/suite/examine.hpp>
#include <sievarr/filter/suite/suite.hpp>
#include <sievarr/reflect/scalar.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace sievarr::filter {

/// What came of one expectation.
struct CaseOutcome {
  std::string name;               ///< What was expected, in one line.
  std::string message;            ///< How it was missed; empty where it was met.
  std::optional<Show> show = {};  ///< The show that it is about, if it is about one.

  bool passed() const { return message.empty(); }
};

/// The catalogue of a suite, judged.
struct Catalogue {
  Plan const& plan;
  Table const& table;
  Judged const& judged;
};

/// Collects how the decision on a show differs from what was expected.
class Comparison {
 public:
  Comparison(Plan const& plan, Judgement const& judgement)
      : plan_(plan), decision_(judgement.decision) {}

  void compare(ExpectedShow const& expected) {
    found_.check("verdict", expected.verdict, decision_.verdict);
    bool const decided = decision_.selection != Decision::nobody;
    found_.check_selection("selection", expected.selection,
                           decided ? &plan_.selections[decision_.selection] : nullptr);
    found_.check("reason", expected.reason, decision_.category);
    compare(expected.route, plan_.routes[decision_.route]);
  }

  std::string take() { return found_.take(); }

 private:
  bool is_wanted() const { return decision_.verdict != Verdict::filtered; }

  /// Each override against the field of the route that has its name.
  void compare(target::TargetChanges const& expected, target::Target const& route) {
    reflect::for_each_field<target::TargetChanges>([&](auto wanted) {
      reflect::for_each_field<target::Target>([&](auto found) {
        if (wanted.name == found.name)
          check_route(wanted.name, wanted.in(expected), found.in(route));
      });
    });
  }

  /// Fields of one name are of one type, so this is for pairs that never meet.
  template <class Expected, class Found>
  void check_route(std::string_view, Expected const&, Found const&) {}

  void check_route(std::string_view, value::Set<target::NameOrNumber> const& expected,
                   value::Set<target::NameOrNumber> const& found) {
    for (auto const& tag : expected)
      if (!is_wanted() || std::find(found.begin(), found.end(), tag) == found.end())
        found_.differ("tag", tag.text(), is_wanted() ? texts_of(found) : "no route");
  }

  template <class T>
  void check_route(std::string_view what, std::optional<T> const& expected, T const& found) {
    if (expected && !is_wanted())
      found_.differ(what, reflect::word_of(*expected), "no route");
    else
      found_.check(what, expected, found);
  }

  Plan const& plan_;
  Decision decision_;
  Discrepancies found_;
};

/// Holds expectations against a plan and a catalogue, and notes which lines they touch.
class Examiner {
 public:
  explicit Examiner(Catalogue const& catalogue) : catalogue_(catalogue) {}

  CaseOutcome examine(Expectation const& expectation) {
    return std::visit([&](auto const& expected) { return examine(expected); }, expectation);
  }

  /// The lines, of exclude and of the selections, that no show of a case was decided by.
  std::vector<Line const*> untouched() const { return coverage_.untouched(catalogue_.plan); }

 private:
  CaseOutcome examine(ExpectedShow const& expected) {
    CaseOutcome outcome{.name = {}, .message = {}, .show = find(expected.show)};
    if (!outcome.show) {
      outcome.name = std::get<value::ShowRef>(expected.show).text();
      outcome.message = "there is no " + outcome.name + " among the shows";
      return outcome;
    }
    outcome.name = outcome.show->title.empty() ? "a show" : outcome.show->title;
    auto const judgement = judge(catalogue_.plan, *outcome.show);
    touch(judgement);
    Comparison comparison(catalogue_.plan, judgement);
    comparison.compare(expected);
    outcome.message = comparison.take();
    if (!outcome.passed()) outcome.message += " (" + reason(judgement, *outcome.show) + ")";
    return outcome;
  }

  CaseOutcome examine(ExpectedCount const& expected) {
    auto const& [verdict, selection, category, min, max] = expected.count;
    auto const count = static_cast<std::int64_t>(shows_that(expected.count));
    CaseOutcome outcome{.name = "count of"};
    if (verdict) outcome.name += " " + reflect::word_of(*verdict);
    if (selection) outcome.name += " by " + *selection;
    if (category) outcome.name += " for " + reflect::word_of(*category);
    if (!verdict && !selection && !category) outcome.name += " all";
    outcome.message = miscount(count, min, max);
    return outcome;
  }

  CaseOutcome examine(ExpectedOnly const& expected) {
    std::vector<std::string> words;
    for (auto const& verdict : expected.no_other_than) words.push_back(reflect::word_of(verdict));
    CaseOutcome outcome{.name = "no verdict but " + listed(words)};
    std::vector<std::string> others;
    reflect::for_each_enumerator<Verdict>([&](Verdict verdict, std::string_view name) {
      auto const shows = catalogue_.judged.counts.verdicts[static_cast<std::size_t>(verdict)];
      auto const& allowed = expected.no_other_than;
      if (shows > 0 && std::find(allowed.begin(), allowed.end(), verdict) == allowed.end())
        others.push_back(to_text(shows) + " " + std::string{name});
    });
    if (!others.empty()) outcome.message = "got " + listed(others);
    return outcome;
  }

  std::optional<Show> find(std::variant<value::ShowRef, Show> const& wanted) const {
    if (auto const* show = std::get_if<Show>(&wanted)) return *show;
    auto const& ref = std::get<value::ShowRef>(wanted);
    auto const rows = named_rows(std::span{&ref, 1}, catalogue_.table);
    for (auto const row : rows)
      if (catalogue_.table.gone()[row] == 0) return catalogue_.table.at(row);
    return std::nullopt;
  }

  std::size_t shows_that(CountOf const& wanted) const {
    auto const& [plan, table, judged] = catalogue_;
    std::size_t count = 0;
    for (std::size_t row = 0; row < table.size(); ++row) {
      auto const decision = judged.decisions.at(row);
      bool const decided = decision.selection != Decision::nobody;
      bool const counts =
          table.gone()[row] == 0 && (!wanted.verdict || decision.verdict == *wanted.verdict) &&
          (!wanted.reason || decision.category == *wanted.reason) &&
          (!wanted.selection ||
           (decided && plan.selections[decision.selection].name == *wanted.selection));
      count += counts ? 1 : 0;
    }
    return count;
  }

  /// What a list decided, no line did.
  void touch(Judgement const& judgement) {
    auto const& [decision, circumstances, exclude, selections] = judgement;
    if (decision.category == Category::never || circumstances.always) return;
    coverage_.touch(exclude, selections, decision.selection);
  }

  Catalogue const& catalogue_;
  Coverage coverage_;
};

}  // namespace sievarr::filter
