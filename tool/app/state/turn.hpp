#pragma once

#include "app/activity/event.hpp"
#include "store/catalogue.hpp"

#include <sievarr/adding/judge_shows.hpp>
#include <sievarr/adding/plan_report.hpp>
#include <sievarr/adding/propose.hpp>
#include <sievarr/adding/roster.hpp>
#include <sievarr/filter/columns/table.hpp>

#include <cstddef>
#include <mutex>
#include <optional>
#include <vector>

namespace sievarr::app {

class Catalogue;

/// The right to read and write what is stored, which one thread at a time has: what a person does
/// fits between two steps of a cycle. It ends where the scope ends that took it, and no thread
/// waits for another server while it has one. What is called inside a turn takes it by reference.
class [[nodiscard]] Turn {
 public:
  Turn(Turn const&) = delete;
  Turn& operator=(Turn const&) = delete;
  ~Turn();

  /// What is stored, by what it is about. The shows and their states are only read by it: write()
  /// changes them, and what is in memory with them.
  store::Tables& store();

  /// As much of it as is in memory.
  filter::Table const& table() const;
  adding::Roster const& roster() const;

  /// Writes changes, all or none; durable when it returns.
  Outcome<Done> write(store::Changes const& changes);

  /// Shows that come in, each with what is known of it.
  Outcome<std::vector<adding::Arrival>> arrivals(std::vector<Show> shows);

  /// Judges everything again, writes only what changes, and remembers by what it was judged; how
  /// many more shows may become wanted before all of them are held, is the limit.
  Outcome<JudgedAgain> judge_again(filter::Plan const& plan, Instant now, std::size_t limit);

  /// Does so unless it was judged by that plan already; nothing then.
  Outcome<std::optional<JudgedAgain>> judge_if_needed(filter::Plan const& plan, Instant now,
                                                      std::size_t limit);

  /// The shows that are wanted or would be, with where they would go.
  Outcome<std::vector<adding::Candidate>> candidates(filter::Plan const& plan);

  /// Whether a show is one of those.
  bool may_be_added(std::int64_t show_id) const;

  /// The shows that an instance refused, with its words.
  Outcome<std::vector<adding::RefusedShow>> refused();

  /// A plan with what is held, and what was refused before.
  Outcome<adding::PlanReport> completed(adding::PlanReport plan);

 private:
  friend class Catalogue;
  explicit Turn(Catalogue& catalogue);

  void remember(store::Changes const& changes);
  bool is_candidate(std::size_t row) const;
  Outcome<adding::Candidate> candidate(std::size_t row);

  Catalogue& catalogue_;
  std::unique_lock<std::mutex> lock_;
};

}  // namespace sievarr::app
