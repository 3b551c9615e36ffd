#pragma once

#include <sievarr/base/closest.hpp>
#include <sievarr/base/text.hpp>
#include <sievarr/filter/columns/where_rows.hpp>
#include <sievarr/filter/explain/written_value.hpp>
#include <sievarr/filter/plan/rules.hpp>

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

/// Words that rules name although there is no such word, which can be told without any rows.
namespace sievarr::filter {

/// Whether a word is one of those that there are, where those are known.
inline bool is_foreign(AskedCriterion const& criterion, Term const& term) {
  auto const known = criterion.called.words;
  return !known.empty() && std::none_of(known.begin(), known.end(), [&](std::string_view word) {
    return same_text(word, term.text());
  });
}

/// Says of words that there are none like them, with what was meant or with all that there are.
class ForeignWords {
 public:
  ForeignWords(std::span<AskedCriterion const> criteria, document::Node const* document)
      : criteria_(criteria), document_(document) {}

  void check(std::span<Line const> lines) {
    for (auto const& line : lines) {
      std::vector<Line const*> leaves;
      collect_leaves(line, leaves);
      for (auto const* const leaf : leaves)
        if (auto const* const words = std::get_if<Words>(&leaf->test)) check(*leaf, *words);
    }
  }

  Problems take() { return std::move(problems_); }

 private:
  void check(Line const& line, Words const& words) {
    for (auto const* const terms : {&words.any, &words.all, &words.none})
      for (auto const& term : *terms)
        if (is_foreign(*line.criterion, term)) report(line, term);
  }

  void report(Line const& line, Term const& term) {
    auto const& called = line.criterion->called;
    auto problem =
        no_such_value(document_, line, term.text(),
                      "TVMaze has no " + std::string{called.noun} + " " + quoted(term.text()));
    if (auto const near = closest(term.text(), called.words)) {
      problem.message += ", did you mean " + quoted(*near) + "?";
      suggest_value(problem, std::string{*near});
    } else if (auto const* const other = owner_of(term)) {
      problem.message += ", did you mean the " + std::string{other->called.noun} + "?";
    } else {
      problem.message += ", known here: " + listed(called.words, ",");
    }
    problems_.push_back(std::move(problem));
  }

  /// The other criterion that has such a word.
  AskedCriterion const* owner_of(Term const& term) const {
    for (auto const& each : criteria_)
      if (!each.called.words.empty() && !is_foreign(each, term)) return &each;
    return nullptr;
  }

  std::span<AskedCriterion const> criteria_;
  document::Node const* document_;
  Problems problems_;
};

/// All of them in the lines of rules about a subject with these criteria.
inline Problems foreign_words(Rules rules, std::span<AskedCriterion const> criteria,
                              document::Node const* document) {
  ForeignWords foreign(criteria, document);
  foreign.check(rules.exclude);
  for (auto const& compiled : rules.selections) foreign.check(compiled.lines);
  return foreign.take();
}

}  // namespace sievarr::filter
