#pragma once

#include <sievarr/filter/columns/table.hpp>
#include <sievarr/filter/language/criterion.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace sievarr::filter {

/// A word that shows have, and how many have it.
struct WordCount {
  std::string text;         ///< As most shows spell it.
  std::uint32_t shows = 0;  ///< With any spelling.
};

/// Counts the words of a vocabulary, spelling by spelling.
class WordCounter {
 public:
  explicit WordCounter(Vocabulary const& vocabulary)
      : vocabulary_(vocabulary), shows_(vocabulary.spellings(), 0) {}

  void meet(std::uint16_t spelling, std::uint32_t shows) {
    if (spelling != Vocabulary::absent) shows_[spelling] += shows;
  }

  /// One entry for each word, by its code.
  std::vector<WordCount> counts() const {
    std::vector<WordCount> words(vocabulary_.words());
    std::vector<std::uint32_t> most(words.size(), 0);
    for (std::size_t at = 0; at < shows_.size(); ++at) {
      auto const spelling = static_cast<std::uint16_t>(at);
      auto const word = vocabulary_.word_of(spelling);
      words[word].shows += shows_[at];
      if (shows_[at] < most[word] || (shows_[at] == most[word] && !words[word].text.empty()))
        continue;
      most[word] = shows_[at];
      words[word].text = trimmed(*vocabulary_.written(spelling));
    }
    return words;
  }

 private:
  Vocabulary const& vocabulary_;
  std::vector<std::uint32_t> shows_;
};

/// How often each code of a column occurs among the shows that are not gone.
inline std::vector<std::uint32_t> shows_of_codes(Table const& table, Column column,
                                                 std::size_t codes) {
  std::vector<std::uint32_t> shows(codes, 0);
  auto const& of_row = table.column(column);
  for (std::size_t row = 0; row < of_row.size(); ++row) {
    bool const counts =
        table.gone()[row] == 0 && !table.irregular().contains(static_cast<std::uint32_t>(row));
    if (counts) ++shows[of_row[row]];
  }
  return shows;
}

/// The vocabulary of a criterion that asks for words.
inline Vocabulary const& vocabulary_of(Criterion criterion, Table const& table) {
  auto const& meanings = table.meanings();
  switch (criterion) {
    case Criterion::genres: return meanings.genre_words;
    case Criterion::networks: return meanings.network_words;
    case Criterion::types: return meanings.kind_words[0];
    case Criterion::languages: return meanings.kind_words[1];
    case Criterion::countries: return meanings.kind_words[2];
    default: return meanings.kind_words[3];
  }
}

/// The words that shows have where a criterion looks: for completion, and to tell what was meant.
inline std::vector<WordCount> word_counts(Criterion criterion, Table const& table) {
  auto const& meanings = table.meanings();
  auto const& vocabulary = vocabulary_of(criterion, table);
  WordCounter counter(vocabulary);
  auto const count = [&](Column column, auto const& values, auto each_spelling) {
    auto const shows = shows_of_codes(table, column, values.size());
    for (std::size_t code = 0; code < shows.size(); ++code)
      if (shows[code] > 0) each_spelling(values[code], shows[code]);
  };
  if (criterion == Criterion::genres) {
    count(Column::genres, meanings.genres, [&](auto const& genres, std::uint32_t shows) {
      for (auto const genre : genres) counter.meet(static_cast<std::uint16_t>(genre), shows);
    });
  } else if (criterion == Criterion::networks) {
    count(Column::networks, meanings.networks, [&](auto const& pair, std::uint32_t shows) {
      counter.meet(pair[0], shows);
      if (pair[1] != pair[0]) counter.meet(pair[1], shows);
    });
  } else {
    auto const at = static_cast<std::size_t>(&vocabulary - meanings.kind_words.data());
    count(Column::kind, meanings.kinds,
          [&](auto const& kind, std::uint32_t shows) { counter.meet(kind[at], shows); });
  }
  return counter.counts();
}

}  // namespace sievarr::filter
