#include "../support/faulty_disk.hpp"
#include "effort.hpp"
#include "test_world.hpp"

#include <doctest/doctest.h>
#include <sqlite3.h>

#include <map>

/// A whole life of the program on a disk that fails: whatever is lost, the next lives end where an
/// undisturbed one would have ended, and nothing is added twice.
namespace sievarr::test {
namespace {

constexpr std::size_t few_shows = 40;
constexpr int few_cycles = 5;

std::map<std::int64_t, adding::Status> const& end_on_a_good_disk() {
  static auto const end = [] {
    TestWorld home(few_shows);
    home.settle(few_cycles);
    return home.statuses();
  }();
  return end;
}

/// In CI every fifth operation is failed, in a long run each.

/// What was written down of adds tells each end in the journal once, and nothing else.
void check_activity(TestWorld& home) {
  std::map<std::int64_t, int> told;
  for (auto const& record : home.activity())
    if (record.refs.intent) ++told[*record.refs.intent];
  for (auto const& entry : home.journal()) {
    bool const is_over = entry.ending && entry.ending->fate != adding::AddOutcome::put_off;
    CHECK(told[entry.intent.id] == (is_over ? 1 : 0));
  }
}

/// One life on a bad disk and more on a good one; whether anything went bad.
template <class Arm>
bool lives_on(Arm arm) {
  TestWorld home(few_shows);
  FaultyDisk disk;
  arm(disk);
  static_cast<void>(home.live());
  bool const came = disk.failed();
  disk.work();
  home.settle(few_cycles);
  home.added();
  CHECK(home.statuses() == end_on_a_good_disk());
  check_activity(home);
  return came;
}

/// Arms for n = 1, 1 + step, ... until it no longer comes; how many operations there are.
template <class Arm>
int for_each_operation(Arm arm) {
  for (int n = 1;; n += test::every(5)) {
    CAPTURE(n);
    if (!lives_on([&](FaultyDisk& disk) { arm(disk, n); })) return n;
  }
}

}  // namespace

TEST_CASE("whichever operation of the disk fails in a cycle, and how, the next ones finish it" *
          doctest::test_suite("slow")) {
  for (auto const code : {SQLITE_FULL, SQLITE_IOERR, SQLITE_READONLY}) {
    for (auto const lasting : {Fault::Lasting::once, Fault::Lasting::on}) {
      CAPTURE(code);
      CAPTURE(static_cast<int>(lasting));
      CHECK(for_each_operation([&](FaultyDisk& disk, int n) {
              disk.fail({.n = n, .code = code, .lasting = lasting});
            }) > 50);
    }
  }
  CHECK(for_each_operation([](FaultyDisk& disk, int n) {
          disk.fail({.n = n, .code = SQLITE_IOERR, .what = Fault::What::anything});
        }) > 50);
}

TEST_CASE("whenever the power goes in a cycle, the next ones finish it" *
          doctest::test_suite("slow")) {
  for (std::uint32_t const seed : {0u, 1u, 2u, 3u}) {
    CAPTURE(seed);
    int n = 1;
    while (lives_on([&](FaultyDisk& disk) { disk.lose_power_at(n, seed); })) n += test::every(1);
    CHECK(n > 5);
  }
}

}  // namespace sievarr::test
