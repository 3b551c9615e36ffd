#pragma once

#include <cstdint>

namespace sievarr::os {

/// What the program tells its caller; the same numbers for every command.
enum class Exit : std::uint8_t {
  fine = 0,
  findings = 1,  ///< It works, and found something; or it refused to act.
  misused = 2,   ///< Wrong arguments, or something that cannot be read.
  storage = 3,   ///< The storage needs a person.
  warnings = 4,  ///< Only warnings, where the caller was strict.
  interrupted = 130,
};

}  // namespace sievarr::os
