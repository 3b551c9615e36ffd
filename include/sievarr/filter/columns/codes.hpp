#pragma once

#include <sievarr/base/instant.hpp>
#include <sievarr/base/number.hpp>

#include <array>
#include <cstdint>
#include <cstring>
#include <limits>
#include <optional>
#include <string>

/// How single values are packed into the columns of a table. Each packs almost every value that
/// there is and says so where it cannot; what was packed can be unpacked again.
namespace sievarr::filter {

/// A day in 16 bits: 0 is no day, 1 is left to the column, the rest counts from 1900 to 2079.
struct DayCode {
  static constexpr Date first{std::chrono::year{1900} / 1 / 1};
  static constexpr std::uint16_t none = 0;
  static constexpr std::uint16_t special = 1;
  static constexpr std::uint16_t least = 2;

  static std::optional<std::uint16_t> pack(std::optional<Date> day) {
    if (!day) return none;
    auto const since = (*day - first).count();
    if (since < 0 || since > 0xFFFF - least) return std::nullopt;
    return static_cast<std::uint16_t>(since + least);
  }
  static Date day(std::uint16_t code) { return first + std::chrono::days{code - least}; }
};

/// A number that may be absent, as a dictionary keeps it: whether it is there, and its bits.
using NumberCode = std::array<std::int64_t, 2>;

inline NumberCode pack(std::optional<double> number) {
  NumberCode code{};
  if (!number) return code;
  code[0] = 1;
  static_assert(sizeof *number == sizeof code[1]);
  std::memcpy(&code[1], &*number, sizeof *number);
  return code;
}

inline std::optional<double> unpack(NumberCode const& code) {
  if (code[0] == 0) return std::nullopt;
  double number = 0;
  std::memcpy(&number, &code[1], sizeof number);
  return number;
}

/// A number of 32 bits that may be absent, in 64.
inline std::int64_t widened(std::optional<std::int32_t> number) {
  return number ? *number : std::numeric_limits<std::int64_t>::min();
}

inline std::optional<std::int32_t> narrowed(std::int64_t code) {
  if (code == std::numeric_limits<std::int64_t>::min()) return std::nullopt;
  return static_cast<std::int32_t>(code);
}

/// A positive number of 32 bits; 0 is none.
inline std::optional<std::uint32_t> pack_id(std::optional<std::int64_t> id) {
  if (!id) return 0U;
  if (*id < 1 || *id > std::numeric_limits<std::uint32_t>::max()) return std::nullopt;
  return static_cast<std::uint32_t>(*id);
}

/// tt0944947 in 32 bits: the number, and above it how many digits more than six it is written
/// with. 0 is none.
struct ImdbCode {
  static constexpr std::uint32_t shift = 28;
  static constexpr std::uint32_t mask = (1U << shift) - 1;

  static std::optional<std::uint32_t> pack(std::optional<std::string> const& id) {
    if (!id) return 0U;
    auto const digits = id->size() < 2 ? 0 : id->size() - 2;
    if (digits < 7 || digits > 13 || !id->starts_with("tt")) return std::nullopt;
    if (leading_digits(std::string_view{*id}.substr(2)) != digits) return std::nullopt;
    auto const number = to_integer(std::string_view{*id}.substr(2));
    if (!number || *number > mask) return std::nullopt;
    return static_cast<std::uint32_t>(*number) | static_cast<std::uint32_t>(digits - 6) << shift;
  }

  static std::optional<std::string> unpack(std::uint32_t code) {
    if (code == 0) return std::nullopt;
    return "tt" + padded(code & mask, 6 + (code >> shift));
  }

  static std::uint32_t number(std::uint32_t code) { return code & mask; }
};

}  // namespace sievarr::filter
