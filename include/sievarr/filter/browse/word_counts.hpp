#pragma once

#include <sievarr/filter/columns/columns.hpp>
#include <sievarr/filter/subject/vocabulary.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sievarr::filter {

/// A word that rows have, and how many have it.
struct WordCount {
  std::string text;        ///< As most rows spell it.
  std::uint32_t rows = 0;  ///< With any spelling.
};

/// Counts the words of a vocabulary, spelling by spelling.
class WordCounter {
 public:
  explicit WordCounter(Vocabulary const& vocabulary)
      : vocabulary_(vocabulary), rows_(vocabulary.spellings(), 0) {}

  void meet(std::uint16_t spelling, std::uint32_t rows) {
    if (spelling != Vocabulary::absent) rows_[spelling] += rows;
  }

  /// One entry for each word, by its code.
  std::vector<WordCount> counts() const {
    std::vector<WordCount> words(vocabulary_.words());
    std::vector<std::uint32_t> most(words.size(), 0);
    for (std::size_t at = 0; at < rows_.size(); ++at) {
      auto const spelling = static_cast<std::uint16_t>(at);
      auto const word = vocabulary_.word_of(spelling);
      words[word].rows += rows_[at];
      if (rows_[at] < most[word] || (rows_[at] == most[word] && !words[word].text.empty()))
        continue;
      most[word] = rows_[at];
      words[word].text = trimmed(*vocabulary_.written(spelling));
    }
    return words;
  }

 private:
  Vocabulary const& vocabulary_;
  std::vector<std::uint32_t> rows_;
};

/// How often each code of a column occurs among the rows that are not gone.
inline std::vector<std::uint32_t> rows_of_codes(Columns const& table, std::size_t column,
                                                std::size_t codes) {
  std::vector<std::uint32_t> rows(codes, 0);
  auto const& of_row = table.column(column);
  for (std::size_t row = 0; row < of_row.size(); ++row)
    if (table.gone()[row] == 0 && !table.is_irregular(row)) ++rows[of_row[row]];
  return rows;
}

/// The vocabulary of a criterion that asks for words.
inline Vocabulary const& vocabulary_of(AskedCriterion const& criterion, Columns const& table) {
  return table.meaning(criterion.look.column).words.vocabulary(criterion.look.first);
}

/// The words that rows have where a criterion looks: for completion, and to tell what was meant.
inline std::vector<WordCount> word_counts(AskedCriterion const& criterion, Columns const& table) {
  auto const look = criterion.look;
  auto const& sets = table.meaning(look.column).words;
  WordCounter counter(sets.vocabulary(look.first));
  auto const rows = rows_of_codes(table, look.column, sets.size());
  for (std::size_t code = 0; code < rows.size(); ++code) {
    if (rows[code] == 0) continue;
    std::u16string_view set = sets[code];
    if (look.count > 0) set = set.substr(look.first, look.count);
    for (std::size_t at = 0; at < set.size(); ++at)
      if (look.count == 0 || set.find(set[at]) == at)
        counter.meet(static_cast<std::uint16_t>(set[at]), rows[code]);
  }
  return counter.counts();
}

}  // namespace sievarr::filter
