#pragma once

#include <sievarr/filter/language/kinds.hpp>
#include <sievarr/filter/subject/fact.hpp>
#include <sievarr/filter/subject/field.hpp>
#include <sievarr/filter/subject/subject.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

/// What follows from the criteria of a subject: what each is called and where it looks, and what
/// each finds in a row.
namespace sievarr::filter {

/// What a criterion reads, by the type that people write it as.
template <class Written>
inline constexpr Reads reads_of = Reads::branches;
template <>
inline constexpr Reads reads_of<SomeOf> = Reads::words;
template <>
inline constexpr Reads reads_of<OneOf<Term>> = Reads::words;
template <>
inline constexpr Reads reads_of<OneOf<Country>> = Reads::words;
template <>
inline constexpr Reads reads_of<Days> = Reads::day;
template <class Number>
inline constexpr Reads reads_of<Between<Number>> = Reads::number;
template <>
inline constexpr Reads reads_of<std::optional<bool>> = Reads::flag;
template <>
inline constexpr Reads reads_of<OneOf<value::Pattern>> = Reads::title;

/// Which column has a field.
template <auto Field, class... Columns>
consteval std::size_t index_of_column(ColumnList<Columns...>) {
  std::size_t index = 0;
  bool found = false;
  ((found = found || Columns::Fields::template has<Field>(), index += found ? 0 : 1), ...);
  return index;
}
template <std::size_t Index, class... Columns>
auto column_at(ColumnList<Columns...>) -> std::tuple_element_t<Index, std::tuple<Columns...>>;

template <Subject S, auto Field>
using ColumnOf =
    decltype(column_at<index_of_column<Field>(typename S::Columns{})>(typename S::Columns{}));

template <Subject S, auto Field>
inline constexpr bool is_title = std::is_same_v<FieldTag<Field>, FieldTag<S::title>>;

/// Whether a criterion may read fields of a column together: words that stand side by side, or all
/// that there are.
template <class Column, auto... Fields>
consteval bool fit_together() {
  using All = typename Column::Fields;
  std::size_t const places[] = {All::template place<Fields>()...};
  for (std::size_t at = 0; at < sizeof...(Fields); ++at)
    if (places[at] != places[0] + at || places[at] >= All::size) return false;
  return Column::reads == Reads::words || sizeof...(Fields) == All::size;
}

/// What a criterion reads with its fields: the first says in which column.
template <Subject S>
consteval Reads reads() {
  return Reads::branches;
}
template <Subject S, auto First, auto... More>
consteval Reads reads() {
  if constexpr (is_title<S, First>)
    return Reads::title;
  else
    return ColumnOf<S, First>::reads;
}

template <Subject S>
consteval Look look() {
  return {};
}
template <Subject S, auto First, auto... More>
consteval Look look() {
  if constexpr (is_title<S, First>) {
    return {};
  } else {
    using Column = ColumnOf<S, First>;
    static_assert(fit_together<Column, First, More...>(), "no criterion can read these together");
    return {.column = static_cast<std::uint8_t>(index_of_column<First>(typename S::Columns{})),
            .first = static_cast<std::uint8_t>(Column::Fields::template place<First>()),
            .count = static_cast<std::uint8_t>(Column::is_list ? 0 : 1 + sizeof...(More))};
  }
}

template <Subject S, class Member, auto Criterion, auto... Fields>
consteval AskedCriterion asked_criterion(Asks<Criterion, Fields...>, Called called,
                                         std::size_t index) {
  static_assert(std::is_same_v<FieldTag<Criterion>, FieldTag<Member::pointer>>,
                "a criterion is out of order: they follow the order of the fields");
  static_assert(reads<S, Fields...>() == reads_of<decltype(reflect::value_of(Criterion))>,
                "a criterion reads what it cannot ask about");
  return {
      .name = reflect::outer_name(Member::name),
      .called = called,
      .rows = S::nouns,
      .rank = static_cast<Rank>(index),
      .reads = reads<S, Fields...>(),
      .asks_for_countries = std::is_same_v<decltype(reflect::value_of(Criterion)), OneOf<Country>>,
      .look = look<S, Fields...>()};
}

template <Subject S, class... Asked, template <class...> class List, class... Member,
          std::size_t... Index>
consteval auto all_asked(AskList<Asked...> const& asks, List<Member...>,
                         std::index_sequence<Index...>) {
  static_assert(sizeof...(Asked) == sizeof...(Member), "each criterion is described exactly once");
  static_assert(sizeof...(Asked) <= most_criteria);
  return std::array{asked_criterion<S, Member>(Asked{}, asks.called[Index], Index)...};
}

/// All criteria of a subject, by their ranks.
template <Subject S>
inline constexpr auto asked_criteria = [] {
  using Members = reflect::Members<typename S::Criteria>;
  return all_asked<S>(S::asks(), Members{},
                      std::make_index_sequence<boost::mp11::mp_size<Members>::value>{});
}();

/// The last criterion, which is a condition: its branches are lines about it as well.
template <Subject S>
  requires(asked_criteria<S>.back().reads == Reads::branches)
inline constexpr AskedCriterion const& condition_of = asked_criteria<S>.back();

template <Subject S>
Fact fact_of(typename S::Row const&) {
  return {};
}
template <Subject S, auto First, auto... More>
Fact fact_of(typename S::Row const& row) {
  if constexpr (is_title<S, First>)
    return KnownTitle{fold(trimmed(row.*First)), std::string{trimmed(row.*First)}};
  else
    return ColumnOf<S, First>::template fact<First, More...>(row);
}

/// What each criterion finds in a row.
template <Subject S>
Facts facts_of(typename S::Row const& row) {
  Facts facts;
  facts.reserve(asked_criteria<S>.size());
  auto const add = [&]<auto Criterion, auto... Fields>(Asks<Criterion, Fields...>) {
    facts.push_back(fact_of<S, Fields...>(row));
  };
  auto const add_all = [&]<class... Asked>(AskList<Asked...> const&) { (add(Asked{}), ...); };
  add_all(S::asks());
  return facts;
}

}  // namespace sievarr::filter
