#pragma once

#include <sievarr/api/list.hpp>
#include <sievarr/api/list_condition.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace sievarr::api {

/// Some of the lines that were asked for.
template <class Line>
struct ListPage {
  std::vector<Line> lines = {};
  std::int64_t total = 0;
  std::optional<std::int64_t> next = {};
};

/// A query of a list that was understood: which lines it wants, in which order, from which on.
template <class Line>
class ListSearch {
 public:
  /// The key is the first field that its description calls so; lists go by it in their usual
  /// direction, unless they are asked for another order.
  static Checked<ListSearch> read(ListQuery const& query, Direction usual) {
    ListSearch search(query, usual);
    if (!search.problems_.empty()) return std::move(search.problems_);
    return search;
  }

  /// Whether nothing is asked but a page of all lines, in the order of their keys.
  bool is_plain() const { return conditions_.empty() && words_.empty() && sort_ == key_; }
  Direction direction() const { return direction_; }
  std::size_t limit() const { return limit_; }
  std::optional<std::int64_t> after() const { return after_; }

  bool wants(Line const& line) const {
    return std::all_of(conditions_.begin(), conditions_.end(),
                       [&](auto const& each) { return each.met_by(values(line, each.field)); }) &&
           (words_.empty() || says(line));
  }

  /// The page, where lines are only as many as it needs and one more, in their order.
  ListPage<Line> page(std::vector<Line> lines, std::int64_t total) const {
    ListPage<Line> page{.lines = std::move(lines), .total = total};
    if (page.lines.size() <= limit_) return page;
    page.lines.erase(page.lines.begin() + static_cast<std::ptrdiff_t>(limit_), page.lines.end());
    page.next = key_of(page.lines.back());
    return page;
  }

  /// Cuts the page out of all lines that there are; none where its place is not among them.
  std::optional<ListPage<Line>> page(std::vector<Line> lines) const {
    std::optional<Sorted> place;
    std::vector<Sorted> found;
    for (std::size_t at = 0; at < lines.size(); ++at) {
      auto sorted = this->sorted(lines[at], at);
      if (after_ && sorted.key == *after_) place = sorted;
      if (wants(lines[at])) found.push_back(std::move(sorted));
    }
    if (after_ && !place && sort_ != key_) return std::nullopt;
    if (after_ && !place) place = Sorted{.key = *after_, .value = static_cast<double>(*after_)};
    ListPage<Line> page{.total = static_cast<std::int64_t>(found.size())};
    if (place) std::erase_if(found, [&](auto const& each) { return !is_before(*place, each); });
    auto const shown = std::min(limit_, found.size());
    std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(shown),
                      found.end(), [&](auto const& a, auto const& b) { return is_before(a, b); });
    if (found.size() > shown) page.next = found[shown - 1].key;
    for (std::size_t at = 0; at < shown; ++at) page.lines.push_back(std::move(lines[found[at].at]));
    return page;
  }

 private:
  /// What a line is put in order by.
  struct Sorted {
    std::int64_t key = 0;
    std::optional<ListValue> value = {};
    std::size_t at = 0;
  };

  ListSearch(ListQuery const& query, Direction usual)
      : fields_(list_fields<Line>()),
        direction_(query.direction.value_or(query.sort ? Direction::ascending : usual)),
        limit_(static_cast<std::size_t>(int{query.limit})),
        after_(query.after),
        words_(fold(query.search.value_or(""))) {
    while (!fields_[key_].key) ++key_;
    sort_ = key_;
    if (query.sort) read_into(sort_, "sort", *query.sort);
    for (auto const& [name, wanted] : query.where) read_condition(name, wanted);
  }

  void add_problem(std::string path, Misfit misfit) {
    problems_.push_back({.place = {.source = "query"},
                         .path = std::move(path),
                         .message = std::move(misfit.message),
                         .code = misfit.code,
                         .fix = {}});
  }

  bool read_into(std::size_t& place, std::string const& path, std::string const& name) {
    auto field = find_list_field(fields_, name);
    if (field)
      place = *field;
    else
      add_problem(path, std::move(field.error()));
    return bool{field};
  }

  void read_condition(std::string const& name, std::vector<std::string> const& wanted) {
    ListCondition condition;
    auto const path = "where." + name;
    if (!read_into(condition.field, path, name)) return;
    ListConditionReader const reader(fields_[condition.field]);
    for (auto const& text : wanted) {
      auto range = reader.range(text);
      if (text.empty())
        condition.absent = true;
      else if (range)
        condition.ranges.push_back(*std::move(range));
      else
        add_problem(path, std::move(range.error()));
    }
    conditions_.push_back(std::move(condition));
  }

  std::vector<ListValue> values(Line const& line, std::size_t field) const {
    std::vector<ListValue> all;
    fields_[field].values(line, all);
    return all;
  }

  bool says(Line const& line) const {
    for (std::size_t field = 0; field < fields_.size(); ++field) {
      if (fields_[field].kind != ListKind::text) continue;
      for (auto const& value : values(line, field))
        if (fold(std::get<std::string>(value)).find(words_) != std::string::npos) return true;
    }
    return false;
  }

  std::int64_t key_of(Line const& line) const {
    return static_cast<std::int64_t>(std::get<double>(values(line, key_).front()));
  }

  Sorted sorted(Line const& line, std::size_t at) const {
    Sorted place{.key = key_of(line), .at = at};
    auto by = values(line, sort_);
    if (by.empty()) return place;
    // What people call the same but for capitals stands together.
    if (fields_[sort_].kind == ListKind::text) by.front() = fold(std::get<std::string>(by.front()));
    place.value = std::move(by.front());
    return place;
  }

  /// Lines without a value come last in both directions.
  bool is_before(Sorted const& a, Sorted const& b) const {
    bool const rises = direction_ == Direction::ascending;
    if (a.value.has_value() != b.value.has_value()) return a.value.has_value();
    if (a.value != b.value) return rises ? *a.value < *b.value : *b.value < *a.value;
    return rises ? a.key < b.key : b.key < a.key;
  }

  std::vector<ListField<Line>> fields_;
  std::vector<ListCondition> conditions_;
  Problems problems_;
  std::size_t key_ = 0;
  std::size_t sort_ = 0;
  Direction direction_;
  std::size_t limit_;
  std::optional<std::int64_t> after_;
  std::string words_;  ///< Folded.
};

}  // namespace sievarr::api
