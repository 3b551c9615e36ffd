#pragma once

#include <sievarr/filter/plan/judge.hpp>
#include <sievarr/filter/plan/wanted.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// Why a show got its verdict, in a sentence.
namespace sievarr::filter {

/// What a criterion is called at the start of a sentence.
inline std::string_view heading(Criterion criterion) {
  constexpr std::array<std::string_view, criterion_count> headings{
      "Genre", "Type",   "Language", "Country",    "Network", "Status", "Premiered",
      "Ended", "Rating", "Runtime",  "Popularity", "Title",   "Rule"};
  return headings[static_cast<std::size_t>(criterion)];
}

/// How a value misses what is wanted: where the words of a selection are not there, or are there
/// and should not be.
inline std::string_view miss(Words const& words, Criterion criterion, Show const& show) {
  auto const known = words_of(criterion, show);
  auto const among = [&](Term const& term) { return has(known.words, term); };
  if (std::any_of(words.none.begin(), words.none.end(), among)) return "unwanted";
  if (!words.any.empty() && std::none_of(words.any.begin(), words.any.end(), among))
    return "not included";
  return "not all included";
}

inline std::string_view miss(Titles const& titles, Criterion, Show const& show) {
  auto const folded = fold(trimmed(show.title));
  auto const fits = [&](value::Pattern const& pattern) { return pattern.matches(folded); };
  return std::any_of(titles.none.begin(), titles.none.end(), fits) ? "unwanted" : "not included";
}

inline std::string_view miss(Window const& window, Criterion criterion, Show const& show) {
  auto const& day = criterion == Criterion::ended ? show.ended : show.premiered;
  return day && window.after && *day < *window.after ? "too early" : "too late";
}

inline std::string_view miss(Span const& span, Criterion criterion, Show const& show) {
  auto const number = number_of(criterion, show);
  return number && span.min && !(*span.min <= *number) ? "too low" : "too high";
}

inline std::string_view miss(Tree const&, Criterion, Show const&) { return "not met"; }

/// A line of a selection that speaks against a show:
/// `Language not included: German (wanted English, Irish)`.
inline std::string refusal(LineAnswer const& answer, Show const& show) {
  auto const& line = *answer.line;
  auto const wanted_words = " (wanted " + wanted(line) + ")";
  std::string text{heading(line.criterion)};
  if (answer.answer == Answer::unknown) return text + " unknown" + wanted_words;
  if (line.criterion == Criterion::ended && !has_ended(show)) return "Not ended" + wanted_words;
  text += ' ';
  text += std::visit([&](auto const& test) { return miss(test, line.criterion, show); }, line.test);
  if (line.criterion != Criterion::where) text += ": " + actual(line.criterion, show);
  return text + wanted_words;
}

/// A line of `exclude` that a show meets: `Genre excluded: Reality (excludes News, Reality)`.
inline std::string exclusion(LineAnswer const& answer, Show const& show) {
  auto const& line = *answer.line;
  auto text = std::string{heading(line.criterion)} + " excluded";
  if (line.criterion != Criterion::where) text += ": " + actual(line.criterion, show);
  return text + " (excludes " + wanted(line) + ")";
}

/// The line that decided against a show in one selection; none where no line did.
inline LineAnswer const* decisive_line(SieveAnswer const& compiled) {
  if (compiled.opinion.stance == Stance::takes) return nullptr;
  bool const fails = compiled.opinion.stance == Stance::fails;
  for (auto const& answer : compiled.lines) {
    bool const named = answer.line->criterion == compiled.opinion.decisive;
    bool const unsure =
        answer.answer == Answer::unknown && answer.line->unknown == UnknownPolicy::review;
    if (fails ? named : unsure) return &answer;
  }
  return nullptr;
}

/// The first line of `exclude` that a show meets; none where it meets none.
inline LineAnswer const* excluding_line(Judgement const& judgement) {
  for (auto const& answer : judgement.exclude)
    if (answer.answer == Answer::yes) return &answer;
  return nullptr;
}

/// The line that a decision is about, for its place; none where no line decided alone.
inline LineAnswer const* deciding_line(Judgement const& judgement) {
  auto const& decision = judgement.decision;
  if (decision.category == Category::never || judgement.circumstances.always) return nullptr;
  if (auto const* line = excluding_line(judgement)) return line;
  if (decision.selection != Decision::nobody)
    return decisive_line(judgement.selections[decision.selection]);
  bool const one = decision.category != Category::selection && !judgement.selections.empty();
  return one ? decisive_line(judgement.selections.front()) : nullptr;
}

/// Which selections failed on what: `No selection takes it: prestige (rating), crime (genres)`.
inline std::string refusals(Judgement const& judgement) {
  constexpr std::size_t most = 5;
  if (judgement.selections.empty()) return "There are no selections";
  std::vector<std::string> parts;
  for (auto const& each : judgement.selections)
    parts.push_back(each.compiled->name + " (" + std::string{name_of(each.opinion.decisive)} + ")");
  auto const more = parts.size() > most ? parts.size() - most : 0;
  if (more > 0) parts.resize(most);
  auto text = "No selection takes it: " + listed(parts, ",");
  return more > 0 ? text + " and " + to_text(more) + " more" : text;
}

/// What the selections made of a show.
inline std::string choice_words(Judgement const& judgement, Show const& show) {
  auto const& decision = judgement.decision;
  auto const& compiled = judgement.selections[decision.selection];
  auto const name = quoted(compiled.compiled->name);
  if (decision.category == Category::ignored) return "Ignored by selection " + name;
  if (decision.verdict == Verdict::no_tvdb)
    return "Wanted by selection " + name + ", but without a TVDB id";
  if (decision.verdict == Verdict::add) return "Taken by selection " + name;
  auto const* line = decisive_line(compiled);
  if (!line) return "Selection " + name + " asks for a review";
  return "Selection " + name + " cannot tell: " + refusal(*line, show);
}

/// Why a show got its verdict, in one sentence.
inline std::string reason(Judgement const& judgement, Show const& show) {
  auto const& decision = judgement.decision;
  if (decision.category == Category::never) return "Named in never";
  if (judgement.circumstances.always)
    return decision.verdict == Verdict::no_tvdb ? "Named in always, but without a TVDB id"
                                                : "Named in always";
  if (auto const* line = excluding_line(judgement)) return exclusion(*line, show);
  if (decision.selection != Decision::nobody) return choice_words(judgement, show);
  auto const* line = deciding_line(judgement);
  return line ? refusal(*line, show) : refusals(judgement);
}

}  // namespace sievarr::filter
