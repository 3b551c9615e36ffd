#include "transport.hpp"

#include "net/authorities.hpp"
#include "refusal.hpp"

#include <algorithm>
#include <chrono>
#include <optional>
#include <utility>

namespace sievarr::arr {

net::CurlOptions curl_options(config::ServerPace const& pace, config::ServerTrust const& trust,
                              os::Environment const& environment) {
  using Verify = net::CurlOptions::Verify;
  auto const quiet = std::max(pace.timeout.seconds(), std::chrono::seconds{1});
  return {.verify = trust.verify_tls ? Verify::always : Verify::never,
          .authorities = net::find_authorities(trust.ca_file.value_or(""), environment),
          .total = std::max<std::chrono::seconds>(10 * quiet, std::chrono::minutes{10}),
          .quiet = quiet};
}

net::Explain explain(value::Url url, config::ServerKind kind) {
  return [url = std::move(url), kind](wire::Request const& request, wire::Response const& response,
                                      Instant now) -> std::optional<Failure> {
    auto refused = refusal({url, request, kind}, response, now);
    if (!refused) return std::nullopt;
    return std::move(refused->failure);
  };
}

}  // namespace sievarr::arr
