#pragma once

#include <sievarr/filter/browse/row_order.hpp>
#include <sievarr/value/bounded.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

/// How lists are asked for, all of them: which lines, in which order, and how many.
namespace sievarr::api {

using filter::Direction;

using Limit = value::Bounded<int, 1, 1000, 100>;

/// Which lines of a list, in which order, and how many of them. What a line has, it can be found
/// and sorted by.
struct ListQuery {
  std::optional<std::string> search;
  std::map<std::string, std::vector<std::string>> where;
  std::optional<std::string> sort;
  std::optional<Direction> direction;
  Limit limit;
  std::optional<std::int64_t> after;
};
BOOST_DESCRIBE_STRUCT(ListQuery, (), (search, where, sort, direction, limit, after))

constexpr auto notes_of(reflect::Of<ListQuery>) {
  using reflect::Note;
  using Q = ListQuery;
  return reflect::Notes{
      Note<&Q::search>{.text = "A part of any text of a line.", .example = "severance"},
      Note<&Q::where>{.text = "What fields of a line must be: `where.FIELD=VALUE`, several times "
                              "for one of several values. Numbers, days and times may be ranges: "
                              "`7..`, `..2026-01-31`, `3..5`. Nothing behind the sign means that "
                              "the field is absent."},
      Note<&Q::sort>{.text = "The field by which lines are put in order; those without one come "
                             "last.",
                     .example = "rating"},
      Note<&Q::direction>{.text = "Which of them come first."},
      Note<&Q::limit>{.text = "How many at most."},
      Note<&Q::after>{.text = "Where to go on: what the last answer calls next.",
                      .example = "44933"},
  };
}

}  // namespace sievarr::api
