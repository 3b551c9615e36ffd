#pragma once

#include <sievarr/base/text.hpp>
#include <sievarr/base/utf8.hpp>
#include <sievarr/config/layers.hpp>
#include <sievarr/document/positions.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>

/// Letters of a file that nobody sees, and that make it read otherwise than it is.
namespace sievarr::config {

/// Whether a letter changes the direction in which the letters behind it are shown.
constexpr bool turns_direction(char32_t letter) {
  return (letter >= 0x202A && letter <= 0x202E) || (letter >= 0x2066 && letter <= 0x2069);
}

/// A warning for each line that has such a letter, at the first of them.
inline Problems check_letters(Source const& file) {
  Problems problems;
  constexpr std::string_view beginnings[] = {"\xE2\x80", "\xE2\x81"};
  if (std::none_of(std::begin(beginnings), std::end(beginnings), [&](std::string_view beginning) {
        return file.text.find(beginning) != std::string::npos;
      }))
    return problems;
  document::Positions const positions(file.text, file.name);
  std::uint32_t last_line = 0;
  for (std::size_t at = 0; at < file.text.size();) {
    auto const point = first_code_point(std::string_view{file.text}.substr(at));
    auto const begin = static_cast<std::uint32_t>(at);
    at += point.size;
    if (!turns_direction(point.value)) continue;
    auto const place = positions.place(begin, static_cast<std::uint32_t>(at));
    if (place.line == last_line) continue;
    last_line = place.line;
    problems.push_back({.place = place,
                        .message = "an invisible letter, " +
                                   quoted(file.text.substr(begin, point.size)) +
                                   ", makes this line read otherwise than it is; take it out",
                        .code = "turned-direction",
                        .severity = Severity::warning,
                        .fix = {{place.begin, place.end, ""}}});
  }
  return problems;
}

}  // namespace sievarr::config
