#pragma once

#include <sievarr/base/utf8.hpp>
#include <sievarr/document/node.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace sievarr::document {

/// What a scalar has around it: between brackets fewer signs may stand without quotes.
enum class YamlContext : std::uint8_t { block, flow };

/// A code point that has to be escaped even in double quotes.
inline bool must_be_escaped(char32_t point) {
  return point < 0x20 || (point >= 0x7F && point < 0xA1) || point == 0x2028 || point == 0x2029 ||
         point == 0xFEFF || point == 0xFFFE || point == 0xFFFF;
}

inline bool has_escapes(std::string_view text) {
  while (!text.empty()) {
    auto const point = first_code_point(text);
    if (must_be_escaped(point.value)) return true;
    text.remove_prefix(point.size);
  }
  return false;
}

/// Whether a text can stand without quotes and be read as itself.
inline bool can_be_plain(std::string_view text, YamlContext context) {
  constexpr auto npos = std::string_view::npos;
  if (text.empty() || text.front() == ' ' || text.back() == ' ' || text.back() == ':') return false;
  if (has_escapes(text) || text.find(": ") != npos || text.find(" #") != npos) return false;
  if (text.starts_with("---") || text.starts_with("...")) return false;
  if (std::string_view(",[]{}#&*!|>'\"%@`").find(text.front()) != npos) return false;
  auto const may_lead = text.size() > 1 && text[1] != ' ';
  if (std::string_view("-?:").find(text.front()) != npos && !may_lead) return false;
  if (context == YamlContext::block) return true;
  return text.find_first_of(",[]{}") == npos && text.front() != '?' && text.front() != ':' &&
         text.find(":?") == npos;
}

/// Whether some reader of YAML would take a plain text for something else than a text.
inline bool looks_like_more(std::string_view text) {
  auto const is_digit = [](char letter) { return letter >= '0' && letter <= '9'; };
  auto const start = text.find_first_not_of("+-.");
  if (start != std::string_view::npos && start < 3 && is_digit(text[start])) return true;
  std::string lower;
  for (auto const letter : text.substr(0, 6))
    lower += letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
  auto const words = std::array<std::string_view, 18>{
      "null", "~", "true", "false", "yes",  "no",    "on",    "off", "y",
      "n",    "=", "<<",   ".nan",  ".inf", "-.inf", "+.inf", "nan", "inf"};
  return std::find(words.begin(), words.end(), lower) != words.end();
}

/// A text in double quotes, on one line.
inline std::string double_quoted(std::string_view text) {
  std::string quoted = "\"";
  auto const escape = [&](char letter, char32_t point, int digits) {
    quoted += '\\';
    quoted += letter;
    for (auto shift = 4 * (digits - 1); shift >= 0; shift -= 4)
      quoted += "0123456789abcdef"[(point >> shift) & 0xF];
  };
  while (!text.empty()) {
    auto const point = first_code_point(text);
    if (point.value == '\n')
      escape('n', 0, 0);
    else if (point.value == '\t')
      escape('t', 0, 0);
    else if (point.value == '"' || point.value == '\\')
      escape(text.front(), 0, 0);
    else if (must_be_escaped(point.value))
      escape('u', point.value, 4);
    else
      quoted += text.substr(0, point.size);
    text.remove_prefix(point.size);
  }
  return quoted + "\"";
}

/// A scalar on one line, in quotes only where it would not be read as the same text without.
inline std::string yaml_scalar(Scalar const& scalar, YamlContext context) {
  auto const is_plain = scalar.style == Scalar::Style::plain;
  if (is_plain && scalar.text.empty()) return "null";
  auto const needs_quotes =
      !can_be_plain(scalar.text, context) || (!is_plain && looks_like_more(scalar.text));
  return needs_quotes ? double_quoted(scalar.text) : scalar.text;
}

/// A key on one line.
inline std::string yaml_key(std::string_view key, YamlContext context) {
  auto const needs_quotes = !can_be_plain(key, context) || key == "<<" || key == "~" ||
                            key.find(':') != std::string_view::npos;
  return needs_quotes ? double_quoted(key) : std::string(key);
}

}  // namespace sievarr::document
