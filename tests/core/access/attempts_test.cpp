#include <sievarr/access/attempts.hpp>

#include <doctest/doctest.h>

#include <chrono>
#include <string>

namespace sievarr::access {
namespace {

using namespace std::chrono_literals;

constexpr Instant noon{1'800'000'000s};

Attempt try_of(std::string_view name, std::string_view address, Instant now = noon) {
  return {.name = name, .address = address, .now = now};
}

}  // namespace

TEST_CASE("each failure doubles the wait, up to a minute") {
  std::string spans;
  for (int failures = 0; failures < 10; ++failures)
    spans += std::to_string(delay_after(failures).count()) + " ";
  CHECK(spans == "0 1 2 4 8 16 32 60 60 60 ");
  CHECK(delay_after(2'000'000'000) == 60s);
  CHECK(delay_after(-1) == 0s);
}

TEST_CASE("who was wrong waits at that address, and nobody else does") {
  Attempts attempts;
  CHECK(attempts.wait(try_of("admin", "10.0.0.9")) == 0ms);
  attempts.fail(try_of("admin", "10.0.0.9"));
  attempts.fail(try_of("admin", "10.0.0.9"));
  CHECK(attempts.wait(try_of("admin", "10.0.0.9")) == 2s);
  CHECK(attempts.wait(try_of("admin", "10.0.0.9", noon + 1500ms)) == 500ms);
  CHECK(attempts.wait(try_of("admin", "10.0.0.9", noon + 2s)) == 0ms);
  CHECK(attempts.wait(try_of("admin", "10.0.0.8")) == 0ms);
  CHECK(attempts.wait(try_of("guest", "10.0.0.9")) == 0ms);
}

TEST_CASE("addresses of version 6 wait together with their network") {
  Attempts attempts;
  attempts.fail(try_of("admin", "2001:db8:1:2::1"));
  CHECK(attempts.wait(try_of("admin", "2001:db8:1:2:ffff::9")) == 1s);
  CHECK(attempts.wait(try_of("admin", "2001:db8:1:3::1")) == 0ms);
}

TEST_CASE("a name that is tried from everywhere is slow for strangers, and not for its owner") {
  Attempts attempts;
  attempts.succeed(try_of("admin", "192.168.1.10"));
  for (int each = 0; each < soft_lock; ++each)
    attempts.fail(try_of("admin", "203.0.113." + std::to_string(each)));
  attempts.fail(try_of("admin", "198.51.100.1"));
  CHECK(attempts.wait(try_of("admin", "198.51.100.1")) == 60s);
  attempts.fail(try_of("admin", "192.168.1.10"));
  CHECK(attempts.wait(try_of("admin", "192.168.1.10")) == 1s);
  // Even a stranger may try once, and is never kept out for good.
  CHECK(attempts.wait(try_of("admin", "198.51.100.7")) == 0ms);
  CHECK(attempts.wait(try_of("admin", "198.51.100.1", noon + 60s)) == 0ms);
}

TEST_CASE("being right forgives, and so does an hour") {
  Attempts attempts;
  for (int each = 0; each < 5; ++each) attempts.fail(try_of("admin", "10.0.0.9"));
  attempts.succeed(try_of("admin", "10.0.0.9"));
  CHECK(attempts.wait(try_of("admin", "10.0.0.9")) == 0ms);
  for (int each = 0; each < 5; ++each) attempts.fail(try_of("admin", "10.0.0.9"));
  attempts.fail(try_of("admin", "10.0.0.9", noon + 2h));
  CHECK(attempts.wait(try_of("admin", "10.0.0.9", noon + 2h)) == 1s);
}

TEST_CASE("a clock that jumps lets nobody wait for longer than a minute") {
  Attempts attempts;
  for (int each = 0; each < 9; ++each) attempts.fail(try_of("admin", "10.0.0.9"));
  CHECK(attempts.wait(try_of("admin", "10.0.0.9", noon - 24h)) == 60s);
  CHECK(attempts.wait(try_of("admin", "10.0.0.9", noon + 24h)) == 0ms);
}

TEST_CASE("no number of names and addresses fills the memory, or opens the door") {
  Attempts attempts;
  for (int each = 0; each < 20'000; ++each)
    attempts.fail(try_of("name " + std::to_string(each), "10.0.0.9"));
  attempts.fail(try_of("admin", "10.0.0.9"));
  CHECK(attempts.wait(try_of("admin", "10.0.0.9")) == 1s);
}

}  // namespace sievarr::access
