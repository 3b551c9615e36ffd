#pragma once

#include <sievarr/filter/subject/fact.hpp>
#include <sievarr/reflect/describe.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

/// What rules can judge. A subject names a type of rows, the criteria that people write about them,
/// the columns that they are packed into, and which fields each criterion reads. All else follows.
namespace sievarr::filter {

/// The place of a criterion among those of its subject: the order in which they are named as
/// reasons.
enum class Rank : std::uint8_t {};
constexpr std::size_t index_of(Rank rank) { return static_cast<std::size_t>(rank); }

/// A rank must fit into a lane, where lines answer side by side.
inline constexpr std::size_t most_criteria = 32;

/// What a row of a subject is called, and several of them.
struct Nouns {
  std::string_view one;
  std::string_view many;
};

/// What a criterion is called.
struct Called {
  std::string_view heading;                      ///< As a sentence begins with it.
  std::string_view noun;                         ///< One of its words.
  std::string_view unmet;                        ///< What a row is that cannot have its day.
  std::span<std::string_view const> words = {};  ///< All that there are, where they are few.
};

/// Where a criterion looks: a column and, among the words of each code, so many; 0 is all.
struct Look {
  std::uint8_t column = 0;
  std::uint8_t first = 0;
  std::uint8_t count = 0;
};

/// One criterion, as the engine knows it.
struct AskedCriterion {
  std::string_view name;  ///< As people write it.
  Called called;
  Nouns rows;
  Rank rank{};
  Reads reads = Reads::branches;
  bool asks_for_countries = false;  ///< Which may be written by their names.
  Look look;
};

/// What a criterion is called and, in its type, which fields of a row it reads: none where it is a
/// condition. Like a note, it has members of its own to be named where it is written.
template <auto Criterion, auto... Fields>
struct Asks {
  std::string_view heading = "";
  std::string_view noun = "";
  std::string_view unmet = "";
  std::span<std::string_view const> words = {};

  constexpr operator Called() const { return {heading, noun, unmet, words}; }
};

/// All criteria of a subject, in the order of their fields.
template <class... Asked>
struct AskList {
  constexpr AskList(Asked... asked) : called{asked...} {}

  std::array<Called, sizeof...(Asked)> called;
};

/// The columns of a subject; and the numbers that are kept beside them.
template <class... Columns>
struct ColumnList {
  static constexpr std::size_t size = sizeof...(Columns);
};
template <class... Kept>
struct KeptList {
  static constexpr std::size_t size = sizeof...(Kept);
};

template <class S>
concept Subject = requires {
  typename S::Row;
  typename S::Criteria;
  typename S::Columns;
  typename S::Kept;
  S::key;
  S::title;
  S::nouns;
  S::asks();
};

}  // namespace sievarr::filter
