#include "process.hpp"

#include "file.hpp"

#include <sievarr/base/number.hpp>

#include <unistd.h>

#if defined(__GLIBC__)
#include <malloc.h>
#endif

namespace sievarr::os {

std::int64_t process_id() { return ::getpid(); }

std::int64_t resident_bytes() {
  constexpr std::size_t most = 256;
  auto const text = read_file("/proc/self/statm", most);
  if (!text) return 0;
  // The second number is the pages that are held.
  auto const first = text->find(' ');
  auto const second = text->find(' ', first + 1);
  if (second == std::string::npos) return 0;
  auto const pages = to_integer(std::string_view{*text}.substr(first + 1, second - first - 1));
  return pages.value_or(0) * ::sysconf(_SC_PAGESIZE);
}

void trim_memory() {
#if defined(__GLIBC__)
  ::malloc_trim(0);
#endif
}

}  // namespace sievarr::os
