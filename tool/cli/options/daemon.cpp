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

Outcome<std::string> body_of(Outcome<wire::Response> answer) {
  if (!answer) return answer.error();
  if (answer->status >= 300) return Daemon::refusal(*answer);
  return std::move(answer->body);
}

}  // namespace

Failure Daemon::refusal(wire::Response const& response) {
  auto const said = derive::from_json<api::Refusal>(response.body, "the answer");
  if (has_errors(said.problems) || said.value.title.empty())
    return {.kind = Failure::Kind::broken,
            .text = "the daemon answered " + to_text(response.status),
            .hint = "look into its log"};
  return {.kind = Failure::Kind::refused,
          .text = "the daemon says: " + said.value.title,
          .hint = said.value.detail};
}

Outcome<std::string> Daemon::post(std::string_view path, std::string body,
                                  Failure const& held) const {
  return body_of(ask({.method = wire::Method::post,
                      .target = std::string(path),
                      .headers = {{"Content-Type", "application/json"}},
                      .body = std::move(body)},
                     held));
}

Outcome<std::string> Daemon::get(std::string_view path, Failure const& held) const {
  return body_of(ask({.target = std::string(path)}, held));
}

Outcome<wire::Response> Daemon::ask(wire::Request request, Failure const& held) const {
  auto const key = serve::stored_key(config_.server, config_.storage.path);
  if (!key) return key.error();
  if (!config_.server.enabled || !*key) return held;
  auto const address = address_of(config_.server);
  net::CurlTransport transport({.connect = 3s, .total = 10min, .quiet = 120s});
  request.target = address + request.target;
  request.headers.push_back({"X-Api-Key", std::string((*key)->reveal())});
  auto answer = transport.send(request, largest_answer);
  if (!answer) return answer.error().kind == Failure::Kind::unreachable ? held : answer.error();
  console_.error << "the daemon at " << address << " holds the storage, and was asked\n";
  return answer;
}

}  // namespace sievarr::cli
