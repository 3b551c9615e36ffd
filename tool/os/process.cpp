#include "process.hpp"
#include "file.hpp"

#include <sievarr/base/number.hpp>
#include <sievarr/base/text.hpp>

#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#if defined(__GLIBC__)
#include <malloc.h>
#endif

#include <algorithm>

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

Outcome<Done> set_umask(Environment const& environment) {
  constexpr mode_t usual = 077;
  auto const text = filled(environment, "UMASK");
  mode_t mask = 0;
  if (text) {
    bool const octal = text->size() <= 4 && std::all_of(text->begin(), text->end(), [](char digit) {
                         return digit >= '0' && digit <= '7';
                       });
    for (char const digit : *text) mask = mask * 8 + static_cast<mode_t>(digit - '0');
    if (!octal || mask > 0777)
      return Failure{.kind = Failure::Kind::malformed,
                     .text = "UMASK must be three octal digits, got " + quoted(*text),
                     .hint = "022 lets others read, 077 keeps them away"};
  }
  ::umask(text ? mask : usual);
  return Done{};
}

}  // namespace sievarr::os
