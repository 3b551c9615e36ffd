#include "serve/access/allowance.hpp"

#include <doctest/doctest.h>

#include <chrono>

namespace sievarr::serve {

TEST_CASE("a clock that is set back takes nothing away from anybody, and gives nothing") {
  Instant const now{std::chrono::hours{24 * 365}};
  Allowance allowance(3, std::chrono::seconds{1});
  CHECK(allowance.take("somebody", now));

  auto const earlier = now - std::chrono::hours{1};
  CHECK(allowance.take("somebody", earlier));
  CHECK(allowance.take("somebody", earlier));
  CHECK_FALSE(allowance.take("somebody", earlier));
  CHECK(allowance.take("somebody", earlier + std::chrono::seconds{1}));
}

}  // namespace sievarr::serve
