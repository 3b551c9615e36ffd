#pragma once

#include <sievarr/base/text.hpp>
#include <sievarr/derive/csv.hpp>
#include <sievarr/reflect/kind.hpp>
#include <sievarr/reflect/label.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>
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

/// A text that cannot break its line, however long.
inline std::string line_text(std::string text) {
  for (char& c : text)
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  return text;
}

inline std::string cell_text(std::string text) {
  return shortened(line_text(std::move(text)), widest_cell);
}

inline void append_padded(std::string& out, std::string const& text, std::size_t width,
                          bool right) {
  auto const padding = width - std::min(width, code_points(text));
  if (right) out.append(padding, ' ');
  out += text;
  if (!right) out.append(padding, ' ');
}

/// What stands in a cell: the label of a word that has one, else the value as programs write it.
template <class T>
std::string shown_text(T const& value) {
  if constexpr (reflect::Labelled<T>)
    return reflect::label_text(value);
  else
    return csv_text(value);
}

/// The columns of a table, each with its name above.
struct Columns {
  std::vector<std::vector<std::string>> cells = {};
  std::vector<bool> numeric = {};
};

/// The last column pushes nobody off the screen, and so it is left as it is.
template <reflect::Described Row>
Columns columns_of(std::span<Row const> rows) {
  Columns columns;
  std::size_t count = 0;
  reflect::for_each_field<Row>([&](auto) { ++count; });
  reflect::for_each_field<Row>([&](auto field) {
    auto& column = columns.cells.emplace_back();
    bool const is_last = columns.cells.size() == count;
    column.push_back(reflect::spelled(field.name, reflect::Spelling::upper));
    for (auto const& row : rows) {
      auto text = shown_text(field.in(row));
      column.push_back(is_last ? line_text(std::move(text)) : cell_text(std::move(text)));
    }
    columns.numeric.push_back(csv_is_number<typename decltype(field)::Value>());
  });
  return columns;
}

/// Rows as an aligned table for people: names of the fields above, numbers to the right. No line is
/// longer than a screen is wide, if that is said.
template <reflect::Described Row>
std::string print_table(std::span<Row const> rows, std::optional<std::size_t> screen = {}) {
  auto const [columns, numeric] = columns_of(rows);
  std::vector<std::size_t> widths;
  for (auto const& column : columns) {
    std::size_t width = 0;
    for (auto const& cell : column) width = std::max(width, code_points(cell));
    widths.push_back(width);
  }

  std::string out;
  for (std::size_t row = 0; row <= rows.size(); ++row) {
    std::string line;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (i > 0) line += "  ";
      append_padded(line, columns[i][row], widths[i], numeric[i]);
    }
    line.erase(line.find_last_not_of(' ') + 1);
    out += (screen ? shortened(line, *screen) : line) + '\n';
  }
  return out;
}

}  // namespace sievarr::derive
