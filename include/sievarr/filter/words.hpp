#pragma once

#include <sievarr/base/number.hpp>
#include <sievarr/base/text.hpp>
#include <sievarr/filter/facts.hpp>
#include <sievarr/filter/line.hpp>

#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// What lines ask for and what shows have, in words for people.
namespace sievarr::filter {

template <class Items>
std::string texts_of(Items const& items) {
  std::vector<std::string> texts;
  for (auto const& item : items) texts.push_back(item.text());
  return listed(texts, ",");
}

inline void add_part(std::string& text, std::string_view words, std::string const& part) {
  if (part.empty()) return;
  if (!text.empty()) text += ", ";
  text.append(words).append(part);
}

inline std::string wanted(Words const& words) {
  std::string text;
  add_part(text, "", texts_of(words.any));
  add_part(text, "all of ", texts_of(words.all));
  add_part(text, "none of ", texts_of(words.none));
  return text;
}

inline std::string wanted(Titles const& titles) {
  std::string text;
  add_part(text, "", texts_of(titles.any));
  add_part(text, "none of ", texts_of(titles.none));
  return text;
}

inline std::string wanted(Window const& window) {
  if (window.after && window.before)
    return to_text(*window.after) + " to " + to_text(*window.before);
  return window.after ? "from " + to_text(*window.after) : "until " + to_text(*window.before);
}

inline std::string wanted(Span const& span) {
  if (span.min && span.max) return to_text(*span.min) + " to " + to_text(*span.max);
  return span.min ? "at least " + to_text(*span.min) : "at most " + to_text(*span.max);
}

inline std::string wanted(Line const& line);

/// A tree in one line: "(networks HBO or rating at least 8)".
inline std::string wanted(Tree const& tree) {
  std::vector<std::string> parts;
  for (auto const& branch : tree.branches) {
    bool const nested = std::holds_alternative<Tree>(branch.test);
    auto const name = nested ? "" : std::string{name_of(branch.criterion)} + " ";
    parts.push_back(name + wanted(branch));
  }
  if (tree.kind == Tree::Kind::not_) return "not " + parts.front();
  std::string text;
  for (auto const& part : parts)
    text.append(text.empty() ? "" : tree.kind == Tree::Kind::any ? " or " : " and ").append(part);
  return parts.size() == 1 ? text : "(" + text + ")";
}

/// What a line asks for: "English, Irish", "at least 7.5", "from 2010-01-01".
inline std::string wanted(Line const& line) {
  return std::visit([](auto const& test) { return wanted(test); }, line.test);
}

inline std::string text_or_unknown(std::optional<std::string> const& text) {
  return text ? *text : "unknown";
}

inline std::string actual_networks(Show const& show) {
  if (show.network && show.web_channel) return *show.network + ", " + *show.web_channel;
  return text_or_unknown(show.network ? show.network : show.web_channel);
}

inline std::string actual_day(std::optional<Date> const& day) {
  return day ? to_text(*day) : "unknown";
}

inline std::string actual_number(Criterion criterion, Show const& show) {
  auto const number = number_of(criterion, show);
  return number ? to_text(*number) : "unknown";
}

/// What a show has where a line asks: "German", "none", "unknown". A tree asks in many places.
inline std::string actual(Criterion criterion, Show const& show) {
  switch (criterion) {
    case Criterion::genres: return show.genres.empty() ? "none" : listed(show.genres, ",");
    case Criterion::types: return text_or_unknown(show.type);
    case Criterion::languages: return text_or_unknown(show.language);
    case Criterion::countries: return text_or_unknown(show.country);
    case Criterion::networks: return actual_networks(show);
    case Criterion::status: return text_or_unknown(show.status);
    case Criterion::premiered: return actual_day(show.premiered);
    case Criterion::ended: return has_ended(show) ? actual_day(show.ended) : "not ended";
    case Criterion::titles: return show.title;
    case Criterion::where: return "";
    default: return actual_number(criterion, show);
  }
}

}  // namespace sievarr::filter
