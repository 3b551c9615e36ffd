#pragma once

#include <sievarr/base/failure.hpp>

#include <cstddef>
#include <string>

namespace sievarr::os {

/// So many bytes that nobody can guess.
Outcome<std::string> random_bytes(std::size_t count);

/// The same in hexadecimal digits.
Outcome<std::string> unguessable(std::size_t bytes);

}  // namespace sievarr::os
