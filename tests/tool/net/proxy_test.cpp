#include "../support/stand_in.hpp"
#include "net/curl_transport.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace sievarr::net {
namespace {

/// A variable of this process for as long as a test wants it; without a value it is not set.
class Variable {
 public:
  Variable(std::string name, std::optional<std::string> const& value) : name_(std::move(name)) {
    if (auto const* const was = std::getenv(name_.c_str())) was_ = was;
    set(value);
  }
  ~Variable() { set(was_); }
  Variable(Variable const&) = delete;
  Variable& operator=(Variable const&) = delete;

 private:
  void set(std::optional<std::string> const& value) const {
    if (value)
      ::setenv(name_.c_str(), value->c_str(), 1);
    else
      ::unsetenv(name_.c_str());
  }

  std::string name_;
  std::optional<std::string> was_;
};

}  // namespace

TEST_CASE("a proxy of the environment sees neither a question nor a key") {
  test::StandIn proxy([](http::Call const&) { return wire::Response{.body = "the proxy's"}; });
  test::StandIn server([](http::Call const&) { return wire::Response{.body = "its own"}; });
  Variable const some("http_proxy", proxy.address(""));
  Variable const any("all_proxy", proxy.address(""));
  Variable const none("no_proxy", std::nullopt);
  Variable const nobody("NO_PROXY", std::nullopt);
  CurlTransport transport{{}};

  auto const answer =
      transport.send({.target = server.address("/api"), .headers = {{"X-Api-Key", "secret"}}});

  REQUIRE(answer);
  CHECK(answer->body == "its own");
  CHECK(proxy.asked().empty());
}

}  // namespace sievarr::net
