#pragma once

#include <sievarr/base/sha256.hpp>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace sievarr {

/// A hash that only who has the key can make: HMAC-SHA-256 of RFC 2104, in 64 hexadecimal digits.
inline std::string hmac_sha256_hex(std::string_view key, std::string_view text) {
  constexpr std::size_t block = 64;
  std::array<char, block> inner{};
  std::array<char, block> outer{};
  std::array<std::uint8_t, 32> hashed{};
  Sha256 hash;
  if (key.size() > block) {
    hash.update(key);
    hashed = hash.finish();
    hash = {};
  }
  for (std::size_t at = 0; at < block; ++at) {
    auto const given = at < key.size() ? key[at] : '\0';
    auto const letter = key.size() <= block  ? static_cast<std::uint8_t>(given)
                        : at < hashed.size() ? hashed[at]
                                             : std::uint8_t{0};
    inner[at] = static_cast<char>(letter ^ 0x36);
    outer[at] = static_cast<char>(letter ^ 0x5C);
  }
  hash.update({inner.data(), block});
  hash.update(text);
  auto const first = hash.finish();
  Sha256 outside;
  outside.update({outer.data(), block});
  for (auto const byte : first) {
    auto const letter = static_cast<char>(byte);
    outside.update({&letter, 1});
  }
  return outside.finish_hex();
}

}  // namespace sievarr
