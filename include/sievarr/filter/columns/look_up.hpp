#pragma once

#include <sievarr/filter/columns/columns.hpp>
#include <sievarr/filter/columns/day_rows.hpp>
#include <sievarr/filter/columns/panel.hpp>
#include <sievarr/filter/columns/title_rows.hpp>
#include <sievarr/filter/columns/word_rows.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace sievarr::filter {

/// One column, and the lanes for each of its codes: a row's lanes are the least of those that its
/// codes give. Days have so many codes that classes of them stand in between.
struct LookUp {
  std::uint16_t const* codes = nullptr;
  std::vector<Lanes> rows = {};
  std::vector<std::uint8_t> classes = {};
  std::vector<std::uint16_t> own_codes = {};

  Lanes of(std::size_t row) const {
    auto const code = codes[row];
    return rows[classes.empty() ? code : classes[code]];
  }
};

/// Makes the look-ups of a panel, one for each column that its lines ask about.
class LookUps {
 public:
  LookUps(Panel const& panel, Columns const& table, TitleHits& hits)
      : panel_(panel), table_(table) {
    for (std::size_t column = 0; column < table.columns(); ++column) add_column(column);
    add_titles(hits);
  }

  std::vector<LookUp> take() { return std::move(look_ups_); }

 private:
  using Criteria = std::map<Rank, std::vector<Asked>>;

  void add_column(std::size_t column) {
    auto const criteria = panel_.about_column(column);
    if (criteria.empty()) return;
    auto const reads = criteria.begin()->second.front().line->criterion->reads;
    if (reads == Reads::words) return add_words(column, criteria);
    for (auto const& [rank, asked] : criteria)
      reads == Reads::day ? add_days(column, asked) : add_numbers(column, asked);
  }

  /// Where all rows are irregular there are no codes, and so no rows of lanes.
  void add(std::size_t column, std::vector<Lanes> rows) {
    if (rows.empty()) rows.push_back(all_lanes(panel_.neutral()));
    look_ups_.push_back({.codes = table_.column(column).data(), .rows = std::move(rows)});
  }

  void add_words(std::size_t column, Criteria const& criteria) {
    auto const& sets = table_.meaning(column).words;
    std::vector<Lanes> rows(sets.size(), all_lanes(panel_.neutral()));
    for (auto const& [rank, asked] : criteria) {
      auto const look = asked.front().line->criterion->look;
      WordRows const words(asked, panel_.neutral(), sets.vocabulary(look.first));
      look.count == 1 ? merge_one(rows, sets, look.first, words)
                      : merge_several(rows, sets, look, words);
    }
    add(column, std::move(rows));
  }

  /// A criterion that reads one word of each set: what is said to each spelling is worked out once.
  void merge_one(std::vector<Lanes>& rows, WordSets const& sets, std::size_t place,
                 WordRows const& words) const {
    std::vector<Lanes> of_spelling;
    auto const spellings = sets.vocabulary(place).spellings();
    for (std::size_t spelling = 0; spelling < spellings; ++spelling)
      of_spelling.push_back(words.of(static_cast<std::uint16_t>(spelling)));
    for (std::size_t code = 0; code < rows.size(); ++code) {
      auto const spelling = sets[code][place];
      bool const absent = spelling == Vocabulary::absent;
      rows[code] = panel_.merged(rows[code], absent ? words.unknown() : of_spelling[spelling]);
    }
  }

  /// One that reads several, or all of a list, which is known to have none where it is empty.
  void merge_several(std::vector<Lanes>& rows, WordSets const& sets, Look look,
                     WordRows const& words) const {
    auto const absent = [](char16_t spelling) { return spelling == Vocabulary::absent; };
    for (std::size_t code = 0; code < rows.size(); ++code) {
      std::u16string_view set = sets[code];
      if (look.count > 0) set = set.substr(look.first, look.count);
      bool const unknown = look.count > 0 && std::all_of(set.begin(), set.end(), absent);
      rows[code] = panel_.merged(rows[code], unknown ? words.unknown() : words.of(set));
    }
  }

  void add_days(std::size_t column, std::vector<Asked> const& asked) {
    auto days = day_rows(asked, panel_.neutral());
    look_ups_.push_back({.codes = table_.column(column).data(),
                         .rows = std::move(days.rows),
                         .classes = std::move(days.classes)});
  }

  static Answer ask_number(Line const& line, std::optional<double> number) {
    if (auto const* const span = std::get_if<Span>(&line.test)) return ask(*span, number);
    return ask(std::get<FlagTest>(line.test), number ? KnownFlag{*number != 0} : KnownFlag{});
  }

  void add_numbers(std::size_t column, std::vector<Asked> const& asked) {
    auto const& numbers = table_.meaning(column).numbers;
    std::vector<Lanes> rows(numbers.size(), all_lanes(panel_.neutral()));
    for (std::size_t code = 0; code < rows.size(); ++code)
      for (auto const& [line, lane, replies] : asked)
        rows[code].set(lane, replies.of(ask_number(*line, numbers.number(code))));
    add(column, std::move(rows));
  }

  void add_titles(TitleHits& hits) {
    if (panel_.about(Reads::title).empty()) return;
    auto titles = title_rows(panel_, hits, table_.size());
    LookUp look_up{.rows = std::move(titles.rows), .own_codes = std::move(titles.codes)};
    look_up.codes = look_up.own_codes.data();
    look_ups_.push_back(std::move(look_up));
  }

  Panel const& panel_;
  Columns const& table_;
  std::vector<LookUp> look_ups_;
};

}  // namespace sievarr::filter
