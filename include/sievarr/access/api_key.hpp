#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// Keys of the API that people make: svr_, 32 letters and digits that nobody can guess, and six
/// more that follow from them, so that a program which looks through files can tell such a key.
namespace sievarr::access {

inline constexpr std::string_view key_prefix = "svr_";
inline constexpr std::size_t key_letters = 32;
inline constexpr std::size_t check_letters = 6;
inline constexpr std::size_t key_size = key_prefix.size() + key_letters + check_letters;
inline constexpr std::string_view base62 =
    "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/// The CRC-32 of ISO 3309, as gzip has it.
constexpr std::uint32_t crc32(std::string_view text) {
  std::uint32_t crc = 0xFFFF'FFFF;
  for (char const letter : text) {
    crc ^= static_cast<unsigned char>(letter);
    for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0xEDB8'8320 : 0);
  }
  return ~crc;
}

/// The letters that belong behind the others of a key.
inline std::string check_of(std::string_view key) {
  std::string check(check_letters, '0');
  auto rest = crc32(key);
  for (auto at = check_letters; at-- > 0; rest /= 62) check[at] = base62[rest % 62];
  return check;
}

/// A key out of random bytes; none where there are too few. Bytes that would make some letters more
/// likely than others are passed over.
inline std::optional<std::string> make_key(std::string_view random) {
  std::string key{key_prefix};
  for (char const letter : random) {
    auto const byte = static_cast<unsigned char>(letter);
    if (key.size() == key_prefix.size() + key_letters) break;
    if (byte < 4 * 62) key += base62[byte % 62];
  }
  if (key.size() != key_prefix.size() + key_letters) return std::nullopt;
  return key + check_of(key);
}

/// Whether a text is such a key, which says nothing about whether it is in force.
inline bool is_key(std::string_view text) {
  if (text.size() != key_size || !text.starts_with(key_prefix)) return false;
  if (text.substr(key_prefix.size()).find_first_not_of(base62) != text.npos) return false;
  auto const whole = key_prefix.size() + key_letters;
  return text.substr(whole) == check_of(text.substr(0, whole));
}

}  // namespace sievarr::access
