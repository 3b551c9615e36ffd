#pragma once

#include "journal.hpp"
#include "table.hpp"

#include <sievarr/adding/intent.hpp>
#include <sievarr/adding/manual_action.hpp>
#include <sievarr/adding/show_state.hpp>
#include <sievarr/media/show.hpp>
#include <sievarr/mirror/absence.hpp>
#include <sievarr/mirror/fetch.hpp>
#include <sievarr/mirror/mirror_progress.hpp>
#include <sievarr/mirror/page_copy.hpp>
#include <sievarr/status/cycle.hpp>

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

namespace sievarr::store {

/// What is written together: all of it, or nothing.
struct Changes {
  std::vector<Show> shows = {};  ///< Whatever was remembered of their absence is over.
  std::vector<adding::ShowState> processing = {};
  std::vector<mirror::Absence> absences = {};
  std::vector<mirror::PageCopy> pages = {};
  std::vector<adding::AddResult> endings = {};
  std::vector<adding::ManualChange> deeds = {};  ///< Their numbers are given when they are written.
  std::optional<mirror::MirrorProgress> progress = {};
  std::optional<status::CycleRecord> cycle = {};

  bool operator==(Changes const&) const = default;
};

/// Something that is there once, under its name, as JSON.
struct Fact {
  std::string name;
  std::string value;

  bool operator==(Fact const&) const = default;
};

BOOST_DESCRIBE_STRUCT(Fact, (), (name, value))

constexpr auto notes_of(reflect::Of<Fact>) {
  return reflect::Notes{
      reflect::Note<&Fact::name>{.text = "What it is.", .example = "progress", .key = true},
      reflect::Note<&Fact::value>{.text = "The fact, as JSON.", .example = "{}"},
  };
}

/// The shows, what has become of them, and how far the mirror is. It must go before its database.
class Catalogue {
 public:
  explicit Catalogue(Database& database);

  /// Writes in a transaction of its own; durable when it returns.
  Outcome<Done> write(Changes const& changes);

  /// Writes within the transaction of the caller.
  Outcome<Done> put(Changes const& changes);

  Outcome<mirror::MirrorProgress> progress();

  Outcome<std::optional<Show>> show(std::int64_t id) { return shows_.find(id); }
  Outcome<std::optional<adding::ShowState>> processing(std::int64_t show_id) {
    return processing_.find(show_id);
  }

  /// Calls visit(Show) for each show by id, those that are gone as well.
  template <class Visit>
  Outcome<Done> each_show(Visit visit) {
    return shows_.each(visit);
  }

  /// Calls visit(adding::Processing) for each show that was judged, by id.
  template <class Visit>
  Outcome<Done> each_processing(Visit visit) {
    return processing_.each(visit);
  }

  /// The shows that are gone or owed, by id.
  Outcome<std::vector<mirror::Absence>> absences();

  /// What is remembered of the pages of the index, by number.
  Outcome<std::vector<mirror::PageCopy>> pages();

  /// All that the planning of a cycle wants to know.
  Outcome<mirror::Holdings> holdings();

  /// How many shows were added after that.
  Outcome<std::int64_t> added_since(Instant since);

  /// The adds that were about to be sent; how they ended is written with the shows' new statuses.
  Journal& journal() { return journal_; }

  /// What people did about a show, the oldest first.
  Outcome<std::vector<adding::ManualChange>> deeds(std::int64_t show_id);

  /// The number that the next cycle has.
  Outcome<std::int64_t> next_cycle();

  /// Cycles before that number, the newest first, so many at most.
  Outcome<std::vector<status::CycleRecord>> cycles(
      std::int64_t most, std::int64_t before = std::numeric_limits<std::int64_t>::max());

 private:
  Outcome<Done> put(std::vector<Show> const& shows);
  Outcome<Done> put(std::vector<adding::ManualChange> deeds);
  Outcome<Done> put(mirror::MirrorProgress const& progress);

  Database& database_;
  Table<Show> shows_;
  Table<adding::ShowState> processing_;
  Table<mirror::Absence> absences_;
  Table<mirror::PageCopy> pages_;
  Journal journal_;
  Table<adding::ManualChange> deeds_;
  Table<status::CycleRecord> cycles_;
  Table<Fact> facts_;
  std::optional<Statement> present_;
};

}  // namespace sievarr::store
