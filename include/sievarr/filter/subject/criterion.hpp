#pragma once

#include <sievarr/filter/subject/shows.hpp>
#include <sievarr/reflect/describe.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace sievarr::filter {

/// The lines that a rule may have: the fields of Criteria, by name and in their order.
BOOST_DEFINE_ENUM_CLASS(Criterion, genres, types, languages, countries, networks, status, premiered,
                        ended, rating, runtime, popularity, titles, where)

inline constexpr std::size_t criterion_count = asked_criteria<Shows>.size();

/// Why a show is not added, in one word: the first decisive line, or who else decided.
BOOST_DEFINE_ENUM_CLASS(Category, genre, type, language, country, network, status, premiered, ended,
                        rating, runtime, popularity, title, rule, selection, never, ignored, none)

/// The criterion of shows that has a rank, and back.
constexpr Criterion criterion_of(Rank rank) { return static_cast<Criterion>(rank); }
constexpr Rank rank_of(Criterion criterion) { return static_cast<Rank>(criterion); }

constexpr Category category_of(Rank rank) { return static_cast<Category>(rank); }

/// Whether the enumeration and the described fields still say the same.
consteval bool criteria_agree() {
  std::size_t index = 0;
  bool agree = true;
  std::string_view names[criterion_count];
  reflect::for_each_enumerator<Criterion>(
      [&](Criterion each, std::string_view name) { names[static_cast<std::size_t>(each)] = name; });
  reflect::for_each_field<Criteria>([&](auto field) {
    agree = agree && index < criterion_count && names[index] == field.name;
    ++index;
  });
  return agree && index == criterion_count;
}
static_assert(criteria_agree(), "Criterion must name the fields of Criteria in their order");

constexpr AskedCriterion const& asked_criterion(Criterion criterion) {
  return asked_criteria<Shows>[static_cast<std::size_t>(criterion)];
}
constexpr std::string_view name_of(Criterion criterion) { return asked_criterion(criterion).name; }

}  // namespace sievarr::filter
