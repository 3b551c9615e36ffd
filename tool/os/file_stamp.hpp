#pragma once

#include <cstdint>
#include <string>

namespace sievarr::os {

/// What shows that a file may have changed. Two that are equal belong to the same content.
struct FileStamp {
  std::int64_t seconds = 0;
  std::int64_t nanoseconds = 0;
  std::int64_t bytes = -1;
  std::uint64_t number = 0;

  bool operator==(FileStamp const&) const = default;
};

/// Follows links, so that what a name leads to counts. Without a file a stamp of its own.
FileStamp stamp_of(std::string const& path);

/// Whether everybody on this machine may read a file.
bool others_may_read(std::string const& path);

}  // namespace sievarr::os
