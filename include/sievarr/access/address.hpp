#pragma once

#include <sievarr/base/number.hpp>
#include <sievarr/config/address_range.hpp>
#include <sievarr/value/host.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sievarr::access {

/// An IP address in the 16 bytes of version 6; those of version 4 are mapped.
using Address = std::array<std::uint8_t, 16>;

inline constexpr std::size_t mapped_bytes = 12;

/// An address of version 4, given in its usual form.
inline Address mapped(std::string_view text) {
  Address address{};
  address[10] = address[11] = 0xFF;
  for (std::size_t part = 0; part < 4; ++part)
    address[mapped_bytes + part] =
        static_cast<std::uint8_t>(*to_integer(value::take_until(text, '.')));
  return address;
}

inline bool is_mapped(Address const& address) {
  return std::all_of(address.begin(), address.begin() + 10,
                     [](std::uint8_t byte) { return byte == 0; }) &&
         address[10] == 0xFF && address[11] == 0xFF;
}

/// Writes groups of version 6 from a place on.
inline void put_groups(Address& address, std::string_view groups, std::size_t at) {
  while (!groups.empty()) {
    unsigned number = 0;
    for (char const letter : value::take_until(groups, ':')) {
      bool const is_digit = letter >= '0' && letter <= '9';
      number = number * 16 + static_cast<unsigned>(is_digit ? letter - '0' : (letter | 0x20) - 87);
    }
    address[at++] = static_cast<std::uint8_t>(number >> 8);
    address[at++] = static_cast<std::uint8_t>(number);
  }
}

inline std::size_t groups_in(std::string_view text) {
  if (text.empty()) return 0;
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), ':')) + 1;
}

/// Reads 192.168.1.10, ::1, fe80::1%eth0 or ::ffff:10.0.0.1.
inline std::optional<Address> read_address(std::string_view text) {
  text = text.substr(0, text.find('%'));
  if (value::is_ipv4(text)) return mapped(text);
  if (!value::is_ipv6(text)) return std::nullopt;
  Address address{};
  auto const last = text.rfind(':') + 1;
  bool const ends_in_ipv4 = value::is_ipv4(text.substr(last));
  std::string groups{text};
  if (ends_in_ipv4) groups.replace(last, groups.size(), "0:0");
  auto const whole = std::string_view{groups};
  auto const gap = whole.find("::");
  put_groups(address, whole.substr(0, gap), 0);
  if (gap != whole.npos) {
    auto const behind = whole.substr(gap + 2);
    put_groups(address, behind, address.size() - 2 * groups_in(behind));
  }
  if (!ends_in_ipv4) return address;
  auto const tail = mapped(text.substr(last));
  std::copy(tail.begin() + mapped_bytes, tail.end(), address.begin() + mapped_bytes);
  return address;
}

/// Whether an address lies in a range of the config.
inline bool lies_in(Address const& address, config::AddressRange const& range) {
  auto const base = read_address(range.address());
  if (!base) return false;
  bool const ipv4 = value::is_ipv4(range.address());
  auto bits = static_cast<std::size_t>(range.bits()) + (ipv4 ? 8 * mapped_bytes : 0);
  for (std::size_t at = 0; at < address.size() && bits > 0; ++at) {
    auto const here = std::min<std::size_t>(8, bits);
    auto const mask = static_cast<std::uint8_t>(0xFF00 >> here);
    if ((address[at] & mask) != ((*base)[at] & mask)) return false;
    bits -= here;
  }
  return true;
}

/// Addresses that share a limit: one of version 4 alone, one of version 6 with its network.
inline std::string network_of(std::string_view text) {
  auto const address = read_address(text);
  if (!address) return std::string(text.substr(0, 64));
  auto const size = is_mapped(*address) ? address->size() : address->size() / 2;
  return {address->begin(), address->begin() + static_cast<std::ptrdiff_t>(size)};
}

/// Whether an address is of this machine or of a network that the internet does not lead to. What
/// providers share among their customers, 100.64.0.0/10, is none.
inline bool is_local_address(Address const& address) {
  if (!is_mapped(address)) {
    auto loopback = Address{};
    loopback.back() = 1;
    bool const unique = (address[0] & 0xFE) == 0xFC;
    bool const link = address[0] == 0xFE && (address[1] & 0xC0) == 0x80;
    return address == loopback || unique || link;
  }
  auto const first = address[mapped_bytes];
  auto const second = address[mapped_bytes + 1];
  return first == 127 || first == 10 || (first == 172 && second >= 16 && second <= 31) ||
         (first == 192 && second == 168);
}

}  // namespace sievarr::access
