#pragma once

#include <sievarr/base/instant.hpp>
#include <sievarr/base/number.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

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

/// Up to two numbers as a dictionary keeps them, bit by bit.
using NumberCode = std::array<std::int64_t, 2>;

/// Writes a number into the next slots; false where it has no code. A whole one takes a slot, and
/// the least that there is means none.
inline constexpr std::int64_t no_number = std::numeric_limits<std::int64_t>::min();

template <class Number>
  requires std::is_integral_v<Number>
bool write_number(NumberCode& code, std::size_t& slot, std::optional<Number> number) {
  code[slot++] = number ? static_cast<std::int64_t>(*number) : no_number;
  return !number || code[slot - 1] != no_number;
}

/// One with a fraction takes two: whether it is there, and its bits.
inline bool write_number(NumberCode& code, std::size_t& slot, std::optional<double> number) {
  static_assert(sizeof *number == sizeof code[1]);
  code[slot] = number ? 1 : 0;
  if (number) std::memcpy(&code[slot + 1], &*number, sizeof *number);
  slot += 2;
  return true;
}

template <class Number>
  requires std::is_integral_v<Number>
void read_number(NumberCode const& code, std::size_t& slot, std::optional<Number>& number) {
  auto const written = code[slot++];
  if (written != no_number) number = static_cast<Number>(written);
}

inline void read_number(NumberCode const& code, std::size_t& slot, std::optional<double>& number) {
  if (code[slot] != 0) std::memcpy(&number.emplace(), &code[slot + 1], sizeof(double));
  slot += 2;
}

/// A number that is always there.
template <class Number>
  requires std::is_arithmetic_v<Number>
bool write_number(NumberCode& code, std::size_t& slot, Number number) {
  return write_number(code, slot, std::optional{number});
}
template <class Number>
  requires std::is_arithmetic_v<Number>
void read_number(NumberCode const& code, std::size_t& slot, Number& number) {
  std::optional<Number> read;
  read_number(code, slot, read);
  number = *read;
}

/// A positive number of 32 bits; 0 is none.
inline std::optional<std::uint32_t> pack_id(std::optional<std::int64_t> id) {
  if (!id) return 0U;
  if (*id < 1 || *id > std::numeric_limits<std::uint32_t>::max()) return std::nullopt;
  return static_cast<std::uint32_t>(*id);
}
/// The same where 0 was written for none.
inline std::optional<std::uint32_t> pack_id(std::int64_t id) {
  return id == 0 ? 0U : pack_id(std::optional{id});
}
inline std::optional<std::uint32_t> pack_id(std::uint32_t id) { return id; }

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
