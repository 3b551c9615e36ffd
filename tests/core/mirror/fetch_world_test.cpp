#include <sievarr/mirror/fetch_accept.hpp>
#include <sievarr/mirror/fetch_plan.hpp>
#include <sievarr/mirror/fetch_show.hpp>
#include <sievarr/mirror/fetch_window.hpp>

#include <doctest/doctest.h>

#include <map>
#include <optional>
#include <random>
#include <utility>
#include <vector>

namespace sievarr::mirror {
namespace {

using config::UpdateWindow;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

/// The same numbers for the same seed, everywhere.
class Dice {
 public:
  explicit Dice(std::uint32_t seed) : numbers_(seed) {}
  std::size_t below(std::size_t end) { return numbers_() % end; }

 private:
  std::minstd_rand numbers_;
};

std::int64_t seconds_of(Instant instant) {
  return std::chrono::duration_cast<seconds>(instant.time_since_epoch()).count();
}

/// TVMaze with caches in front of it: shows change, come and go; answers are as old as they may be.
class World {
 public:
  explicit World(std::uint32_t seed) : dice_(seed) {
    while (highest_ < 900)
      if (add(); dice_.below(8) == 0) shows_.erase(highest_);
  }

  Instant now() const { return now_; }
  std::map<std::int64_t, std::int64_t> const& shows() const { return shows_; }

  void pass(hours span) {
    for (int i = 0; i < 60; ++i) {
      now_ += span / 60;
      auto const id =
          static_cast<std::int64_t>(1 + dice_.below(static_cast<std::size_t>(highest_)));
      auto const what = dice_.below(20);
      if (what == 0) shows_.erase(id);
      if (what == 1) add();
      if (what > 1 && shows_.count(id) > 0) shows_[id] = seconds_of(now_);
    }
  }

  Stamps map(UpdateWindow window) {
    constexpr hours spans[] = {hours{0}, hours{24}, hours{24 * 7}, hours{24 * 30},
                               hours{24 * 10'000}};
    auto const from = seconds_of(now_ - spans[static_cast<std::size_t>(window)]);
    Stamps stamps;
    for (auto const& [id, updated] : shows_)
      if (updated >= from) stamps.push_back({id, updated});
    return stamps;
  }

  std::pair<std::vector<Show>, PageCopy> page(std::int64_t number) {
    auto& [shows, copy] = cached_[number];
    if (copy.fresh_until && *copy.fresh_until > now_) return {shows, copy};
    shows.clear();
    for (auto const& [id, updated] : shows_)
      if (page_of(id) == number) shows.push_back({.id = id, .title = "x", .updated = updated});
    copy = {.page = number,
            .fate = shows.empty() ? PageOutcome::missing : PageOutcome::read,
            .made = now_,
            .fresh_until = now_ + hours{24}};
    return {shows, copy};
  }

  std::optional<Show> show(std::int64_t id) {
    auto const found = shows_.find(id);
    if (found == shows_.end()) return std::nullopt;
    return Show{.id = id, .title = "x", .updated = found->second};
  }

  bool fails() { return faulty && dice_.below(10) == 0; }

  bool faulty = true;

 private:
  void add() { shows_[++highest_] = seconds_of(now_); }

  Dice dice_;
  Instant now_ = *to_instant("2026-01-01T00:00:00Z");
  std::map<std::int64_t, std::int64_t> shows_;
  std::int64_t highest_ = 0;
  std::map<std::int64_t, std::pair<std::vector<Show>, PageCopy>> cached_;
};

/// A mirror that keeps what the planning says, as the storage does.
class Mirror {
 public:
  std::size_t cycle(World& world) {
    auto const now = world.now();
    Updates updates{choose_window(last_, now, UpdateWindow::auto_), {}};
    if (world.fails()) return 1;
    updates.stamps = world.map(updates.window);
    have_ = mirror_contents();
    auto plan = plan_fetch(updates, have_, now);
    auto requests = 1 + plan.requests();
    for (auto const& fetch : plan.pages) {
      auto missing = fetch_page(world, fetch);
      requests += missing.size();
      plan.shows.insert(plan.shows.end(), missing.begin(), missing.end());
    }
    for (auto const& stamp : by_id(plan.shows)) fetch_show(world, stamp);
    last_ = now;
    return requests;
  }

  std::map<std::int64_t, std::int64_t> present() const {
    auto shows = shows_;
    for (auto const& [id, absence] : absences_)
      if (absence.gone) shows.erase(id);
    return shows;
  }

 private:
  MirrorContents mirror_contents() const {
    Stamps stored;
    for (auto const& [id, updated] : shows_) stored.push_back({id, updated});
    std::vector<Absence> absences;
    for (auto const& [id, absence] : absences_) absences.push_back(absence);
    std::vector<PageCopy> pages;
    for (auto const& [number, copy] : pages_) pages.push_back(copy);
    return mirror::mirror_contents(stored, absences, pages);
  }

  Stamps fetch_page(World& world, PageFetch const& fetch) {
    if (world.fails()) {
      pages_[fetch.page] = {.page = fetch.page, .fate = PageOutcome::failed};
      for (auto const& stamp : fetch.wanted) owe(world, stamp);
      return {};
    }
    auto [shows, copy] = world.page(fetch.page);
    pages_[fetch.page] = copy;
    auto yield = take_page(fetch, std::move(shows), have_, Accept::newer);
    for (auto const& show : yield.shows) store(show);
    return yield.missing;
  }

  void fetch_show(World& world, Stamp const& stamp) {
    if (world.fails()) return owe(world, stamp);
    auto const show = world.show(stamp.show_id);
    auto const* const before = absence(stamp.show_id);
    if (!show) return void(absences_[stamp.show_id] = gone(stamp, before, world.now()));
    auto const yield = given(stamp, *show, entry_of(have_.shows, stamp.show_id),
                             absence_of(stamp, before, world.now()));
    if (yield.show) store(*yield.show);
    if (yield.absence) absences_[stamp.show_id] = *yield.absence;
  }

  void store(Show const& show) {
    shows_[show.id] = show.updated;
    absences_.erase(show.id);
  }
  Absence const* absence(std::int64_t id) const {
    auto const found = absences_.find(id);
    return found == absences_.end() ? nullptr : &found->second;
  }
  void owe(World& world, Stamp const& stamp) {
    absences_[stamp.show_id] = owed(stamp, absence(stamp.show_id), world.now(), "x");
  }

  std::optional<Instant> last_;
  MirrorContents have_;
  std::map<std::int64_t, std::int64_t> shows_;
  std::map<std::int64_t, Absence> absences_;
  std::map<std::int64_t, PageCopy> pages_;
};

}  // namespace

TEST_CASE("whatever changes, comes, goes or fails, a mirror is in the end what TVMaze is") {
  for (std::uint32_t seed = 1; seed <= 20; ++seed) {
    CAPTURE(seed);
    World world(seed);
    Mirror mirror;
    Dice dice(seed + 1'000);
    for (int cycle = 0; cycle < 12; ++cycle) {
      mirror.cycle(world);
      constexpr hours spans[] = {hours{1}, hours{6}, hours{30}, hours{24 * 10}};
      world.pass(spans[dice.below(4)]);
    }
    world.faulty = false;
    world.pass(hours{24 * 40});
    mirror.cycle(world);

    CHECK(mirror.present() == world.shows());
    CHECK(mirror.cycle(world) == 1);
  }
}

}  // namespace sievarr::mirror
