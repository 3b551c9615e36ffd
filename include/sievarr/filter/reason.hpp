#pragma once

#include <sievarr/filter/judge.hpp>
#include <sievarr/filter/words.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// Why a show got its verdict, in a sentence, and the place that decided.
namespace sievarr::filter {

/// The heading of a criterion as a sentence names it: "Language".
inline std::string heading_of(Criterion criterion) {
  std::string heading;
  auto const category = category_of(criterion);
  reflect::for_each_enumerator<Category>([&](Category each, std::string_view name) {
    if (each == category) heading = name;
  });
  heading[0] = static_cast<char>(heading[0] - 'a' + 'A');
  return heading;
}

/// Which lines are at fault that a selection does not take a show: those with the criterion that
/// is named for it.
inline LineAnswer const* decisive(SieveAnswer const& answer) {
  auto const found = std::find_if(answer.lines.begin(), answer.lines.end(), [&](auto const& each) {
    return each.line->criterion == answer.opinion.decisive;
  });
  return found == answer.lines.end() ? nullptr : &*found;
}

/// The line that excludes a show, if one does.
inline LineAnswer const* decisive(std::vector<LineAnswer> const& exclude) {
  auto const found = std::find_if(exclude.begin(), exclude.end(),
                                  [](auto const& each) { return each.answer == Answer::yes; });
  return found == exclude.end() ? nullptr : &*found;
}

/// "not included", or more exactly what is wrong with a value.
inline std::string_view fault_of(Line const& line, Show const& show) {
  if (auto const* span = std::get_if<Span>(&line.test)) {
    auto const number = number_of(line.criterion, show);
    return number && span->min && *number < *span->min ? "too low" : "too high";
  }
  if (auto const* window = std::get_if<Window>(&line.test)) {
    auto const day = line.criterion == Criterion::ended ? show.ended : show.premiered;
    if (line.criterion == Criterion::ended && !has_ended(show)) return "not reached";
    return day && window->after && *day < *window->after ? "too early" : "too late";
  }
  return line.criterion == Criterion::where ? "not met" : "not included";
}

/// "Language not included: German (wanted English, Irish)".
inline std::string refusal(LineAnswer const& answer, std::string const& wanted_words,
                           Show const& show) {
  auto const& line = *answer.line;
  auto text = heading_of(line.criterion);
  if (answer.answer == Answer::unknown)
    text += " unknown";
  else
    text.append(" ").append(fault_of(line, show));
  auto const found = actual(line.criterion, show);
  if (answer.answer != Answer::unknown && !found.empty()) text += ": " + found;
  return text + " (wanted " + wanted_words + ")";
}

/// The lines of all selections that refuse a show for the same reason, as one sentence.
inline std::string common_refusal(Judgement const& judgement, Show const& show) {
  LineAnswer const* first = nullptr;
  std::vector<std::string> words;
  for (auto const& selection : judgement.selections) {
    auto const* const answer = decisive(selection);
    if (!answer) continue;
    auto text = wanted(*answer->line);
    if (std::find(words.begin(), words.end(), text) == words.end()) words.push_back(text);
    if (!first) first = answer;
  }
  return first ? refusal(*first, listed(words, "or"), show) : "There are no selections";
}

/// "No selection takes it: prestige (language), korean (country)".
inline std::string several_refusals(Judgement const& judgement) {
  std::vector<std::string> each;
  for (auto const& selection : judgement.selections) {
    auto word = heading_of(selection.opinion.decisive);
    word[0] = static_cast<char>(word[0] - 'A' + 'a');
    each.push_back(selection.sieve->name + " (" + word + ")");
  }
  if (each.empty()) return "There are no selections";
  return "No selection takes it: " + listed(each, ",");
}

/// The lines that keep a selection unsure: "Rating unknown (wanted at least 7.5)".
inline std::string doubt(SieveAnswer const& selection, Show const& show) {
  for (auto const& line : selection.lines)
    if (line.answer == Answer::unknown && line.line->unknown == UnknownPolicy::review)
      return refusal(line, wanted(*line.line), show);
  return "";
}

inline std::string reason_to_take(Judgement const& judgement, Show const& show) {
  auto const& decision = judgement.decision;
  if (judgement.circumstances.always) return "Named in always";
  auto const& selection = judgement.selections[decision.selection];
  auto const name = quoted(selection.sieve->name);
  if (decision.verdict != Verdict::review) return "Taken by " + name;
  if (selection.opinion.stance == Stance::unsure)
    return doubt(selection, show) + ", so " + name + " asks for a review";
  return name + " asks for a review";
}

/// Why a show got its verdict, in a sentence.
inline std::string reason(Judgement const& judgement, Show const& show) {
  auto const& decision = judgement.decision;
  if (decision.verdict == Verdict::no_tvdb)
    return reason_to_take(judgement, show) + ", waits for a number of TVDB";
  if (decision.verdict != Verdict::filtered) return reason_to_take(judgement, show);
  if (decision.category == Category::never) return "Named in never";
  if (decision.category == Category::ignored)
    return "Ignored by " + quoted(judgement.selections[decision.selection].sieve->name);
  if (auto const* const line = decisive(judgement.exclude)) {
    auto const found = actual(line->line->criterion, show);
    return heading_of(line->line->criterion) + " excluded" + (found.empty() ? "" : ": " + found) +
           " (excludes " + wanted(*line->line) + ")";
  }
  return decision.category == Category::selection ? several_refusals(judgement)
                                                  : common_refusal(judgement, show);
}

/// The line or selection that decided, as far as one did.
inline Place const* deciding_place(Judgement const& judgement) {
  auto const& decision = judgement.decision;
  if (judgement.circumstances.never) return nullptr;
  if (decision.selection != Decision::nobody)
    return &judgement.selections[decision.selection].sieve->place;
  if (judgement.circumstances.always) return nullptr;
  if (auto const* const line = decisive(judgement.exclude)) return &line->line->place;
  if (judgement.selections.empty()) return nullptr;
  auto const* const line = decisive(judgement.selections.front());
  return line ? &line->line->place : nullptr;
}

}  // namespace sievarr::filter
