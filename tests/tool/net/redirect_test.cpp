#include "net/redirect.hpp"

#include <doctest/doctest.h>

namespace sievarr::net {

TEST_CASE("a redirect stays with the server, or covers itself better") {
  for (auto const* to : {"http://sonarr:8989/login", "HTTP://Sonarr:8989/", "https://sonarr/",
                         "https://sonarr:9898/x"}) {
    CAPTURE(to);
    CHECK(may_lead("http://sonarr:8989/api", to));
  }
  CHECK(may_lead("http://[::1]/", "http://[::1]:80/x"));
  CHECK(may_lead("https://sonarr/", "https://sonarr:443/"));
}

TEST_CASE("a redirect to another server, another service or out of cover is not followed") {
  for (auto const* to :
       {"http://evil:8989/", "http://sonarr:7878/", "http://sonarr/", "ftp://sonarr:8989/",
        "http://sonarr:8989@evil/", "http://evil/http://sonarr:8989/", "//sonarr:8989/", "",
        "http://sonarr:8989.evil/", "file:///etc/passwd"}) {
    CAPTURE(to);
    CHECK_FALSE(may_lead("http://sonarr:8989/api", to));
  }
  CHECK_FALSE(may_lead("https://sonarr/", "http://sonarr/"));
}

}  // namespace sievarr::net
