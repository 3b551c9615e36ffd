#pragma once

#include <sievarr/base/failure.hpp>

#include <cstddef>
#include <iosfwd>
#include <string>

namespace sievarr::os {

/// Whether there is something to read at a path.
bool exists(std::string const& path);

/// Why a file could not be opened or read, by the error number of the system.
Failure unread(std::string const& path, int error);

/// The whole of a file that has at most so many bytes.
Outcome<std::string> read_file(std::string const& path, std::size_t most);

/// The rest of a stream that has at most so many bytes; the name is for the message.
Outcome<std::string> read_stream(std::istream& stream, std::string const& name, std::size_t most);

}  // namespace sievarr::os
