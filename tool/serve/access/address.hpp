#pragma once

#include <sievarr/config/address_range.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sievarr::serve {

/// An IP address in the 16 bytes of version 6; those of version 4 are mapped.
using Address = std::array<std::uint8_t, 16>;

/// Reads 192.168.1.10, ::1, fe80::1%eth0 or ::ffff:10.0.0.1.
std::optional<Address> read_address(std::string_view text);

/// Whether an address lies in a range of the config.
bool lies_in(Address const& address, config::AddressRange const& range);

/// Addresses that share a limit: one of version 4 alone, one of version 6 with its network.
std::string network_of(std::string_view address);

}  // namespace sievarr::serve
