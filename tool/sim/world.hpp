#pragma once

#include "os/clock.hpp"

#include <sievarr/base/instant.hpp>
#include <sievarr/media/show.hpp>
#include <sievarr/wire/tvmaze/tvmaze.hpp>

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <mutex>
#include <optional>
#include <string_view>
#include <vector>

namespace sievarr::sim {

/// How often things happen to a catalogue, in a day. Nothing ever, unless one says so.
struct Pace {
  std::size_t updates = 0;
  std::size_t arrivals = 0;
  std::size_t departures = 0;
};

/// What happens in a day to the real catalogue, for one of so many shows.
Pace lifelike(std::size_t shows);

/// A catalogue as it is when it begins: at that moment of the clock that it is made.
struct WorldOptions {
  std::uint64_t seed = 1;
  std::size_t shows = 1000;
  Pace pace = {};
};

/// A made-up catalogue that lives over time as a clock tells it: the same seed and the same times
/// give the same shows. It keeps a few numbers a show and draws the rest when it is asked, as it is
/// now or as it was at some moment of the last day. Any number of threads may ask.
class World {
 public:
  static constexpr std::int64_t page_size = 250;
  static constexpr std::int64_t highest_possible = 10'000'000;
  static constexpr std::chrono::hours memory{26};

  World(WorldOptions options, os::Clock& clock);

  /// What time it is in this world. When the clock is set back, time goes on from where it was:
  /// other people's servers do not follow ours.
  Instant now();
  Instant began() const { return began_; }
  WorldOptions const& options() const { return options_; }

  std::optional<Show> show(std::int64_t id) { return show(id, now()); }
  std::optional<Show> show(std::int64_t id, Instant as_of);

  /// The shows of a page of the index; none beyond the last one.
  std::optional<std::vector<Show>> page(std::int64_t number, Instant as_of);

  /// Which shows changed at that moment or later, by id.
  std::vector<wire::tvmaze::Update> updates(Instant since, Instant as_of);

  /// The first show with that number at TheTVDB, gone or not: another catalogue knows it still.
  std::optional<Show> with_tvdb(std::int64_t tvdb_id);

  /// Shows whose title has that in it, but no more than so many.
  std::vector<Show> titled(std::string_view part, std::size_t most);

  /// All shows with a number at TheTVDB, from the lowest id on, but no more than so many.
  std::vector<Show> with_any_tvdb(std::size_t most);

  /// Makes a show as it is told, whether there was one of that id or not. Without a time of its
  /// own it was changed just now.
  void put(Show show);

  /// Something happens to a show just now.
  void touch(std::int64_t id);

  /// A show goes for ever.
  void remove(std::int64_t id);

 private:
  struct Entry {
    enum class State : std::uint8_t { absent, present, gone };

    std::int64_t updated = 0;
    std::int64_t tvdb_id = 0;
    std::int32_t version = 0;
    State state = State::absent;
  };
  struct Change {
    Instant when;
    std::int64_t id;
    Entry before;
  };
  struct Put {
    std::int32_t version;
    Show show;
  };
  enum class Event : std::size_t { update, arrival, departure };

  void live();
  void happen(Event event, std::size_t number, Instant when);
  std::optional<std::int64_t> any(std::uint64_t salt, std::size_t number) const;
  void become(std::int64_t id, Entry entry, Instant when);
  Entry changed(std::int64_t id, Instant when) const;
  std::vector<Entry> as_of(Instant when, std::int64_t first, std::int64_t end) const;
  std::int64_t end() const { return static_cast<std::int64_t>(entries_.size()); }
  Show drawn(std::int64_t id, Entry const& entry) const;
  Show original(std::int64_t id) const;

  WorldOptions options_;
  os::Clock& clock_;
  Instant began_;
  std::mutex time_mutex_;
  Instant last_seen_;
  std::chrono::milliseconds ahead_{0};
  std::mutex mutex_;
  std::vector<Entry> entries_;  // By id.
  std::map<std::int64_t, std::vector<Put>> puts_;
  std::deque<Change> changes_;  // Of the last day, the oldest first.
  std::array<std::size_t, 3> happened_{};
};

}  // namespace sievarr::sim
