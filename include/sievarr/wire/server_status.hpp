#pragma once

#include <sievarr/value/secret.hpp>
#include <sievarr/value/url.hpp>
#include <sievarr/wire/http.hpp>

#include <string_view>

namespace sievarr::wire {

/// Asks a server of the family who it is; all of them take their key in the same header.
inline Request status_request(value::Url const& url, value::Secret const& key,
                              std::string_view path) {
  return {.method = Method::get,
          .target = url.join(path),
          .headers = {{"X-Api-Key", key.reveal()}, {"Accept", "application/json"}}};
}

}  // namespace sievarr::wire
