#pragma once

#include <sievarr/filter/subject/codes.hpp>
#include <sievarr/filter/subject/fact.hpp>
#include <sievarr/filter/subject/field.hpp>
#include <sievarr/filter/subject/meanings.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>

/// How fields of a row become a column of codes. What a column says of itself: which fields it has
/// and what criteria read in it; the fact that a criterion finds; and packing there and back.
namespace sievarr::filter::column {

/// One word a field; the fields have a vocabulary each, or share one.
template <std::size_t Vocabularies, auto... Members>
struct WordFields {
  using Fields = FieldList<Members...>;
  static constexpr Reads reads = Reads::words;
  static constexpr std::size_t vocabularies = Vocabularies;
  static constexpr bool is_list = false;

  template <auto... Asked, class Row>
  static Known fact(Row const& row) {
    Known known{.known = (is_there(row.*Asked) || ...)};
    auto const add = [&](std::optional<std::string> const& word) {
      if (word) known.add(*word);
    };
    (add(row.*Asked), ...);
    return known;
  }

  template <class Row>
  static std::optional<std::uint16_t> pack(Row const& row, Meaning& meaning) {
    std::u16string spellings;
    bool const fit = (meaning.words.append(spellings, row.*Members) && ...);
    return fit ? meaning.words.code_for(spellings) : std::nullopt;
  }
  template <class Row>
  static void unpack(Row& row, std::uint16_t code, Meaning const& meaning) {
    std::size_t place = 0;
    (read_word(meaning.words.word(code, place++), row.*Members), ...);
  }
};

/// Fields whose words occur in few combinations.
template <auto... Members>
using Words = WordFields<sizeof...(Members), Members...>;

/// Fields that spell the same words, such as the two channels of a show.
template <auto... Members>
using SameWords = WordFields<1, Members...>;

/// A field with any number of words; it is known to have none where it is empty.
template <auto Member>
struct WordList {
  using Fields = FieldList<Member>;
  static constexpr Reads reads = Reads::words;
  static constexpr std::size_t vocabularies = 1;
  static constexpr bool is_list = true;

  template <auto, class Row>
  static Known fact(Row const& row) {
    Known known;
    for (auto const& word : row.*Member) known.add(word);
    return known;
  }

  template <class Row>
  static std::optional<std::uint16_t> pack(Row const& row, Meaning& meaning) {
    std::u16string spellings;
    for (auto const& word : row.*Member)
      if (!meaning.words.append(spellings, word)) return std::nullopt;
    return meaning.words.code_for(spellings);
  }
  template <class Row>
  static void unpack(Row& row, std::uint16_t code, Meaning const& meaning) {
    for (std::size_t place = 0; place < meaning.words[code].size(); ++place)
      (row.*Member).push_back(*meaning.words.word(code, place));
  }
};

/// A day; Applies says which rows can have it. The others share one code, and meet no bound of it.
template <auto Member, auto Applies = nullptr>
struct Day {
  using Fields = FieldList<Member>;
  static constexpr Reads reads = Reads::day;
  static constexpr std::size_t vocabularies = 0;
  static constexpr bool is_list = false;

  template <class Row>
  static bool applies(Row const& row) {
    if constexpr (std::is_same_v<decltype(Applies), std::nullptr_t>)
      return true;
    else
      return Applies(row);
  }

  template <auto, class Row>
  static KnownDay fact(Row const& row) {
    return {.day = row.*Member, .applies = applies(row)};
  }

  template <class Row>
  static std::optional<std::uint16_t> pack(Row const& row, Meaning&) {
    if (applies(row)) return DayCode::pack(row.*Member);
    return (row.*Member) ? std::nullopt : std::optional{DayCode::special};
  }
  template <class Row>
  static void unpack(Row& row, std::uint16_t code, Meaning const&) {
    if (code >= DayCode::least) row.*Member = DayCode::day(code);
  }
};

/// Numbers, of which criteria read the first that is known.
template <auto... Members>
struct Numbers {
  using Fields = FieldList<Members...>;
  static constexpr Reads reads = Reads::number;
  static constexpr std::size_t vocabularies = 0;
  static constexpr bool is_list = false;

  template <auto..., class Row>
  static KnownNumber fact(Row const& row) {
    KnownNumber number;
    ((number = number ? number : KnownNumber{row.*Members}), ...);
    return number;
  }

  template <class Row>
  static std::optional<std::uint16_t> pack(Row const& row, Meaning& meaning) {
    NumberCode code{};
    std::size_t slot = 0;
    bool const fits = (write_number(code, slot, row.*Members) && ...);
    return fits ? meaning.numbers.code_for(code, fact<>(row)) : std::nullopt;
  }
  template <class Row>
  static void unpack(Row& row, std::uint16_t code, Meaning const& meaning) {
    std::size_t slot = 0;
    (read_number(meaning.numbers[code], slot, row.*Members), ...);
  }
};

/// Something that holds or does not, if it is known.
template <auto Member>
struct Flag {
  using Fields = FieldList<Member>;
  static constexpr Reads reads = Reads::flag;
  static constexpr std::size_t vocabularies = 0;
  static constexpr bool is_list = false;

  template <auto, class Row>
  static KnownFlag fact(Row const& row) {
    return row.*Member;
  }

  template <class Row>
  static std::optional<std::uint16_t> pack(Row const& row, Meaning& meaning) {
    return Numbers<Member>::pack(row, meaning);
  }
  template <class Row>
  static void unpack(Row& row, std::uint16_t code, Meaning const& meaning) {
    Numbers<Member>::unpack(row, code, meaning);
  }
};

/// A number that nobody asks about, 0 where there is none: by it rows are known elsewhere.
template <auto Member>
struct Id {
  template <class Row>
  static std::optional<std::uint32_t> pack(Row const& row) {
    return pack_id(row.*Member);
  }
  template <class Row>
  static bool is_there_in(Row const& row) {
    return pack_id(row.*Member) != 0U;
  }
  template <class Row>
  static void unpack(Row& row, std::uint32_t code) {
    if (code != 0) row.*Member = code;
  }
};

/// A number at IMDb, such as tt0944947.
template <auto Member>
struct ImdbId {
  template <class Row>
  static std::optional<std::uint32_t> pack(Row const& row) {
    return ImdbCode::pack(row.*Member);
  }
  template <class Row>
  static bool is_there_in(Row const& row) {
    return (row.*Member).has_value();
  }
  template <class Row>
  static void unpack(Row& row, std::uint32_t code) {
    row.*Member = ImdbCode::unpack(code);
  }
};

}  // namespace sievarr::filter::column
