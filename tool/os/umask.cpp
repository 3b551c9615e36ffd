#include "umask.hpp"

#include <sievarr/base/text.hpp>

#include <sys/stat.h>

#include <algorithm>

namespace sievarr::os {

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
