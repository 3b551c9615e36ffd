#pragma once

#include "sim/harm.hpp"

#include <chrono>
#include <string>
#include <vector>

/// What is known to go wrong, so that each test of a fault at the n-th call drives all of it.
namespace sievarr::test {

struct KnownHarm {
  std::string name;
  sim::Harm harm;
};

/// What can go wrong with any server, and is over when it is asked again.
inline std::vector<KnownHarm> passing_harms() {
  using namespace sim;
  return {
      {"429 with a hint", Says{.status = 429, .retry_after = "3"}},
      {"429", Says{.status = 429}},
      {"500", Says{.status = 500}},
      {"502", Says{.status = 502}},
      {"503", Says{.status = 503}},
      {"a page for people", Says{.status = 200, .body = "<html>a moment please</html>"}},
      {"a page for people that says 404", Says{.status = 404, .body = "<html>no</html>"}},
      {"half a list", Says{.status = 200, .body = "[{", .content_type = "application/json"}},
      {"garbage", Says{.status = 200, .body = "\x01\xFF{]", .content_type = "application/json"}},
      {"a reset in mid-body", Breaks{}},
      {"an end in mid-body", Breaks{Breaks::End::closed}},
      {"truncated gzip", TruncatedGzip{}},
      {"done, and no answer", Lost{}},
      {"no answer, and not done", Unheard{}}};
}

}  // namespace sievarr::test
