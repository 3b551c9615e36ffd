#pragma once

#include <sievarr/base/failure.hpp>

#include <curl/curl.h>

#include <chrono>
#include <string>

namespace sievarr::net {

/// What is known when a request got no answer.
struct Circumstances {
  std::string address;  ///< As it may be shown.
  std::string said;     ///< What curl said; shown only where it names no more than a certificate.
  bool sent = false;    ///< Whether the request may have reached the other side.
  std::chrono::milliseconds limit{0};  ///< What it was that took longer than that.
};

/// What a code of libcurl means. Unreachable is promised to mean that nothing was sent: whoever
/// must not ask twice relies on it.
Failure failure_of(CURLcode code, Circumstances const& circumstances);

}  // namespace sievarr::net
