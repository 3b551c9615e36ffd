#pragma once

#include "os/environment.hpp"

#include <string>
#include <string_view>

namespace sievarr::net {

/// Where the certificates lie that are trusted: in a file, or without one in this program.
struct Authorities {
  std::string file;

  bool operator==(Authorities const&) const = default;
};

/// The file that was configured, else what SSL_CERT_FILE names, else where systems keep theirs,
/// else what was built in.
Authorities find_authorities(std::string const& configured, os::Environment const& environment);

/// Mozilla's authorities, as they were where this program was built.
std::string_view builtin_authorities();

}  // namespace sievarr::net
