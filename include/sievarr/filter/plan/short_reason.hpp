#pragma once

#include <sievarr/filter/plan/gap.hpp>
#include <sievarr/filter/plan/judge.hpp>
#include <sievarr/filter/plan/reason.hpp>
#include <sievarr/filter/plan/refusals.hpp>

#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// Why a show got its verdict in a few words, with the value that decides: `rating 7.4 < 7.5`.
namespace sievarr::filter {

/// What a criterion is called within a sentence.
inline std::string short_name(AskedCriterion const& criterion) {
  std::string name{criterion.called.heading};
  name.front() = ascii_lower(name.front());
  return name;
}

/// The words of a row that are among some terms, as it spells them.
inline std::vector<std::string> words_among(Known const& known, std::span<Term const> terms) {
  std::vector<std::string> found;
  for (std::size_t at = 0; at < known.words.size(); ++at)
    if (std::any_of(terms.begin(), terms.end(),
                    [&](Term const& term) { return term.canonical() == known.words[at]; }))
      found.push_back(known.written[at]);
  return found;
}

/// What a row has where a line looks, with its name: `rating 7.4`, `language German`; of several
/// words those that the line is about, if there are such.
inline std::string value_words(Line const& line, Facts const& facts,
                               std::vector<Term> Words::*about) {
  auto const& criterion = *line.criterion;
  auto const name = short_name(criterion);
  auto const* const words = std::get_if<Words>(&line.test);
  auto const* const known = std::get_if<Known>(&facts[index_of(criterion.rank)]);
  if (words && known && known->known && known->written.empty()) return "no " + name;
  if (words && known)
    if (auto const found = words_among(*known, words->*about); !found.empty())
      return name + " " + listed(found, ",");
  return name + " " + actual(criterion, facts);
}

/// The bound that a value misses: " < 7.5"; nothing where it misses none.
inline std::string missed_bound(Line const& line, Fact const& fact) {
  if (!gap(line, fact)) return "";
  if (auto const* const span = std::get_if<Span>(&line.test)) {
    auto const& number = fact_for(*span, fact);
    bool const low = span->min && *number < *span->min;
    return (low ? " < " : " > ") + to_text(low ? *span->min : *span->max);
  }
  auto const& window = std::get<Window>(line.test);
  auto const& known = fact_for(window, fact);
  bool const early = window.after && *known.day < *window.after;
  return (early ? " < " : " > ") + to_text(early ? *window.after : *window.before);
}

/// A line that speaks against a row, in a few words.
inline std::string short_refusal(LineAnswer const& answer, Facts const& facts) {
  auto const& line = *answer.line;
  bool const unknown = answer.answer == Answer::unknown;
  if (std::holds_alternative<Tree>(line.test))
    return std::string{line.criterion->name} + (unknown ? " unknown" : " not met");
  if (unknown) return short_name(*line.criterion) + " unknown";
  if (is_unmet(line, facts)) return actual(*line.criterion, facts);
  return value_words(line, facts, &Words::none) +
         missed_bound(line, facts[index_of(rank_of(line))]);
}

/// How many lines of a selection keep a row from it.
inline std::ptrdiff_t lines_against(SieveAnswer const& selection) {
  return std::count_if(selection.lines.begin(), selection.lines.end(), [](auto const& each) {
    return each.answer == Answer::no ||
           (each.answer == Answer::unknown && each.line->unknown == UnknownPolicy::deny);
  });
}

/// The selection that a row is nearest to: the first of those that the fewest lines keep it from.
inline SieveAnswer const* nearest_selection(Judgement const& judgement) {
  auto const& all = judgement.selections;
  auto const nearest =
      std::min_element(all.begin(), all.end(), [](SieveAnswer const& a, SieveAnswer const& b) {
        return lines_against(a) < lines_against(b);
      });
  return nearest == all.end() ? nullptr : &*nearest;
}

/// What a selection that decided made of a show.
inline std::string short_choice(Judgement const& judgement, Facts const& facts) {
  auto const& decision = judgement.decision;
  auto const& decided = judgement.selections[decision.selection];
  auto const& name = decided.compiled->name;
  if (decision.category == Category::ignored) return "ignored by " + name;
  if (decision.verdict != Verdict::review) return name;
  auto const* const line = decisive_line(decided);
  return name + (line ? ": " + short_refusal(*line, facts) : "");
}

/// Why a show got its verdict, in a few words. Of several selections that fail, the nearest counts.
inline std::string short_reason(Judgement const& judgement, Facts const& facts) {
  auto const& decision = judgement.decision;
  if (decision.category == Category::never) return "named in never";
  if (judgement.circumstances.always) return "named in always";
  if (auto const* const line = excluding_line(judgement.exclude))
    return "excluded: " + value_words(*line->line, facts, &Words::any);
  if (decision.selection != Decision::nobody) return short_choice(judgement, facts);
  auto const* const nearest = nearest_selection(judgement);
  auto const* const line = nearest ? decisive_line(*nearest) : nullptr;
  if (!line) return "no selections";
  auto const text = short_refusal(*line, facts);
  return judgement.selections.size() > 1 ? nearest->compiled->name + ": " + text : text;
}

/// The place that belongs to that: of a line, else of a selection.
inline Place const* short_place(Judgement const& judgement) {
  if (auto const* const place = deciding_place(judgement)) return place;
  if (judgement.circumstances.never || judgement.circumstances.always) return nullptr;
  auto const* const nearest = nearest_selection(judgement);
  auto const* const line = nearest ? decisive_line(*nearest) : nullptr;
  return line ? &line->line->place : nullptr;
}

}  // namespace sievarr::filter
