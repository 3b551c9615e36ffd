#pragma once

#include <sievarr/base/problem.hpp>
#include <sievarr/base/stable_sort.hpp>
#include <sievarr/base/text.hpp>
#include <sievarr/document/merge.hpp>
#include <sievarr/document/node.hpp>
#include <sievarr/document/path.hpp>
#include <sievarr/document/surroundings.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace sievarr::document {

/// What a variable or an argument can set.
struct Setting {
  enum class Shape : std::uint8_t { one, list };

  Path path;
  std::string name;  ///< Of the variable or argument; it is the place of the value.
  Shape shape = Shape::one;
};

/// A text from outside as a scalar. It is a text even where a document would read nothing.
inline Node scalar_of(std::string_view text, Place place) {
  Node node{.value = Scalar{.text = std::string(trimmed(text))}, .place = std::move(place)};
  if (is_null(node)) scalar(node)->style = Scalar::Style::quoted;
  return node;
}

/// "Reality,Talk Show" as a list; what is empty between commas is no item.
inline Node list_of(std::string_view text, Place const& place) {
  Sequence items;
  while (!text.empty()) {
    auto const item = text.substr(0, text.find(','));
    if (!trimmed(item).empty()) items.push_back(scalar_of(item, place));
    text.remove_prefix(std::min(item.size() + 1, text.size()));
  }
  return {.value = std::move(items), .place = place};
}

/// A text as the value of a setting. An empty one takes back what lower layers say.
inline Node value_of(Setting const& setting, std::string_view text) {
  Place place{.source = setting.name};
  if (trimmed(text).empty()) return reset(std::move(place));
  return setting.shape == Setting::Shape::list ? list_of(text, place)
                                               : scalar_of(text, std::move(place));
}

/// A tree that holds one value, at the end of a path. Items of lists stand under their numbers,
/// as merge() takes them.
inline Node tree_of(Path const& path, Node value) {
  auto const place = value.place;
  for (auto step = path.rbegin(); step != path.rend(); ++step) {
    auto const* key = std::get_if<std::string>(&*step);
    Member member{.key = key ? *key : std::to_string(std::get<std::size_t>(*step)),
                  .key_place = place,
                  .value = std::move(value)};
    value = {.value = Mapping{}, .place = place};
    mapping(value)->push_back(std::move(member));
  }
  return value;
}

/// A setting with what the surroundings say about it.
struct Answer {
  Setting setting;
  std::string text;
};

/// The settings that somebody set, by path, and what is wrong with how they did.
inline Reading<std::vector<Answer>> answers(std::vector<Setting> const& settings,
                                            Surroundings const& surroundings) {
  Reading<std::vector<Answer>> read;
  auto const report = [&](Setting const& setting, std::string_view code, std::string message) {
    read.problems.push_back({.place = {.source = setting.name},
                             .path = to_text(setting.path),
                             .message = std::move(message),
                             .code = code,
                             .fix = {}});
  };
  for (auto const& setting : settings) {
    auto found = look_up(surroundings, setting.name);
    if (!found)
      report(setting, found.error().code, found.error().message);
    else if (*found)
      read.value.push_back({.setting = setting, .text = **found});
  }
  auto& all = read.value;
  sievarr::stable_sort(
      all, [](Answer const& a, Answer const& b) { return a.setting.path < b.setting.path; });
  for (std::size_t at = 1; at < all.size(); ++at)
    if (all[at].setting.path == all[at - 1].setting.path)
      report(all[at].setting, "ambiguous-variable",
             "both " + all[at - 1].setting.name + " and " + all[at].setting.name +
                 " are set; keep one");
  return read;
}

/// A tree with what the environment says laid over it: each setting by its variable, or by the file
/// that the variable with _FILE behind its name names. The name is the place of what it sets.
inline Reading<Node> overridden(Node lower, std::vector<Setting> const& settings,
                                Surroundings const& surroundings) {
  auto found = answers(settings, surroundings);
  for (auto const& [setting, text] : found.value) {
    auto merged = merge(std::move(lower), tree_of(setting.path, value_of(setting, text)));
    lower = std::move(merged.value);
    append(found.problems, std::move(merged.problems));
  }
  return {.value = std::move(lower), .problems = std::move(found.problems)};
}

}  // namespace sievarr::document
