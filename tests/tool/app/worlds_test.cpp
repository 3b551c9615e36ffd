#include "../sim/known_harms.hpp"
#include "../sim/running.hpp"
#include "effort.hpp"
#include "test_world.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

namespace sievarr::test {
namespace {

using Random = std::mt19937_64;

std::size_t below(Random& random, std::size_t end) { return random() % end; }

/// A config that wants much or little, adds much or little, asks first or does not.
std::string any_config(Random& random) {
  auto const rating = to_text(5 + below(random, 4));
  auto const most = to_text(1 + below(random, 12));
  auto const in_flight = to_text(1 + below(random, 4));
  std::string const asks = below(random, 3) == 0 ? ", mode: review" : "";
  return "dry_run: true\nsync: {max_adds_per_cycle: " + most +
         "}\nselections:\n  - {name: first, rating: {min: " + rating +
         "}}\n  - {name: second, languages: [Japanese, German]" + asks +
         "}\nsonarr: {url: \"http://sonarr\", api_key: 0123456789abcdef0123456789abcdef, "
         "root_folder: /tv, quality_profile: HD-1080p, lookups_in_flight: " +
         in_flight + "}\n";
}

std::size_t harm(TestWorld& home, Random& random) {
  auto harms = passing_harms();
  harms.push_back({"401", sim::Says{.status = 401, .body = ""}});
  harms.push_back({"overtaken", sim::Overtaken{}});
  auto const count = below(random, 4);
  for (std::size_t at = 0; at < count; ++at) {
    auto const& chosen = harms[below(random, harms.size())];
    home.sonarr().faults().inject(
        {.harm = chosen.harm, .first = 1 + below(random, 30), .times = 1 + below(random, 6)});
  }
  return count;
}

/// The series that were posted, in the order in which each came first.
std::vector<std::int64_t> posted(TestWorld& home) {
  std::vector<std::int64_t> order;
  for (auto const& heard : home.sonarr().calls().all(sim::Kind::add)) {
    auto const id = to_integer(value_in(heard.request.body, "tvdbId")).value_or(0);
    if (std::find(order.begin(), order.end(), id) == order.end()) order.push_back(id);
  }
  return order;
}

bool is_subsequence(std::vector<std::int64_t> const& part, std::vector<adding::Add> const& whole) {
  auto at = part.begin();
  for (auto const& add : whole)
    if (at != part.end() && *at == add.tvdb_id) ++at;
  return at == part.end();
}

/// How often it was heard of an add that it was put off, and why.
std::size_t times_put_off(TestWorld& home, adding::Add const& add) {
  std::size_t times = 0;
  for (auto const& event : home.listener().events) {
    auto const* const ended = std::get_if<app::AddEnded>(&event);
    if (ended && ended->add.show_id == add.show_id && ended->fate == adding::AddOutcome::put_off &&
        !ended->words.empty())
      ++times;
  }
  return times;
}

/// How many causes there are for an add that was not sent.
std::size_t causes(TestWorld& home, adding::Proposal const& decided, adding::Add const& add) {
  auto const same = [&](auto const& each) { return each.show_id == add.show_id; };
  auto const waits = std::count_if(decided.waiting.begin(), decided.waiting.end(), same);
  auto const found = std::count_if(decided.findings.begin(), decided.findings.end(), same);
  std::size_t ended = 0;
  for (auto const& entry : home.journal(add.show_id))
    if (entry.ending) ++ended;
  // What was not even asked about is told, and not written down.
  if (ended == 0) ended = times_put_off(home, add);
  return static_cast<std::size_t>(waits + found) + ended;
}

TEST_CASE("in any world what is sent is what was planned, and what is not sent has one cause") {
  auto const worlds = test::rounds<std::uint64_t>(100, 1000);
  std::size_t sent = 0;
  std::size_t unsent = 0;
  for (std::uint64_t seed = 1; seed <= worlds; ++seed) {
    CAPTURE(seed);
    Random random(seed);
    TestWorld home(40 + below(random, 80), any_config(random), seed);
    REQUIRE(home.live());
    auto const plan = home.look();
    REQUIRE(plan);
    auto const asked_for_series = home.sonarr().calls().count(sim::Kind::lookup);
    CHECK(asked_for_series == 0);

    auto const harms = harm(home, random);
    home.config().dry_run = false;
    auto const report = home.live();
    REQUIRE(report);
    auto const order = posted(home);
    CHECK(is_subsequence(order, plan->adds));
    if (harms == 0) CHECK(order.size() == plan->adds.size());
    for (auto const& add : plan->adds) {
      bool const was_sent = std::find(order.begin(), order.end(), add.tvdb_id) != order.end();
      if (!was_sent) CHECK(causes(home, report->proposal, add) == 1);
      if (was_sent) CHECK(home.journal(add.show_id).size() == 1);
      ++(was_sent ? sent : unsent);
    }
    home.added();
  }
  CHECK(sent > worlds);
  CHECK(unsent > worlds / 4);
}

}  // namespace
}  // namespace sievarr::test
