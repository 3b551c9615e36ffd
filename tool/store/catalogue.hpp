#pragma once

#include "store/tables/access.hpp"
#include "store/tables/activity.hpp"
#include "store/tables/add_journal.hpp"
#include "store/tables/cycles.hpp"
#include "store/tables/manual_actions.hpp"
#include "store/tables/mirror.hpp"
#include "store/tables/plans.hpp"
#include "store/tables/runs.hpp"
#include "store/tables/show_states.hpp"
#include "store/tables/shows.hpp"

#include <optional>
#include <vector>

namespace sievarr::store {

/// What is written together: all of it, or nothing.
struct Changes {
  std::vector<Show> shows = {};  ///< Whatever was remembered of their absence is over.
  std::vector<adding::ShowState> processing = {};
  std::vector<mirror::Absence> absences = {};
  std::vector<mirror::PageCopy> pages = {};
  std::vector<adding::AddResult> endings = {};
  std::vector<adding::ManualChange> manual_changes = {};  ///< Numbered when they are written.
  std::vector<status::ActivityRecord> activity = {};      ///< So are these.
  std::optional<Instant> activity_since = {};             ///< What is older is forgotten.
  std::optional<mirror::MirrorProgress> progress = {};
  std::optional<status::CycleRecord> cycle = {};
  std::optional<adding::PlanReport> plan = {};  ///< Takes the place of the one before.

  bool operator==(Changes const&) const = default;
};

/// All that is stored, by what it is about. It must go before its database.
class Tables {
 public:
  explicit Tables(Database& database)
      : database_(database),
        shows_(database),
        show_states_(database),
        mirror_(database),
        add_journal_(database),
        manual_actions_(database),
        cycles_(database),
        runs_(database),
        plans_(database),
        activity_(database),
        access_(database) {}

  Shows& shows() { return shows_; }
  ShowStates& show_states() { return show_states_; }
  Mirror& mirror() { return mirror_; }
  AddJournalTable& add_journal() { return add_journal_; }
  ManualActions& manual_actions() { return manual_actions_; }
  Cycles& cycles() { return cycles_; }
  Runs& runs() { return runs_; }
  Plans& plans() { return plans_; }
  ActivityTable& activity() { return activity_; }
  AccessTables& access() { return access_; }

  /// All that the planning of a cycle wants to know.
  Outcome<mirror::MirrorContents> mirror_contents();

 protected:
  Database& database_;
  Shows shows_;
  ShowStates show_states_;
  Mirror mirror_;
  AddJournalTable add_journal_;
  ManualActions manual_actions_;
  Cycles cycles_;
  Runs runs_;
  Plans plans_;
  ActivityTable activity_;
  AccessTables access_;
};

/// All that is stored, and the changes that are written over several tables at once.
class Catalogue : public Tables {
 public:
  using Tables::Tables;

  /// Writes in a transaction of its own; durable when it returns.
  Outcome<Done> write(Changes const& changes);

  /// Writes within the transaction of the caller.
  Outcome<Done> put(Changes const& changes);

 private:
  Outcome<Done> put(std::vector<Show> const& shows);
};

}  // namespace sievarr::store
