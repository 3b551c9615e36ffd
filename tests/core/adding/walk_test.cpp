#include <sievarr/mirror/fetch_walk.hpp>

#include <doctest/doctest.h>

#include <vector>

namespace sievarr::adding {
namespace {

/// The pages that are asked for where each has so many shows of its own.
std::vector<std::int64_t> pages_of_a_server_without_end(std::int64_t highest_id) {
  std::vector<std::int64_t> asked;
  mirror::Walk walk(0, highest_id);
  while (walk.end() == mirror::Walk::End::none && asked.size() < 100) {
    asked.push_back(walk.page());
    walk.heard(mirror::PageOutcome::read, 250);
  }
  return asked;
}

}  // namespace

TEST_CASE("a server that makes up pages without end is followed eight beyond the last known one") {
  CHECK(pages_of_a_server_without_end(0).back() == 8);
  CHECK(pages_of_a_server_without_end(249).back() == 8);
  CHECK(pages_of_a_server_without_end(250 * 40).back() == 48);
}

}  // namespace sievarr::adding
