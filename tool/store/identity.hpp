#pragma once

#include <sievarr/base/failure.hpp>

#include <cstdint>
#include <string>

namespace sievarr::store {

/// Marks a database as ours: "SVRR".
inline constexpr std::int32_t application_id = 0x53565252;

/// Whose file lies at a path.
enum class Identity : std::uint8_t { nothing, ours, foreign, no_database };

/// Looks at a file without opening it as a database, so that what is not ours stays untouched.
Outcome<Identity> identify(std::string const& path);

}  // namespace sievarr::store
