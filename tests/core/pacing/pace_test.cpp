#include <sievarr/pacing/breaker.hpp>
#include <sievarr/pacing/retry.hpp>
#include <sievarr/pacing/throttle.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

namespace sievarr::pacing {
namespace {

using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;

Instant const midday{hours{12}};

}  // namespace

TEST_CASE("no window of ten seconds ever holds more requests than allowed") {
  Throttle throttle({.limit = 20, .window = seconds{10}});
  std::vector<Instant> sent;
  auto now = midday;
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
  throttle.sent(midday);
  throttle.sent(midday);

  CHECK(throttle.wait(midday - hours{24}) <= seconds{10});
  CHECK(throttle.wait(midday + hours{24}) == seconds{0});
}

TEST_CASE("a refusal is obeyed, and the rate stays low until it has been quiet") {
  Throttle throttle({.limit = 20, .window = seconds{10}});

  throttle.refused(midday, seconds{7}, 0);
  CHECK(throttle.wait(midday) == seconds{7});
  CHECK(throttle.limit() == 10);

  auto now = midday;
  while (throttle.limit() < 20) {
    now += std::max(throttle.wait(now), milliseconds{500});
    throttle.sent(now);
    REQUIRE(now < midday + hours{2});
  }
  CHECK(now - midday > minutes{5});
}

TEST_CASE("refusals without a time to wait make the pauses grow") {
  Throttle throttle({.limit = 20, .window = seconds{10}});
  auto longest = milliseconds{0};
  for (int i = 0; i < 5; ++i) {
    throttle.refused(midday, std::nullopt, 1);
    CHECK(throttle.wait(midday) > longest);
    longest = throttle.wait(midday);
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
  breaker.failed(midday);
  CHECK(breaker.allows(midday));
  breaker.failed(midday);
  CHECK_FALSE(breaker.allows(midday + seconds{29}));

  CHECK(breaker.allows(midday + seconds{30}));
  breaker.probing(midday + seconds{30});
  CHECK_FALSE(breaker.allows(midday + seconds{31}));
  breaker.failed(midday + seconds{32});
  CHECK_FALSE(breaker.allows(midday + seconds{91}));
  CHECK(breaker.allows(midday + seconds{92}));

  breaker.succeeded();
  CHECK(breaker.allows(midday));
}

TEST_CASE("a clock set back does not lock the breaker") {
  Breaker breaker({.failures = 1, .first_rest = seconds{30}});
  breaker.failed(midday);

  CHECK(breaker.allows(midday - hours{1}));
}

}  // namespace sievarr::pacing
