#pragma once

#include <sievarr/base/problem.hpp>
#include <sievarr/base/stable_sort.hpp>

#include <algorithm>
#include <string_view>
#include <tuple>
#include <vector>

namespace sievarr::config {

/// Whether one path leads through another: "selections[0].rating" through "selections[0]".
inline bool leads_through(std::string_view path, std::string_view above) {
  if (above.empty() || !path.starts_with(above)) return false;
  return path.size() == above.size() || path[above.size()] == '.' || path[above.size()] == '[';
}

/// Takes away what would not be said if the errors were mended: remarks about a value that could
/// not be read, or about something that holds such a value.
inline void drop_consequences(Problems& problems) {
  std::vector<std::string_view> errors;
  auto const all = problems;
  for (auto const& problem : all)
    if (problem.severity == Severity::error) errors.push_back(problem.path);
  std::erase_if(problems, [&](Problem const& problem) {
    return problem.severity != Severity::error && problem.code != "deprecated" &&
           std::any_of(errors.begin(), errors.end(),
                       [&](std::string_view error) { return leads_through(error, problem.path); });
  });
}

/// Brings problems into the order in which people look for them: the file from its top, then
/// variables and arguments by name; without those that others explain.
inline void tidy(Problems& problems) {
  drop_consequences(problems);
  auto const key = [](Problem const& problem) {
    auto const& place = problem.place;
    bool const outside = place.line == 0;
    return std::tuple{outside, std::string_view{place.source}, place.begin};
  };
  sievarr::stable_sort(problems, [&](auto const& a, auto const& b) { return key(a) < key(b); });
}

}  // namespace sievarr::config
