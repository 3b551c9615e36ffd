#include "transport.hpp"

#include "net/authorities.hpp"
#include "refusal.hpp"

#include <algorithm>
#include <chrono>
#include <optional>
#include <utility>

namespace sievarr::arr {

net::CurlOptions trusting(config::ServerTrust const& trust, os::Environment const& environment) {
  using Verify = net::CurlOptions::Verify;
  return {.verify = trust.verify_tls ? Verify::always : Verify::never,
          .authorities = net::find_authorities(trust.ca_file.value_or(""), environment)};
}

net::CurlOptions curl_options(ServerEntry const& server, os::Environment const& environment) {
  auto const quiet = std::max(server.pace.timeout.seconds(), std::chrono::seconds{1});
  auto options = trusting(server.trust, environment);
  options.total = std::max<std::chrono::seconds>(10 * quiet, std::chrono::minutes{10});
  options.quiet = quiet;
  return options;
}

net::Explain explain(ServerEntry const& server) {
  return [url = server.url, kind = server.kind](wire::Request const& request,
                                                wire::Response const& response,
                                                Instant now) -> std::optional<Failure> {
    auto refused = refusal({url, request, kind}, response, now);
    if (!refused) return std::nullopt;
    return std::move(refused->failure);
  };
}

}  // namespace sievarr::arr
