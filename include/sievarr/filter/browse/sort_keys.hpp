#pragma once

#include <sievarr/filter/columns/judge_all.hpp>
#include <sievarr/filter/columns/representatives.hpp>
#include <sievarr/reflect/describe.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace sievarr::filter {

/// What shows can be sorted by.
BOOST_DEFINE_ENUM_CLASS(SortBy, id, title, premiered, ended, rating, runtime, popularity, verdict,
                        category, type, language, country, status, network, genres)

/// A number for each row, in the order in which the rows are wanted.
using SortKeys = std::vector<std::uint64_t>;

/// The key of what is not known; it comes last whichever way is sorted.
inline constexpr std::uint64_t unknown_key = std::numeric_limits<std::uint64_t>::max();

/// A number as a key: smaller numbers have smaller keys, below zero too.
inline std::uint64_t key_of(std::optional<double> number) {
  if (!number || *number != *number) return unknown_key;
  constexpr std::uint64_t sign = std::uint64_t{1} << 63U;
  std::uint64_t bits = 0;
  auto const value = *number == 0 ? 0.0 : *number;
  std::memcpy(&bits, &value, sizeof bits);
  return (bits & sign) != 0 ? ~bits : bits | sign;
}

/// Texts in their order, so that each has a number.
class TextKeys {
 public:
  void add(std::optional<std::string> const& text) {
    if (text) texts_.push_back(fold(trimmed(*text)));
  }
  void sort() {
    std::sort(texts_.begin(), texts_.end());
    texts_.erase(std::unique(texts_.begin(), texts_.end()), texts_.end());
  }
  std::uint64_t key_of(std::optional<std::string> const& text) const {
    if (!text) return unknown_key;
    auto const at = std::lower_bound(texts_.begin(), texts_.end(), fold(trimmed(*text)));
    return static_cast<std::uint64_t>(at - texts_.begin());
  }

 private:
  std::vector<std::string> texts_;
};

/// What a show has under a heading that is sorted as text.
inline std::optional<std::string> sorted_text(SortBy by, Show const& show) {
  switch (by) {
    case SortBy::type: return show.type;
    case SortBy::language: return show.language;
    case SortBy::country: return show.country;
    case SortBy::status: return show.status;
    case SortBy::network: return show.network ? show.network : show.web_channel;
    case SortBy::genres:
      return show.genres.empty() ? std::nullopt : std::optional{listed(show.genres, ",")};
    default: return show.title;
  }
}

inline std::optional<double> days_of(std::optional<Date> const& day) {
  if (!day) return std::nullopt;
  return static_cast<double>(day->time_since_epoch().count());
}

/// What a show has under a heading that is sorted as a number. An end is one only once it has come.
inline std::optional<double> sorted_number(SortBy by, Show const& show) {
  switch (by) {
    case SortBy::premiered: return days_of(show.premiered);
    case SortBy::ended: return days_of(has_ended(show) ? show.ended : std::nullopt);
    case SortBy::rating: return show.rating;
    case SortBy::runtime: return runtime_of(show);
    default: return show.weight;
  }
}

/// The column in which a heading is found; none for the title and for what was judged.
inline std::optional<Column> column_of(SortBy by) {
  switch (by) {
    case SortBy::premiered: return Column::premiered;
    case SortBy::ended: return Column::ended;
    case SortBy::rating: return Column::rating;
    case SortBy::runtime: return Column::runtime;
    case SortBy::popularity: return Column::weight;
    case SortBy::network: return Column::networks;
    case SortBy::genres: return Column::genres;
    case SortBy::type:
    case SortBy::language:
    case SortBy::country:
    case SortBy::status: return Column::kind;
    default: return std::nullopt;
  }
}

/// Works out the keys of all rows of a table. Rows with one code have one key.
class SortKeyMaker {
 public:
  SortKeyMaker(Table const& table, Decisions const& decisions)
      : table_(table), decisions_(decisions) {}

  SortKeys keys(SortBy by) const {
    if (by == SortBy::title) return titles();
    if (auto const column = column_of(by)) return of_column(by, *column);
    SortKeys keys(table_.size());
    for (std::size_t row = 0; row < keys.size(); ++row) {
      if (by == SortBy::verdict) keys[row] = decisions_.verdict[row];
      if (by == SortBy::category) keys[row] = decisions_.category[row];
      if (by == SortBy::id) keys[row] = key_of(static_cast<double>(table_.ids()[row]));
    }
    return keys;
  }

 private:
  SortKeys titles() const {
    auto const& titles = table_.folded_titles();
    std::vector<std::uint32_t> order(titles.size());
    for (std::size_t row = 0; row < order.size(); ++row)
      order[row] = static_cast<std::uint32_t>(row);
    std::sort(order.begin(), order.end(),
              [&](std::uint32_t a, std::uint32_t b) { return titles[a] < titles[b]; });
    SortKeys keys(order.size());
    std::uint64_t key = 0;
    for (std::size_t at = 0; at < order.size(); ++at) {
      if (at > 0 && titles[order[at]] != titles[order[at - 1]]) ++key;
      keys[order[at]] = key;
    }
    return keys;
  }

  SortKeys of_column(SortBy by, Column column) const {
    auto const representatives = speakers_of(table_, column);
    auto const keys = keys_of(by, column, representatives.shows);
    SortKeys spread(table_.size());
    for (std::size_t row = 0; row < spread.size(); ++row)
      spread[row] = keys[representatives.of_row[row]];
    return spread;
  }

  static SortKeys keys_of(SortBy by, Column column, std::vector<Show> const& shows) {
    bool const words =
        column == Column::kind || column == Column::networks || column == Column::genres;
    TextKeys texts;
    if (words)
      for (auto const& show : shows) texts.add(sorted_text(by, show));
    texts.sort();
    SortKeys keys;
    for (auto const& show : shows)
      keys.push_back(words ? texts.key_of(sorted_text(by, show)) : key_of(sorted_number(by, show)));
    return keys;
  }

  Table const& table_;
  Decisions const& decisions_;
};

}  // namespace sievarr::filter
