#pragma once

#include <sievarr/filter/plan/answers.hpp>
#include <sievarr/filter/plan/wanted.hpp>

#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

/// What lines and selections say against a row, in words.
namespace sievarr::filter {

/// How a value misses what is wanted: where the words of a selection are not there, or are there
/// and should not be.
inline std::string_view miss(Words const& words, Known const& known) {
  auto const among = [&](Term const& term) { return has(known.words, term); };
  if (std::any_of(words.none.begin(), words.none.end(), among)) return "unwanted";
  if (!words.any.empty() && std::none_of(words.any.begin(), words.any.end(), among))
    return "not included";
  return "not all included";
}

inline std::string_view miss(Titles const& titles, KnownTitle const& title) {
  auto const fits = [&](value::Pattern const& pattern) { return pattern.matches(title.folded); };
  return std::any_of(titles.none.begin(), titles.none.end(), fits) ? "unwanted" : "not included";
}

inline std::string_view miss(Window const& window, KnownDay const& known) {
  return known.day && window.after && *known.day < *window.after ? "too early" : "too late";
}

inline std::string_view miss(Span const& span, KnownNumber const& number) {
  return number && span.min && !(*span.min <= *number) ? "too low" : "too high";
}

inline std::string_view miss(FlagTest const&, KnownFlag const&) { return "not as wanted"; }

inline std::string_view miss(Line const& line, Fact const& fact) {
  return std::visit(
      [&](auto const& test) -> std::string_view {
        if constexpr (std::is_same_v<decltype(test), Tree const&>)
          return "not met";
        else
          return miss(test, fact_for(test, fact));
      },
      line.test);
}

/// Whether a row cannot have the day that a line is about.
inline bool is_unmet(Line const& line, Facts const& facts) {
  auto const* const day = std::get_if<KnownDay>(&facts[index_of(rank_of(line))]);
  return day && !day->applies;
}

inline std::string actual_words(Line const& line, Facts const& facts) {
  if (std::holds_alternative<Tree>(line.test)) return {};
  return ": " + actual(*line.criterion, facts);
}

/// A line of a selection that speaks against a row:
/// `Language not included: German (wanted English, Irish)`.
inline std::string refusal(LineAnswer const& answer, Facts const& facts) {
  auto const& line = *answer.line;
  auto const& called = line.criterion->called;
  auto const wanted_words = " (wanted " + wanted(line) + ")";
  std::string text{called.heading};
  if (answer.answer == Answer::unknown) return text + " unknown" + wanted_words;
  if (is_unmet(line, facts)) return std::string{called.unmet} + wanted_words;
  text.append(" ").append(miss(line, facts[index_of(rank_of(line))]));
  return text + actual_words(line, facts) + wanted_words;
}

/// A line of `exclude` that a row meets: `Genre excluded: Reality (excludes News, Reality)`.
inline std::string exclusion(LineAnswer const& answer, Facts const& facts) {
  auto const& line = *answer.line;
  return std::string{line.criterion->called.heading} + " excluded" + actual_words(line, facts) +
         " (excludes " + wanted(line) + ")";
}

/// Which selections failed on what: `No selection takes it: prestige (rating), crime (genres)`.
inline std::string refusals(std::span<SieveAnswer const> selections) {
  constexpr std::size_t most = 5;
  if (selections.empty()) return "There are no selections";
  std::vector<std::string> parts;
  for (auto const& each : selections) {
    auto const* const line = decisive_line(each);
    parts.push_back(each.compiled->name);
    if (line) parts.back().append(" (").append(line->line->criterion->name).append(")");
  }
  auto const more = parts.size() > most ? parts.size() - most : 0;
  if (more > 0) parts.resize(most);
  auto text = "No selection takes it: " + listed(parts, ",");
  return more > 0 ? text + " and " + to_text(more) + " more" : text;
}

}  // namespace sievarr::filter
