#include "problems.hpp"

#include <sievarr/base/text.hpp>

#include <algorithm>
#include <cstddef>

namespace sievarr::cli {
namespace {

/// A line longer than this is shown around the place only.
constexpr std::size_t widest = 100;

/// Where the line begins that a byte stands in.
std::size_t line_start(std::string_view source, std::size_t at) {
  auto const before = at == 0 ? std::string_view::npos : source.find_last_of("\r\n", at - 1);
  return before == std::string_view::npos ? 0 : before + 1;
}

/// One letter for each code point, none that would move the cursor of a terminal.
std::u32string shown(std::string_view text) {
  std::u32string letters;
  while (!text.empty()) {
    auto const point = first_code_point(text);
    bool const plain = point.value != no_code_point && !is_treacherous(point.value);
    letters += plain ? point.value : point.value == '\t' ? U' ' : U'\uFFFD';
    text.remove_prefix(point.size);
  }
  return letters;
}

std::string utf8(std::u32string_view letters) {
  std::string text;
  for (auto const letter : letters) append_utf8(text, letter);
  return text;
}

}  // namespace

std::string snippet(Place const& place, std::string_view source, os::Paint paint) {
  if (place.line == 0 || place.begin > source.size()) return "";
  auto const start = line_start(source, place.begin);
  auto const stop = std::min(source.find_first_of("\r\n", place.begin), source.size());
  auto const end = std::clamp<std::size_t>(place.end, place.begin, stop);
  auto letters = shown(source.substr(start, stop - start));
  auto column = shown(source.substr(start, place.begin - start)).size();
  auto marks =
      std::max<std::size_t>(1, shown(source.substr(place.begin, end - place.begin)).size());

  if (letters.size() > widest) {
    auto const first = column < widest / 2 ? 0 : column - widest / 2;
    letters = letters.substr(first, widest);
    column -= first;
    marks = std::min(marks, widest - std::min(column, widest - 1));
  }
  auto const number = std::to_string(place.line);
  std::string const margin(number.size(), ' ');
  auto const bar = paint(os::Colour::faint, " | ");
  return "  " + paint(os::Colour::faint, number) + bar + utf8(letters) + "\n  " + margin + bar +
         std::string(column, ' ') + paint(os::Colour::green, std::string(marks, '^')) + "\n";
}

}  // namespace sievarr::cli
