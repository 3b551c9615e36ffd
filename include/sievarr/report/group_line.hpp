#pragma once

#include <sievarr/base/stable_sort.hpp>
#include <sievarr/filter/browse/row_groups.hpp>

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <optional>
#include <string>
#include <vector>

namespace sievarr::report {

/// How many of some shows got each verdict, in the order of the verdicts.
using VerdictTallies = std::vector<std::uint32_t>;

inline VerdictTallies tallies_of(filter::VerdictCounts const& counts) {
  return {counts.begin(), counts.end()};
}

/// Shows that have a word in common.
struct GroupLine {
  std::optional<std::string> word;
  VerdictTallies verdicts;
};
BOOST_DESCRIBE_STRUCT(GroupLine, (), (word, verdicts))

constexpr auto notes_of(reflect::Of<GroupLine>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&GroupLine::word>{.text = "What they have in common; absent where it is unknown."},
      Note<&GroupLine::verdicts>{.text = "How many got each verdict."},
  };
}

/// Groups as charts show them: years in their order, all else with the largest first.
inline std::vector<GroupLine> group_lines(std::vector<filter::Group> groups, filter::GroupBy by) {
  auto const size = [](filter::Group const& group) {
    return std::accumulate(group.verdicts.begin(), group.verdicts.end(), std::uint32_t{0});
  };
  sievarr::stable_sort(groups, [&](auto const& a, auto const& b) {
    if (a.word.has_value() != b.word.has_value()) return a.word.has_value();
    if (by == filter::GroupBy::year) return a.word < b.word;
    return size(a) != size(b) ? size(a) > size(b) : a.word < b.word;
  });
  std::vector<GroupLine> lines;
  for (auto const& group : groups) lines.push_back({group.word, tallies_of(group.verdicts)});
  return lines;
}

}  // namespace sievarr::report
