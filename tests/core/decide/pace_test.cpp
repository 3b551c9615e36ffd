#include <sievarr/decide/breaker.hpp>
#include <sievarr/decide/retry.hpp>
#include <sievarr/decide/schedule.hpp>
#include <sievarr/decide/throttle.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

namespace sievarr::decide {
namespace {

using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;

Instant const noon{hours{12}};

}  // namespace

TEST_CASE("no window of ten seconds ever holds more requests than allowed") {
  Throttle throttle({.limit = 20, .window = seconds{10}});
  std::vector<Instant> sent;
  auto now = noon;
  for (int i = 0; i < 200; ++i) {
    now += throttle.wait(now);
    throttle.sent(now);
    sent.push_back(now);
    now += milliseconds{i % 7};
  }

  for (std::size_t i = 20; i < sent.size(); ++i) CHECK(sent[i] - sent[i - 20] >= seconds{10});
  CHECK(sent.back() - sent.front() <= seconds{10 * 9} + seconds{1});
}

TEST_CASE("a clock that jumps costs a window at most") {
  Throttle throttle({.limit = 2, .window = seconds{10}});
  throttle.sent(noon);
  throttle.sent(noon);

  CHECK(throttle.wait(noon - hours{24}) <= seconds{10});
  CHECK(throttle.wait(noon + hours{24}) == seconds{0});
}

TEST_CASE("a refusal is obeyed, and the rate stays low until it has been quiet") {
  Throttle throttle({.limit = 20, .window = seconds{10}});

  throttle.refused(noon, seconds{7}, 0);
  CHECK(throttle.wait(noon) == seconds{7});
  CHECK(throttle.limit() == 10);

  auto now = noon;
  while (throttle.limit() < 20) {
    now += std::max(throttle.wait(now), milliseconds{500});
    throttle.sent(now);
    REQUIRE(now < noon + hours{2});
  }
  CHECK(now - noon > minutes{5});
}

TEST_CASE("refusals without a time to wait make the pauses grow") {
  Throttle throttle({.limit = 20, .window = seconds{10}});
  auto longest = milliseconds{0};
  for (int i = 0; i < 5; ++i) {
    throttle.refused(noon, std::nullopt, 1);
    CHECK(throttle.wait(noon) > longest);
    longest = throttle.wait(noon);
  }
  CHECK(throttle.limit() == 1);
  CHECK(longest <= minutes{10});
}

TEST_CASE("only what may pass is tried again, and not for ever") {
  Failure const timeout{.kind = Failure::Kind::timed_out, .text = ""};
  Patience const patience{.attempts = 3, .first = seconds{1}, .longest = seconds{3}};

  CHECK(pause_after(timeout, 1, patience, 1) == seconds{1});
  CHECK(pause_after(timeout, 2, patience, 1) == seconds{2});
  CHECK(pause_after(timeout, 2, patience, 0) == seconds{1});
  CHECK_FALSE(pause_after(timeout, 3, patience, 1));
  CHECK_FALSE(pause_after({.kind = Failure::Kind::denied, .text = ""}, 1, patience, 1));
  CHECK(pause_after({.kind = Failure::Kind::throttled, .text = "", .retry_after = seconds{9}}, 1,
                    patience, 0) == seconds{9});
}

TEST_CASE("after repeated failures a single probe goes out now and then") {
  Breaker breaker({.failures = 2, .first_rest = seconds{30}, .longest_rest = seconds{60}});
  breaker.failed(noon);
  CHECK(breaker.allows(noon));
  breaker.failed(noon);
  CHECK_FALSE(breaker.allows(noon + seconds{29}));

  CHECK(breaker.allows(noon + seconds{30}));
  breaker.probing(noon + seconds{30});
  CHECK_FALSE(breaker.allows(noon + seconds{31}));
  breaker.failed(noon + seconds{32});
  CHECK_FALSE(breaker.allows(noon + seconds{91}));
  CHECK(breaker.allows(noon + seconds{92}));

  breaker.succeeded();
  CHECK(breaker.allows(noon));
}

TEST_CASE("a clock set back does not lock the breaker") {
  Breaker breaker({.failures = 1, .first_rest = seconds{30}});
  breaker.failed(noon);

  CHECK(breaker.allows(noon - hours{1}));
}

TEST_CASE("runs keep to their grid, and those that were missed are not made up for") {
  Runs const runs{.anchor = noon, .last = noon + hours{6} + minutes{2}};

  CHECK(next_run(runs, hours{6}, noon + hours{7}) == noon + hours{12});
  CHECK(next_run({.anchor = noon, .last = noon}, hours{6}, noon + hours{50}) == noon + hours{6});
  CHECK(next_run({.anchor = noon, .last = noon + hours{50}}, hours{6}, noon + hours{50}) ==
        noon + hours{54});
}

TEST_CASE("the first run is due at once, and so is one that was asked for") {
  CHECK(next_run({}, hours{6}, noon) == noon);
  CHECK(next_run({.anchor = noon, .last = noon, .asked = true}, hours{6}, noon + hours{1}) ==
        noon + hours{1});
}

TEST_CASE("a clock set back delays a run by one interval at most") {
  Runs const runs{.anchor = noon, .last = noon + hours{600}};

  CHECK(next_run(runs, hours{6}, noon + hours{1}) <= noon + hours{7});
  CHECK(next_run(runs, hours{6}, noon - hours{1}) <= noon + hours{5});
}

}  // namespace sievarr::decide
