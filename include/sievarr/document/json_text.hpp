#pragma once

#include <sievarr/base/utf8.hpp>
#include <sievarr/document/json_scan.hpp>

#include <string>
#include <string_view>

namespace sievarr::document {

/// Writes one character that cannot stand for itself in a JSON string.
inline void append_json_escape(std::string& out, char letter) {
  switch (letter) {
    case '"': out += "\\\""; return;
    case '\\': out += "\\\\"; return;
    case '\n': out += "\\n"; return;
    case '\r': out += "\\r"; return;
    case '\t': out += "\\t"; return;
    case '\b': out += "\\b"; return;
    case '\f': out += "\\f"; return;
    default: break;
  }
  constexpr std::string_view digits = "0123456789abcdef";
  auto const byte = static_cast<unsigned char>(letter);
  out += "\\u00";
  out += digits[byte >> 4];
  out += digits[byte & 15];
}

/// Writes a text as a JSON string, quotes included. Whatever the text holds, the result is JSON:
/// bytes that are no UTF-8 become U+FFFD.
inline void append_json_string(std::string& out, std::string_view text) {
  out += '"';
  while (!text.empty()) {
    auto const first = text.data();
    auto const plain = static_cast<std::size_t>(json_plain_end(first, first + text.size()) - first);
    out.append(text.substr(0, plain));
    text.remove_prefix(plain);
    if (text.empty()) break;
    auto const point = first_code_point(text);
    if (point.value == no_code_point) {
      out += "\xEF\xBF\xBD";
    } else if (point.size > 1) {
      out.append(text.substr(0, point.size));
    } else {
      append_json_escape(out, text[0]);
    }
    text.remove_prefix(point.size);
  }
  out += '"';
}

}  // namespace sievarr::document
