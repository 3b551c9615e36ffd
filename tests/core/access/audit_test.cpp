#include <sievarr/access/audit.hpp>
#include <sievarr/access/session.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace sievarr::access {
namespace {

using namespace std::chrono_literals;

constexpr Instant midday{1'800'000'000s};

std::vector<AuditRecord> rows(int count) {
  std::vector<AuditRecord> all;
  std::optional<AuditRecord> last;
  for (int each = 0; each < count; ++each) {
    last =
        chained({.at = midday, .author = "admin", .subject = "key " + std::to_string(each)}, last);
    all.push_back(*last);
  }
  return all;
}

Session session(Instant created, Instant used) { return {.created = created, .used = used}; }

}  // namespace

TEST_CASE("rows of the audit stand behind each other, in either direction") {
  CHECK_FALSE(first_broken({}));
  CHECK_FALSE(first_broken(rows(1)));
  auto all = rows(5);
  CHECK_FALSE(first_broken(all));
  std::reverse(all.begin(), all.end());
  CHECK_FALSE(first_broken(all));
  CHECK_FALSE(first_broken({all[0], all[1], all[2]}));
}

TEST_CASE("a row that was changed, taken away or put between is seen") {
  auto const whole = rows(5);
  auto changed = whole;
  changed[2].author = "nobody";
  CHECK(first_broken(changed) == 3);
  changed[2].hash = hash_of(changed[2]);
  CHECK(first_broken(changed) == 4);
  auto cut = whole;
  cut.erase(cut.begin() + 2);
  CHECK(first_broken(cut) == 4);
  auto moved = whole;
  moved[1].at += 1ms;
  CHECK(first_broken(moved) == 2);
  auto begun_anew = whole;
  begun_anew[0].previous = "something";
  CHECK(first_broken(begun_anew) == 1);
}

TEST_CASE("no two rows have one hash because of where their words end") {
  AuditRecord const one{.author = "ab", .address = "c"};
  AuditRecord const other{.author = "a", .address = "bc"};
  CHECK(hash_of(one) != hash_of(other));
}

TEST_CASE("a session ends when it is too old, or too long unused") {
  SessionLimits const limits{.idle = 7 * 24h, .age = 30 * 24h};
  CHECK(is_alive(session(midday, midday), limits, midday));
  CHECK(is_alive(session(midday, midday), limits, midday + 7 * 24h - 1s));
  CHECK_FALSE(is_alive(session(midday, midday), limits, midday + 7 * 24h));
  CHECK(is_alive(session(midday, midday + 29 * 24h), limits, midday + 30 * 24h - 1s));
  CHECK_FALSE(is_alive(session(midday, midday + 29 * 24h), limits, midday + 30 * 24h));
  // One that was made by a clock which was years ahead is not good for years.
  CHECK_FALSE(is_alive(session(midday + 365 * 24h, midday + 365 * 24h), limits, midday));
}

TEST_CASE("what a password opened goes only where passwords are asked for") {
  CHECK(counts_in(Way::password, config::AccessMode::password));
  CHECK_FALSE(counts_in(Way::password, config::AccessMode::key));
  CHECK_FALSE(counts_in(Way::password, config::AccessMode::external));
  CHECK(counts_in(Way::owner_key, config::AccessMode::password));
  CHECK(counts_in(Way::api_key, config::AccessMode::none));
}

TEST_CASE("another key of the owner breaks the seal of a session") {
  CHECK(seal_of("open sesame", "abc") == seal_of("open sesame", "abc"));
  CHECK(seal_of("open sesame", "abc") != seal_of("another", "abc"));
  CHECK(seal_of("open sesame", "abc") != seal_of("open sesame", "abd"));
}

}  // namespace sievarr::access
