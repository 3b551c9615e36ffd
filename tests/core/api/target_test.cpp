#include <sievarr/api/history.hpp>
#include <sievarr/api/jobs.hpp>
#include <sievarr/api/legacy.hpp>
#include <sievarr/api/target.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace sievarr::api {

TEST_CASE("an address says what differs from what goes without saying") {
  CHECK(target_of("/api/v1/cycles", TriggerQuery{}) == "/api/v1/cycles");
  CHECK(target_of("/api/v1/cycles", TriggerQuery{.full = true}) == "/api/v1/cycles?full=true");
  CHECK(target_of("/journal", HistoryQuery{.before = 7}) == "/journal?before=7");
}

TEST_CASE("what is in braces is filled in, with escapes, and is not said again") {
  constexpr std::string_view path = "/api/v1/jobs/{name}/run";
  CHECK(target_of(path, JobName{"catalogue"}) == "/api/v1/jobs/catalogue/run");
  CHECK(target_of(path, JobName{"sonarr/watch 2"}) == "/api/v1/jobs/sonarr%2Fwatch%202/run");
  CHECK(target_of(path, JobName{"../../x?y"}) == "/api/v1/jobs/..%2F..%2Fx%3Fy/run");
}

TEST_CASE("the router reads back what an address says") {
  for (auto const before : {1, 250, 100'000}) {
    auto const target = target_of("/journal", HistoryQuery{.before = before});
    QueryReader reader;
    REQUIRE(reader.read(std::string_view{target}.substr(target.find('?') + 1)));
    auto const read = parameters<HistoryQuery>(std::move(reader));
    CHECK(read.problems.empty());
    CHECK(read.value.before == before);
  }
}

}  // namespace sievarr::api
