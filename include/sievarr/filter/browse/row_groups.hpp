#pragma once

#include <sievarr/base/year.hpp>
#include <sievarr/filter/columns/decisions.hpp>
#include <sievarr/filter/columns/representatives.hpp>
#include <sievarr/reflect/describe.hpp>

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace sievarr::filter {

/// What shows can be grouped by.
BOOST_DEFINE_ENUM_CLASS(GroupBy, year, genre, type, language, country, network, status)

inline Column column_of(GroupBy by) {
  switch (by) {
    case GroupBy::year: return Column::premiered;
    case GroupBy::genre: return Column::genres;
    case GroupBy::network: return Column::networks;
    default: return Column::kind;
  }
}

/// The words under which a show is counted; a show may have several genres, or none.
inline std::vector<std::string> group_words(GroupBy by, Show const& show) {
  auto const one = [](std::optional<std::string> const& word) {
    return word ? std::vector{*word} : std::vector<std::string>{};
  };
  switch (by) {
    case GroupBy::year:
      if (auto const year = year_of(show.premiered)) return {to_text(*year)};
      return {};
    case GroupBy::genre: return show.genres;
    case GroupBy::network: return one(show.network ? show.network : show.web_channel);
    case GroupBy::type: return one(show.type);
    case GroupBy::language: return one(show.language);
    case GroupBy::country: return one(show.country);
    default: return one(show.status);
  }
}

/// The verdicts of shows that have something in common.
struct Group {
  std::optional<std::string> word;  ///< None for the shows that have no such word.
  VerdictCounts verdicts{};
};

/// The verdicts of the shows behind each speaker; shows that are gone do not count.
inline std::vector<VerdictCounts> verdicts_of(Representatives const& representatives,
                                              Table const& table, Decisions const& decisions) {
  std::vector<VerdictCounts> counts(representatives.shows.size());
  for (std::size_t row = 0; row < decisions.size(); ++row)
    if (table.gone()[row] == 0) ++counts[representatives.of_row[row]][decisions.verdict[row]];
  return counts;
}

inline void add_to(VerdictCounts& sum, VerdictCounts const& more) {
  for (std::size_t at = 0; at < sum.size(); ++at) sum[at] += more[at];
}

inline bool is_empty(VerdictCounts const& counts) { return counts == VerdictCounts{}; }

/// Sorts the rows of a table into groups once, to count the verdicts as often as they change.
class RowGroups {
 public:
  RowGroups(Table const& table, GroupBy by) : representatives_(speakers_of(table, column_of(by))) {
    std::map<std::string, std::uint32_t> known;
    for (auto const& show : representatives_.shows) {
      auto& mine = groups_.emplace_back();
      for (auto const& word : group_words(by, show)) {
        auto const [at, fresh] = known.emplace(fold(trimmed(word)), words_.size());
        if (fresh) words_.emplace_back(trimmed(word));
        mine.push_back(at->second);
      }
    }
  }

  /// Groups that have shows, the one without a word last.
  std::vector<Group> count(Table const& table, Decisions const& decisions) const {
    auto const counts = verdicts_of(representatives_, table, decisions);
    std::vector<Group> groups(words_.size() + 1);
    for (std::size_t at = 0; at < words_.size(); ++at) groups[at].word = words_[at];
    for (std::size_t speaker = 0; speaker < counts.size(); ++speaker) {
      for (auto const group : groups_[speaker]) add_to(groups[group].verdicts, counts[speaker]);
      if (groups_[speaker].empty()) add_to(groups.back().verdicts, counts[speaker]);
    }
    std::erase_if(groups, [](Group const& group) { return is_empty(group.verdicts); });
    return groups;
  }

 private:
  Representatives representatives_;
  std::vector<std::vector<std::uint32_t>> groups_;  // Of each speaker.
  std::vector<std::string> words_;                  // Of each group.
};

}  // namespace sievarr::filter
