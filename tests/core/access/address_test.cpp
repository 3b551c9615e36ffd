#include <sievarr/access/address.hpp>

#include <doctest/doctest.h>

#include <string>

namespace sievarr::access {

TEST_CASE("local is what the internet does not lead to") {
  for (std::string const address :
       {"127.0.0.1", "127.255.0.1", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.0.1",
        "::1", "fc00::1", "fd12:3456::1", "fe80::1%eth0", "febf::1", "::ffff:10.0.0.1"}) {
    CAPTURE(address);
    CHECK(is_local_address(*read_address(address)));
  }
  for (std::string const address :
       {"126.0.0.1", "11.0.0.1", "172.15.0.1", "172.32.0.1", "192.169.0.1", "100.64.0.1",
        "169.254.1.1", "8.8.8.8", "0.0.0.0", "::", "::2", "2001:db8::1", "fec0::1",
        "::ffff:8.8.8.8", "::10.0.0.1"}) {
    CAPTURE(address);
    CHECK_FALSE(is_local_address(*read_address(address)));
  }
}

}  // namespace sievarr::access
