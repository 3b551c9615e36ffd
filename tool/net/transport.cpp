#include "transport.hpp"

#include <string>
#include <utility>

namespace sievarr::net {
namespace {

class Held final : public Sink {
 public:
  using Sink::Sink;

  void begin() override { body_.clear(); }
  void take(std::string_view bytes) override { body_ += bytes; }
  std::string release() { return std::move(body_); }

 private:
  std::string body_;
};

}  // namespace

Outcome<wire::Response> Transport::send(wire::Request const& request, std::size_t most) {
  Held held(most);
  auto response = stream(request, held);
  if (response && wire::is_success(response->status)) response->body = held.release();
  return response;
}

}  // namespace sievarr::net
