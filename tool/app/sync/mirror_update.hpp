#pragma once

#include "app/state/catalogue.hpp"
#include "os/clock.hpp"
#include "service/tvmaze/client.hpp"

#include <sievarr/mirror/fetch_accept.hpp>
#include <sievarr/mirror/fetch_plan.hpp>

#include <cstddef>
#include <cstdint>
#include <future>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace sievarr::app {

/// What a cycle says that was asked to end before it was through.
inline constexpr std::string_view stopped_gathering = "stopped at a safe point";
inline constexpr std::string_view stopped_deciding = "stopped before anything was sent";
inline bool was_cut(status::CycleRecord const& cycle) {
  return cycle.error == stopped_gathering || cycle.error == stopped_deciding;
}

/// Brings the mirror of TVMaze up to date: all of it the first time, what has changed after that.
/// Each page is stored as a whole, with its verdicts and the mark where to go on; so it may be
/// stopped between any two of them.
class MirrorUpdate {
 public:
  struct Dependencies {
    tvmaze::Tvmaze& tvmaze;
    Catalogue& catalogue;
    os::Clock& clock;
    Observer& observer;
    std::stop_token stop = {};
  };

  MirrorUpdate(Dependencies dependencies, filter::Plan const& plan, config::UpdateWindow window)
      : dependencies_(dependencies), judge_(plan), window_(window) {}

  /// How the catalogue is to be read now: in full until that has once been done.
  static status::SyncMode kind_for(mirror::MirrorProgress const& progress);

  /// Reads, stores and counts what it did in the cycle.
  Outcome<Done> run(status::CycleRecord& cycle);

 private:
  /// A page on its way. While one is read and stored, the next one comes; there is never more than
  /// one.
  using PageRequest = std::future<tvmaze::UnreadPage>;

  Outcome<Done> prepare(status::SyncMode kind);
  Outcome<Done> ask_updates();
  Outcome<Done> walk();
  Outcome<Done> settle_page(Outcome<tvmaze::PageAnswer> answer, mirror::PageCopy copy);
  Outcome<Done> fetch(mirror::FetchPlan plan);
  Outcome<Done> fetch_pages(std::vector<mirror::PageFetch> const& pages, mirror::Stamps& alone);
  Outcome<Done> fetch_alone(mirror::Stamps const& wanted, std::size_t settled);
  Outcome<Done> take_page(mirror::PageFetch const& fetch, Outcome<tvmaze::PageAnswer> answer,
                          mirror::Stamps& alone);
  Outcome<Done> fetch_show(mirror::Stamp const& wanted, store::Changes& changes);
  Outcome<Done> record_failure(Failure const& failure);
  tvmaze::KnownPage known_of(mirror::PageFetch const& fetch) const;
  PageRequest ask_page(std::int64_t page, tvmaze::KnownPage known = {});
  Outcome<Done> store(store::Changes changes);
  Outcome<Done> finish(status::SyncMode kind);
  Outcome<Done> stopped() const;

  Dependencies dependencies_;
  adding::Judge judge_;
  config::UpdateWindow window_;
  mirror::MirrorProgress progress_ = {};
  mirror::MirrorContents contents_ = {};
  std::vector<mirror::Absence> absences_ = {};
  mirror::Updates updates_ = {};
  Instant asked_ = {};
  int failures_ = 0;  ///< In a row.
  status::CycleRecord* cycle_ = nullptr;
};

}  // namespace sievarr::app
