#include <sievarr/config/config.hpp>
#include <sievarr/derive/leaves.hpp>

#include "golden.hpp"

#include <doctest/doctest.h>

#include <string>

namespace sievarr::config {

/// What the program does with these lists is a walk over the same descriptions.
TEST_CASE("each key that is secret, guarded, wants a restart or names a server is listed") {
  std::string lines;
  for (auto const& leaf : derive::leaves<Config>()) {
    auto const& facts = leaf.facts;
    std::string said;
    if (leaf.secret) said += " secret";
    if (facts.restart) said += " restart";
    if (facts.guarded) said += " guarded";
    if (facts.server) said += " server";
    if (facts.long_name) said += " long-name";
    if (!said.empty()) lines += leaf.path + ":" + said + "\n";
  }
  test::golden("config/facts.txt", lines);
}

}  // namespace sievarr::config
