#pragma once

#include <sievarr/base/text.hpp>
#include <sievarr/document/written.hpp>
#include <sievarr/filter/plan/line.hpp>
#include <sievarr/filter/subject/asked.hpp>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace sievarr::filter {

/// Turns the lines of one rule into something that can be asked, and says what is wrong with them.
class LineCompiler {
 public:
  LineCompiler(Date today, Problems& problems) : today_(today), problems_(problems) {}

  /// The lines that ask for something, in the order of their ranks.
  template <Subject S>
  std::vector<Line> compile(typename S::Criteria const& criteria, Written const& written) {
    std::vector<Line> lines;
    auto const* criterion = asked_criteria<S>.data();
    reflect::for_each_field<typename S::Criteria>([&](auto field) {
      auto const line = written.at(field.name);
      add_line(lines, *criterion++, test_for<S>(field.in(criteria), line), line);
    });
    return lines;
  }

  /// Whether a bound moves with the day.
  bool relative() const { return relative_; }

 private:
  using Test = decltype(Line::test);

  void add_line(std::vector<Line>& lines, AskedCriterion const& criterion, std::optional<Test> test,
                Written const& line) {
    if (test)
      lines.push_back({.criterion = &criterion,
                       .test = std::move(*test),
                       .unknown = UnknownPolicy::deny,
                       .path = line.path,
                       .place = line.place});
    else if (line && criterion.reads != Reads::branches && !document::is_null(*line.node) &&
             says_nothing(*line.node))
      add(line, "empty-line", "asks for nothing and is left out", Severity::hint);
  }

  void add(Written const& written, std::string_view code, std::string message,
           Severity severity = Severity::error) {
    problems_.push_back(written.problem(code, std::move(message), severity));
  }

  template <class T>
  std::vector<T> distinct(value::Set<T> const& items, Written const& written) {
    std::vector<T> kept;
    std::size_t index = 0;
    for (auto const& item : items) {
      if (std::find(kept.begin(), kept.end(), item) == kept.end())
        kept.push_back(item);
      else
        add(item_at(written, index), "repeated-value", quoted(item.text()) + " is named twice",
            Severity::hint);
      ++index;
    }
    return kept;
  }

  static Written item_at(Written const& written, std::size_t index) {
    auto item = written.at(index);
    return item ? item : written;
  }

  /// A part of a line that is written without its name is the line itself.
  static Written part(Written const& line, std::string_view name) {
    auto named = line.at(name);
    return named ? named : line;
  }

  template <class T>
  void check_contradiction(std::vector<T> const& wanted, std::vector<T> const& unwanted,
                           Written const& line) {
    for (auto const& each : wanted)
      if (std::find(unwanted.begin(), unwanted.end(), each) != unwanted.end())
        add(line, "contradiction", quoted(each.text()) + " is both wanted and unwanted",
            Severity::warning);
  }

  template <Subject S, class Kind>
  std::optional<Test> test_for(Kind const& kind, Written const& line) {
    if constexpr (reads_of<Kind> != Reads::branches)
      return test_of(kind, line);
    else
      return kind.has_value() ? std::optional<Test>{tree_of<S>(*kind, line)} : std::nullopt;
  }

  std::optional<Test> test_of(std::optional<bool> flag, Written const&) {
    if (flag) return FlagTest{.wanted = *flag};
    return std::nullopt;
  }

  std::optional<Test> test_of(SomeOf const& terms, Written const& line) {
    if (terms.empty()) return std::nullopt;
    Words words{.any = distinct(terms.any, part(line, "any")),
                .all = distinct(terms.all, part(line, "all")),
                .none = distinct(terms.none, part(line, "none"))};
    check_contradiction(words.any, words.none, line);
    check_contradiction(words.all, words.none, line);
    return words;
  }

  std::optional<Test> test_of(OneOf<Term> const& terms, Written const& line) {
    if (terms.empty()) return std::nullopt;
    Words words{.any = distinct(terms.any, part(line, "any")),
                .all = {},
                .none = distinct(terms.none, part(line, "none"))};
    check_contradiction(words.any, words.none, line);
    return words;
  }

  std::optional<Test> test_of(OneOf<Country> const& countries, Written const& line) {
    OneOf<Term> terms;
    for (auto const& country : countries.any) terms.any.push_back(Term{country.text()});
    for (auto const& country : countries.none) terms.none.push_back(Term{country.text()});
    return test_of(terms, line);
  }

  std::optional<Test> test_of(OneOf<value::Pattern> const& patterns, Written const& line) {
    if (patterns.empty()) return std::nullopt;
    Titles titles{.any = distinct(patterns.any, part(line, "any")),
                  .none = distinct(patterns.none, part(line, "none"))};
    check_contradiction(titles.any, titles.none, line);
    return titles;
  }

  std::optional<Test> test_of(Days const& days, Written const& line) {
    if (days.empty()) return std::nullopt;
    Window window;
    if (days.after) window.after = days.after->resolve(Edge::after, today_);
    if (days.before) window.before = days.before->resolve(Edge::before, today_);
    relative_ = relative_ || (days.after && days.after->relative()) ||
                (days.before && days.before->relative());
    if (window.after && window.before && *window.after > *window.before)
      add(line, "empty-range",
          "no day is both on or after " + to_text(*window.after) + " and on or before " +
              to_text(*window.before));
    return window;
  }

  template <class T>
  std::optional<Test> test_of(Between<T> const& between, Written const& line) {
    if (between.empty()) return std::nullopt;
    Span span;
    if (between.min) span.min = static_cast<double>(*between.min);
    if (between.max) span.max = static_cast<double>(*between.max);
    if (span.min && span.max && *span.min > *span.max)
      add(line, "empty-range",
          "no number is both at least " + to_text(*span.min) + " and at most " +
              to_text(*span.max));
    return span;
  }

  template <Subject S>
  Tree tree_of(ConditionOf<typename S::Criteria> const& condition, Written const& written) {
    return std::visit([&](auto const& chosen) { return tree_of<S>(chosen, written); },
                      condition.alternatives);
  }

  template <Subject S>
  Tree tree_of(typename S::Criteria const& leaf, Written const& written) {
    Tree tree{.kind = Tree::Kind::all, .branches = compile<S>(leaf, written)};
    if (tree.branches.empty()) refuse_empty(written);
    return tree;
  }

  template <Subject S>
  Tree tree_of(AnyOfThese<typename S::Criteria> const& any, Written const& written) {
    return branches_of<S>(Tree::Kind::any, any.any, part(written, "any"));
  }

  template <Subject S>
  Tree tree_of(AllOfThese<typename S::Criteria> const& all, Written const& written) {
    return branches_of<S>(Tree::Kind::all, all.all, part(written, "all"));
  }

  template <Subject S>
  Tree tree_of(NotThis<typename S::Criteria> const& negation, Written const& written) {
    Tree tree{.kind = Tree::Kind::not_, .branches = {}};
    if (negation.not_.has_value()) tree.branches = {branch<S>(*negation.not_, written.at("not"))};
    if (tree.branches.empty()) refuse_empty(part(written, "not"));
    return tree;
  }

  template <Subject S>
  Tree branches_of(Tree::Kind kind, value::Set<ConditionOf<typename S::Criteria>> const& conditions,
                   Written const& written) {
    Tree tree{.kind = kind, .branches = {}};
    std::size_t index = 0;
    for (auto const& condition : conditions)
      tree.branches.push_back(branch<S>(condition, written.at(index++)));
    if (tree.branches.empty()) refuse_empty(written);
    return tree;
  }

  /// A branch is a line of its own; a leaf with a single line is that line.
  template <Subject S>
  Line branch(ConditionOf<typename S::Criteria> const& condition, Written const& written) {
    auto tree = tree_of<S>(condition, written);
    bool const leaf = std::holds_alternative<typename S::Criteria>(condition.alternatives);
    if (leaf && tree.branches.size() == 1) return std::move(tree.branches.front());
    return {.criterion = &condition_of<S>,
            .test = std::move(tree),
            .unknown = UnknownPolicy::deny,
            .path = written.path,
            .place = written.place};
  }

  void refuse_empty(Written const& written) {
    add(written, "empty-condition",
        "an empty condition decides nothing, write a criterion or remove it");
  }

  Date today_;
  Problems& problems_;
  bool relative_ = false;
};

}  // namespace sievarr::filter
