#pragma once

#include <sievarr/filter/plan/judge.hpp>
#include <sievarr/filter/plan/refusals.hpp>

#include <string>

/// Why a show got its verdict, in a sentence.
namespace sievarr::filter {

/// The line that a decision is about, for its place; none where no line decided alone.
inline LineAnswer const* deciding_line(Judgement const& judgement) {
  auto const& decision = judgement.decision;
  if (decision.category == Category::never || judgement.circumstances.always) return nullptr;
  if (auto const* line = excluding_line(judgement.exclude)) return line;
  if (decision.selection != Decision::nobody)
    return decisive_line(judgement.selections[decision.selection]);
  bool const one = decision.category != Category::selection && !judgement.selections.empty();
  return one ? decisive_line(judgement.selections.front()) : nullptr;
}

/// The line or selection that decided; none where no line and no selection did.
inline Place const* deciding_place(Judgement const& judgement) {
  auto const& decision = judgement.decision;
  if (auto const* const line = deciding_line(judgement)) return &line->line->place;
  if (judgement.circumstances.never || decision.selection == Decision::nobody) return nullptr;
  return &judgement.selections[decision.selection].compiled->place;
}

/// What the selections made of a show.
inline std::string choice_words(Judgement const& judgement, Facts const& facts) {
  auto const& decision = judgement.decision;
  auto const& compiled = judgement.selections[decision.selection];
  auto const name = quoted(compiled.compiled->name);
  if (decision.category == Category::ignored) return "Ignored by selection " + name;
  if (decision.verdict == Verdict::no_tvdb)
    return "Wanted by selection " + name + ", but without a TVDB id";
  if (decision.verdict == Verdict::add) return "Taken by selection " + name;
  auto const* line = decisive_line(compiled);
  if (!line) return "Selection " + name + " asks for a review";
  return "Selection " + name + " cannot tell: " + refusal(*line, facts);
}

/// Why a show got its verdict, in one sentence.
inline std::string reason(Judgement const& judgement, Facts const& facts) {
  auto const& decision = judgement.decision;
  if (decision.category == Category::never) return "Named in never";
  if (judgement.circumstances.always)
    return decision.verdict == Verdict::no_tvdb ? "Named in always, but without a TVDB id"
                                                : "Named in always";
  if (auto const* line = excluding_line(judgement.exclude)) return exclusion(*line, facts);
  if (decision.selection != Decision::nobody) return choice_words(judgement, facts);
  auto const* line = deciding_line(judgement);
  return line ? refusal(*line, facts) : refusals(judgement.selections);
}

inline std::string reason(Judgement const& judgement, Show const& show) {
  return reason(judgement, facts_of<Shows>(show));
}

}  // namespace sievarr::filter
