#pragma once

#include <sievarr/base/closest.hpp>
#include <sievarr/base/text.hpp>
#include <sievarr/filter/columns/table.hpp>
#include <sievarr/filter/plan/judge.hpp>
#include <sievarr/value/show_ref.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sievarr::filter {

/// The shows that a person may mean by a few words.
struct Meant {
  std::vector<std::size_t> rows = {};  ///< In the order of the table; more than one is a question.
  std::vector<std::size_t> near = {};  ///< Where there are none: titles that are nearly the same.
};

/// Finds shows by what people call them: 44933, tvmaze:44933, tvdb:371980, tt11280740, or a title
/// or a part of one, without regard to case.
class Finder {
 public:
  static constexpr std::size_t most_near = 3;

  explicit Finder(Table const& table) : table_(table) {}

  Meant find(std::string_view text) const {
    text = trimmed(text);
    if (text.empty() || first_invalid_utf8(text)) return {};
    auto const ref = value::ShowRef::read(text);
    if (ref) return {.rows = rows_named(*ref)};
    auto const folded = fold(text);
    Meant meant;
    // A number may be that of a show and the title of another.
    auto const bare = value::ShowRef::read(ref.error().instead);
    if (bare) meant.rows = rows_named(*bare);
    for (auto const row : titled(folded, Match::whole))
      if (std::find(meant.rows.begin(), meant.rows.end(), row) == meant.rows.end())
        meant.rows.push_back(row);
    if (meant.rows.empty()) meant.rows = titled(folded, Match::part);
    if (meant.rows.empty()) meant.near = near(folded);
    return meant;
  }

  /// The show with that id and all whose title has the text: what a list that is being searched
  /// should show.
  std::vector<std::size_t> rows_with(std::string_view text) const {
    text = trimmed(text);
    if (text.empty() || first_invalid_utf8(text)) return {};
    auto const ref = value::ShowRef::read(text);
    if (ref) return rows_named(*ref);
    auto rows = titled(fold(text), Match::part);
    auto const bare = value::ShowRef::read(ref.error().instead);
    if (!bare) return rows;
    for (auto const row : rows_named(*bare))
      if (std::find(rows.begin(), rows.end(), row) == rows.end()) rows.push_back(row);
    return rows;
  }

 private:
  enum class Match : bool { whole, part };

  std::vector<std::size_t> rows_named(value::ShowRef const& ref) const {
    using In = value::ShowRef::Catalogue;
    std::vector<std::size_t> rows;
    if (ref.catalogue() == In::tvmaze) {
      if (auto const row = table_.find(ref.number())) rows.push_back(*row);
      return rows;
    }
    auto const add = [&](std::size_t row, auto const& id) {
      if (id == ref.number()) rows.push_back(row);
    };
    for (std::size_t row = 0; row < table_.size(); ++row) {
      if (table_.is_irregular(row)) continue;
      ref.catalogue() == In::tvdb ? add(row, tvdb_numbers(table_)[row])
                                  : add(row, ImdbCode::number(imdb_codes(table_)[row]));
    }
    for (auto const& [row, show] : table_.irregular_rows())
      if (names(std::vector{ref}, show)) rows.push_back(row);
    return rows;
  }

  std::vector<std::size_t> titled(std::string_view folded, Match match) const {
    auto const& titles = table_.folded_titles();
    std::vector<std::size_t> rows;
    for (auto at = titles.text().find(folded); at != std::string_view::npos;
         at = titles.text().find(folded, at)) {
      auto const row = titles.row_at(at);
      if (match == Match::part || titles[row] == folded) rows.push_back(row);
      at = titles.end_of(row);
    }
    return rows;
  }

  /// How far a text is from a title or from the words of it that are nearest.
  static std::size_t least_distance(std::u32string_view wanted, std::u32string_view title,
                                    std::size_t enough) {
    auto const words = std::count(wanted.begin(), wanted.end(), U' ') + 1;
    auto least = distance(wanted, title, enough);
    for (std::size_t begin = 0; begin < title.size() && least > 0;) {
      auto end = begin;
      for (auto left = words; left > 0 && end < title.size(); --left)
        end = std::min(title.find(U' ', end + 1), title.size());
      least = distance(wanted, title.substr(begin, end - begin), least);
      begin = std::min(title.find(U' ', begin + 1), title.size() - 1) + 1;
    }
    return least;
  }

  std::vector<std::size_t> near(std::string_view folded) const {
    auto const wanted = letters_of(folded);
    auto const enough = allowed_slips(wanted.size()) + 1;
    std::vector<std::pair<std::size_t, std::size_t>> found;
    for (std::size_t row = 0; row < table_.size(); ++row) {
      auto const title = table_.folded_titles()[row];
      if (title.size() > 4 * longest_compared) continue;
      auto const slips = least_distance(wanted, letters_of(title), enough);
      if (slips < enough) found.emplace_back(slips, row);
    }
    std::sort(found.begin(), found.end());
    if (found.size() > most_near) found.resize(most_near);
    std::vector<std::size_t> rows;
    for (auto const& each : found) rows.push_back(each.second);
    return rows;
  }

  Table const& table_;
};

}  // namespace sievarr::filter
