#include "file_stamp.hpp"

#include <sys/stat.h>

namespace sievarr::os {

FileStamp stamp_of(std::string const& path) {
  struct stat found = {};
  if (::stat(path.c_str(), &found) != 0) return {};
  return {.seconds = found.st_mtim.tv_sec,
          .nanoseconds = found.st_mtim.tv_nsec,
          .bytes = found.st_size,
          .number = found.st_ino};
}

bool others_may_read(std::string const& path) {
  struct stat found = {};
  return ::stat(path.c_str(), &found) == 0 && (found.st_mode & S_IROTH) != 0;
}

}  // namespace sievarr::os
