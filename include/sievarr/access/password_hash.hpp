#pragma once

#include <sievarr/base/number.hpp>
#include <sievarr/value/host.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sievarr::access {

/// What a hash of a password costs: KiB of memory, passes over it, and lanes.
struct HashCost {
  std::uint32_t memory = 19 * 1024;
  std::uint32_t passes = 2;
  std::uint32_t lanes = 1;

  bool operator==(HashCost const&) const = default;
};

/// The largest that is computed, so that a stored text cannot ask for all memory.
inline constexpr HashCost largest_cost{.memory = 256 * 1024, .passes = 16, .lanes = 8};

/// A number behind its name: "m=19456".
inline std::optional<std::uint32_t> take_cost(std::string_view& list, std::string_view name) {
  auto item = value::take_until(list, ',');
  if (!item.starts_with(name)) return std::nullopt;
  auto const number = to_integer(item.substr(name.size()));
  if (!number || *number < 1 || *number > 0x7FFF'FFFF) return std::nullopt;
  return static_cast<std::uint32_t>(*number);
}

/// What a hash in the form $argon2id$v=19$m=19456,t=2,p=1$SALT$HASH costs; none where it is none,
/// or one that is too dear.
inline std::optional<HashCost> cost_of(std::string_view hash) {
  constexpr std::string_view start = "$argon2id$v=19$";
  if (!hash.starts_with(start) || hash.size() > 300) return std::nullopt;
  auto list = hash.substr(start.size());
  list = list.substr(0, list.find('$'));
  auto const memory = take_cost(list, "m=");
  auto const passes = take_cost(list, "t=");
  auto const lanes = take_cost(list, "p=");
  if (!memory || !passes || !lanes || !list.empty()) return std::nullopt;
  if (*memory > largest_cost.memory || *passes > largest_cost.passes || *lanes > largest_cost.lanes)
    return std::nullopt;
  return HashCost{*memory, *passes, *lanes};
}

/// Whether a stored hash costs less than one that is made today, so that it is made anew.
inline bool is_outgrown(std::string_view hash) {
  auto const cost = cost_of(hash);
  return !cost || cost->memory < HashCost{}.memory || cost->passes < HashCost{}.passes;
}

/// How few letters a password may have.
inline constexpr std::size_t least_password = 8;
inline constexpr std::size_t longest_password = 1024;

}  // namespace sievarr::access
