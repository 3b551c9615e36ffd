#pragma once

#include <sievarr/sample/dice.hpp>
#include <sievarr/sample/english_words.hpp>
#include <sievarr/sample/foreign_words.hpp>

#include <array>
#include <string>
#include <string_view>

namespace sievarr::sample {

/// Titles with gaps: n is a noun, m several, a an adjective, d a doing, w somebody, p a place, t a
/// theme, # a number.
inline constexpr std::array english_patterns{
    Chance<std::string_view>{5, "{n}"},
    Chance<std::string_view>{10, "The {n}"},
    Chance<std::string_view>{140, "The {a} {n}"},
    Chance<std::string_view>{80, "{a} {n}"},
    Chance<std::string_view>{70, "{a} {m}"},
    Chance<std::string_view>{110, "The {n} of {p}"},
    Chance<std::string_view>{60, "{n} & {n}"},
    Chance<std::string_view>{60, "{w}'s {n}"},
    Chance<std::string_view>{46, "{w} and {w}"},
    Chance<std::string_view>{80, "{p} {n}"},
    Chance<std::string_view>{60, "{p} {t}"},
    Chance<std::string_view>{40, "{d} {w}"},
    Chance<std::string_view>{34, "{d} {p}"},
    Chance<std::string_view>{70, "The {n} {t}"},
    Chance<std::string_view>{56, "{w} {w}"},
    Chance<std::string_view>{70, "{w} {w}: {a} {n}"},
    Chance<std::string_view>{70, "{n}: The {a} {m}"},
    Chance<std::string_view>{30, "{w} Investigates: The {a} {n}"},
    Chance<std::string_view>{14, "{#} {m}"},
    Chance<std::string_view>{6, "{n} {#}"},
    Chance<std::string_view>{6, "Café {n}"},
    Chance<std::string_view>{90, "The {a} {n} of {p}"},
    Chance<std::string_view>{40, "{d} the {a} {n}"},
    Chance<std::string_view>{8, "So You Want to Be a {n}?"},
    Chance<std::string_view>{24, "{a} {n}, {a} {n}"},
    Chance<std::string_view>{10, "{n}: {#}"},
};

inline std::string plural(std::string_view noun) {
  if (noun.ends_with('y')) return std::string(noun.substr(0, noun.size() - 1)) + "ies";
  auto const hisses = noun.ends_with('s') || noun.ends_with('x') || noun.ends_with("ch");
  return std::string(noun) + (hisses ? "es" : "s");
}

inline std::string word_for(Dice& dice, char gap) {
  switch (gap) {
    case 'n': return std::string(dice.pick(english::nouns));
    case 'm': return plural(dice.pick(english::nouns));
    case 'a': return std::string(dice.pick(english::adjectives));
    case 'd': return std::string(dice.pick(english::doings));
    case 'w': return std::string(dice.pick(english::people));
    case 'p': return std::string(dice.pick(english::places));
    case 't': return std::string(dice.pick(english::themes));
    default: return std::to_string(dice.between(2, 99));
  }
}

inline std::string english_title(Dice& dice) {
  auto pattern = dice.pick(english_patterns);
  std::string title;
  while (!pattern.empty()) {
    auto const gap = pattern.front() == '{';
    if (gap)
      title += word_for(dice, pattern[1]);
    else
      title += pattern.front();
    pattern.remove_prefix(gap ? 3 : 1);
  }
  return title;
}

/// A title in the language's own words and letters.
inline std::string native_title(Dice& dice, Vocabulary const& words) {
  auto const joined = [&](std::string_view head) {
    return std::string(head).append(words.joint).append(dice.pick(words.tails));
  };
  std::string const head(dice.pick(words.heads));
  auto const form = dice.below(10);
  if (form == 2) return head + " " + std::string(dice.pick(english::people));
  if (words.joint.empty() && form > 2 && form < 7)
    return joined(head + std::string(dice.pick(words.heads)));
  auto const first = joined(head);
  if (form == 0) return first;
  if (form == 1) return first + " " + std::to_string(dice.between(2, 9));
  return first + ": " + joined(dice.pick(words.heads));
}

/// A title as a catalogue has it: half of what is not English is known by an English one.
inline std::string title(Dice& dice, std::string_view language) {
  for (auto const& words : vocabularies)
    if (words.language == language && dice.happens(540)) return native_title(dice, words);
  return english_title(dice);
}

}  // namespace sievarr::sample
