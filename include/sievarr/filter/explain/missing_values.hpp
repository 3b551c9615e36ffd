#pragma once

#include <sievarr/base/closest.hpp>
#include <sievarr/document/path.hpp>
#include <sievarr/filter/browse/word_counts.hpp>
#include <sievarr/filter/columns/where_rows.hpp>
#include <sievarr/filter/language/country.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Values that a filter names and no show has.
namespace sievarr::filter {

inline std::string_view noun_of(Criterion criterion) {
  switch (criterion) {
    case Criterion::genres: return "genre";
    case Criterion::types: return "type";
    case Criterion::languages: return "language";
    case Criterion::countries: return "country";
    case Criterion::networks: return "network";
    default: return "status";
  }
}

/// Looks for such values in the lines of a plan and says where they were written.
class MissingValues {
 public:
  MissingValues(Table const& table, TitleHits& hits, document::Node const* document)
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
    auto const& counts = counts_of(line.criterion);
    for (auto const* terms : {&words.any, &words.all, &words.none})
      for (auto const& term : *terms) {
        auto const code = vocabulary_of(line.criterion, table_).find(term);
        if (code && counts[*code].shows > 0) continue;
        if (!in_strange(line.criterion, term)) report(line, term, counts);
      }
  }

  void check(Line const& line, Titles const& titles) {
    for (auto const* patterns : {&titles.any, &titles.none})
      for (auto const& pattern : *patterns)
        if (hits_.rows_of(pattern).empty())
          add(line, pattern.text(), "no title fits " + quoted(pattern.text()));
  }

  void report(Line const& line, Term const& term, std::vector<WordCount> const& counts) {
    auto& problem =
        add(line, term.text(),
            "no show has the " + std::string{noun_of(line.criterion)} + " " + quoted(term.text()));
    std::vector<std::string_view> names;
    for (auto const& count : counts)
      if (count.shows > 0) names.push_back(count.text);
    if (line.criterion == Criterion::countries) names.clear();  // Two letters are always near.
    auto const near = closest(term.text(), names);
    if (!near) return;
    auto const known = std::find_if(counts.begin(), counts.end(),
                                    [&](WordCount const& count) { return count.text == *near; });
    problem.message += ", did you mean " + quoted(*near) + " (" + to_text(known->shows) +
                       (known->shows == 1 ? " show)?" : " shows)?");
    if (problem.place.line > 0 && problem.place.end > problem.place.begin)
      problem.fix.push_back({problem.place.begin, problem.place.end, std::string{*near}});
  }

  Problem& add(Line const& line, std::string const& text, std::string message) {
    auto const* value = written_value(line, text);
    problems_.push_back({.place = value ? value->place : line.place,
                         .path = line.path,
                         .message = std::move(message),
                         .code = "no-such-value",
                         .severity = Severity::warning,
                         .fix = {}});
    return problems_.back();
  }

  /// The scalar that names a value below a line.
  document::Node const* written_value(Line const& line, std::string const& text) const {
    if (!document_) return nullptr;
    auto const path = document::read_path(line.path);
    auto const* node = path ? document::find(*document_, *path) : nullptr;
    return node ? find_scalar(*node, line.criterion, text) : nullptr;
  }

  static document::Node const* find_scalar(document::Node const& node, Criterion criterion,
                                           std::string const& text) {
    if (auto const* scalar = document::scalar(node)) {
      if (same_text(scalar->text, text)) return &node;
      if (criterion != Criterion::countries) return nullptr;
      auto const country = Country::read(scalar->text);
      return country && country->text() == text ? &node : nullptr;
    }
    if (auto const* items = document::sequence(node))
      for (auto const& item : *items)
        if (auto const* found = find_scalar(item, criterion, text)) return found;
    if (auto const* members = document::mapping(node))
      for (auto const& member : *members)
        if (auto const* found = find_scalar(member.value, criterion, text)) return found;
    return nullptr;
  }

  bool in_strange(Criterion criterion, Term const& term) const {
    return std::any_of(
        table_.irregular().begin(), table_.irregular().end(),
        [&](auto const& entry) { return has(words_of(criterion, entry.second).words, term); });
  }

  std::vector<WordCount> const& counts_of(Criterion criterion) {
    auto const [known, fresh] = counts_.try_emplace(criterion);
    if (fresh) known->second = word_counts(criterion, table_);
    return known->second;
  }

  Table const& table_;
  TitleHits& hits_;
  document::Node const* document_;
  std::map<Criterion, std::vector<WordCount>> counts_;
  Problems problems_;
};

inline Problems missing_values(Plan const& plan, Table const& table, TitleHits& hits,
                               document::Node const* document) {
  MissingValues missing(table, hits, document);
  for (auto const& line : plan.exclude) missing.check(line);
  for (auto const& compiled : plan.selections)
    for (auto const& line : compiled.lines) missing.check(line);
  return missing.take();
}

}  // namespace sievarr::filter
