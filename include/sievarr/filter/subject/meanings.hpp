#pragma once

#include <sievarr/filter/subject/codes.hpp>
#include <sievarr/filter/subject/dictionary.hpp>
#include <sievarr/filter/subject/vocabulary.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// What the codes of a column stand for.
namespace sievarr::filter {

/// Words in their order, as the codes of their spellings. Either each place has a vocabulary of its
/// own, or all share one.
class WordSets {
 public:
  explicit WordSets(std::size_t vocabularies = 0) : vocabularies_(vocabularies) {}

  /// Adds a word, or that it is absent; false where no code is left for it.
  template <class Word>
  bool append(std::u16string& spellings, Word const& word) {
    auto const code = vocabularies_[number_of(spellings.size())].code_for(word);
    if (code) spellings += static_cast<char16_t>(*code);
    return code.has_value();
  }

  std::optional<std::uint16_t> code_for(std::u16string const& spellings) {
    return sets_.code_for(spellings);
  }

  std::u16string const& operator[](std::size_t code) const { return sets_[code]; }
  std::size_t size() const { return sets_.size(); }

  Vocabulary const& vocabulary(std::size_t place) const { return vocabularies_[number_of(place)]; }

  std::optional<std::string> word(std::size_t code, std::size_t place) const {
    return vocabulary(place).written(sets_[code][place]);
  }

  std::size_t bytes() const {
    auto sum = sets_.bytes();
    for (auto const& vocabulary : vocabularies_) sum += vocabulary.bytes();
    return sum;
  }

 private:
  std::size_t number_of(std::size_t place) const {
    return place < vocabularies_.size() ? place : 0;
  }

  std::vector<Vocabulary> vocabularies_;
  Dictionary<std::u16string> sets_;
};

/// Numbers as their fields hold them, and the one of each that is compared.
class NumberSets {
 public:
  std::optional<std::uint16_t> code_for(NumberCode const& code, std::optional<double> number) {
    auto const known = codes_.code_for(code);
    if (known && *known == numbers_.size()) numbers_.push_back(number);
    return known;
  }

  NumberCode const& operator[](std::size_t code) const { return codes_[code]; }
  std::optional<double> number(std::size_t code) const { return numbers_[code]; }
  std::size_t size() const { return numbers_.size(); }

  std::size_t bytes() const {
    return codes_.bytes() + numbers_.capacity() * sizeof(std::optional<double>);
  }

 private:
  Dictionary<NumberCode> codes_;
  std::vector<std::optional<double>> numbers_;
};

/// Days mean themselves; other columns have one of these.
struct Meaning {
  WordSets words;
  NumberSets numbers;

  std::size_t bytes() const { return words.bytes() + numbers.bytes(); }
};

}  // namespace sievarr::filter
