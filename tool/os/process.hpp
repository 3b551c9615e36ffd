#pragma once

#include "environment.hpp"

#include <sievarr/base/failure.hpp>

#include <cstddef>
#include <cstdint>

namespace sievarr::os {

/// The number that this process has for as long as it lives.
std::int64_t process_id();

/// How much memory this process holds; 0 where the system does not say.
std::int64_t resident_bytes();

/// What was freed goes back to the system.
void trim_memory();

/// Lets this process have so many files and connections open, as far as the system allows; says how
/// many it may have now.
std::size_t allow_open_files(std::size_t count);

/// Keeps what is written from others: 077, or what UMASK says. What is secret is for its owner
/// alone all the same.
Outcome<Done> set_umask(Environment const& environment);

}  // namespace sievarr::os
