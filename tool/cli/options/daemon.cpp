#include "daemon.hpp"

#include "address.hpp"
#include "net/curl_transport.hpp"
#include "serve/access/key.hpp"

#include <sievarr/api/problem.hpp>
#include <sievarr/base/number.hpp>
#include <sievarr/derive/from_json.hpp>

#include <chrono>
#include <ostream>
#include <utility>

namespace sievarr::cli {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t largest_answer = std::size_t{64} << 20;

/// What a daemon means by an answer that is none.
Failure refused(wire::Response const& response) {
  auto const said = derive::from_json<api::Refusal>(response.body, "the answer");
  if (has_errors(said.problems) || said.value.title.empty())
    return {.kind = Failure::Kind::broken,
            .text = "the daemon answered " + to_text(response.status),
            .hint = "look into its log"};
  return {.kind = Failure::Kind::refused,
          .text = "the daemon says: " + said.value.title,
          .hint = said.value.detail};
}

}  // namespace

Outcome<std::string> Daemon::post(std::string_view path, std::string body,
                                  Failure const& held) const {
  auto const key = serve::stored_key(config_.server, config_.storage.path);
  if (!key) return key.error();
  if (!config_.server.enabled || !*key) return held;
  auto const address = address_of(config_.server);
  net::CurlTransport transport({.connect = 3s, .total = 10min, .quiet = 120s});
  auto const answer = transport.send({.method = wire::Method::post,
                                      .target = address + std::string(path),
                                      .headers = {{"X-Api-Key", std::string((*key)->reveal())},
                                                  {"Content-Type", "application/json"}},
                                      .body = std::move(body)},
                                     largest_answer);
  if (!answer) return answer.error().kind == Failure::Kind::unreachable ? held : answer.error();
  console_.error << "the daemon at " << address << " holds the storage, and was asked\n";
  if (answer->status >= 300) return refused(*answer);
  return answer->body;
}

}  // namespace sievarr::cli
