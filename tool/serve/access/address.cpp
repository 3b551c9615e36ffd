#include "address.hpp"

#include <sievarr/base/number.hpp>
#include <sievarr/value/host.hpp>

#include <algorithm>

namespace sievarr::serve {
namespace {

constexpr std::size_t mapped_bytes = 12;

int hex_value(char letter) {
  if (letter >= '0' && letter <= '9') return letter - '0';
  return (letter | 0x20) - 'a' + 10;
}

Address mapped(std::string_view text) {
  Address address{};
  address[10] = address[11] = 0xFF;
  for (std::size_t part = 0; part < 4; ++part)
    address[mapped_bytes + part] =
        static_cast<std::uint8_t>(*to_integer(value::take_until(text, '.')));
  return address;
}

/// Writes groups from a place on, and says where the next would go.
std::size_t put_groups(Address& address, std::string_view groups, std::size_t at) {
  while (!groups.empty()) {
    unsigned number = 0;
    for (char const letter : value::take_until(groups, ':'))
      number = number * 16 + static_cast<unsigned>(hex_value(letter));
    address[at++] = static_cast<std::uint8_t>(number >> 8);
    address[at++] = static_cast<std::uint8_t>(number);
  }
  return at;
}

std::size_t groups_in(std::string_view text) {
  if (text.empty()) return 0;
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), ':')) + 1;
}

}  // namespace

std::optional<Address> read_address(std::string_view text) {
  text = text.substr(0, text.find('%'));
  if (value::is_ipv4(text)) return mapped(text);
  if (!value::is_ipv6(text)) return std::nullopt;
  Address address{};
  auto const last = text.rfind(':') + 1;
  std::string groups{text};
  if (value::is_ipv4(text.substr(last))) {
    auto const tail = mapped(text.substr(last));
    std::copy(tail.begin() + mapped_bytes, tail.end(), address.begin() + mapped_bytes);
    groups.replace(last, groups.size(), "0:0");
  }
  auto const tail = address;
  auto const gap = groups.find("::");
  auto const whole = std::string_view{groups};
  put_groups(address, whole.substr(0, gap), 0);
  if (gap != std::string::npos) {
    auto const behind = whole.substr(gap + 2);
    put_groups(address, behind, address.size() - 2 * groups_in(behind));
  }
  if (value::is_ipv4(text.substr(last)))
    std::copy(tail.begin() + mapped_bytes, tail.end(), address.begin() + mapped_bytes);
  return address;
}

bool lies_in(Address const& address, config::AddressRange const& range) {
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

std::string network_of(std::string_view text) {
  auto const address = read_address(text);
  if (!address) return std::string(text.substr(0, 64));
  bool const ipv4 = std::all_of(address->begin(), address->begin() + 10,
                                [](std::uint8_t byte) { return byte == 0; }) &&
                    (*address)[10] == 0xFF && (*address)[11] == 0xFF;
  auto const size = ipv4 ? address->size() : address->size() / 2;
  return {address->begin(), address->begin() + static_cast<std::ptrdiff_t>(size)};
}

}  // namespace sievarr::serve
