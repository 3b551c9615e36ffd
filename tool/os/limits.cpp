#include "limits.hpp"

#include <sys/resource.h>

#include <algorithm>

namespace sievarr::os {

std::size_t allow_open_files(std::size_t count) {
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return 256;
  if (limit.rlim_cur < count) {
    auto wider = limit;
    wider.rlim_cur = std::min<rlim_t>(limit.rlim_max, count);
    if (::setrlimit(RLIMIT_NOFILE, &wider) == 0) limit = wider;
  }
  return static_cast<std::size_t>(std::min<rlim_t>(limit.rlim_cur, 1 << 20));
}

}  // namespace sievarr::os
