#include <sievarr/adding/settle.hpp>
#include <sievarr/config/plan.hpp>

#include "golden.hpp"
#include "laid.hpp"

#include <doctest/doctest.h>

#include <string>

namespace sievarr::config {

/// These hashes stand in the storages of version 0.1.0. Another one judges a whole catalogue again
/// with the next start, and tries every show again that was refused.
TEST_CASE("the hashes of filters, of judging and of routes are those of version 0.1.0") {
  std::string lines;
  for (auto const& path : test::names_below("data/frozen/configs", ".yaml")) {
    auto const prepared =
        prepare(layers_of(test::read_data(path + ".yaml")), *to_date("2026-01-31"));
    for (auto const& problem : prepared.problems)
      CHECK_MESSAGE(problem.severity != Severity::error, to_text(problem));
    auto const& plan = prepared.value.plan;
    lines += path.substr(path.rfind('/') + 1) + "\n  filter " + plan.filter_hash + "\n  judging " +
             adding::judging_key(plan) + "\n";
    for (auto const& route : plan.routes) lines += "  route " + derive::digest(route) + "\n";
  }
  CHECK(lines == test::read_data("data/frozen/hashes.txt"));
}

}  // namespace sievarr::config
