#pragma once

#include <string>
#include <string_view>

namespace sievarr::os {

/// A text as gzip packs it, quickly rather than well.
std::string gzip(std::string_view text);

}  // namespace sievarr::os
