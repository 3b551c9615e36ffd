#pragma once

#include <sievarr/base/decimal.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace sievarr::value {

inline bool is_letter(char letter) {
  return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
}

inline bool is_hex(char letter) {
  return is_digit(letter) || (letter >= 'a' && letter <= 'f') || (letter >= 'A' && letter <= 'F');
}

/// Cuts a text at the first mark: what stands before it; the rest stays, without the mark.
inline std::string_view take_until(std::string_view& text, char mark) {
  auto const end = std::min(text.find(mark), text.size());
  auto const part = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return part;
}

/// Four numbers up to 255 without leading zeros: 192.168.1.10.
inline bool is_ipv4(std::string_view text) {
  if (std::count(text.begin(), text.end(), '.') != 3) return false;
  for (int part = 0; part < 4; ++part) {
    auto const digits = take_until(text, '.');
    if (digits.empty() || digits.size() > 3 || leading_digits(digits) != digits.size())
      return false;
    if (digits.size() > 1 && digits[0] == '0') return false;
    if (digits.size() == 3 && digits > "255") return false;
  }
  return true;
}

/// How many groups of hexadecimal digits stand between the colons; 9 is too many or a wrong one.
inline int ipv6_groups(std::string_view text) {
  constexpr int wrong = 9;
  int groups = 0;
  for (bool more = !text.empty(); more;) {
    more = text.find(':') != std::string_view::npos;
    auto const group = take_until(text, ':');
    bool const hex = std::all_of(group.begin(), group.end(), is_hex);
    if (!hex || group.empty() || group.size() > 4 || ++groups == wrong) return wrong;
  }
  return groups;
}

/// Eight groups of hexadecimal digits, or fewer around one gap; the last two may be written as an
/// IPv4 address: ::1, fe80::1, ::ffff:10.0.0.1.
inline bool is_ipv6(std::string_view text) {
  std::string groups{text};
  auto const last = text.rfind(':') + 1;
  if (last > 0 && is_ipv4(text.substr(last))) groups.replace(last, groups.size(), "0:0");
  auto const gap = groups.find("::");
  if (gap == std::string::npos) return ipv6_groups(groups) == 8;
  auto const whole = std::string_view{groups};
  return ipv6_groups(whole.substr(0, gap)) + ipv6_groups(whole.substr(gap + 2)) < 8;
}

/// Labels of letters, digits, hyphens and underscores (containers have those), joined by dots.
inline bool is_host_name(std::string_view text) {
  if (text.ends_with('.')) text.remove_suffix(1);
  if (text.empty() || text.size() > 253) return false;
  std::string_view label;
  for (bool more = true; more;) {
    more = text.find('.') != std::string_view::npos;
    label = take_until(text, '.');
    if (label.empty() || label.size() > 63 || label.front() == '-' || label.back() == '-')
      return false;
    for (char const letter : label)
      if (!is_letter(letter) && !is_digit(letter) && letter != '-' && letter != '_') return false;
  }
  return leading_digits(label) != label.size();  // All digits would be half an IPv4 address.
}

}  // namespace sievarr::value
