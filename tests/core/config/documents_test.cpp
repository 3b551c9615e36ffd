#include <sievarr/config/load.hpp>

#include "golden.hpp"
#include "laid.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <string>

namespace sievarr::config {

using sievarr::test::golden_beside;
using sievarr::test::names_below;
using sievarr::test::read_data;

TEST_CASE("each mistake in a config is explained where it stands, in these words") {
  auto const names = names_below("data/config/bad", ".yaml");
  REQUIRE(names.size() > 90);

  for (auto const& name : names) {
    CAPTURE(name);
    auto const said = said_about(read_data(name + ".yaml"));

    CHECK(!said.empty());
    golden_beside(name + ".expected", said);
  }
}

TEST_CASE("the same config without its mistake is accepted without a word") {
  auto const bad = names_below("data/config/bad", ".yaml");
  auto const good = names_below("data/config/good", ".yaml");
  REQUIRE(good.size() == bad.size());

  for (std::size_t i = 0; i < good.size(); ++i) {
    CAPTURE(good[i]);
    CHECK(bad[i].substr(bad[i].rfind('/')) == good[i].substr(good[i].rfind('/')));
    CHECK(said_about(read_data(good[i] + ".yaml")) == "");
  }
}

}  // namespace sievarr::config
