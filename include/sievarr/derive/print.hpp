#pragma once

#include <sievarr/base/text.hpp>
#include <sievarr/derive/csv.hpp>
#include <sievarr/reflect/kind.hpp>

#include <algorithm>
#include <span>
#include <string>
#include <vector>

namespace sievarr::derive {

/// A cell is cut where it would push the others off the screen.
inline constexpr std::size_t widest_cell = 48;

/// The first code points of a text; an ellipsis takes the place of the last where more follow.
inline std::string shortened(std::string_view text, std::size_t most) {
  if (code_points(text) <= most) return std::string{text};
  std::size_t end = 0;
  for (std::size_t seen = 0; seen < most; ++end)
    if ((static_cast<unsigned char>(text[end]) & 0xC0) != 0x80) ++seen;
  return std::string{text.substr(0, end - 1)} + "\u2026";
}

inline std::string cell_text(std::string text) {
  for (char& c : text)
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  return shortened(text, widest_cell);
}

inline void append_padded(std::string& out, std::string const& text, std::size_t width,
                          bool right) {
  auto const padding = width - std::min(width, code_points(text));
  if (right) out.append(padding, ' ');
  out += text;
  if (!right) out.append(padding, ' ');
}

/// Rows as an aligned table for people: names of the fields above, numbers to the right.
template <reflect::Described Row>
std::string print_table(std::span<Row const> rows) {
  std::vector<std::vector<std::string>> columns;
  std::vector<bool> numeric;
  reflect::for_each_field<Row>([&](auto field) {
    auto& column = columns.emplace_back();
    column.push_back(reflect::spelled(field.name, reflect::Spelling::upper));
    for (auto const& row : rows) column.push_back(cell_text(csv_text(field.in(row))));
    numeric.push_back(csv_is_number<typename decltype(field)::Value>());
  });

  std::vector<std::size_t> widths;
  for (auto const& column : columns) {
    std::size_t width = 0;
    for (auto const& cell : column) width = std::max(width, code_points(cell));
    widths.push_back(width);
  }

  std::string out;
  for (std::size_t line = 0; line <= rows.size(); ++line) {
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (i > 0) out += "  ";
      append_padded(out, columns[i][line], widths[i], numeric[i]);
    }
    out.erase(out.find_last_not_of(' ') + 1);
    out += '\n';
  }
  return out;
}

}  // namespace sievarr::derive
