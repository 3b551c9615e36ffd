#pragma once

#include <cstddef>

namespace sievarr::os {

/// Lets this process have so many files and connections open, as far as the system allows; says how
/// many it may have now.
std::size_t allow_open_files(std::size_t count);

}  // namespace sievarr::os
