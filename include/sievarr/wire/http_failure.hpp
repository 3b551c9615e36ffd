#pragma once

#include <sievarr/base/failure.hpp>
#include <sievarr/base/instant.hpp>
#include <sievarr/base/number.hpp>
#include <sievarr/wire/http.hpp>
#include <sievarr/wire/http_time.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace sievarr::wire {

/// An address as it may be shown: without user names, query and fragment, where keys may stand.
inline std::string shown_address(std::string_view address) {
  address = address.substr(0, address.find_first_of("?#"));
  auto const scheme = address.find("://");
  if (scheme == std::string_view::npos) return std::string{address};
  auto const authority = address.substr(scheme + 3, address.find('/', scheme + 3) - (scheme + 3));
  auto const at = authority.rfind('@');
  if (at == std::string_view::npos) return std::string{address};
  return std::string{address.substr(0, scheme + 3)}.append(address.substr(scheme + 3 + at + 1));
}

/// What a status means for whoever wanted a success; none where it is one.
inline std::optional<Failure::Kind> failure_kind(int status) {
  using Kind = Failure::Kind;
  if (is_success(status)) return std::nullopt;
  switch (status) {
    case 401:
    case 403: return Kind::denied;
    case 404:
    case 410: return Kind::missing;
    case 408: return Kind::timed_out;
    case 413: return Kind::too_large;
    case 429: return Kind::throttled;
    default: return status >= 500 && status < 600 ? Kind::broken : Kind::refused;
  }
}

/// What a person can do about it.
inline std::string status_hint(Failure::Kind kind) {
  switch (kind) {
    case Failure::Kind::denied: return "check the key";
    case Failure::Kind::missing: return "check the address and its path";
    case Failure::Kind::throttled: return "nothing, it is asked again later";
    case Failure::Kind::broken: return "look into the log of that server";
    default: return {};
  }
}

/// An answer that is no success, as a failure: `http://sonarr:8989/api answered 503`.
inline std::optional<Failure> failure_of(Response const& response, std::string_view address,
                                         Instant now) {
  auto const kind = failure_kind(response.status);
  if (!kind) return std::nullopt;
  return Failure{.kind = *kind,
                 .text = shown_address(address) + " answered " + to_text(response.status),
                 .hint = status_hint(*kind),
                 .retry_after = retry_after(response.headers, now)};
}

}  // namespace sievarr::wire
