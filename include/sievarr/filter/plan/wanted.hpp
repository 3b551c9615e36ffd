#pragma once

#include <sievarr/base/text.hpp>
#include <sievarr/filter/plan/facts.hpp>
#include <sievarr/filter/plan/line.hpp>
#include <sievarr/media/show.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

/// What a line wants and what a show has, in words: the two columns of the tree of reasons.
namespace sievarr::filter {

template <class Items>
std::string texts_of(Items const& items) {
  std::vector<std::string> texts;
  for (auto const& item : items) texts.push_back(item.text());
  return listed(texts, ",");
}

inline void append_part(std::string& text, std::string const& part) {
  if (!text.empty()) text += " and ";
  text += part;
}

inline std::string wanted(Words const& words) {
  std::string text = texts_of(words.any);
  if (!words.all.empty()) append_part(text, "all of " + texts_of(words.all));
  if (!words.none.empty()) append_part(text, "none of " + texts_of(words.none));
  return text;
}

inline std::string wanted(Titles const& titles) {
  std::string text = texts_of(titles.any);
  if (!titles.none.empty()) append_part(text, "none of " + texts_of(titles.none));
  return text;
}

inline std::string wanted(Window const& window) {
  if (!window.after) return to_text(*window.before) + " or earlier";
  if (!window.before) return to_text(*window.after) + " or later";
  return to_text(*window.after) + " to " + to_text(*window.before);
}

inline std::string wanted(Span const& span) {
  if (!span.min) return "at most " + to_text(*span.max);
  if (!span.max) return "at least " + to_text(*span.min);
  return to_text(*span.min) + " to " + to_text(*span.max);
}

inline std::string wanted(Line const& line);

/// One line of a condition: `rating at least 8`. What has parts of its own stands in brackets.
inline std::string wanted_branch(Line const& branch) {
  auto const* tree = std::get_if<Tree>(&branch.test);
  if (!tree) return std::string{name_of(branch.criterion)} + " " + wanted(branch);
  bool const bare = tree->kind == Tree::Kind::not_ || tree->branches.size() == 1;
  return bare ? wanted(branch) : "(" + wanted(branch) + ")";
}

inline std::string wanted(Tree const& tree) {
  if (tree.kind == Tree::Kind::not_) return "not " + wanted_branch(tree.branches.front());
  std::vector<std::string> branches;
  for (auto const& branch : tree.branches) branches.push_back(wanted_branch(branch));
  std::string_view const joint = tree.kind == Tree::Kind::any ? " or " : " and ";
  std::string text;
  for (auto const& branch : branches) text.append(text.empty() ? "" : joint).append(branch);
  return text;
}

/// What a line asks for: `English, Irish`, `at least 7.5`, `2010-01-01 or later`.
inline std::string wanted(Line const& line) {
  return std::visit([](auto const& test) { return wanted(test); }, line.test);
}

inline std::string or_unknown(std::optional<std::string> const& word) {
  return word ? std::string{trimmed(*word)} : "unknown";
}

inline std::string actual_networks(Show const& show) {
  if (show.network && show.web_channel)
    return or_unknown(show.network) + ", " + or_unknown(show.web_channel);
  return or_unknown(show.network ? show.network : show.web_channel);
}

inline std::string actual_genres(Show const& show) {
  std::vector<std::string_view> genres;
  for (auto const& genre : show.genres) genres.push_back(trimmed(genre));
  return genres.empty() ? "none" : listed(genres, ",");
}

inline std::string actual_end(Show const& show) {
  if (!has_ended(show)) return "not ended";
  return show.ended ? to_text(*show.ended) : "unknown";
}

/// What a show has where a criterion looks: `German`, `6.1`, `unknown`.
inline std::string actual(Criterion criterion, Show const& show) {
  auto const number = [&] {
    auto const known = number_of(criterion, show);
    return known ? to_text(*known) : "unknown";
  };
  switch (criterion) {
    case Criterion::genres: return actual_genres(show);
    case Criterion::types: return or_unknown(show.type);
    case Criterion::languages: return or_unknown(show.language);
    case Criterion::countries: return or_unknown(show.country);
    case Criterion::networks: return actual_networks(show);
    case Criterion::status: return or_unknown(show.status);
    case Criterion::premiered: return show.premiered ? to_text(*show.premiered) : "unknown";
    case Criterion::ended: return actual_end(show);
    case Criterion::rating:
    case Criterion::runtime:
    case Criterion::popularity: return number();
    case Criterion::titles: return std::string{trimmed(show.title)};
    default: return {};  // A condition has no value of its own; its branches have.
  }
}

}  // namespace sievarr::filter
