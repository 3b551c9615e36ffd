#include "world.hpp"

#include "later.hpp"

#include <sievarr/base/fold.hpp>
#include <sievarr/sample/catalogue.hpp>

#include <algorithm>
#include <cassert>
#include <chrono>
#include <utility>

namespace sievarr::sim {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr milliseconds day = std::chrono::hours{24};

std::int64_t seconds_of(Instant moment) {
  return std::chrono::floor<seconds>(moment).time_since_epoch().count();
}

/// When an event happens for the n-th time, counted from 0.
Instant moment_of(Instant began, std::size_t rate, std::size_t number) {
  auto const days = static_cast<std::int64_t>(number / rate);
  auto const part = static_cast<std::int64_t>(number % rate + 1);
  return began + days * day + day * part / static_cast<std::int64_t>(rate);
}

}  // namespace

Pace lifelike(std::size_t shows) {
  return {.updates = shows / 60 + 1, .arrivals = shows / 3000 + 1, .departures = shows / 30000 + 1};
}

World::World(WorldOptions options, os::Clock& clock)
    : options_(options), clock_(clock), began_(clock.now()), last_seen_(began_) {
  sample::Catalogue catalogue(options_.seed);
  // The newest change of the sample happened just before this world began.
  auto const shift = seconds_of(began_) - seconds_of(sample::catalogue_day + std::chrono::days{1});
  entries_.resize(1);
  for (std::size_t count = 0; count < options_.shows; ++count) {
    auto const show = catalogue.next();
    entries_.resize(static_cast<std::size_t>(show.id + 1));
    entries_.back() = {.updated = std::max<std::int64_t>(1, show.updated + shift),
                       .tvdb_id = show.tvdb_id.value_or(0),
                       .state = Entry::State::present};
  }
}

Instant World::now() {
  std::lock_guard const lock(time_mutex_);
  auto const seen = clock_.now();
  if (seen < last_seen_) ahead_ += last_seen_ - seen;
  last_seen_ = seen;
  return seen + ahead_;
}

std::optional<Show> World::show(std::int64_t id, Instant when) {
  std::lock_guard const lock(mutex_);
  live();
  if (id < 1 || id >= end()) return std::nullopt;
  auto const entry = as_of(when, id, id + 1).front();
  if (entry.state != Entry::State::present) return std::nullopt;
  return drawn(id, entry);
}

std::optional<std::vector<Show>> World::page(std::int64_t number, Instant when) {
  std::lock_guard const lock(mutex_);
  live();
  if (number < 0 || number > end() / page_size) return std::nullopt;
  auto const first = number * page_size;
  auto const entries = as_of(when, first, end());
  auto const is_there = [](Entry const& entry) { return entry.state == Entry::State::present; };
  if (std::none_of(entries.begin(), entries.end(), is_there)) return std::nullopt;
  std::vector<Show> shows;
  for (std::size_t at = 0; at < entries.size() && at < page_size; ++at)
    if (is_there(entries[at]))
      shows.push_back(drawn(first + static_cast<std::int64_t>(at), entries[at]));
  return shows;
}

std::vector<wire::tvmaze::Update> World::updates(Instant since, Instant when) {
  std::lock_guard const lock(mutex_);
  live();
  std::vector<wire::tvmaze::Update> found;
  auto const entries = as_of(when, 0, end());
  for (std::size_t id = 0; id < entries.size(); ++id)
    if (entries[id].state == Entry::State::present && entries[id].updated >= seconds_of(since))
      found.push_back({.id = static_cast<std::int64_t>(id), .updated = entries[id].updated});
  return found;
}

std::optional<Show> World::with_tvdb(std::int64_t tvdb_id) {
  std::lock_guard const lock(mutex_);
  live();
  if (tvdb_id <= 0) return std::nullopt;
  for (std::int64_t id = 1; id < end(); ++id) {
    auto const& entry = entries_[static_cast<std::size_t>(id)];
    if (entry.tvdb_id == tvdb_id) return drawn(id, entry);
  }
  return std::nullopt;
}

std::vector<Show> World::with_any_tvdb(std::size_t most) {
  std::lock_guard const lock(mutex_);
  live();
  std::vector<Show> found;
  for (std::int64_t id = 1; id < end() && found.size() < most; ++id) {
    auto const& entry = entries_[static_cast<std::size_t>(id)];
    if (entry.tvdb_id > 0) found.push_back(drawn(id, entry));
  }
  return found;
}

std::vector<Show> World::titled(std::string_view part, std::size_t most) {
  std::lock_guard const lock(mutex_);
  live();
  auto const wanted = fold(part);
  std::vector<Show> found;
  for (std::int64_t id = 1; id < end() && found.size() < most; ++id) {
    auto const& entry = entries_[static_cast<std::size_t>(id)];
    if (entry.tvdb_id == 0) continue;
    auto show = drawn(id, entry);
    if (fold(show.title).find(wanted) != std::string::npos) found.push_back(std::move(show));
  }
  return found;
}

void World::put(Show show) {
  std::lock_guard const lock(mutex_);
  live();
  assert(show.id > 0 && show.id <= highest_possible);
  auto const when = now();
  if (show.id >= end()) entries_.resize(static_cast<std::size_t>(show.id + 1));
  auto entry = entries_[static_cast<std::size_t>(show.id)];
  entry.state = Entry::State::present;
  entry.updated = show.updated > 0 ? show.updated : seconds_of(when);
  entry.tvdb_id = show.tvdb_id.value_or(0);
  ++entry.version;
  auto const id = show.id;
  puts_[id].push_back({entry.version, std::move(show)});
  become(id, entry, when);
}

void World::touch(std::int64_t id) {
  std::lock_guard const lock(mutex_);
  live();
  if (id < 1 || id >= end()) return;
  auto const when = now();
  become(id, changed(id, when), when);
}

void World::remove(std::int64_t id) {
  std::lock_guard const lock(mutex_);
  live();
  if (id < 1 || id >= end()) return;
  auto entry = entries_[static_cast<std::size_t>(id)];
  if (entry.state == Entry::State::present) entry.state = Entry::State::gone;
  become(id, entry, now());
}

/// Lets everything happen that is due. Of a jump that is longer than a month, the last month
/// happens.
void World::live() {
  auto const moment = now();
  std::array const rates{options_.pace.updates, options_.pace.arrivals, options_.pace.departures};
  auto const due = [&](std::size_t event) {
    return moment_of(began_, rates[event], happened_[event]);
  };
  constexpr std::int64_t longest = 30;
  auto const days = (moment - began_) / day - longest;
  for (std::size_t event = 0; event < rates.size() && days > 0; ++event)
    happened_[event] = std::max(happened_[event], rates[event] * static_cast<std::size_t>(days));
  for (;;) {
    std::optional<std::size_t> next;
    for (std::size_t event = 0; event < rates.size(); ++event)
      if (rates[event] > 0 && (!next || due(event) < due(*next))) next = event;
    if (!next || due(*next) > moment) break;
    auto const when = due(*next);
    happen(static_cast<Event>(*next), happened_[*next]++, when);
  }
  while (!changes_.empty() && changes_.front().when < moment - memory) changes_.pop_front();
}

void World::happen(Event event, std::size_t number, Instant when) {
  if (event == Event::arrival) {
    sample::Catalogue const catalogue(options_.seed);
    auto id = end();
    while (catalogue.is_gap(id)) ++id;
    entries_.resize(static_cast<std::size_t>(id + 1));
    Entry entry{.updated = seconds_of(when), .state = Entry::State::present};
    entry.tvdb_id = original(id).tvdb_id.value_or(0);
    return become(id, entry, when);
  }
  auto const id = any(event == Event::update ? 11 : 12, number);
  if (!id) return;
  if (event == Event::update) return become(*id, changed(*id, when), when);
  auto entry = entries_[static_cast<std::size_t>(*id)];
  entry.state = Entry::State::gone;
  become(*id, entry, when);
}

/// One of the shows that are there; the newest come up more often.
std::optional<std::int64_t> World::any(std::uint64_t salt, std::size_t number) const {
  sample::Dice dice(options_.seed + salt, static_cast<std::int64_t>(number));
  auto const count = static_cast<std::uint32_t>(end());
  for (int tries = 0; tries < 50; ++tries) {
    auto const newest = dice.happens(400);
    auto const back = dice.below(newest ? count / 10 + 1 : count);
    auto const id = count - 1 - back;
    if (entries_[id].state == Entry::State::present) return static_cast<std::int64_t>(id);
  }
  return std::nullopt;
}

void World::become(std::int64_t id, Entry entry, Instant when) {
  auto& here = entries_[static_cast<std::size_t>(id)];
  changes_.push_back({when, id, here});
  here = entry;
}

World::Entry World::changed(std::int64_t id, Instant when) const {
  auto entry = entries_[static_cast<std::size_t>(id)];
  if (entry.state != Entry::State::present) return entry;
  ++entry.version;
  entry.updated = seconds_of(when);
  entry.tvdb_id = drawn(id, entry).tvdb_id.value_or(0);
  return entry;
}

/// The entries of some ids as they were: what happened since is undone, the newest first.
std::vector<World::Entry> World::as_of(Instant when, std::int64_t first, std::int64_t last) const {
  auto const stop = std::min(last, end());
  if (first >= stop) return {};
  std::vector<Entry> entries(entries_.begin() + first, entries_.begin() + stop);
  for (auto change = changes_.rbegin(); change != changes_.rend(); ++change)
    if (change->when > when && change->id >= first && change->id < stop)
      entries[static_cast<std::size_t>(change->id - first)] = change->before;
  return entries;
}

Show World::drawn(std::int64_t id, Entry const& entry) const {
  std::int32_t version = 0;
  std::optional<Show> show;
  if (auto const found = puts_.find(id); found != puts_.end()) {
    for (auto const& put : found->second) {
      if (put.version > entry.version) break;
      version = put.version;
      show = put.show;
    }
  }
  if (!show) show = original(id);
  while (version < entry.version)
    show = later(*std::move(show),
                 sample::Dice(options_.seed + 13 + static_cast<std::uint64_t>(++version), id));
  show->updated = entry.updated;
  return *std::move(show);
}

Show World::original(std::int64_t id) const { return sample::show(options_.seed, id); }

}  // namespace sievarr::sim
