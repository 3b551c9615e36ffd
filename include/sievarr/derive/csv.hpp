#pragma once

#include <sievarr/derive/json.hpp>
#include <sievarr/reflect/kind.hpp>

#include <string>
#include <string_view>
#include <utility>

namespace sievarr::derive {

/// A field of a CSV line (RFC 4180). Text that a spreadsheet would run as a formula gets a quote
/// in front, since titles come from strangers.
inline void append_csv_field(std::string& out, std::string_view text) {
  bool const formula = !text.empty() && std::string_view{"=+-@\t\r"}.find(text[0]) != text.npos;
  if (!formula && text.find_first_of(",\"\r\n") == text.npos) {
    out += text;
    return;
  }
  out += '"';
  if (formula) out += '\'';
  for (char const c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

template <class T>
std::string csv_text(T const& value) {
  if constexpr (reflect::Scalar<T>) {
    return reflect::word_of(value);
  } else if constexpr (reflect::Maybe<T>) {
    return value.has_value() ? csv_text(*value) : "";
  } else if constexpr (reflect::List<T>) {
    std::string joined;
    for (auto const& item : value) joined.append(joined.empty() ? "" : "|").append(csv_text(item));
    return joined;
  } else {
    return to_json(value);
  }
}

template <class T>
consteval bool csv_is_number() {
  if constexpr (reflect::Maybe<T>) return csv_is_number<reflect::Inner<T>>();
  if constexpr (reflect::Scalar<T>)
    return reflect::ScalarOf<T>::shape.type != reflect::Shape::Type::text;
  return false;
}

/// The names of the columns, as the first line of a CSV file.
template <reflect::Described T>
std::string csv_header() {
  std::string line;
  reflect::for_each_field<T>(
      [&](auto field) { line.append(line.empty() ? "" : ",").append(field.name); });
  return line + "\r\n";
}

/// A value as a line of a CSV file; the items of a list are joined with bars,
/// what is deeper is JSON.
template <reflect::Described T>
std::string csv_line(T const& row) {
  std::string line;
  bool first = true;
  reflect::for_each_field<T>([&](auto field) {
    if (!std::exchange(first, false)) line += ',';
    auto const text = csv_text(field.in(row));
    if constexpr (csv_is_number<typename decltype(field)::Value>())
      line += text;
    else
      append_csv_field(line, text);
  });
  return line + "\r\n";
}

}  // namespace sievarr::derive
