#include "checks.hpp"

#include <algorithm>

namespace sievarr::tidy {
namespace {

constexpr std::size_t widest_line = 100;
constexpr std::size_t longest_header = 300;

std::size_t columns_of(std::string_view line) {
  return static_cast<std::size_t>(
      std::count_if(line.begin(), line.end(), [](char byte) { return (byte & '\xC0') != '\x80'; }));
}

Findings check_line(Source const& source, std::size_t index) {
  Findings findings;
  auto const& line = source.lines[index];
  auto const columns = columns_of(line);
  bool const may_be_wide = source.path.ends_with(".md") || is_raw_string(source, index);
  if (columns > widest_line && !may_be_wide) {
    findings.push_back(
        {source.path, index + 1, "a line has at most 100 columns, got " + std::to_string(columns)});
  }
  if (line.find('\t') != std::string::npos) {
    findings.push_back({source.path, index + 1, "a tab, indent with spaces"});
  }
  if (line.ends_with(' ') || line.ends_with('\r')) {
    findings.push_back({source.path, index + 1, "blanks at the end of the line"});
  }
  return findings;
}

/// Ours before those of others before the standard library's.
enum class Group { ours, others, standard };

Group group_of(Include const& include) {
  if (is_ours(include)) return Group::ours;
  return include.name.find_first_of("./") == std::string::npos ? Group::standard : Group::others;
}

Findings check_groups(Source const& source) {
  for (std::size_t i = 1; i < source.includes.size(); ++i) {
    auto const& before = source.includes[i - 1];
    auto const& here = source.includes[i];
    bool const adjacent = here.line == before.line + 1;
    if (group_of(here) < group_of(before)) {
      return {{source.path, here.line,
               "includes stand in groups: own header, ours, third party, standard"}};
    }
    if (adjacent && group_of(here) != group_of(before)) {
      return {{source.path, here.line, "an empty line stands between groups of includes"}};
    }
  }
  return {};
}

}  // namespace

Findings check_layout(Source const& source) {
  Findings findings;
  for (std::size_t i = 0; i < source.lines.size(); ++i) append(findings, check_line(source, i));
  if (is_header(source)) {
    if (source.lines.empty() || source.lines.front() != "#pragma once") {
      findings.push_back({source.path, 1, "a header begins with #pragma once"});
    }
    if (source.lines.size() > longest_header) {
      findings.push_back({source.path, 0,
                          "a header has at most 300 lines, got " +
                              std::to_string(source.lines.size()) + "; cut it by meaning"});
    }
  }
  append(findings, check_groups(source));
  return findings;
}

}  // namespace sievarr::tidy
