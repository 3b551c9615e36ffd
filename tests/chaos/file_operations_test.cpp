#include "../tool/cli/ran.hpp"
#include "../tool/support/folder.hpp"
#include "effort.hpp"
#include "os/clock.hpp"
#include "sim/sim.hpp"
#include "store/catalogue.hpp"
#include "store/open.hpp"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstdarg>
#include <map>
#include <string>
#include <string_view>
#include <vector>

/// The program in front of simulated servers, on a system whose files fail: the linker leads each
/// of these calls past us, whoever makes it.
namespace sievarr::chaos {
namespace {

/// The n-th operation on a file of ours fails, and so do those after it.
struct Sabotage {
  std::atomic<int> left = 0;  ///< Until then; 0 is never.
  std::atomic<bool> came = false;
  int error = 0;
  std::string folder;
};

Sabotage& sabotage() {
  static Sabotage made;
  return made;
}

/// Whether the operation that is about to be done is to fail.
bool fails() {
  auto& plan = sabotage();
  if (plan.left.load() == 0) return false;
  if (!plan.came.load() && plan.left.fetch_sub(1) > 1) return false;
  plan.left = 1;
  plan.came = true;
  errno = plan.error;
  return true;
}

bool fails(char const* path) {
  return std::string_view(path).find(sabotage().folder) == 0 && fails();
}

bool fails(int file) {
  struct stat found = {};
  return sabotage().left.load() != 0 && ::fstat(file, &found) == 0 && S_ISREG(found.st_mode) &&
         fails();
}

}  // namespace
}  // namespace sievarr::chaos

// The names are the linker's.
extern "C" {
int __real_open(char const* path, int flags, ...);
int __real_open64(char const* path, int flags, ...);
ssize_t __real_write(int file, void const* bytes, size_t count);
ssize_t __real_pwrite64(int file, void const* bytes, size_t count, off64_t at);
int __real_fsync(int file);
int __real_fdatasync(int file);
int __real_ftruncate64(int file, off64_t size);
int __real_rename(char const* from, char const* to);
int __real_mkdir(char const* path, mode_t mode);

int __wrap_open(char const* path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  auto const mode = (flags & O_CREAT) != 0 ? va_arg(rest, mode_t) : mode_t{0};
  va_end(rest);
  return sievarr::chaos::fails(path) ? -1 : __real_open(path, flags, mode);
}
int __wrap_open64(char const* path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  auto const mode = (flags & O_CREAT) != 0 ? va_arg(rest, mode_t) : mode_t{0};
  va_end(rest);
  return sievarr::chaos::fails(path) ? -1 : __real_open64(path, flags, mode);
}
ssize_t __wrap_write(int file, void const* bytes, size_t count) {
  return sievarr::chaos::fails(file) ? -1 : __real_write(file, bytes, count);
}
ssize_t __wrap_pwrite64(int file, void const* bytes, size_t count, off64_t at) {
  return sievarr::chaos::fails(file) ? -1 : __real_pwrite64(file, bytes, count, at);
}
int __wrap_fsync(int file) { return sievarr::chaos::fails(file) ? -1 : __real_fsync(file); }
int __wrap_fdatasync(int file) { return sievarr::chaos::fails(file) ? -1 : __real_fdatasync(file); }
int __wrap_ftruncate64(int file, off64_t size) {
  return sievarr::chaos::fails(file) ? -1 : __real_ftruncate64(file, size);
}
int __wrap_rename(char const* from, char const* to) {
  return sievarr::chaos::fails(to) ? -1 : __real_rename(from, to);
}
int __wrap_mkdir(char const* path, mode_t mode) {
  return sievarr::chaos::fails(path) ? -1 : __real_mkdir(path, mode);
}
}

namespace sievarr::chaos {
namespace {

/// A world and the program in front of it.
class Disk {
 public:
  Disk() : sim_(started(clock_)) {}

  test::Ran sync() { return test::run({"sync", "--config", "-"}, {.in = config()}); }

  std::map<std::int64_t, adding::Status> end() const {
    auto database = store::open_store(folder_.file("data/shows.db"));
    REQUIRE(database);
    store::Catalogue catalogue(*database);
    std::map<std::int64_t, adding::Status> end;
    REQUIRE(catalogue.show_states().each(
        [&](adding::ShowState const& row) { end[row.show_id] = row.status; }));
    return end;
  }

  /// Runs a sync whose n-th operation on a file fails; whether it came to that.
  bool fail_at(int n, int error) {
    auto& plan = sabotage();
    plan.folder = folder_.path();
    plan.error = error;
    plan.came = false;
    plan.left = n;
    first_ = sync();
    plan.left = 0;
    return plan.came;
  }

  test::Ran const& first() const { return first_; }

  void check_posts() {
    for (auto const& [tvdb_id, posts] : sim_.sonarr().posts()) {
      auto const series = tvdb_id;
      CAPTURE(series);
      CHECK(posts.carried_out == 1);
    }
  }

 private:
  static sim::Sim started(os::Clock& clock) {
    auto sim = sim::Sim::start(
        {.world = {.seed = 3, .shows = 60}, .tvmaze = {.limit = std::nullopt}}, clock);
    REQUIRE(sim);
    return *std::move(sim);
  }

  std::string config() const {
    return "dry_run: false\nselections: [{name: good, rating: {min: 7}}]\nstorage: {path: " +
           folder_.file("data") + "}\ntvmaze: {rate_limit: 1000, base_url: '" +
           sim_.tvmaze_address() + "'}\nsonarr: {url: '" + sim_.sonarr_address() +
           "', api_key: " + sim_.api_key() + ", root_folder: /tv, quality_profile: HD-1080p}\n";
  }

  test::Folder folder_{test::Folder::On::memory};
  os::SystemClock clock_;
  sim::Sim sim_;
  test::Ran first_;
};

}  // namespace

TEST_CASE("whichever operation on a file fails, it is said, and the next sync ends as it should") {
  Disk calm;
  REQUIRE(calm.sync().exit == os::Exit::fine);
  auto const expected = calm.end();
  for (auto const error : {ENOSPC, EIO, EACCES}) {
    int came = 0;
    for (int n = 1;; n += test::every(9)) {
      CAPTURE(error);
      CAPTURE(n);
      Disk disk;
      if (!disk.fail_at(n, error)) break;
      ++came;
      // What does not succeed says so, and what to do.
      CAPTURE(disk.first().error);
      if (disk.first().exit != os::Exit::fine)
        CHECK(disk.first().error.find("sievarr: ") != std::string::npos);
      CHECK(disk.sync().exit == os::Exit::fine);
      CHECK(disk.end() == expected);
      disk.check_posts();
    }
    CHECK(came > 5);
  }
}

}  // namespace sievarr::chaos
