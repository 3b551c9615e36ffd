#pragma once

#include <sievarr/base/failure.hpp>

#include <cstddef>
#include <string>

namespace sievarr::os {

/// So many bytes that nobody can guess, in hexadecimal digits.
Outcome<std::string> unguessable(std::size_t bytes);

}  // namespace sievarr::os
