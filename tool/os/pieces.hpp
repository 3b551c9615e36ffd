#pragma once

#include <sievarr/base/failure.hpp>

#include <functional>
#include <iosfwd>
#include <string>
#include <string_view>

namespace sievarr::os {

using TakeBytes = std::function<void(std::string_view)>;

/// Passes on a file piece by piece, so that it is never held whole. What gzip packed is unpacked:
/// its first bytes tell.
Outcome<Done> read_pieces(std::string const& path, TakeBytes take);

/// Passes on the rest of a stream; the name is for the message.
Outcome<Done> read_pieces(std::istream& stream, std::string const& name, TakeBytes take);

}  // namespace sievarr::os
