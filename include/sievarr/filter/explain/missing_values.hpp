#pragma once

#include <sievarr/base/closest.hpp>
#include <sievarr/filter/browse/word_counts.hpp>
#include <sievarr/filter/columns/where_rows.hpp>
#include <sievarr/filter/explain/foreign_words.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Values that rules name and no row has.
namespace sievarr::filter {

/// Looks for such values in the lines of rules and says where they were written.
class MissingValues {
 public:
  MissingValues(Columns const& table, TitleHits& hits, document::Node const* document)
      : table_(table), hits_(hits), document_(document) {}

  void check(Line const& line) {
    std::vector<Line const*> leaves;
    collect_leaves(line, leaves);
    for (auto const* leaf : leaves) {
      if (auto const* words = std::get_if<Words>(&leaf->test)) check(*leaf, *words);
      if (auto const* titles = std::get_if<Titles>(&leaf->test)) check(*leaf, *titles);
    }
  }

  Problems take() { return std::move(problems_); }

 private:
  void check(Line const& line, Words const& words) {
    auto const& counts = counts_of(*line.criterion);
    for (auto const* terms : {&words.any, &words.all, &words.none})
      for (auto const& term : *terms) {
        auto const code = vocabulary_of(*line.criterion, table_).find(term);
        if (code && counts[*code].rows > 0) continue;
        // A word that there is not is told without any rows.
        if (is_foreign(*line.criterion, term)) continue;
        if (!is_in_irregular(rank_of(line), term)) report(line, term, counts);
      }
  }

  void check(Line const& line, Titles const& titles) {
    for (auto const* patterns : {&titles.any, &titles.none})
      for (auto const& pattern : *patterns)
        if (hits_.rows_of(pattern).empty())
          add(line, pattern.text(), "no title fits " + quoted(pattern.text()));
  }

  void report(Line const& line, Term const& term, std::vector<WordCount> const& counts) {
    auto const& nouns = line.criterion->rows;
    std::string const noun{nouns.one};
    auto& problem = add(line, term.text(),
                        "no " + noun + " has the " + std::string{line.criterion->called.noun} +
                            " " + quoted(term.text()));
    std::vector<std::string_view> names;
    for (auto const& count : counts)
      if (count.rows > 0) names.push_back(count.text);
    if (line.criterion->asks_for_countries) names.clear();  // Two letters are always near.
    auto const near = closest(term.text(), names);
    if (!near) return;
    auto const known = std::find_if(counts.begin(), counts.end(),
                                    [&](WordCount const& count) { return count.text == *near; });
    problem.message += ", did you mean " + quoted(*near) + " (" + to_text(known->rows) + " " +
                       std::string{known->rows == 1 ? nouns.one : nouns.many} + ")?";
    suggest_value(problem, std::string{*near});
  }

  Problem& add(Line const& line, std::string const& text, std::string message) {
    problems_.push_back(no_such_value(document_, line, text, std::move(message)));
    return problems_.back();
  }

  bool is_in_irregular(Rank rank, Term const& term) const {
    return std::any_of(table_.irregular().begin(), table_.irregular().end(),
                       [&](auto const& entry) {
                         return has(std::get<Known>(entry.second[index_of(rank)]).words, term);
                       });
  }

  std::vector<WordCount> const& counts_of(AskedCriterion const& criterion) {
    auto const [known, fresh] = counts_.try_emplace(criterion.rank);
    if (fresh) known->second = word_counts(criterion, table_);
    return known->second;
  }

  Columns const& table_;
  TitleHits& hits_;
  document::Node const* document_;
  std::map<Rank, std::vector<WordCount>> counts_;
  Problems problems_;
};

inline Problems missing_values(Rules rules, Columns const& table, TitleHits& hits,
                               document::Node const* document) {
  MissingValues missing(table, hits, document);
  for (auto const& line : rules.exclude) missing.check(line);
  for (auto const& compiled : rules.selections)
    for (auto const& line : compiled.lines) missing.check(line);
  return missing.take();
}

}  // namespace sievarr::filter
