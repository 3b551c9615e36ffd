#pragma once

#include <sievarr/filter/explain/effect.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

/// Lines and selections that do nothing to a table.
namespace sievarr::filter {

inline Problem idle(Place const& place, std::string const& path, std::string_view code,
                    std::string message) {
  return {.place = place,
          .path = path,
          .message = std::move(message),
          .code = code,
          .severity = code == "dead-line" ? Severity::hint : Severity::warning,
          .fix = {}};
}

/// Why a selection takes no row at all.
inline std::string why_none(RuleEffect const& rule, std::uint32_t rows, Nouns nouns) {
  auto const takes_no = "takes no " + std::string{nouns.one};
  for (auto const& effect : rule.lines)
    if (effect.rejects == rows)
      return takes_no + ": all of them fail " + quoted(effect.line->criterion->name);
  return takes_no + ": none meets all of its lines";
}

/// Lines of exclude that exclude nothing, selections that take nothing, and selections whose rows
/// are all taken by earlier ones.
inline Problems idle_rules(Effects const& effects, Nouns nouns) {
  Problems problems;
  auto const rows = effects.front().asked;
  if (rows == 0) return problems;
  for (auto const& effect : effects.front().lines)
    if (effect.rejects == 0)
      problems.push_back(idle(effect.line->place, effect.line->path, "dead-line",
                              "excludes no " + std::string{nouns.one}));
  for (auto const& rule : effects) {
    if (!rule.compiled) continue;
    auto const& [place, path] = std::pair{rule.compiled->place, rule.compiled->path};
    if (rule.passed + rule.unsure == 0)
      problems.push_back(idle(place, path, "never-matches", why_none(rule, rows, nouns)));
    else if (rule.decided == 0)
      problems.push_back(idle(place, path, "shadowed",
                              "decides nothing: earlier selections take all its " +
                                  std::string{nouns.many} + " (" +
                                  to_text(rule.passed + rule.unsure) + ")"));
  }
  return problems;
}

}  // namespace sievarr::filter
