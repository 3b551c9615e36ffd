#pragma once

#include <sievarr/filter/plan/answers.hpp>
#include <sievarr/filter/plan/plan.hpp>

#include <cstddef>
#include <optional>
#include <span>

/// How answers become a decision. Both ways of judging come through here.
namespace sievarr::filter {

/// The part of a show's case that no line speaks to.
struct Circumstances {
  bool never = false;
  bool always = false;
  bool has_tvdb = true;
};

/// What the selections decide together: the index that decides and how, if one does.
struct Choice {
  std::uint16_t selection = Decision::nobody;
  Verdict verdict = Verdict::filtered;
  Category category = Category::none;
};

inline Choice choice_of(Plan const& plan, std::size_t index) {
  auto const selection = static_cast<std::uint16_t>(index);
  switch (plan.selections[index].mode) {
    case Mode::add: return {selection, Verdict::add, Category::none};
    case Mode::review: return {selection, Verdict::review, Category::none};
    default: return {selection, Verdict::filtered, Category::ignored};
  }
}

/// Selections are asked in order and the first that takes the show decides. One that is unsure
/// asks for a review, unless the next to take the show adds it.
inline std::optional<Choice> choose(Plan const& plan, std::span<Opinion const> opinions) {
  std::optional<Choice> unsure;
  for (std::size_t i = 0; i < opinions.size(); ++i) {
    if (opinions[i].stance == Stance::takes) {
      auto const choice = choice_of(plan, i);
      return unsure && choice.verdict != Verdict::add ? unsure : choice;
    }
    if (opinions[i].stance == Stance::unsure && !unsure)
      unsure = Choice{static_cast<std::uint16_t>(i), Verdict::review, Category::none};
  }
  return unsure;
}

/// The one line that failed everywhere, else `selection`.
inline Category common_category(std::span<Opinion const> opinions) {
  if (opinions.empty()) return Category::selection;
  for (auto const& opinion : opinions)
    if (opinion.decisive != opinions.front().decisive) return Category::selection;
  return category_of(opinions.front().decisive);
}

/// A show that is always wanted goes where the first selection that takes it would send it.
inline Decision decide_always(Plan const& plan, std::span<Opinion const> opinions) {
  Decision decision{.verdict = Verdict::add};
  for (std::size_t i = 0; i < opinions.size(); ++i) {
    if (opinions[i].stance != Stance::takes || plan.selections[i].mode == Mode::ignore) continue;
    decision.selection = static_cast<std::uint16_t>(i);
    decision.route = plan.selections[i].route;
    break;
  }
  return decision;
}

inline Decision decide_selections(Plan const& plan, std::span<Opinion const> opinions) {
  auto const choice = choose(plan, opinions);
  if (!choice) return {.verdict = Verdict::filtered, .category = common_category(opinions)};
  bool const wanted = choice->verdict != Verdict::filtered;
  return {.verdict = choice->verdict,
          .category = choice->category,
          .selection = choice->selection,
          .route = wanted ? plan.selections[choice->selection].route : std::uint16_t{0}};
}

/// never, always, exclude, selections, identity: in this order.
inline Decision decide(Plan const& plan, Circumstances const& circumstances,
                       std::optional<Rank> excluded_by, std::span<Opinion const> opinions) {
  if (circumstances.never) return {.verdict = Verdict::filtered, .category = Category::never};
  if (!circumstances.always && excluded_by)
    return {.verdict = Verdict::filtered, .category = category_of(*excluded_by)};

  auto decision =
      circumstances.always ? decide_always(plan, opinions) : decide_selections(plan, opinions);
  if (decision.verdict == Verdict::add && !circumstances.has_tvdb)
    decision.verdict = Verdict::no_tvdb;
  return decision;
}

}  // namespace sievarr::filter
