#pragma once

#include <string_view>

namespace sievarr::net {

/// Whether an answer may send us from one address to another: only on the same host, to the same
/// port or from http to https, so that a key never goes to somebody else or loses its cover.
bool may_lead(std::string_view from, std::string_view to);

}  // namespace sievarr::net
