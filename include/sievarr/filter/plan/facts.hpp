#pragma once

#include <sievarr/base/text.hpp>
#include <sievarr/filter/plan/line.hpp>
#include <sievarr/media/show.hpp>

#include <optional>
#include <string>

/// What a show has under each heading that a line can ask about.
namespace sievarr::filter {

inline Known one_word(std::optional<std::string> const& word) {
  if (!word) return {.words = {}, .known = false};
  return {.words = {fold(trimmed(*word))}};
}

inline Known genres_of(Show const& show) {
  Known known;
  for (auto const& genre : show.genres) known.words.push_back(fold(trimmed(genre)));
  return known;
}

inline Known networks_of(Show const& show) {
  Known known{.words = {}, .known = show.network || show.web_channel};
  if (show.network) known.words.push_back(fold(trimmed(*show.network)));
  if (show.web_channel) known.words.push_back(fold(trimmed(*show.web_channel)));
  return known;
}

inline Known words_of(Criterion criterion, Show const& show) {
  switch (criterion) {
    case Criterion::genres: return genres_of(show);
    case Criterion::types: return one_word(show.type);
    case Criterion::languages: return one_word(show.language);
    case Criterion::countries: return one_word(show.country);
    case Criterion::networks: return networks_of(show);
    default: return one_word(show.status);
  }
}

inline bool has_ended(Show const& show) { return show.status && same_text(*show.status, "ended"); }

/// Only a show that has ended can meet a bound of its end.
inline Answer ask_ended(Window const& window, Show const& show) {
  return has_ended(show) ? ask(window, show.ended) : Answer::no;
}

inline std::optional<double> number_of(Criterion criterion, Show const& show) {
  switch (criterion) {
    case Criterion::rating: return show.rating;
    case Criterion::runtime: return show.runtime ? show.runtime : show.average_runtime;
    default: return show.weight;
  }
}

inline Answer ask(Line const& line, Show const& show) {
  if (auto const* words = std::get_if<Words>(&line.test))
    return ask(*words, words_of(line.criterion, show));
  if (auto const* window = std::get_if<Window>(&line.test))
    return line.criterion == Criterion::ended ? ask_ended(*window, show)
                                              : ask(*window, show.premiered);
  if (auto const* span = std::get_if<Span>(&line.test))
    return ask(*span, number_of(line.criterion, show));
  if (auto const* titles = std::get_if<Titles>(&line.test))
    return ask(*titles, fold(trimmed(show.title)));

  auto const& tree = std::get<Tree>(line.test);
  std::vector<Answer> answers;
  for (auto const& branch : tree.branches) answers.push_back(ask(branch, show));
  return combined(tree.kind, answers);
}

}  // namespace sievarr::filter
