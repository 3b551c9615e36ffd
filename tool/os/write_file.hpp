#pragma once

#include <sievarr/base/failure.hpp>

#include <string>
#include <string_view>

namespace sievarr::os {

/// Puts a text where the file of that name is, as a whole or not at all, even if the power fails;
/// readable by its owner alone.
Outcome<Done> write_file(std::string const& path, std::string_view text);

/// Why something could not be written, by the number that the system gave.
Failure unwritten(std::string const& path, int error);

}  // namespace sievarr::os
