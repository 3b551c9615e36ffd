#pragma once

#include <sievarr/document/path.hpp>
#include <sievarr/filter/subject/criterion.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace sievarr::editor {

/// The key at a step of a path; empty for an index.
inline std::string_view key_at(document::Path const& path, std::size_t step) {
  if (step >= path.size()) return {};
  auto const* key = std::get_if<std::string>(&path[step]);
  return key ? std::string_view{*key} : std::string_view{};
}

/// The last key of a path.
inline std::string_view last_key(document::Path const& path) {
  for (auto step = path.size(); step-- > 0;)
    if (auto const key = key_at(path, step); !key.empty()) return key;
  return {};
}

/// The criterion in whose line a path is, such as genres for exclude.genres.any[2]. What stands
/// below `unknown` and `tests` has the same names and is something else.
inline std::optional<filter::Criterion> criterion_at(document::Path const& path) {
  std::optional<filter::Criterion> found;
  for (std::size_t step = 0; step < path.size(); ++step) {
    auto const key = key_at(path, step);
    if (key == "unknown" || key == "tests" || key == "expect") return std::nullopt;
    for (auto const& each : reflect::enumerators_of<filter::Criterion>())
      if (each.name == key) found = each.value;
  }
  return found;
}

/// Whether shows have words under a criterion.
constexpr bool has_words(filter::Criterion criterion) {
  return criterion <= filter::Criterion::status;
}

}  // namespace sievarr::editor
