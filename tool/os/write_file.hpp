#pragma once

#include <sievarr/base/failure.hpp>

#include <string>
#include <string_view>

namespace sievarr::os {

/// Puts a text where the file of that name is, as a whole or not at all, even if the power fails;
/// readable by its owner alone.
Outcome<Done> write_file(std::string const& path, std::string_view text);

/// Puts a text in the place of a file that is there, as a whole or not at all, even if the power
/// fails. Who may read it stays, and a link goes on leading to it.
Outcome<Done> replace_file(std::string const& path, std::string_view text);

/// Gives a file that is written the name of another one, as a whole or not at all, even if the
/// power fails; what had that name before is gone.
Outcome<Done> move_file(std::string const& from, std::string const& to);

/// Takes a file away, if it is there and that is allowed.
void remove_file(std::string const& path);

/// The folder that a path lies in.
std::string folder_of(std::string const& path);

/// Why something could not be written, by the number that the system gave.
Failure unwritten(std::string const& path, int error);

}  // namespace sievarr::os
