#include "serve/access/gateway.hpp"

#include <doctest/doctest.h>

#include <string>

namespace sievarr::serve {
namespace {

constexpr auto routes =
    "Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\n"
    "eth0\t000011AC\t00000000\t0001\t0\t0\t0\t0000FFFF\n"
    "eth0\t00000000\t010011AC\t0003\t0\t0\t0\t00000000\n";

}  // namespace

TEST_CASE("the default gateway is read from what the kernel says of its routes") {
  CHECK(gateway_in(routes) == "172.17.0.1");
  for (std::string const other : {"", "\n\n", "Iface\tDestination\tGateway\n", "a b c",
                                  "eth0\t00000000\t0100\n", "eth0\t00000000\t01001XAC\n"}) {
    CAPTURE(other);
    CHECK_FALSE(gateway_in(other));
  }
}

TEST_CASE("visitors are hidden where the first ten come from the gateway, which is said once") {
  FirstVisitors hidden(gateway_in(routes));
  for (std::size_t each = 1; each < FirstVisitors::enough; ++each)
    CHECK_FALSE(hidden.are_hidden("172.17.0.1"));
  CHECK(hidden.are_hidden("172.17.0.1"));
  for (int each = 0; each < 20; ++each) CHECK_FALSE(hidden.are_hidden("172.17.0.1"));

  FirstVisitors seen(gateway_in(routes));
  CHECK_FALSE(seen.are_hidden("192.168.1.9"));
  for (int each = 0; each < 20; ++each) CHECK_FALSE(seen.are_hidden("172.17.0.1"));
  FirstVisitors none(std::nullopt);
  for (int each = 0; each < 20; ++each) CHECK_FALSE(none.are_hidden("172.17.0.1"));
}

}  // namespace sievarr::serve
