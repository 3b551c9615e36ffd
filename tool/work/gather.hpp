#pragma once

#include "os/clock.hpp"
#include "source/tvmaze.hpp"
#include "work/catalogue.hpp"

#include <sievarr/decide/fetch_accept.hpp>
#include <sievarr/decide/fetch_plan.hpp>

#include <cstddef>
#include <cstdint>
#include <future>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace sievarr::work {

/// Brings the mirror of TVMaze up to date: all of it the first time, what has changed after that.
/// Each page is stored as a whole, with its verdicts and the mark where to go on; so it may be
/// stopped between any two of them.
class Gather {
 public:
  struct Around {
    source::Tvmaze& tvmaze;
    Catalogue& catalogue;
    os::Clock& clock;
    Observer& observer;
    std::stop_token stop = {};
  };

  Gather(Around around, filter::Plan const& plan, config::UpdateWindow window)
      : around_(around), judge_(plan), window_(window) {}

  /// How the catalogue is to be read now: in full until that has once been done.
  static decide::CycleKind kind_for(decide::Progress const& progress);

  /// Reads, stores and counts what it did in the cycle.
  Outcome<Done> run(decide::Cycle& cycle);

 private:
  /// A page on its way. While one is read and stored, the next one comes; there is never more than
  /// one.
  using Coming = std::future<source::UnreadPage>;

  Outcome<Done> prepare(decide::CycleKind kind);
  Outcome<Done> ask_updates();
  Outcome<Done> walk();
  Outcome<Done> settle_page(Outcome<source::PageAnswer> answer, decide::PageCopy copy);
  Outcome<Done> fetch(decide::FetchPlan plan);
  Outcome<Done> fetch_pages(std::vector<decide::PageWish> const& wishes, decide::Stamps& alone);
  Outcome<Done> fetch_alone(decide::Stamps const& wanted, std::size_t settled);
  Outcome<Done> take_page(decide::PageWish const& wish, Outcome<source::PageAnswer> answer,
                          decide::Stamps& alone);
  Outcome<Done> fetch_show(decide::Stamp const& wanted, store::Changes& changes);
  Outcome<Done> bear(Failure const& failure);
  source::KnownPage known_of(decide::PageWish const& wish) const;
  Coming ask_page(std::int64_t page, source::KnownPage known = {});
  Outcome<Done> store(store::Changes changes);
  Outcome<Done> finish(decide::CycleKind kind);
  Outcome<Done> stopped() const;

  Around around_;
  decide::Judge judge_;
  config::UpdateWindow window_;
  decide::Progress progress_ = {};
  decide::Holdings have_ = {};
  std::vector<decide::Absence> absences_ = {};
  decide::Updates updates_ = {};
  Instant asked_ = {};
  int failures_ = 0;  ///< In a row.
  decide::Cycle* cycle_ = nullptr;
};

}  // namespace sievarr::work
