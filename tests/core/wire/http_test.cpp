#include <sievarr/wire/http.hpp>
#include <sievarr/wire/http_failure.hpp>
#include <sievarr/wire/http_time.hpp>

#include <doctest/doctest.h>

#include <chrono>

namespace sievarr::wire {
namespace {

using std::chrono::hours;
using std::chrono::seconds;

Instant const now = *to_instant("2026-01-31T10:00:00Z");

}  // namespace

TEST_CASE("names of headers have no case, the first of a name counts") {
  Headers const headers = {
      {"content-TYPE", "Application/JSON; charset=utf-8"}, {"X", "1"}, {"x", "2"}};

  CHECK(header(headers, "x") == "1");
  CHECK_FALSE(header(headers, "y"));
  CHECK(content_type(headers) == "application/json");
  CHECK(content_type({}).empty());
}

TEST_CASE("what may be asked twice is what changes nothing the second time") {
  CHECK(is_repeatable(Method::get));
  CHECK(is_repeatable(Method::put));
  CHECK(is_repeatable(Method::delete_));
  CHECK_FALSE(is_repeatable(Method::post));
  CHECK_FALSE(is_repeatable(Method::patch));
}

TEST_CASE("moments are read as HTTP writes them") {
  CHECK(http_date("Sun, 06 Nov 1994 08:49:37 GMT") == to_instant("1994-11-06T08:49:37Z"));
  for (auto const* bad : {"", "Sun, 06 Nov 1994 08:49:37", "Sun, 31 Feb 1994 08:49:37 GMT",
                          "Sunday, 06-Nov-94 08:49:37 GMT", "Sun, 06 Xxx 1994 08:49:37 GMT",
                          "Sun, 06 Nov 1994 25:49:37 GMT", "Sun, 06 Nov 1994 08:49:37 CET"}) {
    CAPTURE(bad);
    CHECK_FALSE(http_date(bad));
  }
}

TEST_CASE("moments are written as HTTP writes them, to the second") {
  CHECK(http_date(*to_instant("1994-11-06T08:49:37.999Z")) == "Sun, 06 Nov 1994 08:49:37 GMT");
  CHECK(http_date(*to_instant("2026-01-31T00:00:00Z")) == "Sat, 31 Jan 2026 00:00:00 GMT");
  CHECK(http_date(*to_instant("1969-12-31T23:59:59.5Z")) == "Wed, 31 Dec 1969 23:59:59 GMT");
}

TEST_CASE("how long to wait is told in seconds or by a clock, ours or theirs") {
  CHECK(retry_after({{"Retry-After", "7"}}, now) == seconds{7});
  CHECK(retry_after({{"Retry-After", "Sat, 31 Jan 2026 10:00:30 GMT"}}, now) == seconds{30});
  CHECK(retry_after({{"Retry-After", "Sat, 31 Jan 2026 12:00:30 GMT"},
                     {"Date", "Sat, 31 Jan 2026 12:00:00 GMT"}},
                    now) == seconds{30});
  CHECK(retry_after({{"Retry-After", "Sat, 31 Jan 2026 09:00:00 GMT"}}, now) == seconds{0});
  CHECK(retry_after({{"Retry-After", "999999999999"}}, now) == hours{24});
  CHECK_FALSE(retry_after({{"Retry-After", "-1"}}, now));
  CHECK_FALSE(retry_after({{"Retry-After", "soon"}}, now));
  CHECK_FALSE(retry_after({}, now));
}

TEST_CASE("an address is shown without what may be a secret") {
  CHECK(shown_address("http://sonarr:8989/api?apikey=s3cret#x") == "http://sonarr:8989/api");
  CHECK(shown_address("https://me:s3cret@sonarr/api") == "https://sonarr/api");
  CHECK(shown_address("/api?apikey=s3cret") == "/api");
  CHECK(shown_address("http://sonarr/a@b") == "http://sonarr/a@b");
}

TEST_CASE("a status that is no success says what kind of failure it is") {
  auto const kind = [](int status) { return failure_kind(status); };

  CHECK_FALSE(kind(200));
  CHECK_FALSE(kind(204));
  CHECK(kind(302) == Failure::Kind::refused);
  CHECK(kind(400) == Failure::Kind::refused);
  CHECK(kind(401) == Failure::Kind::denied);
  CHECK(kind(404) == Failure::Kind::missing);
  CHECK(kind(429) == Failure::Kind::throttled);
  CHECK(kind(503) == Failure::Kind::broken);
  CHECK(kind(999) == Failure::Kind::refused);
}

TEST_CASE("a failure names the address and the status, never the key") {
  Response const response{.status = 429, .headers = {{"retry-after", "3"}}};

  auto const failure = failure_of(response, "http://sonarr:8989/api?apikey=s3cret", now);

  REQUIRE(failure);
  CHECK(failure->text == "http://sonarr:8989/api answered 429");
  CHECK(failure->hint == "nothing, it is asked again later");
  CHECK(failure->retry_after == seconds{3});
}

}  // namespace sievarr::wire
