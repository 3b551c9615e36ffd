#include "target.hpp"

#include <algorithm>
#include <cstdint>

namespace sievarr::sim {
namespace {

std::optional<std::uint8_t> digit(char letter) {
  if (letter >= '0' && letter <= '9') return static_cast<std::uint8_t>(letter - '0');
  if (letter >= 'a' && letter <= 'f') return static_cast<std::uint8_t>(letter - 'a' + 10);
  if (letter >= 'A' && letter <= 'F') return static_cast<std::uint8_t>(letter - 'A' + 10);
  return std::nullopt;
}

/// What is escaped wrongly stands for itself.
std::string unescaped(std::string_view text) {
  std::string plain;
  for (std::size_t at = 0; at < text.size(); ++at) {
    auto const high = at + 2 < text.size() ? digit(text[at + 1]) : std::nullopt;
    auto const low = at + 2 < text.size() ? digit(text[at + 2]) : std::nullopt;
    if (text[at] != '%' || !high || !low) {
      plain += text[at];
      continue;
    }
    plain += static_cast<char>(*high * 16 + *low);
    at += 2;
  }
  return plain;
}

}  // namespace

Target::Target(std::string_view text) {
  auto const mark = text.find('?');
  path = unescaped(text.substr(0, mark));
  if (mark == std::string_view::npos) return;
  text.remove_prefix(mark + 1);
  while (!text.empty()) {
    auto const pair = text.substr(0, text.find('&'));
    text.remove_prefix(std::min(text.size(), pair.size() + 1));
    auto const equals = pair.find('=');
    auto const given = equals == std::string_view::npos ? "" : pair.substr(equals + 1);
    if (!pair.empty()) query.emplace_back(unescaped(pair.substr(0, equals)), unescaped(given));
  }
}

std::optional<std::string_view> Target::value(std::string_view name) const {
  for (auto const& [key, given] : query)
    if (key == name) return given;
  return std::nullopt;
}

}  // namespace sievarr::sim
