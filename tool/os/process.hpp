#pragma once

#include <cstdint>

namespace sievarr::os {

/// The number that this process has for as long as it lives.
std::int64_t process_id();

/// How much memory this process holds; 0 where the system does not say.
std::int64_t resident_bytes();

/// What was freed goes back to the system.
void trim_memory();

}  // namespace sievarr::os
