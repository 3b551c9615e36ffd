#pragma once

#include <sievarr/base/text.hpp>
#include <sievarr/filter/language/term.hpp>
#include <sievarr/filter/subject/dictionary.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace sievarr::filter {

/// The words that rows have under one heading: each spelling has a code, and so has the word that
/// it spells, since case and outer white space make no other word.
class Vocabulary {
 public:
  /// The spelling of a word that is absent.
  static constexpr std::uint16_t absent = 0xFFFF;

  /// The code of a spelling, a new one if need be; none when all codes are taken.
  std::optional<std::uint16_t> code_for(std::string const& written) {
    auto const spelling = spellings_.code_for(written);
    if (!spelling || *spelling < word_of_.size()) return spelling;
    auto const word = words_.code_for(fold(trimmed(written)));
    word_of_.push_back(*word);  // There are no more words than spellings.
    return spelling;
  }
  std::optional<std::uint16_t> code_for(std::optional<std::string> const& written) {
    return written ? code_for(*written) : absent;
  }

  std::optional<std::string> written(std::uint16_t spelling) const {
    if (spelling == absent) return std::nullopt;
    return spellings_[spelling];
  }

  std::uint16_t word_of(std::uint16_t spelling) const { return word_of_[spelling]; }
  std::optional<std::uint16_t> find(Term const& term) const {
    return words_.find(term.canonical());
  }

  std::size_t spellings() const { return spellings_.size(); }
  std::size_t words() const { return words_.size(); }

  std::size_t bytes() const {
    return spellings_.bytes() + words_.bytes() + word_of_.capacity() * sizeof(std::uint16_t);
  }

 private:
  Dictionary<std::string> spellings_;
  Dictionary<std::string> words_;
  std::vector<std::uint16_t> word_of_;
};

}  // namespace sievarr::filter
