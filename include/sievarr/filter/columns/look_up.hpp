#pragma once

#include <sievarr/filter/columns/day_rows.hpp>
#include <sievarr/filter/columns/panel.hpp>
#include <sievarr/filter/columns/table.hpp>
#include <sievarr/filter/columns/title_rows.hpp>
#include <sievarr/filter/columns/word_rows.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace sievarr::filter {

/// One column, and the lanes for each of its codes: a show's lanes are the least of those that its
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
  LookUps(Panel const& panel, Table const& table, TitleHits& hits)
      : panel_(panel), table_(table), hits_(hits) {
    add_kinds();
    add_genres();
    add_networks();
    add_days(Column::premiered, Criterion::premiered);
    add_days(Column::ended, Criterion::ended);
    add_numbers(Column::rating, Criterion::rating, table.meanings().ratings,
                [](NumberCode const& code) { return unpack(code); });
    add_numbers(Column::runtime, Criterion::runtime, table.meanings().runtimes,
                [](Meanings::Runtimes const& code) {
                  auto const runtime = narrowed(code[0]);
                  return std::optional<double>{runtime ? runtime : narrowed(code[1])};
                });
    add_numbers(Column::weight, Criterion::popularity, table.meanings().weights,
                [](std::int64_t code) { return std::optional<double>{narrowed(code)}; });
    add_titles();
  }

  std::vector<LookUp> take() { return std::move(look_ups_); }

 private:
  /// Rows where the table has irregular shows only are not in any dictionary.
  void add(Column column, std::vector<Lanes> rows) {
    if (rows.empty()) rows.push_back(all_lanes(panel_.neutral()));
    look_ups_.push_back({.codes = table_.column(column).data(), .rows = std::move(rows)});
  }

  void add_kinds() {
    static constexpr std::array criteria{Criterion::types, Criterion::languages,
                                         Criterion::countries, Criterion::status};
    auto const& meanings = table_.meanings();
    std::vector<Lanes> rows(meanings.kinds.size(), all_lanes(panel_.neutral()));
    bool any = false;
    for (std::size_t at = 0; at < criteria.size(); ++at) {
      auto const asked = panel_.about(criteria[at]);
      if (asked.empty()) continue;
      any = true;
      auto const& vocabulary = meanings.kind_words[at];
      WordRows const words(asked, panel_.neutral(), vocabulary);
      std::vector<Lanes> of_spelling;
      for (std::size_t spelling = 0; spelling < vocabulary.spellings(); ++spelling)
        of_spelling.push_back(words.of(static_cast<std::uint16_t>(spelling)));
      for (std::size_t kind = 0; kind < rows.size(); ++kind) {
        auto const spelling = meanings.kinds[kind][at];
        bool const absent = spelling == Vocabulary::absent;
        rows[kind] = panel_.merged(rows[kind], absent ? words.unknown() : of_spelling[spelling]);
      }
    }
    if (any) add(Column::kind, std::move(rows));
  }

  void add_genres() {
    auto const asked = panel_.about(Criterion::genres);
    if (asked.empty()) return;
    WordRows const words(asked, panel_.neutral(), table_.meanings().genre_words);
    std::vector<Lanes> rows;
    rows.reserve(table_.meanings().genres.size());
    for (auto const& genres : table_.meanings().genres) rows.push_back(words.of(genres));
    add(Column::genres, std::move(rows));
  }

  void add_networks() {
    auto const asked = panel_.about(Criterion::networks);
    if (asked.empty()) return;
    WordRows const words(asked, panel_.neutral(), table_.meanings().network_words);
    std::vector<Lanes> rows;
    rows.reserve(table_.meanings().networks.size());
    for (auto const& pair : table_.meanings().networks) {
      bool const absent = pair[0] == Vocabulary::absent && pair[1] == Vocabulary::absent;
      rows.push_back(absent ? words.unknown() : words.of(pair));
    }
    add(Column::networks, std::move(rows));
  }

  void add_days(Column column, Criterion criterion) {
    auto const asked = panel_.about(criterion);
    if (asked.empty()) return;
    auto days = day_rows(asked, panel_.neutral());
    look_ups_.push_back({.codes = table_.column(column).data(),
                         .rows = std::move(days.rows),
                         .classes = std::move(days.classes)});
  }

  template <class Code, class Number>
  void add_numbers(Column column, Criterion criterion, Dictionary<Code> const& codes,
                   Number number) {
    auto const asked = panel_.about(criterion);
    if (asked.empty()) return;
    std::vector<Lanes> rows(codes.size(), all_lanes(panel_.neutral()));
    for (std::size_t code = 0; code < rows.size(); ++code) {
      auto const value = number(codes[code]);
      for (auto const& [line, lane, replies] : asked)
        rows[code].set(lane, replies.of(ask(std::get<Span>(line->test), value)));
    }
    add(column, std::move(rows));
  }

  void add_titles() {
    auto const asked = panel_.about(Criterion::titles);
    if (asked.empty()) return;
    auto titles = title_rows(panel_, hits_, table_.size());
    LookUp look_up{.rows = std::move(titles.rows), .own_codes = std::move(titles.codes)};
    look_up.codes = look_up.own_codes.data();
    look_ups_.push_back(std::move(look_up));
  }

  Panel const& panel_;
  Table const& table_;
  TitleHits& hits_;
  std::vector<LookUp> look_ups_;
};

}  // namespace sievarr::filter
