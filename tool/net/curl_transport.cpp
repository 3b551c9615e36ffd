#include "curl_transport.hpp"

#include "curl_exchange.hpp"
#include "redirect.hpp"

#include <sievarr/base/text.hpp>
#include <sievarr/wire/http_failure.hpp>

#include <mutex>
#include <utility>
#include <vector>

namespace sievarr::net {
namespace {

constexpr int most_redirects = 5;

CURLcode begin_once() {
  static CURLcode const code = curl_global_init(CURL_GLOBAL_DEFAULT);
  return code;
}

/// Whether a request may be asked again elsewhere, as it is. 301 to 303 would make a POST a GET.
bool may_follow(wire::Request const& request, int status) {
  if (status == 307 || status == 308) return true;
  bool const moved = status == 301 || status == 302 || status == 303;
  return moved && (request.method == wire::Method::get || request.method == wire::Method::head);
}

Failure misled(std::string const& from, std::string const& to) {
  return {.kind = Failure::Kind::refused,
          .text = wire::shown_address(from) + ": leads to another server, " +
                  quoted(wire::shown_address(to)),
          .hint = "if that is right, put that address into the configuration"};
}

Failure endless(std::string const& address) {
  return {.kind = Failure::Kind::refused,
          .text = wire::shown_address(address) + ": leads on and on",
          .hint = "check the address, or what stands before that server"};
}

}  // namespace

/// Handles that nobody uses at present, the last used first: its connection is the youngest.
class CurlTransport::Pool {
 public:
  Handle take() {
    std::lock_guard const lock(mutex_);
    if (idle_.empty()) return Handle(curl_easy_init());
    auto handle = std::move(idle_.back());
    idle_.pop_back();
    return handle;
  }

  void give_back(Handle handle) {
    std::lock_guard const lock(mutex_);
    idle_.push_back(std::move(handle));
  }

 private:
  std::mutex mutex_;
  std::vector<Handle> idle_;
};

CurlTransport::CurlTransport(CurlOptions options, std::stop_token stop)
    : pool_(std::make_unique<Pool>()), options_(std::move(options)), stop_(std::move(stop)) {
  begin_once();
}

CurlTransport::~CurlTransport() = default;

Outcome<wire::Response> CurlTransport::stream(wire::Request const& request, Sink& sink) {
  auto handle = begin_once() == CURLE_OK ? pool_->take() : nullptr;
  if (!handle) return Failure{Failure::Kind::broken, "libcurl does not start"};
  auto address = request.target;
  for (int hop = 0; hop <= most_redirects; ++hop) {
    CurlExchange exchange(handle.get(), options_, stop_, sink);
    auto answer = exchange.run(request, address);
    auto const next = answer ? exchange.leads_to() : std::string();
    if (next.empty() || !may_follow(request, answer->status)) {
      pool_->give_back(std::move(handle));
      return answer;
    }
    if (!may_lead(address, next)) return misled(address, next);
    address = next;
  }
  return endless(request.target);
}

}  // namespace sievarr::net
