#include <sievarr/wire/freshness.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace sievarr::wire {
namespace {

Instant const at_noon = *to_instant("2026-01-31T12:00:00Z");

std::string text_of(std::optional<Instant> const& instant) {
  return instant ? to_text(*instant) : "-";
}

}  // namespace

TEST_CASE("an answer out of a cache is as old as its date less its age") {
  auto const fresh = freshness({{"date", "Sat, 31 Jan 2026 11:59:00 GMT"},
                                {"Age", "3600"},
                                {"Cache-Control", "public, max-age=86400"}},
                               at_noon);

  CHECK(text_of(fresh.made) == "2026-01-31T10:59:00Z");
  CHECK(text_of(fresh.fresh_until) == "2026-02-01T11:00:00Z");
}

TEST_CASE("what caches say is read in all its spellings, and nonsense is nothing") {
  struct Case {
    std::string control;
    std::string until;
  };
  for (auto const& each : std::vector<Case>{
           {"max-age=60", "2026-01-31T12:01:00Z"},
           {"public,MAX-AGE = \"60\"", "2026-01-31T12:01:00Z"},
           {"max-age=60, s-maxage=120", "2026-01-31T12:02:00Z"},
           {"max-age=999999999999", "2026-02-07T12:00:00Z"},
           {"max-age=0", "-"},
           {"max-age=-5", "-"},
           {"max-age", "-"},
           {"max-age=", "-"},
           {"no-store", "-"},
           {",,=,", "-"},
           {"", "-"},
       }) {
    CAPTURE(each.control);
    CHECK(text_of(freshness({{"Cache-Control", each.control}}, at_noon).fresh_until) == each.until);
  }
}

TEST_CASE("without a date nobody knows when an answer was made") {
  CHECK(freshness({}, at_noon) == Freshness{});
  CHECK(freshness({{"Date", "yesterday"}, {"Age", "x"}}, at_noon) == Freshness{});
}

}  // namespace sievarr::wire
