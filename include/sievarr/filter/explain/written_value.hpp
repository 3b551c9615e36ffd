#pragma once

#include <sievarr/base/fold.hpp>
#include <sievarr/document/path.hpp>
#include <sievarr/filter/language/country.hpp>
#include <sievarr/filter/plan/line.hpp>

#include <string>
#include <utility>
#include <vector>

/// Where the values stand that lines name.
namespace sievarr::filter {

inline document::Node const* find_scalar(document::Node const& node,
                                         AskedCriterion const& criterion, std::string const& text) {
  if (auto const* scalar = document::scalar(node)) {
    if (same_text(scalar->text, text)) return &node;
    if (!criterion.asks_for_countries) return nullptr;
    auto const country = Country::read(scalar->text);
    return country && country->text() == text ? &node : nullptr;
  }
  if (auto const* items = document::sequence(node))
    for (auto const& item : *items)
      if (auto const* found = find_scalar(item, criterion, text)) return found;
  if (auto const* members = document::mapping(node))
    for (auto const& member : *members)
      if (auto const* found = find_scalar(member.value, criterion, text)) return found;
  return nullptr;
}

/// The scalar that names a value below a line; null where there is none, or no document.
inline document::Node const* written_value(document::Node const* document, Line const& line,
                                           std::string const& text) {
  if (!document) return nullptr;
  auto const path = document::read_path(line.path);
  auto const* node = path ? document::find(*document, *path) : nullptr;
  return node ? find_scalar(*node, *line.criterion, text) : nullptr;
}

/// A warning that nothing is like a value that a line names, with what was probably meant.
inline Problem no_such_value(document::Node const* document, Line const& line,
                             std::string const& text, std::string message) {
  auto const* const value = written_value(document, line, text);
  return {.place = value ? value->place : line.place,
          .path = line.path,
          .message = std::move(message),
          .code = "no-such-value",
          .severity = Severity::warning,
          .fix = {}};
}

/// Puts another value into the place of the one that a problem is about.
inline void suggest_value(Problem& problem, std::string value) {
  if (problem.place.line > 0 && problem.place.end > problem.place.begin)
    problem.fix.push_back({problem.place.begin, problem.place.end, std::move(value)});
}

}  // namespace sievarr::filter
