#include "../sim/running.hpp"
#include "../support/folder.hpp"
#include "os/file.hpp"
#include "ran.hpp"

#include <doctest/doctest.h>

#include <string>

namespace sievarr::test {

TEST_CASE("sync keeps a copy of the state only of a cycle that went well") {
  Folder const folder;
  Running running({.world = {.seed = 3, .shows = 60}, .tvmaze = {.limit = std::nullopt}});
  auto const sync = [&] {
    static_cast<void>(run(
        {"sync", "--config", "-"},
        {.in = "selections: [{name: good, rating: {min: 8}}]\nstorage: {path: " + folder.path() +
               "}\ntvmaze: {base_url: \"" + running.sim().tvmaze_address() + "\"}\n"}));
  };
  running.tvmaze().faults().inject({.harm = sim::Says{.status = 403},
                                    .kind = sim::Kind::updates,
                                    .times = sim::Fault::for_ever});
  sync();
  CHECK(os::exists(folder.file("state.json")));
  CHECK_FALSE(os::exists(folder.file("state.json.bak")));

  running.tvmaze().faults().clear();
  sync();
  CHECK(os::exists(folder.file("state.json.bak")));
}

}  // namespace sievarr::test
